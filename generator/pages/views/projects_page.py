"""The page of all projects: the facets by which readers narrow the list, and the index for its script.

The pages read without a script. The first carries the facets; what a reader asks there, the script answers from the
index, which holds for each project what a card shows and, for each facet, the positions of the project's values there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.places import city_above
from generator.catalogue.winners import best_level
from generator.pages.lists.long_lists import by_city, kind_pages
from generator.pages.views.facets import FacetValue, FacetView, LibraryItem, Positions, facets_of
from generator.pages.views.links import CardView, card
from generator.printing.listed import ListPage
from generator.printing.segmentation import cutter, known_words
from generator.records.kinds import kind_of
from generator.records.parse import Entry
from generator.records.project import Project

KIND = kind_of(Project)
INDEX = "projects/projects-index.js"
# Where a name may break: a space without width.
_BREAK = "\u200b"
# An order by a facet is offered where that facet is.
_ORDERS = (
    ("place", "地区", ""),
    ("name", "名称（拼音）", ""),
    ("since", "开始年份（新的在前）", "since"),
    ("level", "荣誉级别（高的在前）", "level"),
)


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """The first page of all projects, with facets and the orders that readers may choose."""

    title: str
    intro: str
    facets: tuple[FacetView, ...]
    orders: tuple[tuple[str, str], ...]
    list: ListPage[CardView]


def projects_view(catalogue: Catalogue) -> ProjectsView:
    """Return the first page of all projects, with all its tools; the others are plain lists."""
    page = kind_pages(catalogue, KIND)[0].shown_as(lambda entry: card(catalogue, entry))
    facets, _ = _facets(catalogue)
    names = {facet.name for facet in facets}
    orders = tuple((word, label) for word, label, needed in _ORDERS if not needed or needed in names)
    return ProjectsView(KIND.title, KIND.intro, facets, orders, page)


def projects_index(catalogue: Catalogue) -> str:
    """Return every project with its positions, and the values of facets that the page leaves out, as a script.

    A name is cut where it may break, by zero-width spaces; repeated texts are stored once, in ``words``, and referred
    to by index.
    """
    facets, positions = _facets(catalogue)
    names = [facet.name for facet in facets]
    cut = cutter(known_words(catalogue))
    words: dict[str, int] = {}

    def row(entry: Entry) -> tuple[object, ...]:
        one, own = card(catalogue, entry), dict(positions[entry])
        path, name = one.link.path.removeprefix("projects/"), _BREAK.join(cut(one.link.text))
        often = (words.setdefault(text, len(words)) for text in (one.meta, one.badge, one.chars))
        return path, name, one.text, one.cover, *often, "|".join(own.get(facet, "") for facet in names)

    parts = {
        "columns": ["path", "name", "text", "cover", "about", "badge", "chars", "values"],
        "facets": names,
        "hidden_values": {
            facet.name: list(map(_value, facet.hidden_values)) for facet in facets if facet.hidden_values
        },
        "groups": [{"city": group.title, "rows": list(map(row, group.rows))} for group in by_city(catalogue, KIND)],
        "words": list(words),
    }
    return f"window.SHOWCASE_PROJECTS = {json.dumps(parts, ensure_ascii=False, separators=(',', ':'))};\n"


# Not a table: whoever shows the facets has read the projects, and to compare them would take longer than to show them.
@derived
def _facets(catalogue: Catalogue) -> tuple[tuple[FacetView, ...], dict[Entry[Any], Positions]]:
    """Return the facets, and for each project the positions of its values."""
    entries = catalogue.of(Project)
    facets, positions = facets_of(catalogue, _items(catalogue))
    return facets, dict(zip(entries, positions, strict=True))


def _items(catalogue: Catalogue) -> list[LibraryItem]:
    cities: dict[str, int] = {}
    found = []
    for entry in catalogue.of(Project):
        known = [(place, city) for place in entry.record.place if (city := city_above(catalogue, place))]
        places = tuple((place, city.record, cities.setdefault(city.record.id, len(cities))) for place, city in known)
        found.append(LibraryItem(entry.record, best_level(catalogue, entry.key), places))
    return found


def _value(value: FacetValue) -> dict[str, object]:
    return {"word": value.word, "label": value.label, "count": value.count, "is_district": value.is_district}
