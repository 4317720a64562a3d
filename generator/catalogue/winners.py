"""Winner lines and counted honours, over editions, records and places; and who a winner is.

A winner line and a claim inherit the sources of their edition unless they name their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from generator.catalogue.catalogue import Catalogue, Key, derived, table
from generator.catalogue.citations import Cited
from generator.catalogue.editions import edition_order
from generator.catalogue.places import records_in, with_descendants
from generator.catalogue.standing import is_in_force, is_revoked, standing_words
from generator.records.declared import fields_of
from generator.records.edition import Claim, Edition, Honour
from generator.records.fields import Reference
from generator.records.kinds import BY_NAME
from generator.records.level import Level
from generator.records.parse import Entry
from generator.records.series import Series


@dataclass(frozen=True, slots=True)
class CitedHonour(Cited):
    """One winner line with its edition and category."""

    edition: Edition
    category: str
    honour: Honour

    @property
    def is_revoked(self) -> bool:
        """Return whether the line, or its whole edition, was revoked."""
        return is_revoked(self.edition, self.honour)

    @property
    def is_in_force(self) -> bool:
        """Return whether it counts: neither revoked nor on public notice."""
        return is_in_force(self.edition, self.honour)

    @property
    def standing(self) -> str:
        """Return what must be said beside it; nothing where it is in force."""
        return standing_words(self.edition, self.honour)


@dataclass(frozen=True, slots=True)
class CitedClaim(Cited):
    """A counted honour without names, with its edition."""

    edition: Edition
    claim: Claim


@derived
def winners_of(_: Catalogue, entry: Entry[Edition]) -> Sequence[CitedHonour]:
    """Return the winner lines of an edition, in the order written."""
    groups = enumerate(entry.record.winners)
    return tuple(_honour(entry, i, j) for i, group in groups for j in range(len(group.honours)))


def every_winner(catalogue: Catalogue) -> Iterator[CitedHonour]:
    """Yield the winner lines of all editions, in file order, those revoked included."""
    for entry in catalogue.of(Edition):
        yield from winners_of(catalogue, entry)


@table
def honours_in_force(catalogue: Catalogue) -> Sequence[CitedHonour]:
    """Return the winner lines that count, over all editions, in file order."""
    return tuple(cited for cited in every_winner(catalogue) if cited.is_in_force)


@derived
def claims_of_edition(_: Catalogue, entry: Entry[Edition]) -> Sequence[CitedClaim]:
    """Return the unnamed honours of an edition."""
    return tuple(_claim(entry, i) for i in range(len(entry.record.unnamed)))


@derived
def honours_of(catalogue: Catalogue, key: Key) -> Sequence[CitedHonour]:
    """Return the winner lines that name a record, over all editions; those revoked honour nobody."""
    found: list[CitedHonour] = []
    for link in catalogue.citing(key, Edition):
        match link.at:
            case ("winners", int(i), "honours", int(j), _):
                found.append(_honour(link.origin, i, j))
    return tuple(cited for cited in found if not cited.is_revoked)


def claims_of(catalogue: Catalogue, key: Key) -> Sequence[CitedClaim]:
    """Return the unnamed honours that concern a place or a team, but for those revoked."""
    found: list[CitedClaim] = []
    for link in catalogue.citing(key, Edition):
        match link.at:
            case ("unnamed", int(i), _):
                found.append(_claim(link.origin, i))
    return tuple(cited for cited in found if not is_revoked(cited.edition))


def level_of(catalogue: Catalogue, edition: Edition) -> Level:
    """Return the level of an edition's series."""
    return catalogue.record(Series, edition.series).level


def best_level(catalogue: Catalogue, key: Key) -> Level:
    """Return the highest level of the honours in force that a record holds; OTHER where no level is known."""
    levels = (level_of(catalogue, cited.edition) for cited in honours_of(catalogue, key) if cited.is_in_force)
    return min(levels, key=lambda level: level.rank, default=Level.OTHER)


def best_honour(catalogue: Catalogue, key: Key) -> CitedHonour | None:
    """Return the honour in force of the highest level that a record holds, of several the latest."""
    held = (cited for cited in latest_first(honours_of(catalogue, key)) if cited.is_in_force)
    return min(held, key=lambda cited: level_of(catalogue, cited.edition).rank, default=None)


@table
def honours_inside(catalogue: Catalogue, place_id: str) -> Sequence[CitedHonour]:
    """Return the winner lines of all that lies in a place, the highest level first, places before other winners."""
    places = [("place", inside) for inside in with_descendants(catalogue, place_id)[1:]]
    lying = [
        entry.key
        for reference in recipients().values()
        if "place" in fields_of(BY_NAME[reference.kind].model) and reference.kind != "place"
        for entry in records_in(catalogue, place_id, BY_NAME[reference.kind].model)
    ]
    lines = (cited for key in (*places, *lying) for cited in honours_of(catalogue, key))
    return tuple(sorted(lines, key=lambda cited: level_of(catalogue, cited.edition).rank))


def latest_first(honours: Iterable[CitedHonour]) -> Sequence[CitedHonour]:
    """Return honours by the time of their edition, the newest first, those whose year nobody wrote last."""
    return tuple(sorted(honours, key=lambda cited: edition_order(cited.edition), reverse=True))


# A home page shows eight names, and as many projects as fit.
_LATEST = 64
# So many of one roll come before those of the next.
_OF_ONE_ROLL = 3


@table
def latest_honours(catalogue: Catalogue) -> Sequence[CitedHonour]:
    """Return the latest winner lines that count, over all editions, those of one year mixed."""
    return _mixed(latest_first(honours_in_force(catalogue)))[:_LATEST]


def _mixed(honours: Sequence[CitedHonour]) -> list[CitedHonour]:
    """Return honours year by year, of each the first few of every roll before the rest."""
    found: list[CitedHonour] = []
    for _, of_year in groupby(honours, lambda cited: cited.edition.year and cited.edition.year.year):
        taken: Counter[str] = Counter()
        rest: list[CitedHonour] = []
        for cited in of_year:
            taken[cited.entry.record.id] += 1
            (found if taken[cited.entry.record.id] <= _OF_ONE_ROLL else rest).append(cited)
        found += rest
    return found


@cache
def recipients() -> dict[str, Reference]:
    """Return the fields of a winner line that lead to a winner, with what each refers to."""
    shapes = fields_of(Honour).values()
    return {shape.name: shape.reference for shape in shapes if shape.reference and not shape.many}


def winner_of(catalogue: Catalogue, honour: Honour) -> Entry | None:
    """Return the record of a winner, where there is one."""
    for name, reference in recipients().items():
        if text := getattr(honour, name):
            entry = catalogue.resolve(reference, text)
            if entry is not None:
                return entry
    return None


def _honour(entry: Entry[Edition], i: int, j: int) -> CitedHonour:
    edition = entry.record
    group = edition.winners[i]
    honour = group.honours[j]
    documents, where = honour.source or edition.source, honour.where or edition.where
    return CitedHonour(entry, ("winners", i, "honours", j), documents, where, edition, group.category, honour)


def _claim(entry: Entry[Edition], i: int) -> CitedClaim:
    edition = entry.record
    claim = edition.unnamed[i]
    documents, where = claim.source or edition.source, claim.where or edition.where
    return CitedClaim(entry, ("unnamed", i), documents, where, edition, claim)
