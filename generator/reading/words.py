"""Where a word inside a text stands in its file.

In go the lines of a file, the text as it was read, and how far into it the word begins; out come line and column. A
text over several lines was folded when it was read, and quotes may hold escapes, so that its characters are followed
through the file one by one, blanks aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading.nodes import Text

# A text of more lines is an essay, and one of its characters is never farther from the next than an indent.
_MOST_LINES = 400
_FARTHEST = 80
_BLOCKS = ("|", ">")


def place_of_word(lines: Sequence[str], start: Text, text: str, index: int) -> tuple[int, int]:
    """Return line and column of the character of a text at an index; its start where it cannot be followed so far."""
    first = lines[start.line - 1] if start.line <= len(lines) else ""
    at = first.find(text, start.column - 1)
    if at >= 0:
        return start.line, at + index + 1
    below = "\n".join(lines[start.line - 1 : start.line - 1 + _MOST_LINES])
    end = _behind(below, start.column - 1, text[:index])
    is_block = below[start.column - 1 :].startswith(_BLOCKS)
    if end is None or (index == 0 and not is_block):
        return start.line, start.column
    before = below[:end]
    line = before.count("\n")
    return start.line + line, end - (before.rfind("\n") + 1) + 1


def _behind(below: str, at: int, words: str) -> int | None:
    """Return where what follows some words begins, or None where they do not stand there."""
    if below.startswith(_BLOCKS, at):
        at = below.find("\n", at) + 1
    for char in words:
        if char.isspace():
            continue
        found = below.find(char, at, at + _FARTHEST)
        if found < 0:
            return None
        at = found + 1
    while at < len(below) and below[at].isspace():
        at += 1
    return at if at < len(below) else None
