"""Telephone numbers that may be called: one, whole, and nothing beside it."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.records.telephones import PublicPhone, dialled, numbers_in

AREAS = st.sampled_from(["010", "0532", "021", "0990"])
GAPS = st.sampled_from(["", "-", " ", "－", "—"])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0532-85912345", "053285912345"), ("(0532) 8591 2345", "053285912345"), ("（0532）85912345", "053285912345"),
        ("0532－８５９１２３４５", "053285912345"), ("0532—8591234", "05328591234"), ("85912345", "85912345"),
        ("+86-532-85912345", "+8653285912345"), ("+86 10 8591 2345", "+861085912345"), ("12345", "12345"),
        ("110", "110"), ("0532-12345", "053212345"), ("95598", "95598"), ("0532-96111", "053296111"),
        ("118114", "118114"), ("400-123-4567", "4001234567"), ("400 1234 567", "4001234567"),
        ("800-8591234", "8008591234"), ("0532-85912345 转 8", "053285912345,8"),
        ("0532-85912345转8001", "053285912345,8001"), ("0532-85912345-8001", "053285912345,8001"),
        ("0532-85912345 分机 12", "053285912345,12"), ("0532-85912345 ext. 12", "053285912345,12"),
        ("138 0000 0000", "13800000000"),
    ],
)  # fmt: skip
def test_telephone_numbers(text: str, number: str) -> None:
    """One number, however it is printed, is kept as it is written, and dialled digit by digit."""
    assert TypeAdapter(PublicPhone).validate_python(text) == text
    assert dialled(text) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("工作日打12345", "只留下号码 12345"), ("0532-85912345 张三", "只留下号码 0532-85912345"),
        ("tel:12345", "只留下号码 12345"), ("12345、12355", "写了不止一个号码，只留一个"),
        ("0532-85912345/85912346", "写了不止一个号码，只留一个"), ("", ""), ("12", ""), ("2024-05-01", ""),
        ("张三 13800000000", ""), ("0532-859123", ""), ("9:00-17:00", ""), ("053285912345678", ""),
    ],
)  # fmt: skip
def test_no_telephone_numbers(text: str, reason: str) -> None:
    """Two numbers, or words beside a number, cannot be dialled; a mobile number is not repeated."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(PublicPhone).validate_python(text)
    [fault] = caught.value.errors()
    assert fault["ctx"]["reason"].zh == reason


@given(AREAS, GAPS, st.from_regex(r"\A[2-9][0-9]{7}\Z"))
def test_every_landline_is_read(area: str, gap: str, number: str) -> None:
    """A landline is read with any area code and any dash."""
    assert dialled(f"{area}{gap}{number}") == area + number


@given(st.text("0123456789-+()（）转 ，、张", max_size=24))
def test_what_is_dialled_has_no_words(text: str) -> None:
    """Whatever is typed, what is dialled are digits, a plus before them and a pause behind."""
    assert re.fullmatch(r"(?:\+?\d{3,14}(?:,\d{1,5})?)?", dialled(text))
    with suppress(ValidationError):
        assert TypeAdapter(PublicPhone).validate_python(text) == text.strip()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("请拨 12345，或 0532-85912345 转 8。", ["12345", "053285912345,8"]), ("（0532）8591-2345", ["053285912345"]),
        ("青岛12345热线", ["12345"]), ("电话：85912345", ["85912345"]), ("400-123-4567", ["4001234567"]),
        ("0532－８５９１２３４５", ["053285912345"]), ("13812345678 转告", ["13812345678"]),
        ("服务100人次，12345件", []), ("共打110场", []), ("2011—2018", []), ("2023年 100 元", []), ("9:00-17:00", []),
        ("1.10", []), ("编号0000105", []), ("110101199003071234", []), ("0532-85912345678", []),
    ],
)  # fmt: skip
def test_numbers_in_running_text(text: str, numbers: list[str]) -> None:
    """In running text a number is one to call only where that is sure: by its area, or by the word beside it."""
    assert [number for _, _, number in numbers_in(text)] == numbers


@given(st.text("0123456789-+()（）转 ，拨打电话热线张１２－", max_size=30))
def test_numbers_in_a_text_hold_their_places(text: str) -> None:
    """What is found can be dialled from the words as they stand there, one after the other."""
    last = 0
    for start, end, number in numbers_in(text):
        assert start >= last
        assert number == dialled(text[start:end])
        last = end
