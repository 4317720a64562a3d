"""Companions: the names that stand beside a person's on a roll or, where it stands alone there, in the same source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.public import is_hidden
from generator.catalogue.winners import CitedHonour, honours_of, latest_first, winner_of, winners_of
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.person import Person

_MOST = 6


@dataclass(frozen=True, slots=True)
class Companions:
    """Whose names stand together: lines of one category of a roll, or persons whom one source names in one place."""

    lines: Sequence[CitedHonour] = ()
    persons: Sequence[Entry[Person]] = ()


@derived
def companions_of(catalogue: Catalogue, entry: Entry[Person]) -> Companions:
    """Return the names nearest to a person's, on the latest roll that has others or in the same source."""
    for cited in latest_first(honours_of(catalogue, entry.key)):
        lines = tuple(islice(_beside_on_roll(catalogue, cited), _MOST))
        if lines:
            return Companions(lines=tuple(sorted(lines, key=_place_on_roll)))
    named = _named_together(catalogue).get(_source_and_place(entry.record), ())
    return Companions(persons=tuple(other for other in named if other is not entry)[:_MOST])


def _beside_on_roll(catalogue: Catalogue, cited: CitedHonour) -> Iterator[CitedHonour]:
    """Yield the lines of the same category by their distance, but for those revoked and those of hidden persons."""
    group, own = _place_on_roll(cited)
    winners, groups = winners_of(catalogue, cast("Entry[Edition]", cited.entry)), cited.edition.winners
    first, count = sum(len(above.honours) for above in groups[:group]), len(groups[group].honours)
    for distance in range(1, count):
        for at in (own - distance, own + distance):
            if 0 <= at < count and _is_shown(catalogue, winners[first + at]):
                yield winners[first + at]


def _place_on_roll(cited: CitedHonour) -> tuple[int, int]:
    """Return the number of a line's category on its roll, and its own there."""
    _, group, _, own = cited.at
    return int(group), int(own)


def _is_shown(catalogue: Catalogue, cited: CitedHonour) -> bool:
    if cited.is_revoked:
        return False
    winner = winner_of(catalogue, cited.honour)
    return winner is None or not isinstance(winner.record, Person) or not is_hidden(winner.record)


@table
def _named_together(catalogue: Catalogue) -> Mapping[tuple[str, str, str], Sequence[Entry[Person]]]:
    """Return the first persons who are shown, by the source, the passage and the place that they are named with."""
    found: dict[tuple[str, str, str], list[Entry[Person]]] = {}
    for entry in catalogue.of(Person):
        if entry.record.source and not is_hidden(entry.record):
            named = found.setdefault(_source_and_place(entry.record), [])
            # One more than are shown, since a page leaves out its own.
            if len(named) <= _MOST:
                named.append(entry)
    return found


def _source_and_place(person: Person) -> tuple[str, str, str]:
    return next(iter(person.source), ""), person.where or "", next(iter(person.place), "")
