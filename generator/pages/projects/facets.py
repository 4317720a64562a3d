"""Facets of the list of projects: what may be asked of a project, and the answers with their counts.

In the index a value is its position in its facet; in the address it is its word. That sources do not say is an answer
too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.domains import domain_of
from generator.catalogue.name_order import natural
from generator.catalogue.places import ancestors
from generator.records.domain import Domain
from generator.records.level import Level
from generator.records.place import DISTRICTS, Place
from generator.records.project import Project

# A facet with more values shows the rest on request, so that the last facet is not a screen away and the page is light.
_AT_FIRST = 8
# A facet that fewer projects answer says more of the sources than of the projects.
_LEAST_COVERAGE = 0.3
_LIBRARY = {"in": "在库", "left": "已出库"}
NONE = "none"
UNSORTED = "未分类"
DOMAIN = "domain"
# The positions of a project's values, by facet.
Positions = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One answer: its position, its word in the address, its label, how many projects have it.

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


class _Question(NamedTuple):
    """What may be asked of projects; ``unsaid`` is the answer of those that have none, ``least`` the share that must.

    Without words for it, having no answer is no answer: nobody looks for projects that were not honoured.
    """

    name: str
    label: str
    values_of: Callable[[Catalogue, LibraryItem], list[_Value]]
    unsaid: str = "未注明"
    least: float = _LEAST_COVERAGE


def facets_of(catalogue: Catalogue, listed: list[LibraryItem]) -> tuple[tuple[FacetView, ...], list[Positions]]:
    """Return the facets that part some projects from others, and for each project the positions of its values."""
    facets: list[FacetView] = []
    positions: list[list[tuple[str, str]]] = [[] for _ in listed]
    for question in _QUESTIONS:
        values = [question.values_of(catalogue, one) for one in listed]
        if _parts_some(question, values):
            answered = [found or _unsaid(question) for found in values]
            facet = _facet(question, answered)
            facets.append(facet)
            _note_positions(facet, answered, positions)
    return tuple(facets), [tuple(found) for found in positions]


def _parts_some(question: _Question, values: list[list[_Value]]) -> bool:
    """Return whether projects give several answers, and enough of them any."""
    several = len({value.word for found in values for value in found}) > 1
    return several and sum(map(bool, values)) >= question.least * len(values)


def _unsaid(question: _Question) -> list[_Value]:
    return [_Value(NONE, question.unsaid)] if question.unsaid else []


def _facet(question: _Question, values: list[list[_Value]]) -> FacetView:
    counts = Counter(value for found in values for value in found)
    ordered = sorted(counts, key=lambda value: (value.word == NONE, value.rank, -counts[value], natural(value.label)))
    found = tuple(
        FacetValue(key, value.word, value.label, counts[value], value.is_district) for key, value in enumerate(ordered)
    )
    # All fields stand at the top of the page.
    shown = len(found) if question.name == DOMAIN else _AT_FIRST
    return FacetView(question.name, question.label, found[:shown], found[shown:])


def _note_positions(facet: FacetView, values: list[list[_Value]], positions: list[list[tuple[str, str]]]) -> None:
    keys = {value.word: value.key for value in (*facet.values, *facet.hidden_values)}
    for found, own in zip(values, positions, strict=True):
        if found:
            own.append((facet.name, " ".join(str(keys[value.word]) for value in found)))


def _domain(catalogue: Catalogue, one: LibraryItem) -> list[_Value]:
    """Return the field that a project's word counts as; fields stand as staff have ordered them."""
    domain = domain_of(catalogue, one.project)
    if domain is None:
        return []
    return [_Value(domain.record.name, domain.record.name, (catalogue.of(Domain).index(domain),))]


def _places(catalogue: Catalogue, one: LibraryItem) -> list[_Value]:
    """Return each city, and the district below it where the project lies in one."""
    found: list[_Value] = []
    for place, city, index in one.places:
        found.append(_Value(city.id, city.name, (index, 0)))
        line = (above.record for above in ancestors(catalogue, place))
        districts = (record for record in line if record.level in DISTRICTS and record is not city)
        found.extend(_Value(record.id, record.name, (index, 1), is_district=True) for record in districts)
    return [*dict.fromkeys(found)]


def _audience(_: Catalogue, one: LibraryItem) -> list[_Value]:
    return [_Value(word, word) for word in dict.fromkeys(one.project.audience)]


def _level(_: Catalogue, one: LibraryItem) -> list[_Value]:
    """Return the best level of honour, which the card says too."""
    level = one.level
    return [] if level is Level.OTHER else [_Value(level.value, level.label, (level.rank,))]


def _since(_: Catalogue, one: LibraryItem) -> list[_Value]:
    since = one.project.since
    return [_Value(str(since.year), f"{since.year}年", (-since.year,))] if since else []


def _library(_: Catalogue, one: LibraryItem) -> list[_Value]:
    """Return whether the project is in a library, or has left each that it was in."""
    stays = one.project.library
    if not stays:
        return []
    word = "left" if all(stay.left for stay in stays) else "in"
    return [_Value(word, _LIBRARY[word], (list(_LIBRARY).index(word),))]


_QUESTIONS = (
    _Question(DOMAIN, "领域", _domain, UNSORTED, least=0),
    _Question("place", "地区", _places),
    _Question("level", "得过的荣誉", _level, "", least=0),
    _Question("audience", "服务对象", _audience),
    _Question("since", "开始年份", _since),
    _Question("library", "入库情况", _library, "没有入库记录"),
)
