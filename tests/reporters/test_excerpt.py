"""Source lines made fit to be shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reporters.excerpt import Excerpt, blank, cells, excerpt, visible


def test_three_parts() -> None:
    """A line is parted at the character that the column names."""
    assert excerpt("名称: 梦圆", 5, width=40) == Excerpt("名称: ", "梦", "圆")


@pytest.mark.parametrize(("column", "before"), [(-3, ""), (0, ""), (1, ""), (4, "abc"), (99, "abc")])
def test_columns_outside_the_line(column: int, before: str) -> None:
    """A column before the line is its first, one behind it is the place behind its end."""
    assert excerpt("abc", column, width=40).before == before


def test_wide_characters() -> None:
    """Chinese takes two columns, a combining mark none, and what is blank is as wide."""
    assert cells("梦a圆") == 5
    assert cells("e\u0301") == 1
    assert blank("梦a") == "\u3000 "


def test_long_line_is_cut_around_the_spot() -> None:
    """Of an overlong line the neighbourhood of the spot is shown, with … where something is cut."""
    shown = excerpt("一" * 200 + "中" + "二" * 200, 201, width=20)
    assert shown == Excerpt("…" + "一" * 4, "中", "二" * 5 + "…")
    assert excerpt("中" + "二" * 200, 1, width=20) == Excerpt("", "中", "二" * 9 + "…")
    assert excerpt("a" * 30 + "中", 31, width=20) == Excerpt("…" + "a" * 18, "中", "")


def test_nothing_acts() -> None:
    """Signs that move the cursor, turn the writing or hide are drawn; a tab becomes spaces."""
    assert visible("\ta\x1b[31m\r\n\u202e\u200b\u2028\x85\ud800") == "    a␛[31m␍␊�����"
    assert visible("梦圆 𱍐 😀") == "梦圆 𱍐 😀"


@given(st.text(max_size=300), st.integers(-5, 320), st.integers(10, 120))
def test_fits(line: str, column: int, width: int) -> None:
    """Whatever the line, an excerpt fits the width but for two characters of cutting, and holds nothing that acts."""
    shown = excerpt(line, column, width=width)
    whole = shown.before + shown.spot + shown.after
    assert cells(whole) <= width + 2
    assert not any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in whole)
    assert shown.spot
