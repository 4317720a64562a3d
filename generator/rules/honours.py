"""Rules about honours: edition, source, winners, category."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import Cited
from generator.catalogue.standing import revocation_of
from generator.catalogue.winners import claims_of_edition, every_winner, recipients, winners_of
from generator.problems import Phrase
from generator.records.declared import fields_of
from generator.records.edition import Edition, EditionStatus, Honour
from generator.records.parse import Entry
from generator.records.series import Series
from generator.rules.rule import Finding, error, warning
from generator.rules.vocabularies import words_in

_DATE, _BY = Phrase("日期", "when"), Phrase("撤销单位", "by whom")
_BOTH = Phrase("日期和撤销单位", "when and by whom")
# What the last word of a category says of its winners.
_KINDS = (
    (re.compile(r"项目$"), "project"),
    (re.compile(r"(?:组织|团队|队伍|集体)$"), "team"),
    (re.compile(r"社区$"), "place"),
    (re.compile(r"(?:志愿者|个人|义工)$"), "person"),
)


@error(
    zh=("这份荣誉没有写年份，也没有写届次", "写“年份: 2024”或“届次: 第七届”；原文没有说就写“届次: 未注明”"),
    en=(
        "this edition says neither its year nor which edition it is",
        "add 'year: 2024' or 'edition: 第七届'; where the text does not say, 'edition: 未注明'",
    ),
)
def honour_without_edition(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each edition that says neither its year nor which edition it is.

    同一个奖年年都评，要写清是哪一次：年份或届次。来源没有说的，写“届次: 未注明”。

    ✗ honours/a.yml: {series: best, source: doc}
    ✓ honours/a.yml: {series: best, edition: 未注明, source: doc}
    """
    for entry, edition in editions(catalogue):
        if edition.year is None and edition.edition is None:
            yield Finding(entry, ("year",))


@error(
    zh=("这项荣誉没有来源", "给整份名单写一行“来源: 来源的编号”，或者写在这一行里"),
    en=("this honour has no source", "give the edition, or this line, a 'source: '"),
)
def honour_without_source(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each winner line and each unnamed honour that has no source.

    荣誉必须有出处，读者才能核对。给整份名单或这一行写来源。

    ✗ honours/a.yml: {series: best, year: 2024, winners: {最美志愿者: [王伟]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟]}}
    """
    claims = (claim for entry in catalogue.of(Edition) for claim in claims_of_edition(catalogue, entry))
    for cited in chain[Cited](every_winner(catalogue), claims):
        if not cited.documents:
            yield Finding(cited.entry, cited.at)


@error(
    zh=("这一行没有写是谁获奖", "写名称，或者写人物、队伍、项目的编号；只有数量没有名单的写到“未列名荣誉”里"),
    en=("this line names no winner", "write a name or a reference; honours that are only counted go under 'unnamed'"),
)
def honour_without_recipient(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each winner line that names nobody.

    一行荣誉要写明获奖者。只有数量没有名单的，写到“未列名荣誉”里。

    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [unit: 某队]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟（某队）]}}
    """
    for cited in every_winner(catalogue):
        if not _named(cited.honour):
            yield Finding(cited.entry, cited.at)


@error(
    zh=("这一行写了不止一个获奖者（{found}）", "是同一个的，留一个、删掉其余的；不是同一个的，各写一行"),
    en=("this line names more than one winner ({found})", "leave one where they are the same; else write one a line"),
)
def honour_with_two_recipients(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each winner line that names more than one winner.

    一行只写一个获奖者，其余另起一行。

    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美社区: [{name: 某社区, place: city}]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美社区: [place: city]}}
    """
    for cited in every_winner(catalogue):
        named = _named(cited.honour)
        if len(named) > 1:
            found = Phrase("、".join(_label(name) for name in named), ", ".join(named))
            yield Finding(cited.entry, cited.at, found=found)


@warning(
    zh=(
        "这个系列没有“{category}”这一类",
        "改成已有的类别（{known}），或在系列里加上它；以前这样叫的，写到系列的“曾用类别”里",
    ),
    en=(
        "the series has no category '{category}'",
        "use one of: {known}; or add it to the series, to former_categories if it was called so before",
    ),
)
def unknown_category(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a category that its series does not have.

    这个系列没有这一类奖项：写错了，或者要先加到系列的“类别”里。

      honours/series.yml: [{id: best, name: 最美, level: 市级, categories: [最美志愿者]}]
    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志原者: [王伟]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟]}}
    """
    for entry, edition in editions(catalogue):
        series = series_of(catalogue, edition)
        if series is None or not series.categories:
            continue
        # Categories that were written as one are reported there.
        former = (name.name for name in series.former_categories)
        known = {*series.categories, *former, *(word for item in series.categories for word in words_in(item))}
        for index, group in enumerate(edition.winners):
            if group.category not in known:
                at = ("winners", index, "category")
                yield Finding(entry, at, category=group.category, known="、".join(series.categories))


