"""Dates keep their precision; periods keep their words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.dates import PartialDate, parse_date
from generator.records.periods import parse_period


@pytest.mark.parametrize(
    ("text", "iso", "label"),
    [
        ("2024", "2024", "2024年"),
        ("2024年", "2024", "2024年"),
        ("2024-12", "2024-12", "2024年12月"),
        ("2024年3月", "2024-03", "2024年3月"),
        ("2024-12-03", "2024-12-03", "2024年12月3日"),
        ("２０２４年１２月３日", "2024-12-03", "2024年12月3日"),
        ("2024/1/5", "2024-01-05", "2024年1月5日"),
    ],
)
def test_precision_is_kept(text: str, iso: str, label: str) -> None:
    """A year stays a year and a month a month."""
    assert (str(parse_date(text)), parse_date(text).label) == (iso, label)


@pytest.mark.parametrize(
    "text", ["", "去年", "24", "2023-02-29", "2024-13", "2024-00", "2024-01-00", "12-2024", "0000"]
)
def test_refuses_what_the_calendar_does_not_have(text: str) -> None:
    """What is no date is refused."""
    with pytest.raises(ValueError, match=r".*"):
        parse_date(text)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_day_survives(day: dt.date) -> None:
    """Every day of the calendar is read back as itself."""
    assert parse_date(day.isoformat()) == PartialDate(day.year, day.month, day.day)


@given(st.lists(st.dates(min_value=dt.date(1000, 1, 1)), min_size=2))
def test_order_is_the_calendar(days: list[dt.date]) -> None:
    """Dates sort as the calendar does, and a year before its months."""
    read = [parse_date(day.isoformat()) for day in days]
    assert [str(date) for date in sorted(read)] == [day.isoformat() for day in sorted(days)]
    assert parse_date("2024") < parse_date("2024-01") < parse_date("2024-01-01")


@pytest.mark.parametrize(
    ("text", "start", "end", "label"),
    [
        ("2011/2015", "2011", "2015", "2011年至2015年"),
        ("2019年以来", "2019", None, "2019年以来"),
        ("近5年", None, None, "近5年"),
        ("近两年", None, None, "近两年"),
        ("每年", None, None, "每年"),
        ("2023", "2023", "2023", "2023年"),
    ],
)
def test_periods(text: str, start: str | None, end: str | None, label: str) -> None:
    """近5年 is a span of time, and its ends stay open."""
    period = parse_period(text)
    assert (period.start and str(period.start), period.end and str(period.end)) == (start, end)
    assert period.label == label


@pytest.mark.parametrize("text", ["", "前阵子", "2015/2011", "近5人"])
def test_refuses_what_is_no_period(text: str) -> None:
    """What is no period is refused."""
    with pytest.raises(ValueError, match=r".*"):
        parse_period(text)
