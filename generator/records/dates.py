"""Dates that keep their precision: none is filled up to another.

``2024``, ``2024-12`` and ``2024-12-03`` (also written 2024年12月3日, 二〇二四年, 2024年末) are different statements.
Periods are in ``periods``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated

from pydantic import PlainSerializer, WithJsonSchema

from generator.problems import Phrase
from generator.records.fields import NotReadError, read_by
from generator.records.nearly_dates import nearly_a_date
from generator.records.numerals import chinese_number


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day. Orders by time, the vaguer first.

    ``last`` is the second year of an award that is given for two (2022—2023年度).
    """

    year: int
    month: int = 0
    day: int = 0
    last: int = 0

    def __str__(self) -> str:
        """Return ISO 8601 with as many parts as are known; two years are an interval of it."""
        whole = f"{self.year:04}" + "".join(f"-{part:02}" for part in (self.month, self.day) if part)
        return f"{whole}/{self.last:04}" if self.last else whole

    def is_surely_after(self, other: PartialDate) -> bool:
        """Return whether it is after another however the missing parts are filled: 2023-05 is not surely after 2023."""
        for own, its in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if own != its or not own:
                return bool(own and its) and own > its
        return False

    @property
    def label(self) -> str:
        """Return the date as a Chinese reader writes it."""
        if self.last:
            return f"{self.year}—{self.last}年"
        month = f"{self.month}月" if self.month else ""
        day = f"{self.day}日" if self.day else ""
        return f"{self.year}年{month}{day}"


_MONTHS = 12
_NO_YEAR = Phrase("没有写哪一年", "the year is missing")
_VAGUE = Phrase("说不准是哪个月，只写年份", "no month is certain, so write the year alone")
DATE = r"\d{4}(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}[日号]?|月)?|年)?"
_DATE = re.compile(
    r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月(?:[上中下]旬|[初末底])?)?|年(?:度|末|底)?|年度)?"
)
_CHINESE_YEAR = re.compile(r"([一二][〇零○一二三四五六七八九]{3})(?=年)")
_CHINESE_DAY = re.compile(r"(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])")
_TWO_YEARS = re.compile(r"(\d{4})年?(?:-|—+|–|~|至|/|到)(\d{4}|\d{2})(?:年度?|学年)?")


def folded(text: str) -> str:
    """Return a date's text with full-width characters and spaces folded, and a year in Chinese numerals in digits."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    if not _CHINESE_YEAR.search(plain):
        return plain
    plain = _CHINESE_YEAR.sub(lambda match: str(chinese_number(match[1].replace("○", "〇"))), plain)
    return _CHINESE_DAY.sub(lambda match: str(chinese_number(match[0])), plain)


def is_date(text: str) -> bool:
    """Return whether a folded text has the form of a date, even of one that the calendar lacks."""
    return _DATE.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def parse_date(text: str) -> PartialDate:
    """Read a year, month or day; a city writes the same ones over and over.

    :raises NotReadError: it is no date, or a day that the calendar does not have.
    """
    match = _DATE.fullmatch(folded(text))
    if match is None:
        raise NotReadError(_why_no_date(folded(text)))
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not year >= dt.MINYEAR or (match[2] and not 1 <= month <= _MONTHS):
        raise NotReadError(Phrase("一年只有 1 到 12 月", "a year has months 1 to 12") if year else None)
    days = calendar.monthrange(year, month or 1)[1]
    if match[3] and not 1 <= day <= days:
        lacks = Phrase(
            f"{year}年{month}月没有{day}日，只有{days}天", f"{year}-{month:02} has {days} days, and no day {day}"
        )
        raise NotReadError(lacks)
    return PartialDate(year, month, day)


def _why_no_date(text: str) -> Phrase | None:
    """Return why a folded text is no date, with the date to write where it is nearly one."""
    if re.fullmatch(r"\d{4}年(?:初|中|春|夏|秋|冬)", text):
        return _VAGUE
    if re.fullmatch(r"\d{1,2}月(?:\d{1,2}[日号]?)?", text):
        return _NO_YEAR
    meant, why = nearly_a_date(text) or ("", None)
    if why is None or not meant:
        return why
    return Phrase(f"{why.zh}，写“{meant}”", f"{why.en}: write '{meant}'") if is_date(meant) else None


def parse_year(text: str) -> PartialDate:
    """Read the year of an award: 2024, 2017年度, or two years, 2022—2023年度.

    :raises NotReadError: it is none of these.
    """
    match = _TWO_YEARS.fullmatch(folded(text))
    # 2024-05 is a month; 2022-23 are two years.
    if match is None or (len(match[2]) == len("05") and int(match[2]) <= _MONTHS):
        return parse_date(text)
    first, last = int(match[1]), int(match[2] if len(match[2]) > len("23") else match[1][:2] + match[2])
    if last <= first:
        raise NotReadError(Phrase("后一年不晚于前一年", "the second year is not after the first"))
    return replace(parse_date(match[1]), last=last)


DateField = Annotated[
    PartialDate, read_by(parse_date, PartialDate, "bad-date"), PlainSerializer(str), WithJsonSchema({"type": "string"})
]
YearField = Annotated[
    PartialDate, read_by(parse_year, PartialDate, "bad-date"), PlainSerializer(str), WithJsonSchema({"type": "string"})
]
