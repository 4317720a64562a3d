"""Read YAML into a tree of text over libyaml's events.

In goes a file's text; out comes a node with the line and column of every key and value, or problems. YAML's
own typing, anchors, aliases, tags and multiple documents are not part of what staff type and are refused, which
also closes the doors through which a file could grow without end or run code. The one tag that a configuration may
use is ``!ENV`` at ``site_url``. The tree is built without recursion, so no nesting can exhaust the interpreter's stack.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as Variables
from collections.abc import Sequence as Lines
from functools import cached_property
from typing import Any

import yaml
from yaml._yaml import CParser

from generator.problems import Location, Phrase, Problem, Refusal
from generator.reading.characters import WIDE_SPACES, character_problems, escaped_problem, without_invisible
from generator.reading.files import SourceFile
from generator.reading.joining import joined
from generator.reading.libyaml_errors import syntax_problem
from generator.reading.mended_lines import all_stops, conflict_in, slips_in_text
from generator.reading.mends import with_line_to_copy
from generator.reading.nodes import Mapping, Node, Pair, Sequence, Text, is_empty, new_node
from generator.reading.slips import (
    is_suspect,
    lines_in_open_quote,
    lost_in_brackets,
    text_lost_to_comment,
    wrong_line_starts,
)

# The deepest record has six levels; twelve leaves room and keeps every later walk shallow.
DEEPEST = 12
# A roll of ten thousand names with units makes some fifty thousand; each costs time and memory.
MOST_EVENTS = 200_000
# How far a refused file is still looked through; a bomb must not be unfolded after all.
MOST_BEYOND = 5_000


# How libyaml's parser in C, and that in Python, name a scalar without quotes.
_PLAIN = {None, ""}
_BLOCKS = ("|", ">")
_BEGINNINGS = {yaml.MappingStartEvent, yaml.SequenceStartEvent}
_ENDS = {yaml.MappingEndEvent, yaml.SequenceEndEvent}
_NO_LINE_ENDS = str.maketrans("\u2028\u2029\x85", "   ")
# MkDocs' tag for a value that CI sets, and the one key that may have it.
_ENV, _OF_ENV = "!ENV", "site_url"
_CUT_OFF = {
    "reason": Phrase(
        "“ #”开始了注释，下一行就接不上了", "' #' begins a remark, and the line below no longer belongs to the text"
    ),
    "mend": Phrase(
        "是内容，给整段内容加英文引号；不是内容，删掉“#”和它后面的字", "quote the whole text, or take the remark out"
    ),
}
# A key that begins with these was meant to be indented: YAML would count the line to whatever is above it.
_WIDE_SPACE = re.compile(f"[{WIDE_SPACES}]")


class _Open:
    """A mapping or list still being read; a mapping keeps its keys by line, and the key that waits for its value."""

    __slots__ = (
        "column",
        "is_env",
        "is_flow",
        "is_mapping",
        "is_second",
        "items",
        "key",
        "keys",
        "line",
        "skip_value",
    )

    def __init__(self, event: Any) -> None:
        self.is_env: bool = event.tag == _ENV
        self.line: int = event.start_mark.line + 1
        self.column: int = event.start_mark.column + 1
        self.is_flow: bool = event.flow_style
        self.is_mapping = type(event) is yaml.MappingStartEvent
        self.items: list[Any] = []
        self.keys: dict[str, int] = {}
        self.key: Text | None = None
        self.skip_value = False
        self.is_second = False

    def close(self) -> Node:
        made = Mapping if self.is_mapping else Sequence
        return made(tuple(self.items), self.line, self.column)


def read_yaml(source: SourceFile, *, variables: Variables[str, str] | None = None) -> tuple[Node | None, list[Problem]]:
    """Return the file's tree and what is wrong with it, with lines to copy; None where nothing can be read from it."""
    node, problems = _read(source, variables)
    return node, [with_line_to_copy(problem, source.lines) for problem in problems]


