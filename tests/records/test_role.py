"""Lines of roles: each form is read in one way, and what is no name is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.fields import NotReadError
from generator.records.periods import parse_period
from generator.records.role import office, person_name, role_in_line

WHOLE = {"name": "杨志刚", "role": "队长", "period": "2011—2018"}


@pytest.mark.parametrize(
    "line",
    [
        "杨志刚，队长，2011—2018", "杨志刚,队长,2011—2018", "杨志刚，2011—2018，队长", "2011—2018，杨志刚，队长",
        "2011—2018 杨志刚 队长", "2011—2018：杨志刚，队长",
        "2011—2018：杨志刚 队长", "杨志刚 队长 2011—2018", "杨志刚　队长　2011—2018", "杨志刚 队长 2011 — 2018",
        "杨志刚（队长，2011—2018）", "杨志刚(队长 2011—2018)", "队长：杨志刚，2011—2018", "队长，杨志刚，2011—2018",
        "队长杨志刚，2011—2018", "杨志刚；队长；2011—2018",
    ],
)  # fmt: skip
def test_forms_of_one_line(line: str) -> None:
    """However an office writes a name, an office and a time, the same is read."""
    assert role_in_line(line) == WHOLE


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("杨志刚", {"name": "杨志刚"}),
        ("杨志刚（2011年起）", {"name": "杨志刚", "period": "2011年起"}),
        ("杨志刚，2018年至今", {"name": "杨志刚", "period": "2018年至今"}),
        ("杨志刚，队长，二〇一一年", {"name": "杨志刚", "role": "队长", "period": "二〇一一年"}),
        ("王　伟，队长", {"name": "王伟", "role": "队长"}),
        ("王 伟 队长", {"name": "王伟", "role": "队长"}),
        ("欧阳会长", {"name": "欧阳会长"}),
        ("张副会长", {"name": "张副会长"}),
        ("John Smith", {"name": "John Smith"}),
        ("John Smith，顾问", {"name": "John Smith", "role": "顾问"}),
        ("杨志刚，党支部书记，第2车队队长", {"name": "杨志刚", "role": "党支部书记，第2车队队长"}),
        ("杨志刚，13800000000", {"name": "杨志刚", "role": "13800000000"}),
        ("首任队长：杨志刚", {"role": "首任队长", "name": "杨志刚"}),
        ("2011—2018", {"period": "2011—2018"}), ("", {"name": ""}), ("，", {"name": "，"}),
        ("杨志刚，2011年，2018年", {"name": "杨志刚", "period": "2011年，2018年"}),
        ("王伟、李娜，队长", {"name": "王伟、李娜", "role": "队长"}),
        ("王伟 李娜，队长", {"name": "王伟 李娜", "role": "队长"}),
        ("王伟，队长（兼）", {"name": "王伟", "role": "队长（兼）"}),
    ],
)  # fmt: skip
def test_less_and_more(line: str, read: dict[str, str]) -> None:
    """What is not there is left out, and what cannot be parted is left in its field, to be refused there."""
    assert role_in_line(line) == read


@pytest.mark.parametrize(
    "text",
    [
        "王伟、李娜",
        "杨志刚，2011—2018",
        "杨志刚（队长）",
        "队长",
        "现任副会长",
        "王伟等",
        "王伟 李娜",
        "1号",
        "",
        "杨志刚副队长",
        "杨志刚总队长",
        "服务队队长杨志刚",
    ],
)
def test_no_names(text: str) -> None:
    """Two names, an office, a time or a bracket in a name are refused."""
    with pytest.raises(NotReadError):
        person_name(text)


@pytest.mark.parametrize(
    "text", ["杨志刚", "阿不都·热合曼", "John Smith", "王某某", "王队长", "王副秘书长", "王总经理", "欧阳副会长"]
)
def test_names(text: str) -> None:
    """A person's name is kept as it is written."""
    assert person_name(text) == text


@pytest.mark.parametrize("text", ["2011—2018", "2011", "2018年至今", "近5年", ""])
def test_a_time_is_no_office(text: str) -> None:
    """A time in place of an office is refused."""
    with pytest.raises(NotReadError):
        office(text)
    assert office("党支部书记") == "党支部书记"


def test_a_padded_name() -> None:
    """A name of two characters that was padded for the eye is joined."""
    assert person_name("王　伟") == "王伟"


@given(st.text("杨志刚队长，,；：（） \u30002011—8年至今王A", max_size=24))
def test_nothing_is_lost(line: str) -> None:
    """Whatever is typed, every sign that is no mark between fields is in a field."""
    marks = "，,；;：（）() \u3000"
    read = role_in_line(line)
    assert set(read) <= {"name", "role", "period"}
    assert sorted("".join(read.values()).translate(str.maketrans("", "", marks))) == sorted(
        line.translate(str.maketrans("", "", marks))
    )


@pytest.mark.parametrize("text", ["2018年至今", "2018—至今", "2018-今", "2018年至现在", "从2018年起", "自2018年以来"])
def test_a_time_that_goes_on(text: str) -> None:
    """A time that goes on has a beginning and no end, whatever dash stands in it."""
    period = parse_period(text)
    assert (str(period.start), period.end) == ("2018", None)
