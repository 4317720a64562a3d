"""Pages of whole lists: the records of a kind as cards, and the lists that a record's page only begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.names import name_of
from generator.pages.lists.long_lists import kind_pages
from generator.pages.lists.record_lists import RowType, lists_of, whole_pages
from generator.pages.views.coverage import roll_up_view
from generator.pages.views.links import CardView, card, in_turn
from generator.pages.views.record_page import item_view
from generator.pages.views.statement_views import claim_view, figure_view, goal_view, honour_view
from generator.pages.views.tree import TreeView, forest
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.records.kinds import Kind
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.project import Project


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list of cards, with covers or without.

    The first page of the places has them as ``trees``, which stand for the cards where none is left out.
    """

    title: str
    intro: str
    covers: bool
    list: ListPage[CardView]
    trees: tuple[TreeView, ...] = ()

    @property
    def is_tree(self) -> bool:
        """Tell whether the trees hold all of the list."""
        return sum(tree.size for tree in self.trees) == self.list.count and all(tree.is_whole for tree in self.trees)


@dataclass(frozen=True, slots=True)
class LinesView:
    """One page of a whole list of statements; ``row_type`` names the macro that prints its rows."""

    title: str
    row_type: RowType
    list: ListPage[Any]


def kind_view(catalogue: Catalogue, kind: Kind, number: int) -> ListView:
    """Return a page of the list of a kind."""
    page = kind_pages(catalogue, kind)[number - 1]
    return ListView(
        title=kind.title,
        intro=kind.intro,
        covers=False,
        list=page.shown_as(lambda entry: card(catalogue, entry)),
        trees=forest(catalogue, kind.model) if kind.model is Place and number == 1 else (),
    )


def whole_view(catalogue: Catalogue, where: Whereabouts, entry: Entry, name: str, number: int) -> ListView | LinesView:
    """Return a page of a whole list of which a record's page shows the beginning."""
    own = lists_of(catalogue, entry)[name]
    page = whole_pages(catalogue, entry, name)[number - 1]
    title = f"{name_of(catalogue, entry)}：{own.title}"
    if own.row_type in {"cards", "names"}:
        covers = bool(own.rows) and isinstance(own.rows[0].record, Project)
        return ListView(title, "", covers, page.shown_as(in_turn(catalogue)))
    view = _ROWS[own.row_type]
    return LinesView(title, own.row_type, page.shown_as(lambda row: view(catalogue, where, entry, row)))


_ROWS: dict[RowType, Callable[[Catalogue, Whereabouts, Entry, Any], object]] = {
    "figures": lambda catalogue, where, entry, cited: figure_view(catalogue, where, cited, entry),
    "goals": lambda catalogue, where, _, cited: goal_view(catalogue, where, cited),
    "honours": lambda catalogue, where, _, cited: honour_view(catalogue, where, cited),
    "winners": lambda catalogue, where, _, cited: honour_view(catalogue, where, cited),
    "claims": lambda catalogue, where, _, cited: claim_view(catalogue, where, cited),
    "items": item_view,
    "sums": lambda _, __, ___, sum_: roll_up_view(sum_),
}
