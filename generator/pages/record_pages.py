"""The pages of one record: its own, those on which it goes on, and those of the lists that it only begins.

Each stands a second time at every address that the record had before, and leads on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.names import name_of
from generator.catalogue.places import is_city
from generator.pages.figures.metric_page import metric_view
from generator.pages.honours.edition_page import edition_view
from generator.pages.honours.series_page import series_view
from generator.pages.lists.long_lists import domain_pages, roll_pages, series_pages, source_pages
from generator.pages.lists.paging import planned
from generator.pages.lists.record_lists import cut_lists, whole_pages
from generator.pages.menu import HOME, list_link
from generator.pages.people.person_page import person_view
from generator.pages.people.team_page import team_view
from generator.pages.projects.project_page import project_view
from generator.pages.projects.projects_page import domain_view
from generator.pages.views.list_page import whole_view
from generator.pages.views.pictures_view import shared_image
from generator.pages.views.place_page import place_view
from generator.pages.views.record_page import record_view
from generator.pages.views.source_page import source_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.printing.markup import first_sentence
from generator.printing.page import LinkView, Page, PlannedPage
from generator.printing.things import thing_of
from generator.printing.urls import feed_path, record_path
from generator.records.declared import held_in
from generator.records.document import Document
from generator.records.domain import Domain
from generator.records.edition import Edition
from generator.records.kinds import BY_NAME
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.place import Place
from generator.records.project import Project
from generator.records.record import Record
from generator.records.series import Series
from generator.records.team import Team

_DESCRIPTION = 110


def every_page(catalogue: Catalogue, where: Whereabouts, entry: Entry[Any]) -> Iterator[PlannedPage]:
    """Yield the pages of a record, and one that leads on to each of them from where it was under a former id."""
    pages = [*record_pages(catalogue, where, entry)]
    yield from pages
    folder = entry.kind.plural
    for former in entry.record.formerly:
        for page in pages:
            rest = page.head.path.removeprefix(f"{folder}/{entry.record.id}")
            yield moved_page(page, f"{folder}/{former}{rest}")


def moved_page(page: PlannedPage, path: str) -> PlannedPage:
    """Return the page at a former address of another, which leads on to it."""
    target = LinkView(page.head.title, page.head.path)
    head = replace(page.head, path=path, template="moved", indexed=False)
    return PlannedPage(head, page.origin, lambda: target, target.path)


def record_pages(catalogue: Catalogue, where: Whereabouts, entry: Entry[Any]) -> Iterator[PlannedPage]:
    """Yield the page of a record, those on which it goes on, and those of the lists that it only begins."""
    name, kind = name_of(catalogue, entry), entry.kind
    template, view = _VIEWS.get(kind.model, ("record", record_view))
    about = first_sentence(entry.record.summary or name, _DESCRIPTION)
    crumbs = (HOME, list_link(BY_NAME[kind.listed_with or kind.name]))
    path = record_path(kind.name, entry.record.id)
    lasting = kind.lasting and not entry.is_sample
    feed = feed_path(entry.record.id) if is_city(entry) else ""
    head = Page(path, template, name, about, crumbs=crumbs, short=_short(entry), lasting=lasting, feed=feed)
    thing, image = partial(thing_of, catalogue, entry), partial(shared_image, catalogue, entry)
    if kind.model in _LISTS:
        make = partial(view, catalogue, where, entry)
        pages = planned(_LISTS[kind.model](catalogue, entry), head, entry.path, make, thing)
        yield from (replace(page, image=image) for page in pages)
        return
    yield PlannedPage(head, entry.path, partial(view, catalogue, where, entry), thing=thing, image=image)
    yield from _whole_lists(catalogue, where, entry, (*crumbs, LinkView(_short(entry) or name, path)))


def _short(entry: Entry[Any]) -> str:
    return held_in(entry.record, "short") or ""


# What prints the kinds whose pages are not like those of all others.
_VIEWS: dict[type[Record], tuple[str, Callable[..., object]]] = {
    Project: ("project", project_view),
    Place: ("place", place_view),
    Person: ("person", person_view),
    Team: ("team", team_view),
    Metric: ("metric", metric_view),
    Document: ("source", lambda catalogue, _, entry, number: source_view(catalogue, entry, number)),
    Series: ("series", series_view),
    Domain: ("domain", lambda catalogue, _, entry, number: domain_view(catalogue, entry, number)),
    Edition: ("edition", edition_view),
}
# Those whose page is a list that may go on over several.
_LISTS: dict[type[Record], Callable[[Catalogue, Entry[Any]], Sequence[ListPage[Any]]]] = {
    Document: lambda catalogue, entry: source_pages(catalogue, entry.record.id),
    Series: lambda catalogue, entry: series_pages(catalogue, entry.record.id),
    Domain: lambda catalogue, entry: domain_pages(catalogue, entry.record.id),
    Edition: roll_pages,
}


def _whole_lists(
    catalogue: Catalogue, where: Whereabouts, entry: Entry, crumbs: tuple[LinkView, ...]
) -> Iterator[PlannedPage]:
    for own in cut_lists(catalogue, entry):
        is_list = own.row_type in {"cards", "names"}
        title = f"{name_of(catalogue, entry)}：{own.title}"
        short = f"{_short(entry)}：{own.title}" if _short(entry) else ""
        about = f"{title}，共 {len(own.rows)} {'个' if is_list else '条'}。"
        head = Page("", "list" if is_list else "lines", title, about, crumbs=crumbs, short=short, lasting=False)
        pages = whole_pages(catalogue, entry, own.name)
        yield from planned(pages, head, entry.path, partial(whole_view, catalogue, where, entry, own.name))
