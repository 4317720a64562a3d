"""All slips that stop the YAML reader are found in one run."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.files import SourceFile
from generator.reading.mended_lines import mended_line, with_lines_mended
from generator.reading.yaml_text import read_yaml

SOUND = [
    "名称: 甲\n简介: 每周活动如下\n  时间：周六下午，\n  地点：一楼。\n做法:\n  - 时间：周六\n  - 结对\n",
    "名称: 甲\n简介: |\n  时间：周六\n  -不是清单\n来源: doc\n",
    "- 编号: a\n  名称: 甲：乙\n",
]
TYPED = st.text(alphabet="名称甲：:- •\t\u3000\"'[]{}，,\n#|>", max_size=60)


def lines_of(text: str) -> list[int]:
    """Return the lines at which a text has problems."""
    return sorted(problem.location.line for problem in read_yaml(SourceFile("a.yml", dedent(text)))[1])


def test_every_line_of_a_record_with_full_width_colons() -> None:
    """A record typed wholly with full-width colons is named line by line."""
    assert lines_of("名称：甲\n地区：乙\n开始：2023\n来源：doc\n简介：好。\n") == [1, 2, 3, 4, 5]


def test_slips_do_not_hide_each_other() -> None:
    """Slips of different sorts in one file are all found, each once and at its line."""
    text = "名称：甲\n地区:city\n做法:\n\t- 书架：一个。\n  -读书会：每月。\n  • 讲座\n结束: [2024\n"
    assert lines_of(text) == [1, 2, 4, 5, 6, 7]


@pytest.mark.parametrize("text", SOUND)
def test_sound_texts(text: str) -> None:
    """Colons inside texts and items are no slips, and nothing in a sound file is mended."""
    assert lines_of(text) == []
    mended = with_lines_mended(SourceFile("a.yml", text))
    assert mended is None or mended.text == text


@given(TYPED)
def test_any_file_ends(text: str) -> None:
    """Whatever is typed is read or refused, each problem at a line of the file."""
    _, problems = read_yaml(SourceFile("a.yml", text))
    assert all(1 <= problem.location.line <= len(text.split("\n")) + 1 for problem in problems)


@given(TYPED.filter(lambda text: "\n" not in text))
def test_a_line_stays_one(line: str) -> None:
    """A mended line is one line."""
    assert "\n" not in mended_line(line)


def test_line_numbers_behind_unicode_line_ends() -> None:
    """U+2028, which web pages bring along, is named and counts as no line."""
    found = read_yaml(SourceFile("a.yml", "a: 第一句。\u2028第二句。\nb: [x\n"))[1]
    assert [(problem.code, problem.location.line) for problem in found] == [
        ("invisible-character", 1),
        ("yaml-syntax", 2),
    ]


def test_chinese_lines_are_joined_without_spaces() -> None:
    """A text on several lines has no space between Chinese characters, and keeps those between Latin words."""
    root, problems = read_yaml(
        SourceFile("a.yml", "a: 帮助老人\n  关爱儿童，\n  AI and\n  more 字\nb: >\n  甲\n  乙\nc: 甲 乙\n")
    )
    assert problems == []
    assert [pair.value.value.strip() for pair in root.pairs] == ["帮助老人关爱儿童， AI and more 字", "甲乙", "甲 乙"]
