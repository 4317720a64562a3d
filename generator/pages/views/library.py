"""The project library: its pages by city, the facets by which readers narrow the list, and the index for its script.

The pages read without a script. The first carries the facets; what a reader asks there, the script answers from the
index, which holds for each project what a card shows and, for each facet, the positions of the project's values there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.pages.urls import page_path
from generator.pages.views.facets import FacetValue, FacetView, Listed, Marks, facets_of
from generator.pages.views.links import CardView, card
from generator.pages.views.lists import ELSEWHERE, INTROS, ListView, card_size, city_of
from generator.pages.views.page import LinkView
from generator.pages.views.paging import Group, PagedView, group_rows, paged, size
from generator.records.place import Place
from generator.records.project import Project

PATH = "projects/index.html"
INDEX = "projects/library-index.js"
TITLE = "项目库"
# The tags of a box to tick and of a facet, and the controls around the cards, in bytes.
_BOX = 110
_FACET = 230
_CONTROLS = 2_000
# An order by a facet is offered where that facet is.
_ORDERS = (
    ("place", "地区", ""),
    ("name", "名称（拼音）", ""),
    ("since", "开始年份（新的在前）", "since"),
    ("level", "荣誉级别（高的在前）", "level"),
)


@dataclass(frozen=True, slots=True)
class LibraryView:
    """The first page of the library, with facets and the orders that readers may choose."""

    title: str
    intro: str
    facets: tuple[FacetView, ...]
    orders: tuple[tuple[str, str], ...]
    list: PagedView[CardView]


@dataclass(frozen=True, slots=True)
class _Library:
    """Every project by city, each with the positions of its values."""

    groups: tuple[Group[tuple[CardView, Marks]], ...]
    facets: tuple[FacetView, ...]


def library_views(catalogue: Catalogue) -> tuple[LibraryView, *tuple[ListView, ...]]:
    """Return the pages of the library: the first with all its tools, the others plain lists."""
    library = _library(catalogue)
    names = {facet.name for facet in library.facets}
    groups = [Group(of.anchor, of.title, [one for one, _ in of.rows], of.count) for of in library.groups]
    furniture = _CONTROLS + sum(map(_facet_size, library.facets))
    first, *others = paged(groups, card_size, lambda number: page_path(PATH, number), furniture)
    intro = INTROS["project"]
    tool = LinkView("筛选和排序", PATH)
    return (
        LibraryView(
            title=TITLE,
            intro=intro,
            facets=library.facets,
            orders=tuple((word, label) for word, label, needed in _ORDERS if not needed or needed in names),
            list=first,
        ),
        *(ListView(TITLE, intro, covers=True, list=page, tool=tool) for page in others),
    )


def library_index(catalogue: Catalogue) -> str:
    """Return every project with its marks, and the values of facets that the page leaves out, as a script."""
    library = _library(catalogue)
    words: dict[str, int] = {}
    names = [facet.name for facet in library.facets]
    groups = [
        (of.anchor, of.title, [_row(one, marks, names, words) for one, marks in of.rows]) for of in library.groups
    ]
    parts = {
        "rest": {facet.name: [_value(value) for value in facet.rest] for facet in library.facets if facet.rest},
        "groups": groups,
        "words": list(words),
    }
    return f"window.SHOWCASE_LIBRARY = {json.dumps(parts, ensure_ascii=False, separators=(',', ':'))};\n"


def _row(one: CardView, marks: Marks, names: list[str], words: dict[str, int]) -> tuple[object, ...]:
    """Return a card; what many cards say alike stands once among the words."""
    often = [words.setdefault(text, len(words)) for text in (one.meta, one.badge, one.signs)]
    of = dict(marks)
    keys = "|".join(of.get(name, "") for name in names)
    return one.link.path.removeprefix("projects/"), one.link.text, one.text, one.cover, *often, keys


def _value(value: FacetValue) -> tuple[object, ...]:
    return value.word, value.label, value.count, int(value.inner)


def _library(catalogue: Catalogue) -> _Library:
    return catalogue.once("library", lambda: _made(catalogue))


def _made(catalogue: Catalogue) -> _Library:
    listed = _listed(catalogue)
    facets, marks = facets_of(catalogue, listed)
    return _Library(_groups(listed, marks), facets)


def _facet_size(facet: FacetView) -> int:
    return _FACET + sum(_BOX + size(facet.name, value.word, value.label) for value in facet.values)


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


def _groups(listed: Iterable[Listed], marks: Iterable[Marks]) -> tuple[Group[tuple[CardView, Marks]], ...]:
    rows = (
        ((one.city.id, one.city.name) if one.city else ("elsewhere", ELSEWHERE), (one.card, own))
        for one, own in zip(listed, marks, strict=True)
    )
    return tuple(sorted(group_rows(rows), key=lambda group: group.title == ELSEWHERE))
