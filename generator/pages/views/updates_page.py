"""The page 更新: what is new, changed or gone since a state of the data that the project keeps.

It is made from the newest state kept; on the day after that nothing has changed yet, so then from the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.catalogue.catalogue import Catalogue, Key, derived
from generator.catalogue.citations import published
from generator.changes.comparison import Comparison, changes_since
from generator.changes.snapshot import Snapshot
from generator.changes.told import ToldLine, told
from generator.pages.lists import limits
from generator.pages.lists.paging import Group, paged, planned
from generator.pages.menu import HOME, UPDATES
from generator.pages.views.links import link_to
from generator.printing.listed import ListPage
from generator.printing.page import LinkView, Page, PlannedPage
from generator.printing.urls import page_path
from generator.records.kinds import BY_NAME, KINDS

_Kept = tuple[Snapshot, ...]


@dataclass(frozen=True, slots=True)
class UpdateView:
    """One line: what it is about, of which kind, and what changed."""

    link: LinkView
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class UpdatesView:
    """What the page shows: since the end of which year, and the lines."""

    since: str
    list: ListPage[UpdateView]


def update_pages(catalogue: Catalogue, kept: _Kept) -> Iterator[PlannedPage]:
    """Plan the pages of what has changed, where a state is kept; they go when it goes."""
    if not kept:
        return
    about = "多了什么、变了什么、得了哪些荣誉：和以前存下来的数据比出来的。"
    head = Page("", "updates", UPDATES.text, about, crumbs=(HOME,), lasting=False)
    given = " ".join(state.digest for state in kept)
    for page in planned(_pages(catalogue, kept), head, "what has changed", partial(updates_view, catalogue, kept)):
        yield replace(page, given=given)


def updates_view(catalogue: Catalogue, kept: _Kept, number: int) -> UpdatesView:
    """Return one page."""
    linked = _linked(catalogue)
    page = _pages(catalogue, kept)[number - 1]
    return UpdatesView(_changes(catalogue, kept).old, page.shown_as(lambda line: _view(catalogue, line, linked)))


@derived
def _changes(catalogue: Catalogue, kept: _Kept) -> Comparison:
    found = (changes_since(catalogue, state) for state in kept)
    return next((one for one in found if not one.is_empty), changes_since(catalogue, kept[0]))


@derived
def _pages(catalogue: Catalogue, kept: _Kept) -> tuple[ListPage[ToldLine], ...]:
    sections = told(_changes(catalogue, kept), "zh", for_staff=False)
    groups = (Group(own.anchor, own.title.zh, own.lines, own.count) for own in sections)
    return paged(groups, limits.LINES_A_PAGE, lambda number: page_path(UPDATES.path, number))


@derived
def _linked(catalogue: Catalogue) -> frozenset[Key]:
    """Return the records that have a page."""
    return frozenset(entry.key for kind in KINDS for entry in published(catalogue, kind))


def _view(catalogue: Catalogue, line: ToldLine, linked: frozenset[Key]) -> UpdateView:
    """Return a line; the records of now are called as everywhere on the site."""
    link = link_to(catalogue, catalogue.entries[line.key]) if line.key in linked else LinkView(line.name)
    return UpdateView(link, BY_NAME[line.key[0]].called, line.words)
