"""Rules about honours: edition, source, winners, category."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import claims_in, honours_in
from generator.records.honour import Edition, Honour, Series
from generator.records.parse import Entry
from generator.records.structure import fields_of
from generator.rules.rule import Finding
from generator.rules.vocabularies import words_in

RECIPIENTS = tuple(shape.name for shape in fields_of(Honour).values() if shape.reference and not shape.many)

# What the last word of a category says of its winners.
_KINDS = (
    (re.compile(r"项目$"), "project"),
    (re.compile(r"(?:组织|团队|队伍|集体)$"), "team"),
    (re.compile(r"社区$"), "place"),
    (re.compile(r"(?:志愿者|个人|义工)$"), "person"),
)


def honour_without_edition(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each edition that says neither its year nor which edition it is.

    同一个奖年年都评，要写清是哪一次：年份或届次。来源没有说的，写“届次: 未注明”。

    Fails::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            source: doc

    Passes::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            edition: 未注明
            source: doc
    """
    for entry, edition in editions(catalogue):
        if edition.year is None and edition.edition is None:
            yield Finding(entry, ("year",))


def honour_without_source(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each winner line and each unnamed honour that has no source.

    荣誉必须有出处，读者才能核对。给整份名单或这一行写来源。

    Fails::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            winners:
              最美志愿者: [王伟]

    Passes::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿者: [王伟]
    """
    for entry, _ in editions(catalogue):
        for cited in (*honours_in(entry), *claims_in(entry)):
            if not cited.documents:
                yield Finding(entry, cited.at)


def honour_without_recipient(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each winner line that names nobody.

    一行荣誉要写明获奖者。只有数量没有名单的，写到“未列名荣誉”里。

    Fails::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿者:
                - unit: 某队

    Passes::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿者:
                - 王伟（某队）
    """
    for entry, _ in editions(catalogue):
        for cited in honours_in(entry):
            if not _named(cited.honour):
                yield Finding(entry, cited.at)


def honour_with_two_recipients(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each winner line that names more than one winner.

    一行只写一个获奖者，其余另起一行。

    Fails::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿服务社区:
                - {name: 某社区, place: city}

    Passes::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿服务社区:
                - place: city
    """
    for entry, _ in editions(catalogue):
        for cited in honours_in(entry):
            named = _named(cited.honour)
            if len(named) > 1:
                yield Finding(entry, cited.at, {"found": "、".join(named)})


def unknown_category(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a category that its series does not have.

    这个系列没有这一类奖项：写错了，或者要先加到系列的“类别”里。

    Fails::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级, categories: [最美志愿者]}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志原者: [王伟]

    Passes::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级, categories: [最美志愿者]}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿者: [王伟]
    """
    for entry, edition in editions(catalogue):
        series = series_of(catalogue, edition)
        if series is None or not series.categories:
            continue
        # Categories that were written as one are reported there.
        known = {*series.categories, *(word for item in series.categories for word in words_in(item))}
        for index, group in enumerate(edition.winners):
            if group.category not in known:
                details = {"category": group.category, "known": "、".join(series.categories)}
                yield Finding(entry, ("winners", index, "category"), details)


def wrong_recipient_kind(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a winner of a kind that its category does not honour: a person among projects.

    获奖者的种类与奖项不符：项目奖授予项目，社区奖授予社区，志愿者奖授予人。

    Fails::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最佳志愿服务项目:
                - place: city

    Passes::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿服务社区:
                - place: city
    """
    for entry, _ in editions(catalogue):
        for cited in honours_in(entry):
            kind = next((kind for words, kind in _KINDS if words.search(cited.category)), None)
            named = [name for name in _named(cited.honour) if name != "name"]
            if kind and named and named != [kind]:
                yield Finding(entry, (*cited.at, named[0]), {"category": cited.category, "found": named[0]})


def editions(catalogue: Catalogue) -> Iterator[tuple[Entry, Edition]]:
    """Yield every edition with its entry."""
    for entry in catalogue.of("edition"):
        if isinstance(entry.record, Edition):
            yield entry, entry.record


def series_of(catalogue: Catalogue, edition: Edition) -> Series | None:
    """Return the series of an edition, or None where the reference leads nowhere."""
    entry = catalogue.get("series", edition.series)
    return entry.record if entry and isinstance(entry.record, Series) else None


def _named(honour: Honour) -> list[str]:
    return [name for name in ("name", *RECIPIENTS) if getattr(honour, name) is not None]
