"""The whole lists of lines that a record's page only begins: figures, goals, honours, items, sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure
from generator.pages.urls import page_path, record_path, whole_path
from generator.pages.views.links import name_of
from generator.pages.views.paging import Group, PagedView, paged, size
from generator.pages.views.place import honours_inside, place_view, roll_up_views
from generator.pages.views.record import RecordView, honour_lines, whole_view
from generator.pages.views.statements import HonourView, honour_view
from generator.records.parse import Entry

# The tags around a line of honours, in bytes.
_HONOUR = 230


@dataclass(frozen=True, slots=True)
class LinesView:
    """One page of a whole list; ``sort`` tells what its rows are."""

    title: str
    sort: str
    list: PagedView[Any]


@dataclass(frozen=True, slots=True)
class _Lines:
    """A whole list: its name in addresses, its title, what its rows are, and each row with its heading."""

    name: str
    title: str
    sort: str
    rows: Iterable[tuple[str, object]]


def whole_lines(catalogue: Catalogue, entry: Entry, name: str) -> tuple[LinesView, ...]:
    """Return the pages of one whole list of a record."""
    return catalogue.once(("whole", entry.key, name), lambda: _whole_lines(catalogue, entry, name))


def figure_path(catalogue: Catalogue, cited: CitedFigure) -> str:
    """Return where a figure of a place itself stands: in the whole list, where the place's page only begins it."""
    entry = cited.entry
    pages = whole_lines(catalogue, entry, "figures") if "figures" in place_view(catalogue, entry).record.more else ()
    for view in pages:
        if any(row.anchor == cited.anchor for group in view.list.groups for row in group.rows):
            return f"{view.list.path}#{cited.anchor}"
    return f"{record_path('place', entry.record.id)}#{cited.anchor}"


def _whole_lines(catalogue: Catalogue, entry: Entry, name: str) -> tuple[LinesView, ...]:
    lines = next(lines for lines in _lists(catalogue, entry) if lines.name == name)
    groups: dict[str, list[object]] = {}
    for heading, row in lines.rows:
        groups.setdefault(heading, []).append(row)
    listed = [Group(f"group-{at}", heading, of, len(of)) for at, (heading, of) in enumerate(groups.items(), 1)]
    path = whole_path(entry.kind.name, entry.record.id, name)
    pages = paged(listed, _size, lambda number: page_path(path, number))
    return tuple(LinesView(f"{name_of(catalogue, entry)}：{lines.title}", lines.sort, page) for page in pages)


def _lists(catalogue: Catalogue, entry: Entry) -> Iterator[_Lines]:
    yield from _of_record(whole_view(catalogue, entry))
    if entry.kind.name == "place":
        inside = (honour_view(catalogue, cited) for cited in honours_inside(catalogue, entry))
        yield _Lines("local-honours", "本地荣誉", "winners", ((line.level, line) for line in inside))
        sums = roll_up_views(catalogue, entry)
        yield _Lines("sums", "下级地区合计", "sums", (("推算", row) for row in sums))


def _of_record(view: RecordView) -> Iterator[_Lines]:
    yield _Lines("figures", "数据", "figures", (("数据", figure) for figure in view.figures))
    yield _Lines("goals", "目标与实际", "goals", (("目标与实际", goal) for goal in view.goals))
    yield _Lines("honours", "荣誉", "honours", ((line.year, line) for line in honour_lines(view)))
    yield _Lines("claims", "未列名荣誉", "claims", (("未列名荣誉", claim) for claim in view.claims))
    for section in view.sections:
        yield _Lines(section.name, section.title, "items", ((section.title, item) for item in section.items))


def _size(row: object) -> int:
    """Return about how many bytes a row prints: what it holds written out, but of honours only what a line shows."""
    if isinstance(row, HonourView):
        return _HONOUR + size(row.winner.text, row.winner.path, row.edition.path, row.category, row.series, row.note)
    return size(str(row))
