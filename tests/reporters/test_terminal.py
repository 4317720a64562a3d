"""The report for a terminal: the whole sample in both languages, and what a terminal must never be sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Language
from generator.reporters.excerpt import cells
from generator.reporters.terminal import render_terminal
from tests.reporters.conftest import odd, report, saying, wrong

HERE = Path(__file__).parent
COLOUR = re.compile(r"\x1b\[[0-9;]+m")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_golden(language: Language, *, renew: bool) -> None:
    """The sample is told exactly as it stands in the text beside this test."""
    expected = HERE / f"terminal.{language}.txt"
    text = render_terminal(report(language=language), colour=False)
    if renew:
        expected.write_text(text, encoding="utf-8")
    assert expected.read_text(encoding="utf-8") == text, "run `make renew` and read the diff"


def test_colour_changes_no_word() -> None:
    """Without its colours a coloured report is the plain one; errors are red and warnings yellow."""
    coloured = render_terminal(report(), colour=True)
    assert COLOUR.sub("", coloured) == render_terminal(report(), colour=False)
    assert "\x1b[1;31m错误\x1b[0m" in coloured
    assert "\x1b[1;33m提醒\x1b[0m" in coloured


def test_caret_under_the_spot() -> None:
    """The caret stands under its character, also behind Chinese, which is two columns wide, and behind a tab."""
    lines = render_terminal(report([odd("projects/梦圆.yml", 13, 10)]), colour=False).splitlines()
    source, caret = lines[2], lines[3]
    assert cells(caret[: caret.index("^")]) == cells(source[: source.index("２")])


def test_no_source_line() -> None:
    """A problem whose line cannot be had is told without one."""
    text = render_terminal(report([wrong("gone.yml", 1, 1)]), colour=False)
    assert "^" not in text
    assert "怎么改：可以写：name、place" in text


def test_most() -> None:
    """The caller says how many of a kind are shown in full; the rest is one line."""
    text = render_terminal(report(), colour=False, most=1)
    assert "projects/a.yml: 还有 6 处同样的问题 (wrong-word)" in text
    assert text.count("projects/a.yml:1:1") == 1


def test_many_files() -> None:
    """The summary names the twenty files with most errors and counts the others."""
    problems = [wrong(f"f{number:02}.yml", line, 1) for number in range(30) for line in range(number)]
    summary = render_terminal(report(problems), colour=False).split("按文件：\n")[1]
    assert summary.startswith("  f29.yml     29 个错误，0 个提醒\n")
    assert "f09.yml" not in summary
    assert "  还有 9 个文件\n" in summary


def test_nothing_wrong() -> None:
    """Where nothing is wrong the closing line stands alone."""
    assert render_terminal(report([]), colour=True) == "查了 3 条记录，没有发现问题。\n"


@given(st.text(), st.text(), st.integers(1, 50))
def test_hostile_words(line: str, words: str, column: int) -> None:
    """No record can move the cursor, change the colour or turn the direction of writing."""
    hostile = report([saying(words, path=words or "a", column=column)], line_at=lambda _spot: line)
    text = COLOUR.sub("", render_terminal(hostile, colour=True))
    assert all(character.isprintable() or character == "\n" or ord(character) >= 0xA0 for character in text)
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
