"""Periods in the words of the text, with their ends where the words give them: 2023年上半年, “十三五”期间, 近5年."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainSerializer, WithJsonSchema

from generator.problems import Phrase
from generator.records.dates import DATE, PartialDate, folded, is_date, parse_date
from generator.records.fields import NotReadError, read_by
from generator.records.numerals import chinese_number


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


_Ends = tuple[PartialDate | None, PartialDate | None]

_HALVES = {"上": (1, 6), "前": (1, 6), "下": (7, 12), "后": (7, 12)}
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1, "1": 1, "2": 2, "3": 3, "4": 4}
# The tenth five-year plan began in 2001.
_FIRST_OF_TENTH = 2001
_DASH = r"(?:-|—+|–|~|\.\.|/|至|到)"
_SPAN = re.compile(rf"({DATE}){_DASH}((?:{DATE})|\d{{1,2}}(?:月(?:\d{{1,2}}[日号]?)?|[日号])|\d{{2}}年?)(?:期间)?")
_HALF = re.compile(r"(\d{4})年?([上下前后])半年")
_QUARTER = re.compile(r"(\d{4})年?第?([一二三四首1-4])季度")
_QUARTERS = re.compile(r"(\d{4})年?前([二三23])季度|(\d{4})年?前([二三23])个?季度")
_SCHOOL_YEAR = re.compile(rf"(\d{{4}})(?:{_DASH}(\d{{4}}))?学年")
_PLAN = re.compile(r"[“\"]?(十[一二三四五]?)五[”\"]?(?:规划)?(?:期间|时期|以来)?")
_UNTIL = re.compile(r"(?:截至|截止|截止到|到|至)(.+?)(?:为止)?")
_SINCE = re.compile(rf"[自从]?(.+?)(?:以来|以後|以后|起|{_DASH}?(?:至今|今|现在))")
_YEAR_FIRST = re.compile(r"(\d{4})年(?:全年|度)")
_IN_WORDS = re.compile(
    r"(?:最?近|过去|每|这)?(?:[一二两兩三四五六七八九十\d]*)(?:个)?(?:年|月|季度?|周|天|日)(?:多)?来?|历年|累计|全年|当年|目前|截至目前"
    r"|(?:\d{4}年?)?(?:每年|历年|今年|去年)?(?:春节|元宵|清明|五一|端午|中秋|国庆|元旦|寒假|暑假|春运|节假日|双休日|周末|疫情|汛期|冬季|夏季|春季|秋季)(?:期间|假期|防控期间)?"
)


def parse_period(text: str) -> Period:
    """Read a period: ``2011/2015``, 2023年上半年, 2019年以来, a single date, or words such as 近5年 and 每年暑假.

    :raises NotReadError: it is none of these, or ends before it begins.
    """
    printed = text.strip()
    words = folded(printed)
    for read in _READERS:
        ends = read(words)
        if ends is not None:
            return Period(printed, *ends)
    if not _IN_WORDS.fullmatch(words):
        raise NotReadError
    return Period(printed)


def is_period(text: str) -> bool:
    """Return whether a text reads as a period."""
    try:
        parse_period(text)
    except NotReadError:
        return False
    return True


def _date(text: str) -> _Ends | None:
    """Read a single date."""
    if match := _YEAR_FIRST.fullmatch(text):
        text = match[1]
    return (parse_date(text),) * 2 if is_date(text) else None


def _span(text: str) -> _Ends | None:
    """Read 2011/2015, 2015-2023年, 2023年3月至5月 or 2023.1-2023.12."""
    match = _SPAN.fullmatch(text)
    if match is None or is_date(text):
        return None
    start = parse_date(match[1])
    end = parse_date(_completed(match[2], start))
    if start.is_surely_after(end):
        raise NotReadError(Phrase("结束早于开始", "it ends before it begins"))
    return start, end


def _completed(text: str, start: PartialDate) -> str:
    """Return the end of a span with the year, or the year and the month, that it shares with its beginning."""
    if re.fullmatch(r"\d{1,2}[日号]", text):
        return f"{start.year}年{start.month}月{text}"
    if re.fullmatch(r"\d{1,2}月.*", text):
        return f"{start.year}年{text}"
    if re.fullmatch(r"\d{2}年?", text):
        return f"{start.year}-{text}" if start.month and not start.day else f"{start.year // 100}{text}"
    return text


def _half(text: str) -> _Ends | None:
    match = _HALF.fullmatch(text)
    return _months(match[1], *_HALVES[match[2]]) if match else None


def _quarter(text: str) -> _Ends | None:
    if match := _QUARTER.fullmatch(text):
        last = _NUMERALS[match[2]] * 3
        return _months(match[1], last - 2, last)
    if match := _QUARTERS.fullmatch(text):
        return _months(match[1] or match[3], 1, _NUMERALS[match[2] or match[4]] * 3)
    return None


def _school_year(text: str) -> _Ends | None:
    """Read 2023-2024学年: from September to August."""
    match = _SCHOOL_YEAR.fullmatch(text)
    if match is None:
        return None
    first = int(match[1])
    if match[2] and int(match[2]) != first + 1:
        raise NotReadError(Phrase("一个学年只跨两个年份", "a school year has two years that follow each other"))
    return PartialDate(first, 9), PartialDate(first + 1, 8)


def _five_year_plan(text: str) -> _Ends | None:
    """Read “十三五”期间, 2016 to 2020.

    Source: the five-year plans since the tenth, 2001 to 2005, follow each other without a gap.
    """
    match = _PLAN.fullmatch(text)
    if match is None:
        return None
    first = _FIRST_OF_TENTH + (chinese_number(match[1]) - 10) * 5
    return PartialDate(first), (None if text.endswith("以来") else PartialDate(first + 4))


def _until(text: str) -> _Ends | None:
    match = _UNTIL.fullmatch(text)
    return (None, parse_date(match[1])) if match and is_date(match[1]) else None


def _since(text: str) -> _Ends | None:
    """Read 2019年以来; what it is counted from may be no date."""
    match = _SINCE.fullmatch(text)
    return (parse_date(match[1]) if is_date(match[1]) else None, None) if match else None


def _months(year: str, first: int, last: int) -> _Ends:
    return PartialDate(int(year), first), PartialDate(int(year), last)


_READERS: tuple[Callable[[str], _Ends | None], ...] = (
    _half, _quarter, _school_year, _five_year_plan, _until, _span, _date, _since,
)  # fmt: skip


PeriodField = Annotated[
    Period, read_by(parse_period, Period, "bad-period"), PlainSerializer(str), WithJsonSchema({"type": "string"})
]
