"""Quantities, periods and dates are read as offices print them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.dates import parse_date, parse_year
from generator.records.fields import NotReadError
from generator.records.periods import parse_period
from generator.records.quantity import parse_quantity

QUANTITIES = [
    ("上万人次", "10000", "at-least", "人次"),
    ("近万人", "10000", "nearly", "人"),
    ("万余人次", "10000", "at-least", "人次"),
    ("过万人", "10000", "at-least", "人"),
    ("上百场", "100", "at-least", "场"),
    ("12万5千人", "125000", "exact", "人"),
    ("二十万零三百人", "200300", "exact", "人"),
    ("1亿2千万元", "120000000", "exact", "元"),
    ("4500+人", "4500", "at-least", "人"),
    ("九成以上", "90", "at-least", "%"),
    ("三成五", "35", "exact", "%"),
    ("三分之一", "33.33", "exact", "%"),
    ("1个半小时", "1.5", "exact", "小时"),
    ("-3.2%", "-3.2", "exact", "%"),
    ("+12%", "12", "exact", "%"),
    ("约占社会组织总数的20%", "20", "about", "%"),
    ("約占社會組織總數的20%", "20", "about", "%"),
    ("占比超过三成", "30", "at-least", "%"),
    ("达到3200人次", "3200", "exact", "人次"),
    ("1，200人", "1200", "exact", "人"),
]
NO_QUANTITIES = [
    ("1.2w名", "1.2万名"),
    ("2O名", "20名"),
    ("3k", "3000"),
    ("数千人次", "写进简介"),
    ("几十支", "写进简介"),
    ("约100—200人", "范围"),
    ("3多-5支", "范围"),
    ("1:30", "比例"),
    ("12x人", "不是单位"),
    ("1,20人", "逗号"),
]
PERIODS = [
    ("2023年度", "2023", "2023"),
    ("2023年上半年", "2023-01", "2023-06"),
    ("2024年一季度", "2024-01", "2024-03"),
    ("2024年前三季度", "2024-01", "2024-09"),
    ("2023年3月至5月", "2023-03", "2023-05"),
    ("2024年1月至12月", "2024-01", "2024-12"),
    ("2023年1月1日至12月31日", "2023-01-01", "2023-12-31"),
    ("2023年5月1日至5日", "2023-05-01", "2023-05-05"),
    ("2019-2023年", "2019", "2023"),
    ("2019~2023", "2019", "2023"),
    ("2015年-2023年", "2015", "2023"),
    ("2023.1-2023.12", "2023-01", "2023-12"),
    ("2023年11月至2024年2月", "2023-11", "2024-02"),
    ("“十三五”期间", "2016", "2020"),
    ("“十四五”以来", "2021", None),
    ("2023-2024学年", "2023-09", "2024-08"),
    ("截至2024年底", None, "2024"),
    ("每年暑假", None, None),
    ("疫情期间", None, None),
    ("2024年春节期间", None, None),
    ("两年来", None, None),
    ("全年", None, None),
]
DATES = [
    ("2024年末", "2024"),
    ("2023年3月5号", "2023-03-05"),
    ("2017年度", "2017"),
    ("二〇二四年", "2024"),
    ("二零二三年", "2023"),
]


@pytest.mark.parametrize(("printed", "number", "qualifier", "unit"), QUANTITIES, ids=[row[0] for row in QUANTITIES])
def test_quantities(printed: str, number: str, qualifier: str, unit: str) -> None:
    """A quantity is read as its words mean it, and keeps them."""
    read = parse_quantity(printed)
    assert (f"{read.number:f}", read.qualifier.value, read.unit, read.printed) == (number, qualifier, unit, printed)


@pytest.mark.parametrize(("printed", "reason"), NO_QUANTITIES, ids=[row[0] for row in NO_QUANTITIES])
def test_no_quantities(printed: str, reason: str) -> None:
    """Words without one number are refused, and the reason says what is meant or where to write it."""
    with pytest.raises(NotReadError) as refused:
        parse_quantity(printed)
    assert reason in refused.value.reason.zh


@pytest.mark.parametrize(("printed", "start", "end"), PERIODS, ids=[row[0] for row in PERIODS])
def test_periods(printed: str, start: str | None, end: str | None) -> None:
    """A period has the ends that its words give, and no others."""
    read = parse_period(printed)
    ends = tuple(str(date) if date else None for date in (read.start, read.end))
    assert (*ends, read.printed) == (start, end, printed)


@pytest.mark.parametrize(("printed", "iso"), DATES, ids=[row[0] for row in DATES])
def test_dates(printed: str, iso: str) -> None:
    """A date is read to the precision of its words."""
    assert str(parse_date(printed)) == iso


def test_a_day_that_is_not() -> None:
    """Of a day that the calendar lacks it is said how many days its month has."""
    with pytest.raises(NotReadError) as refused:
        parse_date("2024-02-30")
    assert "2月没有30日，只有29天" in refused.value.reason.zh


def test_years_of_an_award() -> None:
    """An award may be of two years, which stay two."""
    read = [str(parse_year(text)) for text in ("2022—2023年度", "2017年度", "2022-23")]
    assert read == ["2022/2023", "2017", "2022/2023"]
    with pytest.raises(NotReadError):
        parse_year("2023-2022年度")


@settings(max_examples=1000)
@given(st.text(alphabet="0123456789.,+-—%万亿千百十余多近约占的成半个分之人次名wWkO零〇一二三两几数", max_size=14))
def test_any_words_of_numbers_are_read_or_refused(text: str) -> None:
    """Whatever is made of the signs of numbers is a quantity whose bounds are in order, or is refused."""
    with suppress(NotReadError):
        low, high = parse_quantity(text).bounds
        assert low <= high


@settings(max_examples=1000)
@given(st.text(alphabet="0123456789年月日号度至到-—~./学上下半季一二三四五十“”期间截底末初以来起", max_size=16))
def test_any_words_of_time_are_read_or_refused(text: str) -> None:
    """Whatever is made of the signs of dates is read, never with its end before its beginning, or is refused."""
    for read in (parse_date, parse_year):
        with suppress(NotReadError):
            read(text)
    with suppress(NotReadError):
        period = parse_period(text)
        assert not (period.start and period.end and period.start.is_surely_after(period.end))
