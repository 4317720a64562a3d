"""Say in a layman's words what libyaml could not read.

In go the text and libyaml's error; out comes one problem at the narrowest place that a reader would look at.
libyaml often stumbles lines after the mistake, so the usual slips are looked for just above its mark first.
"""

from __future__ import annotations

import re

import yaml

from generator.problems import Location, Problem, Words
from generator.reading.files import SourceFile

# A label of up to twelve characters, then a colon of the Chinese keyboard and something behind it.
_FULL_WIDTH_COLON = re.compile(r"^\s*(?:- +)?([A-Za-z_一-鿿]{1,12})：")
_TIGHT_COLON = re.compile(r"^\s*(?:- +)?([A-Za-z_一-鿿]{1,12}):(?=[^\s/])")
_TIGHT_DASH = re.compile(r"^\s*-(?=[^\s-])")
_LOOK_BACK = 3

# libyaml's English, by a piece of it, in words for both readers.
_REASONS = (
    (
        "mapping values are not allowed",
        Words(
            "这里不能再出现冒号：上一行可能缩进不对，或者内容里有冒号而没有加引号",
            "a colon cannot stand here: check the indent, or quote a value that holds a colon",
        ),
    ),
    (
        "could not find expected ':'",
        Words("上一行缺少“: ”（半角冒号加空格）", "the line above lacks ': ' (colon and space)"),
    ),
    ("block end", Words("缩进与上面的行不一致", "the indent does not agree with the lines above")),
    (
        "block collection",
        Words("缩进与上面的行不一致", "the indent does not agree with the lines above"),
    ),
    ("',' or ']'", Words("方括号没有写完", "a square bracket is not closed")),
    ("',' or '}'", Words("花括号没有写完", "a curly bracket is not closed")),
    (
        "cannot start any token",
        Words(
            "内容不能以 @ ` % 这类符号开头，请加引号",
            "a value cannot begin with @ ` or %: put it in quotes",
        ),
    ),
)


def syntax_problem(source: SourceFile, error: yaml.YAMLError) -> Problem:
    """Turn libyaml's error into one problem."""
    if isinstance(error, yaml.reader.ReaderError):
        return _control_character(source, error)
    line, column, context_line, text = _marks(error)
    lines = source.text.splitlines()
    if "quoted scalar" in text and context_line is not None:
        return Problem("unclosed-quote", _quote_spot(source, error))
    for number in range(line, max(0, line - _LOOK_BACK), -1):
        if number > len(lines):
            continue
        slip = _slip(source.path, lines[number - 1], number)
        if slip is not None:
            return slip
    reason = next((words for piece, words in _REASONS if piece in text), Words("这里读不懂", "not readable"))
    return Problem("yaml-syntax", Location(source.path, line, column), details={"reason": reason})


def first_slip(source: SourceFile) -> Problem | None:
    """Return the first line's usual slip that would turn a record into mere text, or None."""
    for number, line in enumerate(source.text.splitlines(), 1):
        slip = _slip(source.path, line, number)
        if slip is not None:
            return slip
    return None


def _slip(path: str, line: str, number: int) -> Problem | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return Problem("tab-indent", Location(path, number, indent.index("\t") + 1))
    if match := _FULL_WIDTH_COLON.match(line):
        details = {"key": match[1]}
        return Problem("full-width-colon", Location(path, number, match.end()), details=details)
    if match := _TIGHT_COLON.match(line):
        return Problem("no-space-after-colon", Location(path, number, match.end()), details={"key": match[1]})
    if match := _TIGHT_DASH.match(line):
        return Problem("no-space-after-dash", Location(path, number, match.end()))
    return None


def _control_character(source: SourceFile, error: yaml.reader.ReaderError) -> Problem:
    position = next((i for i, sign in enumerate(source.text) if ord(sign) == error.character), 0)
    before = source.text[:position]
    location = Location(source.path, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)
    return Problem("control-character", location, details={"sign": f"U+{error.character:04X}"})


def _marks(error: yaml.YAMLError) -> tuple[int, int, int | None, str]:
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    text = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return line, column, context.line + 1 if context else None, text


def _quote_spot(source: SourceFile, error: yaml.YAMLError) -> Location:
    mark = error.context_mark  # type: ignore[attr-defined]  # the caller has seen that it is there
    return Location(source.path, mark.line + 1, mark.column + 1)
