"""Lists that a record's page only begins, and the pages on which they stand whole.

A city has thousands of projects and may have a hundred figures. Its page shows as much of each list as it has room for,
and leads on to the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.places import ancestors
from generator.pages.urls import whole_path
from generator.pages.views.links import CardView, card
from generator.pages.views.lists import ListView, card_views
from generator.pages.views.page import LinkView
from generator.pages.views.paging import group_rows, size
from generator.records.parse import Entry

T = TypeVar("T")

# Bytes of a record's page beside styles and frame. A view written out is about as long as what its template prints.
ROOM_ON_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Fit:
    """How much of each list a record's page shows: cards of related records or, where it is narrow, names alone."""

    cards: int
    names: int
    figures: int
    goals: int
    items: int
    lines: int


# From the most to the least; the first that has room is taken.
FITS = (
    Fit(cards=6, names=0, figures=60, goals=60, items=60, lines=12),
    Fit(cards=4, names=0, figures=12, goals=8, items=12, lines=8),
    Fit(cards=0, names=8, figures=12, goals=6, items=6, lines=6),
    Fit(cards=0, names=6, figures=9, goals=4, items=4, lines=4),
    Fit(cards=0, names=4, figures=9, goals=3, items=3, lines=3),
    Fit(cards=0, names=3, figures=8, goals=2, items=2, lines=2),
    Fit(cards=0, names=3, figures=6, goals=2, items=1, lines=2),
    Fit(cards=0, names=2, figures=4, goals=1, items=1, lines=2),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """All records of one sort that a record's page lists; ``name`` stands in the address of the whole list.

    Where another page lists the same records already, ``elsewhere`` is its path.
    """

    name: str
    title: str
    entries: Sequence[Entry]
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """The beginning of a list of records, as cards or as names: so many there are, the whole stands at ``more``.

    ``entries`` are those of which the whole list is still to be made.
    """

    anchor: str
    title: str
    cards: tuple[CardView, ...]
    names: tuple[LinkView, ...]
    count: int
    more: str
    entries: Sequence[Entry] = field(repr=False)


def first_fitting(make: Callable[[Fit], T]) -> T:
    """Return the fullest view that a page has room for, else the least of all."""
    view = make(FITS[0])
    for fit in FITS[1:]:
        if size(str(view)) <= ROOM_ON_PAGE:
            break
        view = make(fit)
    return view


def begin(catalogue: Catalogue, entry: Entry, listings: Iterable[Listing], fit: Fit) -> tuple[RelatedView, ...]:
    """Return the beginnings of lists of records."""
    return tuple(_begun(catalogue, entry, listing, fit) for listing in listings if listing.entries)


def _begun(catalogue: Catalogue, entry: Entry, listing: Listing, fit: Fit) -> RelatedView:
    unique = list({other.key: other for other in listing.entries}.values())
    most = fit.cards or fit.names
    cards = [card(catalogue, other) for other in unique[:most]]
    path = listing.elsewhere or whole_path(entry.kind.name, entry.record.id, listing.name)
    is_cut = len(unique) > most
    return RelatedView(
        anchor=listing.name,
        title=listing.title,
        cards=tuple(cards) if fit.cards else (),
        names=() if fit.cards else tuple(one.link for one in cards),
        count=len(unique),
        more=path if is_cut else "",
        entries=unique if is_cut and not listing.elsewhere else (),
    )


def lead_on(entry: Entry, lists: Iterable[tuple[str, int, int]]) -> dict[str, LinkView]:
    """Return, by name, the links to the lists that have more lines than the page shows of them."""
    kind, own = entry.kind.name, entry.record.id
    return {
        name: LinkView(f"全部 {count} 条", whole_path(kind, own, name)) for name, count, most in lists if count > most
    }


def whole_cards(catalogue: Catalogue, name: str, begun: RelatedView, below: str = "") -> tuple[ListView, ...]:
    """Return the pages of a whole list of records, in groups by the parts of a place where one is named."""
    own = (begun.anchor, begun.title)
    rows = ((_part(catalogue, other, below) or own, card(catalogue, other)) for other in begun.entries)
    covers = begun.anchor == "projects"
    return card_views(begun.more, f"{name}：{begun.title}", "", group_rows(rows), covers=covers)


def _part(catalogue: Catalogue, entry: Entry, below: str) -> tuple[str, str] | None:
    """Return the part of a place that a record lies in: the place below it on the way up."""
    place = getattr(entry.record, "place", None) if below else None
    line = ancestors(catalogue, place) if place else []
    for part, above in pairwise(line):
        if above.record.id == below:
            return part.record.id, part.record.name
    return None
