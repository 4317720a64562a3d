"""The pages of long lists: those of a list that is split, and those of the lists that a record's page only begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from generator.catalogue.catalogue import Catalogue
from generator.pages.views.lines import whole_lines
from generator.pages.views.links import name_of
from generator.pages.views.page import LinkView, Page
from generator.pages.views.paging import PagedView
from generator.pages.views.place import PlaceView
from generator.pages.views.record import RecordView
from generator.pages.views.whole import whole_cards
from generator.records.parse import Entry


class Paged(Protocol):
    """A view that is one page of a list."""

    @property
    def list(self) -> PagedView[Any]:
        """Return the page."""


def paged_pages(
    template: str, title: str, about: str, views: Sequence[Paged], *crumbs: LinkView, origin: str
) -> Iterator[Page]:
    """Yield the pages of a split list; from the second on the title says which it is."""
    for view in views:
        number = view.list.number
        own = title if number == 1 else f"{title}（第 {number} 页）"
        yield Page(view.list.path, template, own, about, view, origin, crumbs)


def whole_pages(catalogue: Catalogue, entry: Entry, view: object, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """Yield the pages of the lists that a record's page only begins."""
    place = view if isinstance(view, PlaceView) else None
    record = place.record if place else view
    if not isinstance(record, RecordView):
        return
    name = name_of(catalogue, entry)
    for begun in place.inside if place else record.related:
        if begun.entries:
            cards = whole_cards(catalogue, name, begun, entry.record.id if place else "")
            about = f"{cards[0].title}，共 {begun.count} 个。"
            yield from paged_pages("list.html", cards[0].title, about, cards, *crumbs, origin=entry.path)
    for listed in record.more:
        lines = whole_lines(catalogue, entry, listed)
        about = f"{lines[0].title}，共 {lines[0].list.count} 条。"
        yield from paged_pages("lines.html", lines[0].title, about, lines, *crumbs, origin=entry.path)
