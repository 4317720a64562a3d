"""What stands between a text and what its reader makes of it: entities, mark-up, unseen characters, other digits.

Every function here returns a text as long as the one that goes in, so that a place found in the one is the place in the
other. Where a reader sees nothing stands FILLER; where the reader sees two things apart, as in two cells, stands WALL.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

FILLER, WALL = "\x00", "\ue000"

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]{0,1000}>", re.DOTALL)
_BLOCK_TAG = re.compile(
    r"</?(?:article|blockquote|dd|div|dl|dt|figure|footer|h\d|header|hr|li|main|nav|ol|option|p|section|t[dhr]|table|title|ul)\b",
    re.IGNORECASE,
)
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
_LINK_TARGET = re.compile(r"\]\([^()\s]{1,1000}\)")
# A paragraph, a heading, an item of a list, a cell of a table.
_BLOCK_MARK = re.compile(r"\n[ \t]*(?:\n\s*|[-*+] +|\d{1,3}[.)] +|#{1,6} +|\|[ \t]*)|[ \t]+\|[ \t]+")
_UNSEEN = {"Cf", "Mn", "Me", "Cc"}
_SPACES = "\t\n\r\x0b\x0c"
_HAN_DIGITS = {
    char: str(value)
    for value, chars in enumerate(
        ("〇零○", "一壹幺弌", "二贰貳弍", "三叁參弎", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_LETTER_FOR_DIGIT = re.compile(r"(?<=\d)[OoΟОо](?=[\dOoΟОо])|(?<=\d)[lI](?=\d)")


def without_entities(text: str) -> str:
    """Return a text with its HTML entities decoded: named, decimal and hexadecimal."""
    return _ENTITY.sub(_decoded, text) if "&" in text else text


def without_markup(text: str) -> str:
    """Return a text without tags and the targets of links; what stands in blocks of its own stands apart."""
    if "<" in text:
        text = _TAG.sub(_without_tag, text)
    if "](" in text:
        text = _LINK_TARGET.sub(lambda match: FILLER * len(match[0]), text).replace("[", FILLER)
    return text


def in_blocks(text: str) -> str:
    """Return a text of which paragraphs, headings, items of lists and cells of tables stand apart."""
    return _BLOCK_MARK.sub(lambda match: WALL * len(match[0]), text) if "\n" in text or "|" in text else text


def with_plain_digits(text: str) -> str:
    """Return a text with each digit of any width or script as an ASCII digit, and nothing unseen."""
    return text if text.isascii() and text.isprintable() else text.translate(_WRITTEN)


def with_read_digits(text: str) -> str:
    """Return a text with also what is read as a digit as one: circled, Chinese, and the letter O between digits."""
    return _LETTER_FOR_DIGIT.sub(lambda match: "1" if match[0] in "lI" else "0", text.translate(_READ))


def plain_character(char: str) -> str:
    """Return a character in its usual width and form, or FILLER where a reader sees none."""
    if unicodedata.category(char) in _UNSEEN and char not in _SPACES:
        return FILLER
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def _decoded(match: re.Match[str]) -> str:
    decoded = unescape(match[0])
    return decoded.ljust(len(match[0]), FILLER) if len(decoded) <= len(match[0]) else match[0]


def _without_tag(match: re.Match[str]) -> str:
    if _BREAK_TAG.match(match[0]):
        return "\n".ljust(len(match[0]), FILLER)
    return (WALL if _BLOCK_TAG.match(match[0]) else FILLER) * len(match[0])


class _Characters(dict[int, str]):
    """A table for ``str.translate`` that works out a character when it is first met."""

    def __init__(self, *, reads_digits: bool) -> None:
        super().__init__()
        self.reads_digits = reads_digits

    def __missing__(self, code: int) -> str:
        char = chr(code)
        digit = unicodedata.digit(char, None)
        if unicodedata.decimal(char, None) is not None:
            plain = str(digit)
        elif unicodedata.category(char) == "No":
            # In plain digits ① must not become a digit of the number behind it.
            plain = str(digit) if self.reads_digits and digit is not None else " "
        elif self.reads_digits and char in _HAN_DIGITS:
            plain = _HAN_DIGITS[char]
        else:
            plain = plain_character(char)
        self[code] = plain
        return plain


_WRITTEN = _Characters(reads_digits=False)
_READ = _Characters(reads_digits=True)
