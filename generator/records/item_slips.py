"""Slips of items that may be one line of text or a group of fields.

``- 项目：shuwu`` among winners is no winner of that name, and ``- 注册志愿者 20余名`` no figure without a number: each
was meant as ``key: value``. In goes the text of an item, out comes the key and the value that were meant, and what is
wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.problems import Phrase
from generator.reading.numbering import BULLETS, NUMBERING
from generator.records.declared import fields_of, names_of
from generator.records.fields import Model
from generator.records.quantity import is_quantity

_KEY = re.compile(r"([^：:\s]{1,16})\s*([：:])\s*(?=\S)")
_KEY_AND_ID = re.compile(r"(\S+)[\s\u3000]+([a-z0-9]+(?:-[a-z0-9]+)*)")
_GAP = " \t\u3000=—–-"
_LONGEST_KEY = 30
_NUMBER = re.compile(rf"(?:^|(?<=\s)|(?<=[。；;]))(?:{NUMBERING}|[{BULLETS}])\s*")


def word_list(text: str) -> list[str]:
    """Return the items of a list as Word numbers it (1. 2., （一）（二）, •), or the text alone."""
    starts = [*_NUMBER.finditer(text)] if _NUMBER.match(text) else []
    if len(starts) <= 1:
        return [text]
    ends = [match.start() for match in starts[1:]] + [len(text)]
    return [text[match.end() : end].strip() for match, end in zip(starts, ends, strict=True)]


@dataclass(frozen=True, slots=True)
class ItemSlip:
    """What was meant, where in the text the value begins, and the problem of it."""

    code: str
    key: str
    value: str
    value_at: int
    is_field: bool

    def details(self, text: str) -> dict[str, str | Phrase]:
        """Return the words that the problem's message needs."""
        return {"key": self.key, "text": text, "mended": f"- {self.key}: {self.value}"}


def slip_of_item(text: str, model: type[Model]) -> ItemSlip | None:
    """Return the slip by which an item became text though a pair was meant; None where it is sound."""
    match = _KEY.match(text) if "：" in text or ":" in text else None
    if match and match[1] in names_of(model):
        return ItemSlip(_code(match[2]), match[1], text[match.end() :], match.end(), is_field=True)
    if model.from_text is None and model.from_pair is not None:
        return _pair(text, match)
    # 项目 shuwu: a reference behind its field, with nothing but a blank between them.
    blank = _KEY_AND_ID.fullmatch(text) if text[-1:].isascii() else None
    if blank and (shape := fields_of(model).get(names_of(model).get(blank[1], ""))) and shape.reference:
        return ItemSlip("pair-without-colon", blank[1], blank[2], blank.start(2), is_field=True)
    return None


def _pair(text: str, match: re.Match[str] | None) -> ItemSlip | None:
    if match:
        return ItemSlip(_code(match[2]), match[1], text[match.end() :], match.end(), is_field=False)
    # The longest value that reads as a quantity: 近万人 and not 万人.
    for at in range(1, min(len(text), _LONGEST_KEY)):
        key, value = text[:at].rstrip(_GAP), text[at:].lstrip(_GAP)
        if len(key) > 1 and is_quantity(value):
            return ItemSlip("pair-without-colon", key, value, len(text) - len(value), is_field=False)
    return None


def _code(colon: str) -> str:
    return "full-width-colon" if colon == "：" else "no-space-after-colon"
