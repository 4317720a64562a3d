"""The order of names on a roll: as in the document, by the strokes of the surname, or by pinyin.

By strokes: stroke count and sequence of each character in the order of 通用规范汉字表 (see the note beside
``stroke_order.txt``), names of one given character before names of two with the same surname.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

from generator.data.tables import stroke_counts, stroke_ranks
from generator.records.edition import Order

T = TypeVar("T")
_UNLISTED = 10**6
_DIGITS, _LONGEST_NUMBER = re.compile(r"\d+"), 12
_OTHER = "其他"
_OPENING = "“‘《「（"
# Fewer names are found at a glance, and headings would only part them.
_LONG = 12
# Characters that are read differently as a surname than in most words.
_SURNAMES = {
    "单": "shan4", "曾": "zeng1", "解": "xie4", "仇": "qiu2", "朴": "piao2", "查": "zha1", "任": "ren2",
    "华": "hua4", "盖": "ge3", "区": "ou1", "翟": "zhai2", "缪": "miao4", "纪": "ji3", "宓": "mi4",
}  # fmt: skip


def in_name_order(items: Iterable[T], order: Order, name: Callable[[T], str]) -> list[T]:
    """Return what bears names in the order that a roll declares."""
    if order is Order.STROKES:
        return sorted(items, key=lambda item: stroke_key(name(item)))
    if order is Order.PINYIN:
        return sorted(items, key=lambda item: pinyin_key(name(item)))
    return list(items)


def natural(text: str) -> str:
    """Return what orders a text by the numbers in it: 第2 before 第10."""
    return _DIGITS.sub(lambda found: found[0].zfill(_LONGEST_NUMBER), text)


def stroke_key(name: str) -> tuple[int, ...]:
    """Return what orders a name by strokes, quotes around it apart; a character outside the table comes last."""
    bare = name.lstrip(_OPENING).casefold()
    ranks = [stroke_ranks().get(char, _UNLISTED + ord(char)) for char in bare]
    return (ranks[0], len(bare), *ranks[1:]) if ranks else ()


def pinyin_key(name: str) -> tuple[bool, tuple[str, ...], str]:
    """Return what orders a name by pinyin with tones, then by the characters themselves.

    A name comes before those that it begins; Latin names stand among the syllables, whatever their case; what begins
    with neither comes last.
    """
    # Its dictionary takes a third of a second to load, and most rolls are in other orders.
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    bare = name.lstrip(_OPENING).casefold()
    syllables = lazy_pinyin(bare, style=Style.TONE3)
    first = _SURNAMES.get(bare[:1], syllables[0] if syllables else "")
    return bool(first) and not (first[:1].isascii() and first[:1].isalpha()), (first, *syllables[1:]), name


def under_headings(items: Iterable[T], order: Order, name: Callable[[T], str]) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """Return what bears names in the roll's order, under the strokes or the letter that the names begin with.

    A roll as in the document, and a short one, is one group without a heading.
    """
    ordered = in_name_order(items, order, name)
    if len(ordered) < _LONG or order not in _HEADINGS:
        return (("", tuple(ordered)),)
    heading = _HEADINGS[order]
    return tuple((words, tuple(group)) for words, group in groupby(ordered, lambda item: heading(name(item))))


def _strokes(name: str) -> str:
    count = stroke_counts().get(name.lstrip(_OPENING)[:1])
    return f"{count} 画" if count else _OTHER


def _letter(name: str) -> str:
    letter = pinyin_key(name)[1][0][:1].upper()
    return letter if letter.isascii() and letter.isalpha() else _OTHER


_HEADINGS: dict[Order, Callable[[str], str]] = {Order.STROKES: _strokes, Order.PINYIN: _letter}
