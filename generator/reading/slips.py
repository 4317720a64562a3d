"""Find typing slips that YAML accepts without an error.

In go a text, its event and the file's lines; out come problems: what a comment took away, a dash or a key of the
Chinese keyboard that became text, lines inside a quote that was never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.problems import Location, Phrase, Problem, Refusal
from generator.reading.indents import wanted_indent
from generator.reading.libyaml_errors import is_key_without_colon, wrong_dash
from generator.reading.nodes import Text
from generator.reading.numbering import BULLETS

# Characters that every slip below has; nearly every file has none of them.
_SUSPECT = re.compile(r"-[,\]]|\n *(?:\t|-[^\s\d-]|[－–—]|[a-z_]{3,}：)")
_REMARK = re.compile(r"(\s*)(#.*)")
_WRONG_DASH = re.compile(rf"\s*(?:-(?=[^\s\d.-])|[－–—](?![－–—\d])|[{BULLETS}](?=\s))")
# The beginning of a line that was meant as an item or a field and became part of the text above it.
_ASTRAY = re.compile(r"\s*(?:(?P<dash>-) |(?P<key>[a-z_]{3,})：)")


def is_suspect(source: str) -> bool:
    """Return whether a file has characters that ask for a look at every text."""
    return _SUSPECT.search(source) is not None


def text_lost_to_comment(path: str, lines: Sequence[str], end: Any) -> list[Problem]:
    """Return what a remark behind the end of a text or a list took away: ``甲 #1 队`` keeps 甲 only.

    A remark that is meant has a space behind its character, and one before it.
    """
    match = _REMARK.match(lines[end.line], end.column) if end.line < len(lines) else None
    if match is None:
        return []
    location = Location(path, end.line + 1, match.start(2) + 1)
    if not match[1]:
        reason = Phrase("“#”前面没有空格，它和后面的字不是内容，也不是注释", "there is no space before the '#'")
        mend = Phrase(
            "是注释，前面加一个空格；是内容，挪到引号里面", "put a space before a remark, a text inside the quotes"
        )
        return [Problem("yaml-syntax", location, "", {"reason": reason, "mend": mend})]
    return [Problem("swallowed-text", location, "", {"text": match[2].strip()})] if match[2][1:2].strip() else []


def lines_in_open_quote(path: str, lines: Sequence[str], node: Text, end: Any, indent: int) -> Iterator[Problem]:
    """Yield the quote behind which lines follow that are not indented: fields that it took in."""
    for number, line in enumerate(lines[node.line : end.line + 1], node.line + 1):
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            is_tab = line.lstrip(" ").startswith("\t")
            spot = Location(path, number, line.index("\t") + 1) if is_tab else Location(path, node.line, node.column)
            yield Problem("tab-indent" if is_tab else "unclosed-quote", spot)
            return


def lost_in_brackets(path: str, lines: Sequence[str], node: Text) -> Iterator[Problem]:
    """Yield the tab before a text in brackets, and a dash by itself."""
    before = lines[node.line - 1][: node.column - 1]
    if "\t" in before and not before.strip():
        yield Problem("tab-indent", Location(path, node.line, before.index("\t") + 1))
    if node.value == "-":
        yield Problem("reserved-character", Location(path, node.line, node.column), "", {"char": "-"})


def wrong_line_starts(path: str, lines: Sequence[str], node: Text, end: Any) -> Iterator[Problem]:
    """Yield the dash or key that begins a line of a text without quotes, and so is part of it.

    Below a key with a full-width colon all lines are part of it, and that key is reported where its meaning is known.
    """
    line = lines[node.line - 1] if node.line <= len(lines) else ""
    if line[node.column - 1 :].strip() == line.strip() and is_key_without_colon(lines, node.line):
        raise Refusal(Problem("missing-colon", Location(path, node.line, node.column), "", {"key": line.strip()}))
    if (match := _WRONG_DASH.match(line)) and not line[: node.column - 1].strip():
        yield wrong_dash(path, line, node.line, match.end())
        return
    if line.rstrip().endswith("：") or _ASTRAY.match(node.value):
        return
    for number, below in enumerate(lines[node.line : end.line + 1], node.line + 1):
        if match := _WRONG_DASH.match(below):
            yield wrong_dash(path, below, number, match.end())
        elif match := _ASTRAY.match(below):
            yield _astray(path, lines, number, match)
        else:
            continue
        return


def _astray(path: str, lines: Sequence[str], number: int, match: re.Match[str]) -> Problem:
    if match["dash"]:
        at = match.start("dash")
        wants = wanted_indent(lines, number)
        details = {"has": str(at), "wants": str(at if wants is None else wants)}
        return Problem("wrong-indent", Location(path, number, at + 1), "", details)
    return Problem("full-width-colon", Location(path, number, match.end()), "", {"key": match["key"]})
