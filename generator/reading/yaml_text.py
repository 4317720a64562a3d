"""Read YAML into a tree of text over libyaml's events.

In goes a file's text; out comes a node with the line and column of every key and value, or problems. YAML's
own typing, anchors, aliases, tags and multiple documents are not part of what staff type and are refused, which
also closes the doors through which a file could grow without end or run code. The tree is built without
recursion, so no nesting can exhaust the interpreter's stack.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml
from yaml._yaml import CParser

from generator.problems import Location, Problem, Refusal
from generator.reading.characters import character_problems, visible
from generator.reading.files import SourceFile
from generator.reading.nodes import Mapping, Node, Pair, Sequence, Text
from generator.reading.syntax import first_slip, syntax_problem

# The deepest record has six levels; twelve leaves room and keeps every later walk shallow.
DEEPEST = 12
# A roll of ten thousand names with units has some thirty thousand; each costs time and memory.
MOST_NODES = 200_000
# How far a refused file is still looked through; a bomb must not be unfolded after all.
MOST_BEYOND = 5_000


# How libyaml's parser in C, and that in Python, name a scalar without quotes.
_PLAIN = {None, ""}
_TIGHT_DASH = re.compile(r"-[^\s\d.-]")
# Signs without which nothing is swallowed and no dash is tight.
_SUSPECT = re.compile(r"#|^\s*-[^\s\d-]", re.MULTILINE)
# An indent of these is no indent: the line would fall to whatever stands above it.
_WIDE_SPACES = "\u3000\u00a0"
_SWALLOWED = re.compile(r"\s*(?<=\s)(#\S.*)")


class _OpenMapping:
    """A mapping still being read; it keeps the key that waits for its value."""

    __slots__ = ("column", "key", "keys", "line", "pairs", "skip_value")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.pairs: list[Pair] = []
        self.keys: set[str] = set()
        self.key: Text | None = None
        self.skip_value = False

    def close(self) -> Node:
        return Mapping(tuple(self.pairs), self.line, self.column)


class _OpenSequence:
    """A list still being read."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.items: list[Node] = []

    def close(self) -> Node:
        return Sequence(tuple(self.items), self.line, self.column)


def read_yaml(source: SourceFile) -> tuple[Node | None, list[Problem]]:
    """Return the file's tree and what is wrong with it; None where nothing can be read from it.

    Duplicate keys are reported and the first is kept, so that the rest of the record is still checked.
    """
    builder = _Builder(source)
    builder.problems.extend(character_problems(source.path, source.text))
    # The parser alone: PyYAML's loader would build a resolver and a constructor for each file.
    parser = CParser(source.text)
    try:
        while (event := parser.get_event()) is not None:
            builder.take(event)
    except Refusal as refusal:
        return None, [*builder.problems, refusal.problem, *_beyond(source, parser)]
    except yaml.YAMLError as error:
        return None, [*builder.problems, syntax_problem(source, error)]
    if builder.root is None:
        return None, [Problem("empty-file", Location(source.path))]
    if isinstance(builder.root, Text) and (slip := first_slip(source)):
        # Wrong colons all through make a file one long text, which libyaml finds nothing wrong with.
        return None, [*builder.problems, slip]
    return builder.root, builder.problems


def _beyond(source: SourceFile, parser: CParser) -> list[Problem]:
    """Look a little further in a file that was refused, for what cannot be read there besides."""
    try:
        for _ in range(MOST_BEYOND):
            if parser.get_event() is None:
                break
    except yaml.YAMLError as error:
        return [syntax_problem(source, error)]
    return []


class _Builder:
    """Takes events one by one and grows the tree."""

    def __init__(self, source: SourceFile) -> None:
        self.path = source.path
        self._lines = source.text.splitlines() if _SUSPECT.search(source.text) else []
        self._nodes = 0
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._open: list[_OpenMapping | _OpenSequence] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take one event of libyaml, whose marks count from 0 and whose fields the types of PyYAML do not know."""
        kind = type(event)
        # Scalars first: they are most of any file.
        if kind is yaml.ScalarEvent:
            self._count(event)
            mark = event.start_mark
            node = Text(event.value, mark.line + 1, mark.column + 1, event.style not in _PLAIN)
            if self._lines and not node.quoted:
                self._look_beside(node, event)
            self._add(node)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._count(event)
            if len(self._open) >= DEEPEST:
                raise self._refuse("too-deep", event)
            mark = event.start_mark
            opened = _OpenMapping if kind is yaml.MappingStartEvent else _OpenSequence
            self._open.append(opened(mark.line + 1, mark.column + 1))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._add(self._open.pop().close())
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise self._refuse("several-documents", event)
        elif kind is yaml.AliasEvent:
            raise self._refuse("yaml-alias", event)

    def _count(self, event: Any) -> None:
        """Count one node more, and refuse what records do not have.

        :raises Refusal: there are too many, or this one has an anchor or a tag.
        """
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise Refusal(Problem("file-too-large", Location(self.path), details={"limit": f"{MOST_NODES}"}))
        if event.anchor is not None:
            raise self._refuse("yaml-alias", event)
        if event.tag is not None:
            raise self._refuse("yaml-tag", event)

    def _look_beside(self, node: Text, event: Any) -> None:
        """Report what a plain text lost or swallowed: ``甲 #1 队`` keeps 甲 only, ``-甲`` is no item of a list.

        A remark that is meant has a space behind its sign.
        """
        before = self._lines[node.line - 1][: node.column - 1] if node.line <= len(self._lines) else "x"
        if _TIGHT_DASH.match(node.value) and not before.strip():
            self.problems.append(Problem("no-space-after-dash", Location(self.path, node.line, node.column)))
        mark = event.end_mark
        if mark is None or mark.line >= len(self._lines):
            return
        if match := _SWALLOWED.match(self._lines[mark.line], mark.column):
            location = Location(self.path, mark.line + 1, match.start(1) + 1)
            self.problems.append(Problem("swallowed-text", location, "", {"text": match[1].strip()}))

    def _add(self, node: Node) -> None:
        if not self._open:
            if not (isinstance(node, Text) and node.is_empty):
                self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, _OpenSequence):
            parent.items.append(node)
        elif parent.key is None:
            self._take_key(parent, node)
        else:
            if not parent.skip_value:
                parent.pairs.append(Pair(parent.key, node))
            parent.key = None

    def _take_key(self, parent: _OpenMapping, node: Node) -> None:
        if not isinstance(node, Text):
            raise Refusal(Problem("key-not-text", Location(self.path, node.line, node.column)))
        # Two spellings that look the same on screen are one key.
        name = node.value
        if not name.isascii():
            if name[0] in _WIDE_SPACES and not node.quoted:
                raise Refusal(Problem("full-width-space", Location(self.path, node.line, node.column)))
            name = visible(unicodedata.normalize("NFC", name))
        name = name.strip()
        parent.skip_value = name in parent.keys
        if parent.skip_value:
            location = Location(self.path, node.line, node.column)
            self.problems.append(Problem("duplicate-key", location, name, {"key": name}))
        parent.keys.add(name)
        parent.key = node if name == node.value else Text(name, node.line, node.column, node.quoted)

    def _refuse(self, code: str, event: Any) -> Refusal:
        mark = event.start_mark
        return Refusal(Problem(code, Location(self.path, mark.line + 1, mark.column + 1)))
