"""Facets of the list of projects: what may be asked of a project, and the answers with their counts.

In the index a value is its position in its facet; in the address it is its word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.places import ancestors
from generator.records.level import Level
from generator.records.place import DISTRICTS, Place
from generator.records.project import Project

# A facet with more values shows the rest on request, so that the last facet is not a screen away and the page is light.
_AT_FIRST = 8
_LIBRARY = {"in": "在库", "left": "已出库", "none": "没有入库记录"}
# The positions of a project's values, by facet.
Positions = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One box to tick: its position, its word in the address, its label, how many projects have it.

    ``is_district`` positions a district that stands below its city.
    """

    key: int
    word: str
    label: str
    count: int
    is_district: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A question about projects with its answers; ``hidden_values`` are those that show on request."""

    name: str
    label: str
    values: tuple[FacetValue, ...]
    hidden_values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """A project with all that its facets ask for; each of its places comes with its city and that one's position."""

    project: Project
    level: Level
    places: tuple[tuple[str, Place, int], ...]


class _Value(NamedTuple):
    """A value of one project; values of a facet stand by ``rank``, then the most common first."""

    word: str
    label: str
    rank: tuple[int, ...] = ()
    is_district: bool = False


def facets_of(catalogue: Catalogue, listed: list[LibraryItem]) -> tuple[tuple[FacetView, ...], list[Positions]]:
    """Return the facets that part some projects from others, and for each project the positions of its values."""
    facets: list[FacetView] = []
    positions: list[list[tuple[str, str]]] = [[] for _ in listed]
    for name, label, values_of in _FACETS:
        values = [values_of(catalogue, one) for one in listed]
        facet = _facet(name, label, values)
        if facet is not None:
            facets.append(facet)
            _note_positions(facet, values, positions)
    return tuple(facets), [tuple(found) for found in positions]


def _facet(name: str, label: str, values: list[list[_Value]]) -> FacetView | None:
    """Return a facet, or nothing where it would part no project from another."""
    counts = Counter(value for found in values for value in found)
    if not counts or (len(counts) == 1 and all(values)):
        return None
    ordered = sorted(counts, key=lambda value: (value.rank, -counts[value], value.label))
    found = tuple(
        FacetValue(key, value.word, value.label, counts[value], value.is_district) for key, value in enumerate(ordered)
    )
    return FacetView(name, label, found[:_AT_FIRST], found[_AT_FIRST:])


def _note_positions(facet: FacetView, values: list[list[_Value]], positions: list[list[tuple[str, str]]]) -> None:
    keys = {value.word: value.key for value in (*facet.values, *facet.hidden_values)}
    for found, own in zip(values, positions, strict=True):
        if found:
            own.append((facet.name, " ".join(str(keys[value.word]) for value in found)))


def _places(catalogue: Catalogue, one: LibraryItem) -> list[_Value]:
    """Return each city, and the district below it where the project lies in one."""
    found: list[_Value] = []
    for place, city, index in one.places:
        found.append(_Value(city.id, city.name, (index, 0)))
        line = (above.record for above in ancestors(catalogue, place))
        districts = (record for record in line if record.level in DISTRICTS and record is not city)
        found.extend(_Value(record.id, record.name, (index, 1), is_district=True) for record in districts)
    return [*dict.fromkeys(found)]


def _domain(_: Catalogue, one: LibraryItem) -> list[_Value]:
    return [_Value(one.project.domain, one.project.domain)] if one.project.domain else []


def _audience(_: Catalogue, one: LibraryItem) -> list[_Value]:
    return [_Value(word, word) for word in dict.fromkeys(one.project.audience)]


def _level(_: Catalogue, one: LibraryItem) -> list[_Value]:
    """Return the best level of honour, which the badge on the card says too."""
    level = one.level
    return [] if level is Level.OTHER else [_Value(level.value, f"{level.label}荣誉", (level.rank,))]


def _since(_: Catalogue, one: LibraryItem) -> list[_Value]:
    since = one.project.since
    return [_Value(str(since.year), f"{since.year}年", (-since.year,))] if since else []


def _library(_: Catalogue, one: LibraryItem) -> list[_Value]:
    """Return whether the project is in a library: in one that it has not left, else left, else never said to be."""
    stays = one.project.library
    word = "none" if not stays else "left" if all(stay.left for stay in stays) else "in"
    return [_Value(word, _LIBRARY[word], (list(_LIBRARY).index(word),))]


_FACETS: tuple[tuple[str, str, Callable[[Catalogue, LibraryItem], list[_Value]]], ...] = (
    ("place", "地区", _places),
    ("domain", "领域", _domain),
    ("audience", "服务对象", _audience),
    ("level", "荣誉级别", _level),
    ("since", "开始年份", _since),
    ("library", "入库情况", _library),
)
