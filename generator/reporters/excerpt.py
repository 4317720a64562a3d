"""A source line made fit to be shown: cut around the spot, and with nothing in it that acts instead of being seen.

In go a line of a record and a column; out comes the text before the spot, the spot and the text behind it. Records
may hold anything, also characters that move the cursor or turn the direction of writing; those are drawn.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_TAB = "    "
_CLIPPED = "…"
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_CONTROL_PICTURES = 0x2400


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line in three parts: ``spot`` is the one character that a column names, a space behind the line's end."""

    before: str
    spot: str
    after: str


def excerpt(line: str, column: int, *, width: int) -> Excerpt:
    """Cut a line to ``width`` cells around a column, which counts characters from 1; … stands for what is cut."""
    at = min(max(column, 1), len(line) + 1) - 1
    # What is further off than the width is cut in any case, and a line may be megabytes long.
    before, spot = visible(line[max(0, at - width) : at]), visible(line[at : at + 1]) or " "
    after = visible(line[at + 1 : at + 1 + width])
    if len(line) <= width and cells(before + spot + after) <= width:
        return Excerpt(before, spot, after)
    # What led to the spot gets two fifths of the room, for the key says more than the rest of a value; and all
    # that the other side leaves free.
    room = width - cells(spot)
    left = _take(reversed(before), max(width * 2 // 5, room - cells(after)))[::-1]
    right = _take(after, room - cells(left))
    cut_left = at > width or left != before
    cut_right = len(line) > at + 1 + width or right != after
    return Excerpt(_CLIPPED * cut_left + left, spot, right + _CLIPPED * cut_right)


def visible(text: str) -> str:
    """Draw what cannot be seen: tabs as spaces, control characters as their pictures, the rest as �."""
    return text if text.isprintable() else "".join(map(_drawn, text))


def cells(text: str) -> int:
    """Count the columns that a text takes on a terminal."""
    return sum(map(_cell, text))


def blank(text: str) -> str:
    """Return white space as wide as a text, also where the font makes Chinese not quite two columns wide."""
    return "".join("\u3000" if _cell(character) > 1 else " " * _cell(character) for character in text)


def _drawn(character: str) -> str:
    if character == "\t":
        return _TAB
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return "�" if unicodedata.category(character) in _UNSEEN else character


def _cell(character: str) -> int:
    """Return 2 for Chinese and other wide characters, 0 for marks that sit on another, 1 for the rest.

    Curly quotes are of ambiguous width; today's terminals make them narrow.
    """
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _take(characters: Iterable[str], room: int) -> str:
    taken = ""
    for character in characters:
        room -= _cell(character)
        if room < 0:
            break
        taken += character
    return taken
