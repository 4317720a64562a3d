"""The pages of projects: of all, with the fields and facets by which readers narrow the list, and of one field.

They read without a script: the grid of fields leads to the page of each. With one it narrows the list, and what is
asked besides is answered from the index, which holds for each project what a card shows and, for each facet, the
positions of the project's values there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.domains import projects_by_domain, words_of
from generator.catalogue.places import city_above
from generator.catalogue.winners import best_level
from generator.pages.lists.long_lists import by_city, domain_pages, kind_pages
from generator.pages.projects.facets import (
    DOMAIN,
    NONE,
    UNSORTED,
    FacetValue,
    FacetView,
    LibraryItem,
    Positions,
    facets_of,
)
from generator.pages.views.links import CardView, CoverView, card, domain_cover, in_turn
from generator.printing.listed import ListPage
from generator.printing.markup import to_html
from generator.printing.page import LinkView
from generator.printing.segmentation import cutter, known_words
from generator.printing.urls import list_path, record_path
from generator.records.domain import Domain
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
class PickView:
    """One field in the grid: its word, its sign, how many projects it has, its page, the other words that count as it.

    What is in no field has no sign and no page.
    """

    word: str
    label: str
    count: int
    cover: CoverView
    path: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """A page of all projects, with fields, facets and the orders that readers may choose.

    ``covers`` are the covers of all fields, for the script to copy.
    """

    title: str
    count: int
    picks: tuple[PickView, ...]
    facets: tuple[FacetView, ...]
    orders: tuple[tuple[str, str], ...]
    covers: tuple[CoverView, ...]
    list: ListPage[CardView]


@dataclass(frozen=True, slots=True)
class DomainView:
    """A page of one field: its projects, and the ways to the other fields and to the list of all projects."""

    title: str
    about: Markup
    cover: CoverView
    picks: tuple[PickView, ...]
    all: LinkView
    all_count: int
    list: ListPage[CardView]


def projects_view(catalogue: Catalogue, number: int) -> ProjectsView:
    """Return a page of all projects."""
    page = kind_pages(catalogue, KIND)[number - 1]
    facets, picks = tuple(_facet_views(catalogue)), tuple(_picks(catalogue))
    names = {facet.name for facet in facets}
    return ProjectsView(
        title=KIND.title,
        count=page.count,
        picks=picks if DOMAIN in names else (),
        facets=tuple(facet for facet in facets if facet.name != DOMAIN),
        orders=tuple((word, label) for word, label, needed in _ORDERS if not needed or needed in names),
        covers=tuple(pick.cover for pick in picks if pick.path),
        list=page.shown_as(in_turn(catalogue)),
    )


def domain_view(catalogue: Catalogue, entry: Entry[Domain], number: int) -> DomainView:
    """Return a page of the projects of one field."""
    page = domain_pages(catalogue, entry.record.id)[number - 1]
    return DomainView(
        title=entry.record.name,
        about=to_html(entry.record.summary or ""),
        cover=domain_cover(entry.record),
        picks=tuple(_picks(catalogue)),
        all=LinkView(KIND.title, list_path(KIND)),
        all_count=kind_pages(catalogue, KIND)[0].count,
        list=page.shown_as(in_turn(catalogue)),
    )


def projects_index(catalogue: Catalogue) -> str:
    """Return every project with its positions, and the values of facets that the page leaves out, as a script.

    A name is cut where it may break, by zero-width spaces; repeated texts are stored once, in ``words``, and referred
    to by index. A cover is the word of its field or, behind an empty one, the short name above the motif.
    """
    facets, positions = _facets(catalogue)
    names = [facet.name for facet in facets]
    cut = cutter(known_words(catalogue))
    words: dict[str, int] = {}

    def row(entry: Entry) -> tuple[object, ...]:
        one, own = card(catalogue, entry), dict(positions[entry])
        path, name = one.link.path.removeprefix("projects/"), _BREAK.join(cut(one.link.text))
        field, alone = (one.cover.words, "") if one.cover.colour else ("", _BREAK.join(cut(one.cover.words)))
        often = (words.setdefault(text, len(words)) for text in (one.meta, one.badge, field))
        picture = one.cover.picture.told("../") if one.cover.picture else ""
        return path, name, one.text, alone, picture, *often, "|".join(own.get(facet, "") for facet in names)

    parts = {
        "columns": ["path", "name", "text", "alone", "picture", "about", "badge", "field", "values"],
        "facets": names,
        "hidden_values": {
            facet.name: list(map(_value, facet.hidden_values)) for facet in facets if facet.hidden_values
        },
        "groups": [{"city": group.title, "rows": list(map(row, group.rows))} for group in by_city(catalogue, KIND)],
        "words": list(words),
    }
    return f"window.SHOWCASE_PROJECTS = {json.dumps(parts, ensure_ascii=False, separators=(',', ':'))};\n"


@table
def _picks(catalogue: Catalogue) -> tuple[PickView, ...]:
    """Return the fields that have projects, as staff have ordered them, then how many projects are in none."""
    of = projects_by_domain(catalogue)
    picks = [_pick(entry.record, len(of[entry.record.id])) for entry in catalogue.of(Domain) if entry.record.id in of]
    left = len(catalogue.of(Project)) - sum(pick.count for pick in picks)
    return *picks, *([PickView(NONE, UNSORTED, left, CoverView(""), "", ())] if left and picks else [])


def _pick(domain: Domain, count: int) -> PickView:
    path = record_path("domain", domain.id)
    return PickView(domain.name, domain.name, count, domain_cover(domain), path, words_of(domain)[1:])


@table
def _facet_views(catalogue: Catalogue) -> tuple[FacetView, ...]:
    """Return the facets for the pages; most of them stay as they are when a project changes."""
    return _facets(catalogue)[0]


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
