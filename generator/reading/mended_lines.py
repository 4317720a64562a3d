"""All slips of a file that stops the YAML reader, in one run.

libyaml stops at the first line that it cannot read. In go the text and where it stopped; out come the problems of every
such line. Slips that a line shows by itself (a colon of the Chinese keyboard, a Tab, a dash without its space) are
found over the whole file; then the file is read again with these lines mended and the others emptied, until nothing
stops it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml
from yaml._yaml import CParser

from generator.problems import Location, Problem
from generator.reading.characters import WIDE_SPACES
from generator.reading.files import SourceFile
from generator.reading.libyaml_errors import is_row, line_slip, syntax_problem
from generator.reading.numbering import BULLETS

# So many lines that nothing mends by itself are looked for; behind them the file is a mess of one cause.
_MOST_STOPS = 20
_MOST = 100
_CONFLICT = re.compile(r"(?:<{7}|>{7}) ")
_BLANKS = re.compile(rf"^[\s{WIDE_SPACES}]+")
_DASH = re.compile(rf"^(\s*)[-－–—{BULLETS}*][^\S\n]*(?=\S)")
_KEY = re.compile(r"^(\s*(?:- +)?)([^\s:：\"'#-][^:：\"'#]{0,30}?)[：:][ \u00a0\u3000]*(?=(.?))")
_VALUE = re.compile(r"^(\s*(?:- +)?[^\s:\"'#-][^:\"'#]{0,30}?:\s+|\s*- +)(\S.*)$")
_OPEN_TEXT = re.compile(
    r"^(\s*)(?:- +)?[^\s:\"'#-][^:\"'#]{0,30}?:\s+[^\s\[{\"'#].*$|^(\s*)(?:- +)?[^\s:\"'#]+:\s*[|>]"
)


def all_stops(source: SourceFile, stopped: Problem) -> list[Problem]:
    """Return the problems of the lines that stop libyaml, by line, with that at which it stopped first.

    That one is left out where it was only led to by a slip above it: a comment below ``名称：梦圆`` makes libyaml stop
    at the next key, which is sound.
    """
    first = stopped.location.line
    found = {first: stopped}
    lines = list(source.lines)
    _mend_lines(source, lines, found)
    if first <= len(lines) and lines[first - 1] == source.lines[first - 1]:
        if min(found) < first and _line_of_stop(source.path, lines) != first:
            del found[first]
        else:
            _empty(lines, stopped)
    for _ in range(_MOST_STOPS):
        stop = _stop(SourceFile(source.path, "\n".join(lines)))
        if stop is None or stop.location.line in found or not stop.location.line <= len(lines) or len(found) >= _MOST:
            break
        found[stop.location.line] = stop
        _empty(lines, stop)
    return [found[line] for line in sorted(found)]


def _line_of_stop(path: str, lines: Sequence[str]) -> int | None:
    """Return the line at which libyaml stops now."""
    stop = _stop(SourceFile(path, "\n".join(lines)))
    return stop.location.line if stop else None


def with_lines_mended(source: SourceFile) -> SourceFile | None:
    """Return a file with the slips mended that its lines show by themselves; None where libyaml stops still."""
    lines = list(source.lines)
    _mend_lines(source, lines, {})
    mended = SourceFile(source.path, "\n".join(lines))
    return mended if _stop(mended) is None else None


def conflict_in(source: SourceFile) -> Problem | None:
    """Return the first mark of a merge that was left unfinished, with both versions one below the other."""
    if "<<<<<<<" not in source.text and ">>>>>>>" not in source.text:
        return None
    marked = (number for number, line in enumerate(source.lines, 1) if _CONFLICT.match(line))
    number = next(marked, None)
    return Problem("merge-conflict", Location(source.path, number)) if number else None


def slips_in_text(source: SourceFile) -> list[Problem]:
    """Return the slips of a file that became one long text, in which libyaml finds nothing wrong."""
    found: dict[int, Problem] = {}
    _mend_lines(source, list(source.lines), found)
    return [found[line] for line in sorted(found)]


def _mend_lines(source: SourceFile, lines: list[str], found: dict[int, Problem]) -> None:
    """Mend each line that shows its slip by itself, and gather the problems."""
    inside = _inside_texts(lines)
    for number, line in enumerate(source.lines, 1):
        if number in inside or len(found) >= _MOST:
            continue
        slip = line_slip(source, number)
        if slip is None or (slip.code == "full-width-colon" and _is_sound_item(lines, number)):
            continue
        found.setdefault(number, slip)
        lines[number - 1] = with_colon(line, slip) if slip.code == "missing-colon" else mended_line(line)


def _is_sound_item(lines: Sequence[str], number: int) -> bool:
    """Return whether ``- 微心愿：结对`` is an item of a list of texts: nothing below it belongs to it."""
    line = lines[number - 1]
    if not line.lstrip().startswith("- "):
        return False
    below = lines[number] if number < len(lines) else ""
    return not re.match(rf"^\s{{{len(line) - len(line.lstrip()) + 2},}}[^\s:]+:\s", below)


def _inside_texts(lines: Sequence[str]) -> set[int]:
    """Return the lines that go on with a text above them, since they are indented deeper than its key."""
    inside: set[int] = set()
    depth: int | None = None
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        if depth is not None and line.strip() and indent > depth and not line.lstrip().startswith(("- ", "\t")):
            inside.add(number)
            continue
        match = _OPEN_TEXT.match(line)
        depth = len(match[1] if match[1] is not None else match[2]) if match else None
    return inside


def with_colon(line: str, slip: Problem) -> str:
    """Return a line with the colon that its key lacks: ``地区=qingdao``, or a key alone above its list."""
    key = str(slip.details["key"])
    end = line.find(key) + len(key)
    rest = line[end:].lstrip(" \t\u3000=＝")
    return f"{line[:end]}: {rest}" if rest else f"{line.rstrip()}:"


def with_plain_start(line: str) -> str:
    """Return a line that begins with spaces and an ASCII dash, whatever was typed in their place."""
    line = _BLANKS.sub(lambda match: "".join("  " if char == "\t" else " " for char in match[0]), line)
    return line if line.lstrip().startswith("---") else _DASH.sub(r"\1- ", line)


def mended_line(line: str) -> str:
    """Return a line as it was meant: spaces for Tabs, an ASCII colon and dash with their spaces. It stays one line."""
    line = with_plain_start(line)
    match = _KEY.match(line)
    return f"{match[1]}{match[2]}:{' ' if match[3] else ''}{line[match.end() :]}" if match else line


def _empty(lines: list[str], stop: Problem) -> None:
    """Take out the line at which libyaml stopped; of a pasted table, all rows that follow."""
    at = stop.location.line - 1
    lines[at] = mended_to(stop, lines[at]) or _emptied(lines[at])
    while stop.code == "pasted-table" and at + 1 < len(lines) and is_row(lines[at + 1]):
        at += 1
        lines[at] = ""


def mended_to(stop: Problem, line: str) -> str:
    """Return a line at the indent that it should have, where it was only in line with none."""
    return " " * int(str(stop.details["wants"])) + line.lstrip() if stop.code == "wrong-indent" else ""


def _emptied(line: str) -> str:
    """Return a line with a harmless value in place of its own, or nothing where it has no key."""
    match = _VALUE.match(line)
    return f'{match[1]}"-"' if match else ""


def _stop(source: SourceFile) -> Problem | None:
    """Return where libyaml stops, or None."""
    parser = CParser(source.text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.YAMLError as error:
        return syntax_problem(source, error)
    return None
