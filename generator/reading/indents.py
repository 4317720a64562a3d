"""How far a line is to be indented, by the lines above it.

A field stands in line with the fields of its group, an item in line with the items of its list. In go the lines of a
file and one that is in line with none; out comes the indent that was most likely meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.problems import Location, Problem

_DASHES = re.compile(r" *(?:- +)*")


def indent_of(line: str) -> int:
    """Return with how many spaces a line begins."""
    return len(line) - len(line.lstrip(" "))


def wanted_indent(lines: Sequence[str], number: int) -> int | None:
    """Return the indent nearest to that of a line at which it could stand, or None where that is its own."""
    line = lines[number - 1] if number <= len(lines) else ""
    has = indent_of(line)
    places = set(_places(lines[: number - 1], is_item=line.lstrip().startswith("- ")))
    wants = min(places, key=lambda place: (abs(place - has), -place), default=has)
    return None if wants == has else wants


def wrong_indent(path: str, lines: Sequence[str], number: int) -> Problem | None:
    """Return the problem of a line that is in line with none above it; None where it may stand as it does."""
    wants = wanted_indent(lines, number)
    if wants is None:
        return None
    has = indent_of(lines[number - 1])
    details = {"has": str(has), "wants": str(wants)}
    return Problem("wrong-indent", Location(path, number, has + 1), "", details)


def _places(above: Sequence[str], *, is_item: bool) -> Iterator[int]:
    """Yield where a line could stand: with the groups and lists that are open above it, or below a key that waits."""
    lowest: int | None = None
    for line in reversed(above):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        start, words = indent_of(line), _words_at(line)
        if lowest is None and line.rstrip().endswith(":"):
            yield words + 2
        if lowest is None or start < lowest:
            if not is_item:
                yield words
            elif words > start:
                yield start
            lowest = start
        if lowest == 0:
            return


def _words_at(line: str) -> int:
    match = _DASHES.match(line)
    return match.end() if match else 0