def _read(source: SourceFile, variables: Variables[str, str] | None) -> tuple[Node | None, list[Problem]]:
    """Return the file's tree and what is wrong with it; None where nothing can be read from it.

    Duplicate keys are reported and the first is kept, so that the rest of the record is still checked. With variables,
    which a configuration has, ``site_url: !ENV [NAME, default]`` is what they say.
    """
    problems = character_problems(source.path, source.text)
    if conflict := conflict_in(source):
        return None, [*problems, conflict]
    # The parser alone: PyYAML's loader would build a resolver and a constructor for each file.
    if "\u2028" in source.text or "\u2029" in source.text or "\x85" in source.text:
        # Reported above; libyaml would count a line at each.
        source = SourceFile(source.path, source.text.translate(_NO_LINE_ENDS))
    builder = _Builder(source, variables, problems)
    parser = CParser(source.text)
    try:
        builder.take_all(parser)
    except Refusal as refusal:
        return None, [*builder.problems, refusal.problem, *_beyond(source, parser)]
    except yaml.YAMLError as error:
        stopped = syntax_problem(source, error)
        stops = all_stops(source, stopped)
        found = builder.problems_with(stopped) if stopped in stops else builder.problems
        lines = {problem.location.line for problem in found}
        others = (problem for problem in stops if problem is not stopped and problem.location.line not in lines)
        return None, [*found, *others]
    if builder.root is None:
        return None, [Problem("empty-file", Location(source.path))]
    if isinstance(builder.root, Text) and (slips := slips_in_text(source)):
        # Wrong colons all through make a file one long text, which libyaml finds nothing wrong with.
        return None, [*builder.problems, *slips]
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

    def __init__(self, source: SourceFile, variables: Variables[str, str] | None, problems: list[Problem]) -> None:
        self.path = source.path
        self._variables = variables
        self._source = source
        self._is_suspect = is_suspect(source.text)
        self._has_remarks = "#" in source.text
        self._looks_at_all = self._has_remarks or self._is_suspect
        self._has_escapes = "\\" in source.text
        self._has_unseen = any(problem.code == "invisible-character" for problem in problems)
        self.problems: list[Problem] = [*problems]
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._documents = 0

    def take_all(self, parser: CParser) -> None:
        """Take every event of a file.

        :raises Refusal: there are too many, or one of them is none of a record's.
        """
        next_event, take_text, take_frame = parser.get_event, self._take_text, self._take_frame
        for _ in range(MOST_EVENTS):
            event = next_event()
            # Scalars first: they are most of any file.
            if type(event) is yaml.ScalarEvent:
                take_text(event)
            elif event is None:
                return
            else:
                take_frame(event)
        raise Refusal(Problem("file-too-large", Location(self.path), details={"limit": f"{MOST_EVENTS}"}))

    def _take_text(self, event: Any) -> None:
        """Take a scalar, whose marks count from 0 and whose fields the types of PyYAML do not know."""
        mark, value, quoted = event.start_mark, event.value, event.style not in _PLAIN
        if " " in value and event.end_mark.line > mark.line and not value.isascii():
            first, *others = self._lines[mark.line : event.end_mark.line + 1]
            value = joined(value, [first[mark.column :].lstrip("\"'"), *others])
        if self._has_unseen:
            # Reported; without them the value is what everybody sees.
            value = without_invisible(value)
        node = new_node(Text, (value, mark.line + 1, mark.column + 1, quoted))
        if event.anchor is not None or event.tag is not None:
            self._refuse_extra(event)
            node = self._of_variables([node])
        if quoted or self._looks_at_all or " - " in value:
            self._look_beside(node, event)
        self._add(node)

    def _take_frame(self, event: Any) -> None:
        """Take what is around scalars: the beginning or end of a mapping, a list or a document."""
        what = type(event)
        if what in _ENDS:
            self._close(event)
        elif what in _BEGINNINGS:
            self._begin(event)
        elif what is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise self._refuse("several-documents", event)
        elif what is yaml.AliasEvent:
            raise self._refuse("yaml-alias", event)

    def _begin(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extra(event)
        if len(self._open) >= DEEPEST:
            raise self._refuse("too-deep", event)
        self._open.append(_Open(event))

    def _refuse_extra(self, event: Any) -> None:
        """Refuse an anchor or a tag, which records do not have, but for the address of a site that CI sets."""
        if event.anchor is not None:
            raise self._refuse("yaml-alias", event)
        if event.tag != _ENV:
            raise self._refuse("yaml-tag", event)
        key = self._open[0].key if len(self._open) == 1 else None
        if self._variables is None or key is None or key.value != _OF_ENV or type(event) is yaml.MappingStartEvent:
            raise self._refuse("env-tag", event)

    def _of_variables(self, nodes: list[Any]) -> Text:
        """Return what the first variable that is set says, or the default, the last of several."""
        *names, default = nodes if len(nodes) > 1 else (*nodes, Text("", nodes[0].line, nodes[0].column))
        if not all(isinstance(node, Text) for node in nodes):
            raise Refusal(Problem("env-tag", self._spot(nodes[0])))
        found = (self._variables[name.value] for name in names if self._variables and name.value in self._variables)
        value = next(found, default.value)
        return Text(value, nodes[0].line, nodes[0].column, quoted=bool(value))

    @cached_property
    def _lines(self) -> Lines[str]:
        return self._source.lines

    @property
    def _indent(self) -> int:
        """Return how many spaces the further lines of a text have here at least; brackets may stand anywhere."""
        return next((opened.column for opened in reversed(self._open) if not opened.is_flow), 0)

    def _look_beside(self, node: Text, event: Any) -> None:
        """Report slips around a text and inside its quotes that libyaml accepts."""
        hidden = self._has_escapes and node.quoted and escaped_problem(self._source.text, node.value, self._spot(node))
        if hidden:
            self.problems.append(hidden)
        if event.style in _BLOCKS:
            return
        if node.quoted and event.end_mark.line >= node.line:
            self.problems.extend(lines_in_open_quote(self.path, self._lines, node, event.end_mark, self._indent))
        elif not node.quoted and self._open and (self._is_suspect or " - " in node.value):
            where = self.path, self._lines, node
            is_flow = self._open[-1].is_flow
            self.problems.extend(lost_in_brackets(*where) if is_flow else wrong_line_starts(*where, event.end_mark))
        if self._has_remarks:
            self.problems.extend(text_lost_to_comment(self.path, self._lines, event.end_mark))

    def _spot(self, node: Node) -> Location:
        return Location(self.path, node.line, node.column)

    def problems_with(self, stopped: Problem) -> list[Problem]:
        """Return what was found, and where libyaml stopped.

        A remark inside a text ends it, and so libyaml stops at the text's next line, which is indented: one cause.
        """
        last = self.problems[-1] if self.problems else None
        if last is None or last == stopped:
            return [*self.problems[:-1], stopped]
        if last.code == "swallowed-text" and stopped.location.line == last.location.line + 1:
            line = self._lines[last.location.line]
            if len(line) - len(line.lstrip(" ")) >= self._indent:
                return [*self.problems[:-1], Problem("yaml-syntax", last.location, details={**_CUT_OFF})]
        return [*self.problems, stopped]

    def _close(self, event: Any) -> None:
        if self._has_remarks:
            self.problems.extend(text_lost_to_comment(self.path, self._lines, event.end_mark))
        opened = self._open.pop()
        self._add(self._of_variables(opened.items) if opened.is_env and opened.items else opened.close())

    def _add(self, node: Node) -> None:
        if not self._open:
            if not is_empty(node):
                self.root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._take_key(parent, node)
        else:
            if not parent.skip_value:
                parent.items.append(new_node(Pair, (parent.key, node)))
            parent.key = None

    def _take_key(self, parent: _Open, node: Node) -> None:
        if not isinstance(node, Text):
            raise Refusal(Problem("key-not-text", self._spot(node)))
        # Two spellings that look the same on screen are one key.
        name = node.value
        if not name.isascii():
            if _WIDE_SPACE.match(name) and not node.quoted:
                raise Refusal(Problem("full-width-space", self._spot(node)))
            name = without_invisible(unicodedata.normalize("NFC", name))
        name = name.strip()
        if name in parent.keys:
            parent.skip_value = True
            self._refuse_key(parent, node, name)
        else:
            parent.skip_value = False
            parent.keys[name] = node.line
        parent.key = node if name == node.value else Text(name, node.line, node.column, node.quoted)

    def _refuse_key(self, parent: _Open, node: Text, name: str) -> None:
        """Report a key that the mapping has already, unless what it belongs to is a second record, which was told."""
        if not parent.is_second:
            # The first field again, at the edge of the file: a second record was pasted below the first.
            parent.is_second = len(self._open) == 1 and name == next(iter(parent.keys)) and len(parent.keys) > 1
            code = "second-record" if parent.is_second else "duplicate-key"
            details = {"key": name, "line": str(parent.keys[name])}
            self.problems.append(Problem(code, self._spot(node), name, details))

    def _refuse(self, code: str, event: Any) -> Refusal:
        mark = event.start_mark
        return Refusal(Problem(code, Location(self.path, mark.line + 1, mark.column + 1)))