@warning(
    zh=("“{category}”的获奖者不应该是{found}", "检查类别和编号；确实如此时，写“接受”和理由"),
    en=(
        "a winner of '{category}' should not be a {found}",
        "check category and reference; if right, accept with the reason",
    ),
    needs=("honour-with-two-recipients",),
)
def wrong_recipient_kind(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a winner of a kind that its category does not honour: a person among projects.

    获奖者的种类与奖项不符：项目奖授予项目，社区奖授予社区，志愿者奖授予人。

    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最佳志愿服务项目: [place: city]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿服务社区: [place: city]}}
    """
    for cited in every_winner(catalogue):
        kind = _kind_honoured(cited.category)
        named = [name for name in _named(cited.honour) if name != "name"] if kind else []
        if named and named != [kind]:
            found = Phrase(_label(named[0]), named[0])
            yield Finding(cited.entry, (*cited.at, named[0]), category=cited.category, found=found)


@warning(
    zh=("写了撤销，没有写{missing}", "在“撤销”下面写“日期”和“撤销单位”；来源没有说的，写“接受”和理由"),
    en=(
        "a revocation does not say {missing}",
        "add date and by under 'revoked'; where the source does not say, accept with the reason",
    ),
)
def revocation_half_said(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an edition, or a line of one, that was revoked, without the date or without who revoked it.

    撤销荣誉是一件大事，页面上要说清何时、由谁撤销。整份撤销的写在名单上，只撤销一个的写在那一行。

      honours/a.yml:
          series: best
          year: 2024
          source: doc
          status: 撤销
    ✗     revoked: {by: 某市文明办}
    ✓     revoked: {by: 某市文明办, date: 2025-03}
    """
    for entry, edition in editions(catalogue):
        whole = ("revoked" if edition.revoked else "status",)
        lines = (((*cited.at, "revoked"), cited.honour.revoked) for cited in winners_of(catalogue, entry))
        for at, said in [(whole, revocation_of(edition)), *lines]:
            if said and not (said.date and said.by):
                yield Finding(entry, at, missing=_DATE if said.by else _BY if said.date else _BOTH)


@error(
    zh=("写了撤销，状态却是“{status}”", "确实撤销了的，状态改成“撤销”；没有撤销的，删掉“撤销”"),
    en=("the edition is revoked, but its status is '{status}'", "set the status to 撤销, or take 'revoked' out"),
)
def status_against_revocation(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an edition that says when it was revoked and that it holds.

    同一份名单不能既是正式的又撤销了。只撤销其中一个获奖者的，写在那一行，不写在整份名单上。

      honours/a.yml:
          series: best
          year: 2024
          source: doc
          revoked: {by: 某市文明办, date: 2025-03}
    ✗     status: 正式
    ✓     status: 撤销
    """
    for entry, edition in editions(catalogue):
        if edition.revoked and edition.status in {EditionStatus.FINAL, EditionStatus.NOTICE}:
            yield Finding(entry, ("status",), status=edition.status.label)


def editions(catalogue: Catalogue) -> Iterator[tuple[Entry[Edition], Edition]]:
    """Yield every edition with its entry."""
    for entry in catalogue.of(Edition):
        yield entry, entry.record


def series_of(catalogue: Catalogue, edition: Edition) -> Series | None:
    """Return the series of an edition, or None where the reference leads nowhere."""
    entry = catalogue.get(Series, edition.series)
    return entry.record if entry else None


@lru_cache(maxsize=1024)
def _kind_honoured(category: str) -> str | None:
    """Return the kind that a category honours by its words; the same few stand behind thousands of winners."""
    return next((kind for words, kind in _KINDS if words.search(category)), None)


def _label(name: str) -> str:
    """Return what a field of a winner line is called in Chinese."""
    return fields_of(Honour)[name].label


def _named(honour: Honour) -> list[str]:
    own = vars(honour)
    return [name for name in _naming() if own[name] is not None]


@cache
def _naming() -> tuple[str, ...]:
    """Return the fields of a winner line that name the winner."""
    return "name", *recipients()
