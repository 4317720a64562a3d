"""Dates that keep their precision, and periods in the words of the text.

``2024``, ``2024-12`` and ``2024-12-03`` (also written 2024年12月3日) are three different statements; none is
filled up to another.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainSerializer, WithJsonSchema

from generator.records.fields import read_by


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day. Orders by time, the vaguer first."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Return ISO 8601 with as many parts as are known."""
        return f"{self.year:04}" + "".join(f"-{part:02}" for part in (self.month, self.day) if part)

    def is_surely_after(self, other: PartialDate) -> bool:
        """Return whether it is after another however the missing parts are filled: 2023-05 is not surely after 2023."""
        for own, its in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if own != its or not own:
                return bool(own and its) and own > its
        return False

    @property
    def label(self) -> str:
        """Return the date as a Chinese reader writes it."""
        month = f"{self.month}月" if self.month else ""
        day = f"{self.day}日" if self.day else ""
        return f"{self.year}年{month}{day}"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time: the words as written, and the ends where the words give them."""

    printed: str
    start: PartialDate | None = None
    end: PartialDate | None = None

    def __str__(self) -> str:
        """Return the words as written."""
        return self.printed

    @property
    def label(self) -> str:
        """Return the period as a Chinese reader writes it."""
        if self.start and self.start == self.end:
            return self.start.label
        if self.start and self.end:
            return f"{self.start.label}至{self.end.label}"
        return self.printed


_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_SINCE = re.compile(r"(?:自)?(.+?)(?:以来|以後|以后|起|至今)")
_IN_WORDS = re.compile(
    r"(?:最?近|过去|每)(?:[一二两兩三四五六七八九十\d]*)(?:个)?(?:年|月|季度?|周|天|日)来?|历年|累计"
)


def parse_date(text: str) -> PartialDate:
    """Read a year, month or day.

    :raises ValueError: it is no date, or a day that the calendar does not have.
    """
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    # The calendar is asked with 1 for a missing part, only to learn whether the rest exists.
    dt.date(year, month or 1, day or 1)
    if (match[2] and not month) or (match[3] and not day):
        raise ValueError(text)
    return PartialDate(year, month, day)


def parse_period(text: str) -> Period:
    """Read ``2011/2015``, ``2019年以来``, a single date, or words such as 近5年 and 每年.

    :raises ValueError: it is none of these.
    """
    printed = text.strip()
    folded = unicodedata.normalize("NFKC", printed).replace(" ", "")
    ends = _span(folded) or _since(folded) or ((parse_date(folded),) * 2 if _DATE.fullmatch(folded) else None)
    if ends is None and not _IN_WORDS.fullmatch(folded):
        raise ValueError(text)
    return Period(printed, *(ends or ()))


_Ends = tuple[PartialDate | None, PartialDate | None]


def _span(text: str) -> _Ends | None:
    """Read ``2011/2015``."""
    for mark in ("..", "/", "至", "—"):
        first, _, last = text.partition(mark)
        if _DATE.fullmatch(first) and _DATE.fullmatch(last):
            start, end = parse_date(first), parse_date(last)
            if start.is_surely_after(end):
                raise ValueError(text)
            return start, end
    return None


def _since(text: str) -> _Ends | None:
    """Read 2019年以来; what it is counted from may be no date."""
    match = _SINCE.fullmatch(text)
    return (parse_date(match[1]) if _DATE.fullmatch(match[1]) else None, None) if match else None


DateField = Annotated[
    PartialDate, read_by(parse_date, PartialDate, "bad-date"), PlainSerializer(str), WithJsonSchema({"type": "string"})
]
PeriodField = Annotated[
    Period, read_by(parse_period, Period, "bad-period"), PlainSerializer(str), WithJsonSchema({"type": "string"})
]
