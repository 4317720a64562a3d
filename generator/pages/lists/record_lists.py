"""The lists of one record: all rows of each, how many its page shows, and the pages on which the whole stands.

A city has thousands of projects and may have a hundred figures. Its page begins each list, and leads to the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from generator.catalogue.catalogue import Catalogue, Key, derived, table
from generator.catalogue.citations import figures_about, figures_of, goals_of
from generator.catalogue.editions import edition_time
from generator.catalogue.places import ancestors, children, places_of, records_in, roll_up
from generator.catalogue.winners import claims_of, honours_inside, honours_of, latest_first, level_of
from generator.data.tables import for_residents
from generator.pages.lists import limits
from generator.pages.lists.paging import group_rows, paged
from generator.printing.listed import ListPage
from generator.printing.urls import list_path, page_path, whole_path
from generator.records.declared import FieldShape, fields_of, held_in
from generator.records.kinds import KINDS
from generator.records.parse import Entry
from generator.records.person import Saying
from generator.records.place import Place
from generator.records.project import LibraryEntry
from generator.records.record import Record, Subject
from generator.records.statements import Policy, Practice
from generator.records.vocabulary import Term

# What a row is, which decides how it is printed.
RowType = Literal["cards", "names", "figures", "goals", "honours", "winners", "claims", "items", "sums"]

_MOST: dict[RowType, int] = {"cards": limits.CARDS, "names": limits.NAMES, "figures": limits.FIGURES}
_SECTIONS = (Practice, Policy, Term, LibraryEntry, Saying)


@dataclass(frozen=True, slots=True)
class RecordList:
    """A list of a record; ``name`` stands in the address of the whole.

    Where another page lists the same rows already, ``elsewhere`` is its path.
    """

    name: str
    title: str
    row_type: RowType
    rows: Sequence[Any]
    elsewhere: str = ""

    @property
    def begun(self) -> Sequence[Any]:
        """Return the rows that the record's page shows."""
        return self.rows[: _MOST.get(self.row_type, limits.LINES)]

    @property
    def is_cut(self) -> bool:
        """Tell whether there are more than that."""
        return len(self.rows) > len(self.begun)


@derived
def lists_of(catalogue: Catalogue, entry: Entry) -> Mapping[str, RecordList]:
    """Return the lists of a record that hold something, by name, in the order of its page."""
    return {own.name: own for own in _lists(catalogue, entry)}


def cut_lists(catalogue: Catalogue, entry: Entry) -> list[RecordList]:
    """Return the lists that the page of a record only begins and no other page has whole."""
    if not isinstance(entry.record, Place):
        # A list is made of links to the record, or of a field: most records have few of either, and none is cut.
        record = entry.record
        most = max([len(getattr(record, name)) for name in _many(type(record))], default=0)
        if max(most, len(catalogue.links_to.get(entry.key, ()))) <= limits.LINES:
            return []
    return [own for own in lists_of(catalogue, entry).values() if own.is_cut and not own.elsewhere]


@cache
def _many(model: type[Record]) -> tuple[str, ...]:
    """Return the fields that hold many values."""
    return tuple(shape.name for shape in fields_of(model).values() if shape.many)


@table
def whole_pages(catalogue: Catalogue, entry: Entry, name: str) -> tuple[ListPage[Any], ...]:
    """Return the pages on which one list of a record stands whole."""
    own = lists_of(catalogue, entry)[name]
    numbers: dict[str, int] = {}
    titles = [_heading(catalogue, entry, own, row) for row in own.rows]
    anchors = [f"group-{numbers.setdefault(title, len(numbers) + 1)}" for title in titles]
    groups = group_rows(zip(zip(anchors, titles, strict=True), own.rows, strict=True))
    most = limits.CARDS_A_PAGE if own.row_type in {"cards", "names"} else limits.LINES_A_PAGE
    path = whole_path(entry.kind.name, entry.record.id, name)
    return paged(groups, most, lambda number: page_path(path, number))


def whole_list_path(entry: Entry, own: RecordList) -> str:
    """Return where a list that a record's page only begins stands whole; nothing where it is not cut."""
    return (own.elsewhere or whole_path(entry.kind.name, entry.record.id, own.name)) if own.is_cut else ""


