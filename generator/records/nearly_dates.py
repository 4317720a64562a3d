"""What is no date and nearly one, with the date to write: 约2010年, 2023；, 2023-2024, 民国112年, 24-3-5, 去年."""

from __future__ import annotations

import re

from generator.problems import Phrase
from generator.records.numerals import chinese_number

_AROUND = (
    (re.compile(r"[。；;，,、.!！?？]+$"), "去掉末尾的标点", "take '{}' out"),
    (re.compile(r"^(?:约|大[约概]|[自从于到至]|截至|截止到?|始于)"), "去掉“{}”", "take '{}' out"),
    (re.compile(r"(?:左右|前后|以来|起|开始|届|之前|以前|之后|以后)$"), "去掉“{}”", "take '{}' out"),
)
_SPAN = re.compile(r"(.+?\d[年月日号]?)(?:-|—+|–|~|至|到)(\d.*)")
_REPUBLIC = re.compile(r"民国([0-9]{1,3}|[一二三四五六七八九十百〇零]{1,5})年")
_FIRST = 1911
_SHORT_YEAR = re.compile(r"(\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?")
_RELATIVE = re.compile(r"(?:今|去|前|明|当|本|同|次)年.*|[本上下]个?月.*|近[日期年].*|日前|目前|最近|不久前|多年前")
_NAMELESS = Phrase(
    "没有说出是哪一年：照来源的日期写，例如来源是 2023 年的，“去年”写 2022",
    "it does not say which year: work it out from the date of the source",
)


def nearly_a_date(text: str) -> tuple[str, Phrase] | None:
    """Return the date that a folded text nearly is, with what is wrong; the date is empty where nobody can tell it."""
    if match := _REPUBLIC.fullmatch(text):
        year = int(match[1]) if match[1].isascii() else chinese_number(match[1])
        return str(_FIRST + year), Phrase("用公历", "use the common calendar")
    if match := _SHORT_YEAR.fullmatch(text):
        parts = "-".join(part for part in match.groups()[1:] if part)
        return f"20{match[1]}-{parts}", Phrase("年份写四位", "write the year in four digits")
    if match := _SPAN.fullmatch(text):
        return match[1], Phrase("这是一段时间，这里只写其中一个日期", "this is a span, and one date is asked for")
    if _RELATIVE.fullmatch(text):
        return "", _NAMELESS
    for around, zh, en in _AROUND:
        bare = around.sub("", text)
        if bare != text:
            words = text.replace(bare, "")
            return bare, Phrase(zh.format(words), en.format(words))
    return None
