"""Winners as names on stone: who, what for, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.names import short_name
from generator.catalogue.places import places_of
from generator.catalogue.winners import CitedHonour, winner_of
from generator.pages.views.links import link_to
from generator.pages.whereabouts import Whereabouts
from generator.printing.page import LinkView
from generator.records.parse import Entry
from generator.records.place import Place

_ONE_LINE = 9


@dataclass(frozen=True, slots=True)
class NameView:
    """One winner: the name with the way to its record or, without one, to its line on the roll."""

    link: LinkView
    award: str
    place: str
    year: str
    standing: str

    @property
    def line(self) -> str:
        """Say where and when."""
        return " ".join(word for word in (self.place, self.year) if word)


def name_view(catalogue: Catalogue, where: Whereabouts, cited: CitedHonour) -> NameView:
    """Return a winner line as a name."""
    winner = winner_of(catalogue, cited.honour)
    place = catalogue.get(Place, next(iter(places_of(winner)), None)) if winner else None
    year = cited.edition.year
    path = link_to(catalogue, winner).path if winner else where.winner(cited.entry, cited.anchor)
    return NameView(
        link=LinkView(_upright(winner) if winner else cited.honour.name or "", path),
        award=cited.category,
        place=place.record.name if place else "",
        year=str(year.year) if year else "",
        standing=cited.standing,
    )


def _upright(winner: Entry) -> str:
    """Return the name of a record as it stands upright: whole where it fits in one line."""
    return winner.record.name if len(winner.record.name) <= _ONE_LINE else short_name(winner)


def name_views(
    catalogue: Catalogue, where: Whereabouts, honours: Iterable[CitedHonour], most: int
) -> tuple[NameView, ...]:
    """Return the first winners of several honours, each name once."""
    return tuple(_first(most, (name_view(catalogue, where, cited) for cited in honours)))


def _first(most: int, names: Iterable[NameView]) -> Iterator[NameView]:
    seen: set[LinkView] = set()
    for name in names:
        if name.link in seen:
            continue
        seen.add(name.link)
        yield name
        if len(seen) == most:
            return
