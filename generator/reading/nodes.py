"""The tree of text: what a record file says, before anyone asks what it means.

Nothing is typed here. ``0532``, ``no`` and ``1.10`` are three texts; only a record's own field reads a number, a date
or a yes out of them. Nodes are named tuples, which are made faster than frozen dataclasses, and a city has very many.
"""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """A scalar as written; ``quoted`` tells ``""`` (a text) from nothing at all."""

    value: str
    line: int
    column: int
    quoted: bool = False


class Pair(NamedTuple):
    """One key with its value."""

    key: Text
    value: Node


class Mapping(NamedTuple):
    """Keys with values, in the order written."""

    pairs: tuple[Pair, ...]
    line: int
    column: int

    def pair(self, key: str) -> Pair | None:
        """Return the pair with this key, or None."""
        return next((pair for pair in self.pairs if pair.key.value == key), None)


class Sequence(NamedTuple):
    """A list, in the order written."""

    items: tuple[Node, ...]
    line: int
    column: int


Node = Text | Mapping | Sequence
# ``new_node(Text, (...))`` is ``Text(...)`` in half the time, for whoever makes those of a whole city.
new_node = tuple.__new__

Path = tuple[str | int, ...]


def is_empty(node: Node) -> bool:
    """Return whether a key was written with nothing behind it."""
    return isinstance(node, Text) and not node.quoted and node.value.strip() in {"", "~", "null"}


def locate(node: Node, path: Path) -> tuple[int, int]:
    """Return line and column of the value at ``path``, or of the nearest thing above it that is there.

    A last step that names a key whose value is a mapping or list points at the key, since the reader looks for
    the word that was typed.
    """
    spot = (node.line, node.column)
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            pair = node.pair(step)
            if pair is None:
                return spot
            node = pair.value
            shown = node if isinstance(node, Text) and not is_empty(node) else pair.key
            spot = (shown.line, shown.column)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            spot = (node.line, node.column)
        else:
            return spot
    return spot


def text_at(node: Node, path: Path) -> Text | None:
    """Return the text that a path leads to, or None where something else is there."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and (pair := node.pair(step)):
            node = pair.value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node if isinstance(node, Text) else None


def key_at(node: Node, path: Path) -> Text | None:
    """Return the key that a path ends in, as written."""
    key: Text | None = None
    for step in path:
        key = None
        if isinstance(node, Mapping) and isinstance(step, str) and (pair := node.pair(step)):
            key, node = pair
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return key
