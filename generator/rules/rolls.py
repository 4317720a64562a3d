"""Rules about the lines of a roll: one winner a line, written once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.names import name_of
from generator.catalogue.winners import CitedHonour, every_winner, recipients, winner_of, winners_of
from generator.problems import Phrase
from generator.records.edition import Edition
from generator.records.roll_line import Mend, RollLine, is_said_of_a_person, mended
from generator.rules.honours import editions
from generator.rules.rule import Finding, warning


@warning(
    zh=("“{line}”{reason}", "改成{mended}"),
    en=("'{line}': {reason}", "write {mended}"),
)
def untidy_roll_line(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a line of a roll that does not read as one name with its unit in brackets behind it.

    名单一行写一个获奖者：名字，后面的中文括号里是单位。粘贴带来的编号、顿号、空格要去掉，几个人要分成几行，出生年月不必写。
    两个人共享一项荣誉，写在一行，共用一个括号：陶某、黄某（某某志愿服务队）。

    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [1. 王伟（某队）]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟（某队）]}}
    """
    for untidy in untidy_lines(catalogue):
        at, mend = (*untidy.cited.at, "name"), untidy.mend
        yield Finding(untidy.cited.entry, at, line=untidy.line, reason=mend.reason, mended=_to_copy(mend.lines))


@warning(
    zh=("“{name}”在“{category}”里已经有了，第 {first} 行也是", "重复的删掉一行；确是同名的两个人，写上各自的单位"),
    en=(
        "'{name}' stands in '{category}' already, on line {first} too",
        "take one line out; where two winners share a name, give each its unit",
    ),
)
def winner_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a winner that stands twice in one category.

    同一类里同一个获奖者写了两行，会多算一个。

    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟（某队）, 王伟（某队）]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟（某队）, 王伟（另一队）]}}
    """
    for entry, _ in editions(catalogue):
        first: dict[tuple[str, ...], CitedHonour] = {}
        for cited in winners_of(catalogue, entry):
            key = _identity(cited)
            other = first.setdefault(key, cited) if key else cited
            if other is not cited:
                line = str(entry.location(other.at).line)
                named = _name(catalogue, cited)
                yield Finding(entry, cited.at, name=named, category=cited.category, first=line)


@warning(
    zh=(
        "“{name}”这一行只写了名字，同一类的第 {first} 行是“{name}”的记录",
        "是同一个的，删掉这一行；同名的另一个，写“接受”和理由",
    ),
    en=(
        "this line only has the name of '{name}', whose record stands on line {first} of the same category",
        "take this line out where both are one; accept with the reason where they share a name",
    ),
)
def winner_beside_record(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a winner by name in a category that has the record of this name too.

    名单里既写了名字，又写了同名记录的编号，多半是同一个，会多算一个。

      content/teams/lan.yml: {name: 蓝天队, source: doc}
    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最佳组织: [蓝天队, team: lan]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最佳组织: [team: lan]}}
    """
    for entry, _ in editions(catalogue):
        lines = winners_of(catalogue, entry)
        records = {
            (cited.category, winner.record.name): cited
            for cited in lines
            if (winner := winner_of(catalogue, cited.honour)) is not None
        }
        for cited in lines:
            other = records.get((cited.category, cited.honour.name or ""))
            if other and other is not cited:
                line = str(entry.location(other.at).line)
                yield Finding(entry, (*cited.at, "name"), name=cited.honour.name or "", first=line)


@warning(
    zh=("{other} 写的是同一个系列的同一次评选", "合成一个文件；确是两次的，写上不同的“届次”"),
    en=("{other} is the same edition of the same series", "make one file of both, or say which edition each is"),
)
def edition_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report two files for one edition: the same series, year and number.

    一次评选写一个文件。两个文件写了同一个系列、同一年份、同一届次，获奖者会算两遍。

      honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟]}}
    ✗ honours/b.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [李芳]}}
    ✓ honours/b.yml: {series: best, year: 2023, source: doc, winners: {最美志愿者: [李芳]}}
    """
    first: dict[tuple[object, ...], Edition] = {}
    for entry, edition in editions(catalogue):
        if edition.year is None:
            continue
        key = edition.series, str(edition.year), edition.edition, edition.name
        other = first.setdefault(key, edition)
        if other is not edition:
            yield Finding(entry, ("year",), other=f"honours/{other.id}.yml")


@dataclass(frozen=True, slots=True)
class UntidyLine:
    """A line of a roll that should be written otherwise."""

    cited: CitedHonour
    line: str
    mend: Mend


@derived
def untidy_lines(catalogue: Catalogue) -> tuple[UntidyLine, ...]:
    """Return the lines of all rolls that should be written otherwise."""
    return tuple(_untidy(catalogue))


def _untidy(catalogue: Catalogue) -> Iterator[UntidyLine]:
    for cited in every_winner(catalogue):
        honour = cited.honour
        if honour.name:
            # What the line itself says of the person, not a note that staff wrote beside it.
            aside = honour.note or ""
            line = str(RollLine(honour.name, honour.unit or "", aside if is_said_of_a_person(aside) else ""))
            mend = mended(line, cited.category)
            if mend and not _is_cut_off(honour.name):
                yield UntidyLine(cited, line, mend)


def _is_cut_off(name: str) -> bool:
    """Return whether a bracket is open in a name, which is a problem of its own."""
    return sum(map(name.count, "（(")) > sum(map(name.count, "）)"))


def _identity(cited: CitedHonour) -> tuple[str, ...]:
    """Return what tells one winner of a category from all others; nothing where nobody is named."""
    honour = cited.honour
    reference = next((name for name in recipients() if getattr(honour, name)), None)
    if reference:
        return cited.category, reference, getattr(honour, reference)
    return (cited.category, "", honour.name, honour.unit or "") if honour.name else ()


def _name(catalogue: Catalogue, cited: CitedHonour) -> str:
    winner = winner_of(catalogue, cited.honour)
    return name_of(catalogue, winner) if winner else cited.honour.name or ""


def _to_copy(lines: tuple[str, ...]) -> Phrase:
    """Return lines as they are to be written; several follow each other."""
    items = [f"- {line}" for line in lines]
    if len(items) == 1:
        return Phrase(f"：{items[0]}", f": {items[0]}")
    return Phrase(f" {len(items)} 行，一行一个：{'　'.join(items)}", f"{len(items)} lines: {'  '.join(items)}")
