"""Quantities keep their printed words and say what they mean."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.fields import NotReadError
from generator.records.quantity import Qualifier, parse_quantity

READ = [
    ("245万余人", "2450000", Qualifier.AT_LEAST, "人"),
    ("近18万", "180000", Qualifier.NEARLY, ""),
    ("近18萬", "180000", Qualifier.NEARLY, ""),
    ("29.6万小时", "296000", Qualifier.EXACT, "小时"),
    ("14.47%", "14.47", Qualifier.EXACT, "%"),
    ("１２３", "123", Qualifier.EXACT, ""),
    ("83,948人", "83948", Qualifier.EXACT, "人"),
    ("8000多名", "8000", Qualifier.AT_LEAST, "名"),
    ("超过3000个", "3000", Qualifier.AT_LEAST, "个"),
    ("1260余万元", "12600000", Qualifier.AT_LEAST, "元"),
    ("1.28亿元", "128000000", Qualifier.EXACT, "元"),
    ("345.2万个小时", "3452000", Qualifier.EXACT, "小时"),
    ("1.2万支", "12000", Qualifier.EXACT, "支"),
    ("百余场", "100", Qualifier.AT_LEAST, "场"),
    ("两支", "2", Qualifier.EXACT, "支"),
    ("十二个", "12", Qualifier.EXACT, "个"),
    ("一百二十三名", "123", Qualifier.EXACT, "名"),
    ("40小時左右", "40", Qualifier.ABOUT, "小時"),
    ("80%以上", "80", Qualifier.AT_LEAST, "%"),
    ("40支以上", "40", Qualifier.AT_LEAST, "支"),
    ("不少于20小时", "20", Qualifier.AT_LEAST, "小时"),
    ("10多万", "100000", Qualifier.AT_LEAST, ""),
    ("42 项", "42", Qualifier.EXACT, "项"),
]


@pytest.mark.parametrize(("printed", "number", "qualifier", "unit"), READ, ids=[row[0] for row in READ])
def test_reads_printed_words(printed: str, number: str, qualifier: Qualifier, unit: str) -> None:
    """The forms that our sources print are read as they are meant."""
    quantity = parse_quantity(printed)
    assert (quantity.number, quantity.qualifier, quantity.unit) == (Decimal(number), qualifier, unit)
    assert str(quantity) == printed


@pytest.mark.parametrize(
    "text", ["", "很多", "约人", "万", "1.2.3", "1,2人", "-3人", "３０％多少2", "十百千人", "12人34人", "一万二人"]
)
def test_refuses_what_is_no_quantity(text: str) -> None:
    """A text from which no single number follows is refused, not guessed at."""
    with pytest.raises(ValueError, match=r".*"):
        parse_quantity(text)


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(["", "近", "约", "超过"]),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["", "余", "多"]),
    st.sampled_from(["人", "人次", "小时", "%", ""]),
)
def test_number_survives(number: Decimal, opening: str, scale: str, more: str, unit: str) -> None:
    """Whatever stands around a number, its value is the digits times the scale."""
    times = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    quantity = parse_quantity(f"{opening}{number}{more}{scale}{unit}")
    assert quantity.number == number * times
    assert (quantity.qualifier is Qualifier.EXACT) == (not opening and not more)


@given(st.text(max_size=30))
def test_never_fails_otherwise(text: str) -> None:
    """Any text is either a quantity or a ValueError."""
    with suppress(ValueError):
        quantity = parse_quantity(text)
        assert quantity.number >= 0 or quantity.unit == "%"


@pytest.mark.parametrize("printed", ["约1000人", "1000人左右", "大约1000人", "1000人上下"])
def test_about_is_good_to_a_tenth(printed: str) -> None:
    """约 may mean a tenth less or more than the number, and nothing further off."""
    assert parse_quantity(printed).bounds == (Decimal(900), Decimal(1100))


RANGES = {
    "3—5万人": (30000, 50000, "人"),
    "20～30人": (20, 30, "人"),
    "1万至2万人次": (10000, 20000, "人次"),
    "80%-90%": (80, 90, "%"),
    "一至两次": (1, 2, "次"),
}


@pytest.mark.parametrize("printed", RANGES)
def test_a_range_holds_both_its_ends(printed: str) -> None:
    """A range of one unit is between its ends; the lower may leave 万 and the unit to the upper."""
    quantity = parse_quantity(printed)
    low, high, unit = RANGES[printed]
    assert (quantity.bounds, quantity.unit, quantity.qualifier) == ((low, high), unit, Qualifier.BETWEEN)
    assert quantity.number == low


@pytest.mark.parametrize("text", ["5-3人", "0532-12345", "12-15", "2019-2023年", "20多—30人", "3人—5支", "3、5人"])
def test_no_range(text: str) -> None:
    """Ends in the wrong order, without a unit, of two units, vague, or years are no range."""
    with pytest.raises(NotReadError):
        parse_quantity(text)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from("-—~～至到"), st.sampled_from(["人", "万人", "%"]))
def test_any_range_is_read(low: int, more: int, sign: str, unit: str) -> None:
    """Two numbers in order with one unit are a range, whatever sign stands between."""
    times = 10**4 if unit == "万人" else 1
    assert parse_quantity(f"{low}{sign}{low + more}{unit}").bounds == (low * times, (low + more) * times)
