"""The roll of an edition, whole or in part: its wall of names, and the counts without names.

A line here says only what a roll shows; a line on its winner's page says more (``HonourView``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.names import winner_name
from generator.catalogue.standing import is_revoked, revocation_of, revocation_words
from generator.catalogue.winners import CitedClaim, CitedHonour, claims_of_edition, winners_of
from generator.pages.lists.long_lists import UNNAMED, RollLine
from generator.pages.views.links import winner_link
from generator.pages.views.statement_views import ClaimView, claim_view, document_links, honour_note
from generator.pages.views.winner_names import name_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage, PageGroup
from generator.printing.page import LinkView
from generator.records.edition import Edition, Order
from generator.records.parse import Entry
from generator.records.roll_line import honours_people

# Names of two to four characters stand in a wall; a longer one takes the room of two, or a row of its own.
_LONGEST_NAME = 4
_LONGEST_OF_TWO = 8
_TWO = 2
# So few are cut upright into stone; so many need a way to find one, and links to strokes or letters.
FEW = 8
_MANY = 24
_JUMPS = 60
_ORDERS = {
    Order.DOCUMENT: "按原文件的顺序排列",
    Order.STROKES: "按姓氏笔画排列",
    Order.PINYIN: "按姓氏拼音排列",
    Order.VOTES: "按得票数排列",
}
# How names stand: upright in stone, close together in a wall, or one below the other.
Form = Literal["stone", "wall", "list"]


@dataclass(frozen=True, slots=True)
class RollNameView:
    """A line of a roll; ``revocation`` says who revoked it and when, those that have a default are for names in stone.

    ``source`` is there where the line was said elsewhere than the others.
    """

    anchor: str
    winner: LinkView
    unit: str
    note: str
    revocation: str
    source: LinkView | None
    short: str = ""
    award: str = ""
    line: str = ""
    standing: str = ""

    @property
    def size(self) -> str:
        """Tell a name of two characters, which rolls draw apart for the eye, and those that need more room."""
        length = len(self.winner.text)
        if length == _TWO:
            return "name-2"
        return "" if length <= _LONGEST_NAME else "name-long" if length <= _LONGEST_OF_TWO else "name-row"


@dataclass(frozen=True, slots=True)
class StrokesView:
    """Names under their strokes or letter, or all of a category."""

    anchor: str
    heading: str
    names: tuple[RollNameView, ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    """The winners of one category in the roll's order, and those of it that are only counted.

    ``jumps`` tells that there are so many that links lead to strokes or letters.
    """

    name: str
    count: str
    form: Form
    groups: tuple[StrokesView, ...]
    claims: tuple[ClaimView, ...]
    anchor: str
    jumps: bool
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class RollView:
    """A part of an edition's roll; ``has_units`` tells that a wall has more to show than names.

    ``claims_said`` is where all its claims were said, where that is one place.
    """

    revocation: str
    order: str
    count: int
    counted: str
    categories: tuple[CategoryView, ...]
    claims: tuple[ClaimView, ...]
    claims_said: tuple[LinkView, ...]
    has_units: bool
    is_long: bool

    @property
    def is_stone(self) -> bool:
        """Tell whether the names are so few that they are cut into stone."""
        return any(category.form == "stone" for category in self.categories)


def roll_view(
    catalogue: Catalogue,
    where: Whereabouts,
    entry: Entry[Edition],
    page: ListPage[RollLine],
    beside: Iterable[Entry[Edition]] = (),
) -> RollView:
    """Return a page of an edition's roll, or the beginning of one, with the counted honours of others beside it."""
    edition = entry.record
    others = [cited for other in beside for cited in claims_of_edition(catalogue, other)]
    categories = tuple(
        _category(catalogue, where, entry, group, others) for group in page.groups if group.anchor != UNNAMED
    )
    shown = {group.title for group in page.groups}
    unnamed = [line.cited for group in page.groups if group.anchor == UNNAMED for line in group.rows]
    unnamed += [cited for cited in others if cited.claim.category not in shown]
    walls = [category for category in categories if category.form == "wall"]
    names = [name for category in walls for group in category.groups for name in group.names]
    count = roll_count(catalogue, entry)
    claims = _claims(catalogue, where, unnamed)
    said = {tuple(source.text for source in claim.sources) for claim in claims}
    return RollView(
        revocation=_revocation(edition),
        order=_ORDERS.get(edition.order, edition.order.label),
        count=count,
        counted=_counted(edition, count),
        categories=categories,
        claims=claims,
        claims_said=claims[0].sources if len(said) == 1 else (),
        has_units=any(name.unit or name.note or name.source for name in names),
        is_long=len(names) >= _MANY,
    )


