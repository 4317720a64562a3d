"""Long lists, split into pages that read without a script.

A page is filled by the bytes of what it prints, so it holds fewer rows where their texts are long. What is a list of
groups stays one: a group that does not end on a page goes on under its heading on the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.pages.views.page import LinkView

T = TypeVar("T")

# Bytes of rows on a page: what the budget of a page leaves beside styles and frame.
ROOM = 10_500
# With more groups the links to them would take the room of the rows; then the page numbers lead on.
_MOST_JUMPS = 40
_JUMP = 110
_AROUND = 1
GAP = LinkView("…")


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Rows under one heading, with an anchor to jump to, before they are split; ``count`` is what readers are told."""

    anchor: str
    title: str
    rows: Sequence[T]
    count: int


@dataclass(frozen=True, slots=True)
class GroupView(Generic[T]):
    """The rows of a group that stand on one page; ``count`` is of the whole group."""

    anchor: str
    title: str
    count: int
    rows: tuple[T, ...]
    is_continued: bool


@dataclass(frozen=True, slots=True)
class JumpView:
    """A link to where a group begins."""

    title: str
    count: int
    path: str
    anchor: str


@dataclass(frozen=True, slots=True)
class PagedView(Generic[T]):
    """One page of a list: its rows, and the ways to the other pages and to the beginning of each group."""

    path: str
    number: int
    of: int
    count: int
    previous: str
    next: str
    numbers: tuple[LinkView, ...]
    jumps: tuple[JumpView, ...]
    groups: tuple[GroupView[T], ...]

    @property
    def words(self) -> str:
        """Say which page it is; nothing where there is one."""
        return f"第 {self.number} 页，共 {self.of} 页" if self.of > 1 else ""


def size(*texts: str) -> int:
    """Return the bytes of texts."""
    return sum(len(text.encode("utf-8")) for text in texts)


def split(rows: Iterable[T], weigh: Callable[[T], int], room: int = ROOM, first: int = ROOM) -> list[list[T]]:
    """Fill pages with rows, in order; a row that is larger than a page has one of its own."""
    pages: list[list[T]] = [[]]
    left = first
    for row in rows:
        weight = weigh(row)
        if pages[-1] and weight > left:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= weight
    return pages


def group_rows(rows: Iterable[tuple[tuple[str, str], T]]) -> list[Group[T]]:
    """Gather rows that come with the anchor and the title of their group, groups in the order of their first rows."""
    found: dict[tuple[str, str], list[T]] = {}
    for key, row in rows:
        found.setdefault(key, []).append(row)
    return [Group(anchor, title, of, len(of)) for (anchor, title), of in found.items()]


def paged(
    groups: Iterable[Group[T]],
    weigh: Callable[[T], int],
    path_of: Callable[[int], str],
    furniture: int = 0,
    room: int = ROOM,
) -> tuple[PagedView[T], ...]:
    """Split a list of groups; ``furniture`` is what the first page prints beside its rows, in bytes."""
    known = list(groups)
    room -= _JUMP * (len(known) if len(known) <= _MOST_JUMPS else 0)
    flat = [(at, row) for at, group in enumerate(known) for row in group.rows]
    pages = split(flat, lambda item: weigh(item[1]), room, room - furniture)
    begins: dict[int, str] = {}
    for number, page in enumerate(pages, 1):
        for at, _ in page:
            begins.setdefault(at, path_of(number))
    jumps = tuple(JumpView(known[at].title, known[at].count, path, known[at].anchor) for at, path in begins.items())
    return tuple(
        PagedView(
            path=path_of(number),
            number=number,
            of=len(pages),
            count=sum(group.count for group in known),
            previous=path_of(number - 1) if number > 1 else "",
            next=path_of(number + 1) if number < len(pages) else "",
            numbers=tuple(_numbers(number, len(pages), path_of)),
            jumps=jumps if 1 < len(jumps) <= _MOST_JUMPS else (),
            groups=tuple(_views(known, page, path_of(number), begins)),
        )
        for number, page in enumerate(pages, 1)
    )


def _views(
    known: list[Group[T]], page: list[tuple[int, T]], path: str, begins: dict[int, str]
) -> Iterator[GroupView[T]]:
    for at, found in groupby(page, key=lambda item: item[0]):
        group = known[at]
        rows = tuple(row for _, row in found)
        yield GroupView(group.anchor, group.title, group.count, rows, begins[at] != path)


def _numbers(here: int, last: int, path_of: Callable[[int], str]) -> Iterator[LinkView]:
    """Yield the first page, the last, and those around this one; where some are left out, a gap."""
    around = range(max(1, here - _AROUND), min(last, here + _AROUND) + 1)
    shown = sorted({1, *around, last})
    for before, number in zip([0, *shown], shown, strict=False):
        if number > before + 1:
            yield GAP
        yield LinkView(str(number), path_of(number))