def _lists(catalogue: Catalogue, entry: Entry) -> Iterator[RecordList]:
    """Yield the lists that hold something; most records have few of them."""
    key, record = entry.key, entry.record
    figures = [cited for cited in figures_of(catalogue, entry) if cited.at[0] == "figures"]
    if figures := [*figures, *figures_about(catalogue).get(key, ())]:
        yield RecordList("figures", "数据", "figures", figures)
    if goals := held_in(record, "goals") and goals_of(catalogue, entry):
        yield RecordList("goals", "目标与实际", "goals", goals)
    if honours := honours_of(catalogue, key):
        yield RecordList("honours", "荣誉", "honours", latest_first(honours))
    if claims := claims_of(catalogue, key):
        yield RecordList("claims", for_residents("未列名荣誉"), "claims", claims)
    for shape in _section_fields(type(record)):
        if parts := getattr(record, shape.name):
            yield RecordList(
                shape.name, for_residents(shape.label), "items", [((shape.name, at), p) for at, p in enumerate(parts)]
            )
    if isinstance(record, Place):
        yield from (own for own in _of_place(catalogue, record.id) if own.rows)
    else:
        yield from _related(catalogue, entry)


@cache
def _section_fields(model: type[Record]) -> tuple[FieldShape, ...]:
    """Return the fields that are groups of fields with a section of their own: actions, practices, policies, terms."""
    found = [shape for shape in fields_of(model).values() if shape.model in _SECTIONS]
    # What a kind declares itself says more about it than what all kinds share.
    return tuple(sorted(found, key=lambda shape: shape.name in fields_of(Subject)))


def _of_place(catalogue: Catalogue, place_id: str) -> Iterator[RecordList]:
    """Yield the lists that a place alone has: honours, sums and parts, and what lies in it, by kind."""
    yield RecordList("local-honours", "本地荣誉", "winners", honours_inside(catalogue, place_id))
    yield RecordList("sums", "下级地区合计", "sums", roll_up(catalogue, place_id))
    yield RecordList("places", "下级地区", "cards", children(catalogue, place_id))
    for kind in KINDS:
        if kind.belongs and kind.model is not Place:
            found = records_in(catalogue, place_id, kind.model)
            # The list of the kind has the same records where all lie in this place.
            elsewhere = list_path(kind) if len(found) == len(catalogue.of(kind.model)) else ""
            yield RecordList(kind.plural, kind.called, _by_length(kind.belongs, found), found, elsewhere)


def _related(catalogue: Catalogue, entry: Entry) -> Iterator[RecordList]:
    """Yield the records that name this one, by kind, each once."""
    naming: dict[str, dict[Key, Entry]] = {}
    for link in catalogue.links_to.get(entry.key, ()):
        if link.at[0] not in _STATED:
            naming.setdefault(link.origin.kind.name, {})[link.origin.key] = link.origin
    for kind in KINDS if naming else ():
        if kind.belongs and kind.name in naming:
            origins = [*naming[kind.name].values()]
            title = f"下级{kind.called}" if kind is entry.kind else kind.called
            yield RecordList(kind.plural, title, _by_length(kind.belongs, origins), origins)


# A record that cites another only as a source or as a metric does not belong to it.
_STATED = {"source", "figures", "goals", "pictures"}


def _by_length(belongs: Literal["cards", "names"], found: Sequence[Entry]) -> RowType:
    """Return how records are listed: a few as cards in any case, many as their kind says."""
    return "cards" if len(found) <= limits.FEW_CARDS else belongs


def _heading(catalogue: Catalogue, entry: Entry, own: RecordList, row: Any) -> str:
    """Return what a row stands under: honours under time or level, records in a place under the part they lie in."""
    match own.row_type:
        case "honours":
            return edition_time(row.edition)
        case "winners":
            return level_of(catalogue, row.edition).label
        case "cards" | "names":
            steps = (step for place in places_of(row) for step in pairwise(ancestors(catalogue, place)))
            return next((part.record.name for part, above in steps if above is entry), own.title)
    return own.title
