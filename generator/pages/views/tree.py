"""Trees: the teams above and below a team, the places below a place, as nested lists."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, Key
from generator.pages.views.links import contents, link_to
from generator.printing.page import LinkView
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.record import Record
from generator.records.team import Team, TeamType

_FIELDS = ("parent", "host")
# More than these are looked up on the pages of the records themselves.
_MOST = 40
# Records in all the trees of a page, and levels: country to community, with one to spare.
_WHOLE = 60
_DEEPEST = 7


@dataclass(frozen=True, slots=True)
class TreeView:
    """One record of a tree with those below it; ``here`` marks the page's own, ``more`` counts those not shown.

    ``about`` says what a place has to show.
    """

    link: LinkView
    label: str
    here: bool
    branches: tuple[TreeView, ...]
    more: int
    about: str = ""

    @property
    def is_whole(self) -> bool:
        """Tell whether no record is left out."""
        return not self.more and all(branch.is_whole for branch in self.branches)

    @property
    def size(self) -> int:
        """Return how many records it shows."""
        return 1 + sum(branch.size for branch in self.branches)


def tree_of(catalogue: Catalogue, entry: Entry) -> TreeView | None:
    """Return the line above a record and the tree below it; nothing where it stands alone."""
    line = _line_above(catalogue, entry)
    tree = branch(catalogue, entry, frozenset(above.key for above in line), here=True)
    for above in line[1:]:
        tree = TreeView(link_to(catalogue, above), _label(above), here=False, branches=(tree,), more=0)
    return tree if tree.branches else None


def forest(catalogue: Catalogue, model: type[Record]) -> tuple[TreeView, ...]:
    """Return all trees of a kind, as deep as they may be shown on one page; each place says what it has to show."""
    tops = [entry for entry in catalogue.of(model) if _above(catalogue, entry) is None]
    trees: tuple[TreeView, ...] = ()
    for depth in range(_DEEPEST):
        deeper = tuple(branch(catalogue, entry, frozenset({entry.key}), depth=depth) for entry in tops[:_MOST])
        if sum(tree.size for tree in deeper) > _WHOLE:
            break
        trees = deeper
    return trees


def branch(
    catalogue: Catalogue,
    entry: Entry,
    above: frozenset[Key],
    *,
    here: bool = False,
    depth: int = _DEEPEST,
) -> TreeView:
    """Return a record with what lies below it, so many levels deep; a circle ends where it closes."""
    below = [inner for inner in _below(catalogue, entry) if inner.key not in above]
    shown = below[:_MOST] if depth else []
    branches = tuple(branch(catalogue, inner, above | {inner.key}, depth=depth - 1) for inner in shown)
    about = contents(catalogue, entry.record) if isinstance(entry.record, Place) else ""
    return TreeView(link_to(catalogue, entry), _label(entry), here, branches, len(below) - len(shown), about)


def _line_above(catalogue: Catalogue, entry: Entry) -> list[Entry]:
    line = [entry]
    while (above := _above(catalogue, line[-1])) is not None and above not in line:
        line.append(above)
    return line


def _above(catalogue: Catalogue, entry: Entry) -> Entry | None:
    """Return what a record belongs to: its parent, else the body that hosts it."""
    named = (getattr(entry.record, field, None) for field in _FIELDS)
    return next((found for name in named if (found := catalogue.entries.get((entry.kind.name, name or "")))), None)


def _below(catalogue: Catalogue, entry: Entry) -> list[Entry]:
    links = catalogue.citing(entry.key, entry.kind.model)
    # A team that has a parent stands below that one, not below its host as well.
    return [link.origin for link in links if link.at[0] in _FIELDS and _above(catalogue, link.origin) is entry]


def _label(entry: Entry) -> str:
    """Say of what sort a team is; the name of a place ends with the word for it."""
    record = entry.record
    return record.type.label if isinstance(record, Team) and record.type is not TeamType.OTHER else ""
