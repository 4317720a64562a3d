"""Tables that note what is asked of them, so that it is known what a page was made from.

A cell of a table is its key and what was asked for: one element, or the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

from generator.records.reads import READS

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)
# What names a table: a word, or a function of the catalogue with its arguments.
TableKey = tuple[Any, ...]
# What was asked for, where it was not one element.
WHOLE = None


def note_cell(table: TableKey, element: object) -> None:
    """Note that an element of a table was asked for, or the whole table."""
    if READS.noted is not None:
        READS.noted.add((table, element))


class NotedMapping(Mapping[K, V_co], Generic[K, V_co]):
    """A mapping that notes which of its keys are asked for."""

    __slots__ = ("key", "plain")

    def __init__(self, key: TableKey, plain: Mapping[K, V_co]) -> None:
        """Stand before a plain mapping."""
        self.key, self.plain = key, plain

    def __getitem__(self, element: K) -> V_co:
        """Return an element."""
        note_cell(self.key, element)
        return self.plain[element]

    def get(self, element: K, default: Any = None) -> Any:
        """Return an element, or the default."""
        note_cell(self.key, element)
        return self.plain.get(element, default)

    def __contains__(self, element: object) -> bool:
        """Return whether there is such an element."""
        note_cell(self.key, element)
        return element in self.plain

    def __iter__(self) -> Iterator[K]:
        """Go through all of it."""
        note_cell(self.key, WHOLE)
        return iter(self.plain)

    def __len__(self) -> int:
        """Return how many there are."""
        note_cell(self.key, WHOLE)
        return len(self.plain)


class NotedSequence(Sequence[V_co], Generic[V_co]):
    """A list that notes which of its items are asked for."""

    __slots__ = ("key", "plain")

    def __init__(self, key: TableKey, plain: Sequence[V_co]) -> None:
        """Stand before a plain list."""
        self.key, self.plain = key, plain

    @overload
    def __getitem__(self, at: int) -> V_co: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[V_co]: ...
    def __getitem__(self, at: int | slice) -> V_co | Sequence[V_co]:
        """Return an item, or some."""
        note_cell(self.key, at if isinstance(at, int) else WHOLE)
        return self.plain[at]

    def __iter__(self) -> Iterator[V_co]:
        """Go through all of it."""
        note_cell(self.key, WHOLE)
        return iter(self.plain)

    def __len__(self) -> int:
        """Return how many there are."""
        note_cell(self.key, WHOLE)
        return len(self.plain)


def noted(key: TableKey, value: Any) -> Any:
    """Return a table that notes what is asked of it; of any other value the whole is asked for at once."""
    if isinstance(value, Mapping):
        return NotedMapping(key, value)
    return NotedSequence(key, value) if isinstance(value, tuple | list) else value