def roll_count(catalogue: Catalogue, entry: Entry[Edition]) -> int:
    """Return how many lines a roll has, those that were revoked on their own apart."""
    lines = winners_of(catalogue, entry)
    return len(lines) if is_revoked(entry.record) else sum(not cited.honour.revoked for cited in lines)


def _revocation(edition: Edition) -> str:
    """Say who revoked an edition, when and why; nothing where it stands."""
    said = revocation_of(edition)
    return "：".join(part for part in (revocation_words(edition), said.reason) if part) if said else ""


def _counted(edition: Edition, count: int) -> str:
    """Say how many winners there are, persons in their own word."""
    if not count:
        return ""
    return f"{count} 人" if all(honours_people(group.category) for group in edition.winners) else f"{count} 个"


def _category(
    catalogue: Catalogue,
    where: Whereabouts,
    entry: Entry[Edition],
    group: PageGroup[RollLine],
    others: Sequence[CitedClaim],
) -> CategoryView:
    headings = {id(line.cited): line.heading for line in group.rows}
    lines = [line.cited for line in group.rows if isinstance(line.cited, CitedHonour)]
    claims = [line.cited for line in group.rows if isinstance(line.cited, CitedClaim)]
    claims += [cited for cited in others if cited.claim.category == group.title]
    form = _form(catalogue, entry, group.title)
    show = _upright if form == "stone" else _plain
    groups = tuple(
        StrokesView(_anchor(group.anchor, heading), heading, tuple(show(catalogue, where, line) for line in of))
        for heading, of in groupby(lines, lambda cited: headings[id(cited)])
    )
    total = next((total.count.printed for total in entry.record.totals if total.category == group.title), "")
    words = f"名单里有 {group.count}，共 {total}" if total else _counted(entry.record, group.count)
    return CategoryView(
        name=group.title,
        count=words,
        form=form,
        groups=groups,
        claims=_claims(catalogue, where, claims),
        anchor=group.anchor,
        jumps=group.count >= _JUMPS and len(groups) > 1,
        is_continued=group.is_continued,
    )


def _anchor(category: str, heading: str) -> str:
    """Return the anchor of a heading: category-1-12 for 12 画, category-1-w for W."""
    word = heading.removesuffix(" 画").lower()
    return f"{category}-{word if word.isascii() else 'other'}" if heading else ""


def _claims(catalogue: Catalogue, where: Whereabouts, lines: Iterable[object]) -> tuple[ClaimView, ...]:
    return tuple(claim_view(catalogue, where, cited) for cited in lines if isinstance(cited, CitedClaim))


def _plain(catalogue: Catalogue, where: Whereabouts, cited: CitedHonour) -> RollNameView:
    honour = cited.honour
    elsewhere = cited.documents if cited.documents != cited.edition.source else ()
    return RollNameView(
        anchor=cited.anchor,
        winner=winner_link(catalogue, honour),
        unit=honour.unit or "",
        note=honour_note(honour),
        revocation=revocation_words(cited.edition, honour),
        source=next(iter(document_links(catalogue, where, elsewhere, cited.entry, cited.at)), None),
    )


def _upright(catalogue: Catalogue, where: Whereabouts, cited: CitedHonour) -> RollNameView:
    own = name_view(catalogue, where, cited)
    line = own.place or cited.honour.unit or ""
    return replace(
        _plain(catalogue, where, cited), short=own.link.text, award=own.award, line=line, standing=own.standing
    )


def _form(catalogue: Catalogue, entry: Entry[Edition], category: str) -> Form:
    """Return how the names of a category stand."""
    if len(winners_of(catalogue, entry)) <= FEW and not is_revoked(entry.record):
        return "stone"
    return "wall" if category in _walls(catalogue, entry) else "list"


@derived
def _walls(catalogue: Catalogue, entry: Entry[Edition]) -> frozenset[str]:
    """Return the categories of an edition in which nearly all names are as short as those of persons."""
    short: dict[str, list[bool]] = {}
    for cited in winners_of(catalogue, entry):
        is_short = len(winner_name(catalogue, cited.honour)) <= _LONGEST_NAME
        short.setdefault(cited.category, []).append(is_short)
    return frozenset(category for category, told in short.items() if sum(told) * 5 >= len(told) * 4)
