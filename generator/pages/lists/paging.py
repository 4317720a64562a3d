"""Long lists, cut into pages by counts of items, so that how many pages there are is known before any is made.

What is a list of groups stays one: a group that does not end on a page goes on under its heading on the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Generic, TypeVar

from generator.printing.listed import JumpView, ListPage, PageGroup
from generator.printing.page import LinkView, Page, PlannedPage, Thing, nothing

T = TypeVar("T")

# With more groups the links to them would be a list of their own; then the page numbers lead on.
_MOST_JUMPS = 40
_AROUND = 1
GAP = LinkView("…")


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Rows under one heading, with an anchor to jump to; ``count`` is what readers are told there are."""

    anchor: str
    title: str
    rows: Sequence[T]
    count: int


def split(rows: Iterable[T], most: int, weigh: Callable[[T], int] = lambda _: 1) -> list[list[T]]:
    """Fill pages with rows, in order, up to ``most`` each; a row that weighs more than that has a page of its own."""
    pages: list[list[T]] = [[]]
    room = most
    for row in rows:
        weight = weigh(row)
        if pages[-1] and weight > room:
            pages.append([])
            room = most
        pages[-1].append(row)
        room -= weight
    return pages


def group_rows(rows: Iterable[tuple[tuple[str, str], T]]) -> list[Group[T]]:
    """Gather rows that come with the anchor and the title of their group, groups in the order of their first rows."""
    found: dict[tuple[str, str], list[T]] = {}
    for key, row in rows:
        found.setdefault(key, []).append(row)
    return [Group(anchor, title, of, len(of)) for (anchor, title), of in found.items()]


def paged(
    groups: Iterable[Group[T]],
    most: int,
    path_of: Callable[[int], str],
    weigh: Callable[[T], int] = lambda _: 1,
) -> tuple[ListPage[T], ...]:
    """Cut a list of groups into pages of ``most`` rows; an empty list is one empty page."""
    known = list(groups)
    flat = [(at, row) for at, group in enumerate(known) for row in group.rows]
    pages = split(flat, most, lambda item: weigh(item[1]))
    begins: dict[int, str] = {}
    for number, page in enumerate(pages, 1):
        for at, _ in page:
            begins.setdefault(at, path_of(number))
    jumps = tuple(JumpView(known[at].title, known[at].count, path, known[at].anchor) for at, path in begins.items())
    return tuple(
        ListPage(
            path=path_of(number),
            number=number,
            of=len(pages),
            count=sum(group.count for group in known),
            previous=path_of(number - 1) if number > 1 else "",
            next=path_of(number + 1) if number < len(pages) else "",
            numbers=tuple(_numbers(number, len(pages), path_of)),
            jumps=jumps if 1 < len(jumps) <= _MOST_JUMPS else (),
            groups=tuple(_groups(known, page, path_of(number), begins)),
        )
        for number, page in enumerate(pages, 1)
    )


def planned(
    pages: Sequence[ListPage[T]],
    head: Page,
    origin: str,
    view: Callable[[int], object],
    thing: Callable[[], Thing | None] = nothing,
) -> Iterator[PlannedPage]:
    """Plan the pages of a list; from the second on the title says which it is.

    ``head`` is that of the first page, ``view`` makes the view of a page from its number; ``thing`` is what the list is
    about, which the first page says.
    """
    for at, page in enumerate(pages, 1):
        number = f"（第 {page.number} 页）" if page.number > 1 else ""
        short = head.short and head.short + number
        lasting = head.lasting and page.number == 1
        own = replace(head, path=page.path, title=head.title + number, short=short, lasting=lasting)
        yield PlannedPage(own, origin, partial(view, at), thing=thing if page.number == 1 else nothing)


def _groups(
    known: list[Group[T]], page: list[tuple[int, T]], path: str, begins: dict[int, str]
) -> Iterator[PageGroup[T]]:
    for at, found in groupby(page, key=lambda item: item[0]):
        group = known[at]
        rows = tuple(row for _, row in found)
        yield PageGroup(group.anchor, group.title, group.count, rows, begins[at] != path)


def _numbers(here: int, last: int, path_of: Callable[[int], str]) -> Iterator[LinkView]:
    """Yield the first page, the last, and those around this one; where some are left out, a gap."""
    around = range(max(1, here - _AROUND), min(last, here + _AROUND) + 1)
    shown = sorted({1, *around, last})
    for before, number in zip([0, *shown], shown, strict=False):
        if number > before + 1:
            yield GAP
        yield LinkView(str(number), path_of(number))
