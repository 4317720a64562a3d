"""One page of a long list, as it is printed: its rows in their groups, and the ways to the other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, cast

from generator.printing.page import LinkView

T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class PageGroup(Generic[T]):
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
class ListPage(Generic[T]):
    """One page of a list: its rows, and the ways to the other pages and to the beginning of each group."""

    path: str
    number: int
    of: int
    count: int
    previous: str
    next: str
    numbers: tuple[LinkView, ...]
    jumps: tuple[JumpView, ...]
    groups: tuple[PageGroup[T], ...]

    @property
    def words(self) -> str:
        """Say which page it is; nothing where there is one."""
        return f"第 {self.number} 页，共 {self.of} 页" if self.of > 1 else ""

    @property
    def rows(self) -> Iterator[T]:
        """Yield the rows of all groups."""
        return (row for group in self.groups for row in group.rows)

    def begun(self, most: int) -> ListPage[T]:
        """Return the page with its first rows only."""
        groups = []
        for group in self.groups:
            if most > 0:
                groups.append(replace(group, rows=group.rows[:most]))
                most -= len(group.rows)
        return replace(self, groups=tuple(groups))

    def shown_as(self, view: Callable[[T], V]) -> ListPage[V]:
        """Return the page with each row made ready to print."""
        groups = tuple(replace(group, rows=tuple(map(view, group.rows))) for group in cast("Any", self.groups))
        return cast("ListPage[V]", replace(cast("Any", self), groups=groups))
