"""Dates that keep their precision, and periods in the words of the text.

``2024``, ``2024-12`` and ``2024-12-03`` (also written 2024年12月3日) are three different statements; none is
filled up to another.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day. Orders by time, the vaguer first."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Return ISO 8601 with as many parts as are known."""
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
        if self.day:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    def is_surely_after(self, other: PartialDate) -> bool:
        """Tell whether it is after another however the missing parts are filled: 2023-05 is not surely after 2023."""
        if self.year != other.year or not (self.month and other.month):
            return self.year > other.year
        if self.month != other.month or not (self.day and other.day):
            return self.month > other.month
        return self.day > other.day

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


def parse_date(text: object) -> PartialDate:
    """Read a year, month or day.

    :raises ValueError: it is no date, or a day that the calendar does not have.
    """
    if isinstance(text, PartialDate):
        return text
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", str(text)).replace(" ", ""))
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    # A missing part stands in as 1 only to ask the calendar whether the rest exists.
    dt.date(year, month or 1, day or 1)
    if (match[2] and not month) or (match[3] and not day):
        raise ValueError(text)
    return PartialDate(year, month, day)


def parse_period(text: object) -> Period:
    """Read ``2011/2015``, ``2019年以来``, a single date, or words such as 近5年 and 每年.

    :raises ValueError: it is none of these.
    """
    if isinstance(text, Period):
        return text
    printed = str(text).strip()
    folded = unicodedata.normalize("NFKC", printed).replace(" ", "")
    for mark in ("..", "/", "至", "—"):
        first, found, last = folded.partition(mark)
        if found and first and last and _DATE.fullmatch(first) and _DATE.fullmatch(last):
            start, end = parse_date(first), parse_date(last)
            if start.is_surely_after(end):
                raise ValueError(text)
            return Period(printed, start, end)
    if match := _SINCE.fullmatch(folded):
        return Period(printed, parse_date(match[1]) if _DATE.fullmatch(match[1]) else None)
    if _DATE.fullmatch(folded):
        date = parse_date(folded)
        return Period(printed, date, date)
    if _IN_WORDS.fullmatch(folded):
        return Period(printed)
    raise ValueError(text)


def _field(parse: Callable[[object], Any], kind: type, code: str) -> Any:
    def validate(value: object) -> Any:
        if not isinstance(value, str | kind):
            raise PydanticCustomError("not-text", "text expected")
        try:
            return parse(value)
        except ValueError:
            raise PydanticCustomError(code, "no date") from None

    return PlainValidator(validate)


DateField = Annotated[
    PartialDate,
    _field(parse_date, PartialDate, "bad-date"),
    PlainSerializer(str),
    WithJsonSchema({"type": "string"}),
]
PeriodField = Annotated[
    Period,
    _field(parse_period, Period, "bad-period"),
    PlainSerializer(str),
    WithJsonSchema({"type": "string"}),
]
