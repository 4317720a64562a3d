"""The roll of an edition, whole or in part: its wall of names, and the counts without names.

A line here says only what a roll shows; a line on its winner's page says more (``HonourView``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.editions import edition_time
from generator.catalogue.names import name_of
from generator.catalogue.standing import is_revoked, revocation_of, revocation_words, standing_words
from generator.catalogue.winners import CitedClaim, CitedHonour, winners_of
from generator.pages.lists.long_lists import UNNAMED, RollLine
from generator.pages.views.links import winner_link
from generator.pages.views.statement_views import ClaimView, claim_view, honour_note
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage, PageGroup
from generator.printing.page import LinkView
from generator.records.edition import Edition, Honour, Order
from generator.records.parse import Entry

# Names of two to four characters stand in a wall; longer ones are those of groups, or carry more than a name.
_LONGEST_NAME = 4
_TWO = 2


@dataclass(frozen=True, slots=True)
class NameView:
    """A line of a roll; ``revocation`` says who revoked it and when."""

    anchor: str
    winner: LinkView
    unit: str
    note: str
    revocation: str

    @property
    def is_padded(self) -> bool:
        """Tell a name of two characters, which rolls draw apart for the eye."""
        return len(self.winner.text) == _TWO


@dataclass(frozen=True, slots=True)
class CategoryView:
    """The winners of one category in the roll's order, in groups by strokes or letter where the roll is long.

    ``is_wall`` tells a roll of persons' names alone, which stand close together.
    """

    name: str
    count: str
    groups: tuple[tuple[str, tuple[NameView, ...]], ...]
    is_wall: bool
    anchor: str
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class RollView:
    """A part of an edition's roll, with what is said above it.

    ``standing`` is what must be said beside its lines, ``revocation`` who revoked it and when.
    """

    name: str
    time: str
    standing: str
    revocation: str
    order: str
    count: int
    categories: tuple[CategoryView, ...]
    claims: tuple[ClaimView, ...]


def roll_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition], page: ListPage[RollLine]) -> RollView:
    """Return a page of an edition's roll, or the beginning of one."""
    edition = entry.record
    lines = [line.cited for group in page.groups if group.anchor == UNNAMED for line in group.rows]
    return RollView(
        name=name_of(catalogue, entry),
        time=edition_time(edition),
        standing=standing_words(edition),
        revocation=_revocation(edition),
        order=edition.order.label if edition.order in {Order.DOCUMENT, Order.NONE} else f"按{edition.order.label}为序",
        count=_count(catalogue, entry),
        categories=tuple(_category(catalogue, entry, group) for group in page.groups if group.anchor != UNNAMED),
        claims=tuple(claim_view(catalogue, where, cited) for cited in lines if isinstance(cited, CitedClaim)),
    )


def _revocation(edition: Edition) -> str:
    """Say who revoked an edition, when and why; nothing where it stands."""
    said = revocation_of(edition)
    return "：".join(part for part in (revocation_words(edition), said.reason) if part) if said else ""


def _count(catalogue: Catalogue, entry: Entry[Edition]) -> int:
    """Return how many lines a roll has, those that were revoked on their own apart."""
    lines = winners_of(catalogue, entry)
    return len(lines) if is_revoked(entry.record) else sum(not cited.honour.revoked for cited in lines)


def _category(catalogue: Catalogue, entry: Entry[Edition], group: PageGroup[RollLine]) -> CategoryView:
    groups = tuple(
        (heading, tuple(_names(catalogue, lines))) for heading, lines in groupby(group.rows, lambda line: line.heading)
    )
    is_wall = group.title not in _with_more_than_names(catalogue, entry)
    total = next((total.count.printed for total in entry.record.totals if total.category == group.title), "")
    words = f"列名 {group.count}，共 {total}" if total else str(group.count)
    return CategoryView(group.title, words, groups, is_wall, group.anchor, group.is_continued)


def _names(catalogue: Catalogue, lines: Iterator[RollLine]) -> Iterator[NameView]:
    for line in lines:
        cited = line.cited
        if isinstance(cited, CitedHonour):
            honour = cited.honour
            revocation = revocation_words(cited.edition, honour)
            winner = winner_link(catalogue, honour)
            yield NameView(cited.anchor, winner, honour.unit or "", honour_note(honour), revocation)


@derived
def _with_more_than_names(catalogue: Catalogue, entry: Entry[Edition]) -> frozenset[str]:
    """Return the categories of an edition in which a line has a unit, a note or a long name, or was revoked."""
    if is_revoked(entry.record):
        return frozenset(group.category for group in entry.record.winners)
    return frozenset(
        group.category
        for group in entry.record.winners
        if any(_is_more_than_a_name(catalogue, honour) for honour in group.honours)
    )


def _is_more_than_a_name(catalogue: Catalogue, honour: Honour) -> bool:
    return bool(
        honour.unit
        or honour.note
        or honour.reason
        or honour.revoked
        or len(winner_link(catalogue, honour).text) > _LONGEST_NAME
    )
