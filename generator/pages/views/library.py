"""The project library: every project as a card, and the facets by which readers narrow the list.

The whole list is printed, grouped by city, so that it reads without a script. A card carries, for each facet, the
positions of its values in that facet; the script only counts, hides and sorts what stands there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.pages.views.facets import FacetView, Listed, Marks, facets_of
from generator.pages.views.links import CardView, card
from generator.pages.views.lists import ELSEWHERE, INTROS, city_of
from generator.records.place import Place
from generator.records.project import Project

# An order by a facet is offered where that facet is.
_ORDERS = (
    ("place", "地区", ""),
    ("name", "名称（拼音）", ""),
    ("since", "开始年份（新的在前）", "since"),
    ("level", "荣誉级别（高的在前）", "level"),
)


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """A project's card, and for each facet the positions of its values there."""

    card: CardView
    data: Marks


@dataclass(frozen=True, slots=True)
class ProjectGroup:
    """The projects of one city, with an anchor to jump to."""

    anchor: str
    title: str
    projects: tuple[ProjectCard, ...]


@dataclass(frozen=True, slots=True)
class LibraryView:
    """Every project, by city, with facets and the orders that readers may choose."""

    title: str
    intro: str
    count: int
    groups: tuple[ProjectGroup, ...]
    facets: tuple[FacetView, ...]
    orders: tuple[tuple[str, str], ...]


def library_view(catalogue: Catalogue) -> LibraryView:
    """Return the project library."""
    listed = _listed(catalogue)
    facets, marks = facets_of(catalogue, listed)
    names = {facet.name for facet in facets}
    return LibraryView(
        title="项目库",
        intro=INTROS["project"],
        count=len(listed),
        groups=_groups(listed, marks),
        facets=facets,
        orders=tuple((word, label) for word, label, needed in _ORDERS if not needed or needed in names),
    )


def _listed(catalogue: Catalogue) -> list[Listed]:
    cities: dict[str, int] = {}
    found = []
    for entry in catalogue.of("project"):
        city = city_of(catalogue, entry)
        place = city.record if city and isinstance(city.record, Place) else None
        at = cities.setdefault(place.id, len(cities)) if place else -1
        if isinstance(entry.record, Project):
            found.append(Listed(entry.record, card(catalogue, entry), place, at))
    return found


def _groups(listed: Iterable[Listed], marks: Iterable[Marks]) -> tuple[ProjectGroup, ...]:
    found: dict[tuple[str, str], list[ProjectCard]] = {}
    for one, own in zip(listed, marks, strict=True):
        key = (one.city.id, one.city.name) if one.city else ("elsewhere", ELSEWHERE)
        found.setdefault(key, []).append(ProjectCard(one.card, own))
    ordered = sorted(found.items(), key=lambda group: group[0][1] == ELSEWHERE)
    return tuple(ProjectGroup(anchor, title, tuple(projects)) for (anchor, title), projects in ordered)
