"""Annotations of GitHub: the form of a command, its escapes, and one line a problem whatever is in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reporters.github import render_github
from tests.reporters.conftest import odd, report, saying, wrong

COMMAND = re.compile(r"::(error|warning) file=([^:,]*),line=(\d+),col=(\d+),title=([a-z-]+)::(.*)")
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def unescaped(text: str) -> str:
    """Read a value as GitHub's runner does."""
    return re.sub("%0D|%0A|%3A|%2C|%25", lambda match: ESCAPES[match[0]], text)


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (
            wrong("b.yml", 2, 3),
            "::error file=b.yml,line=2,col=3,title=wrong-word::没有“plcae”这个栏目%0A怎么改：可以写：name、place\n",
        ),
        (
            odd("projects/梦圆.yml", 1, 1),
            "::warning file=projects/梦圆.yml,line=1,col=1,title=odd-number::123 不像人数%0A怎么改：核对原文\n",
        ),
        (
            saying("100%: a,b", path="a,b:c%.yml"),
            "::error file=a%2Cb%3Ac%25.yml,line=1,col=1,title=any-words::100%25: a,b%0A怎么改：100%25: a,b\n",
        ),
    ],
)
def test_command(problem: Problem, line: str) -> None:
    """A problem is one command with its place; message and help are its text, with GitHub's escapes."""
    assert render_github(report([problem])) == line


def test_folder() -> None:
    """GitHub finds a file from the top of the repository."""
    assert "file=city/projects/a.yml," in render_github(report([wrong("projects/a.yml", 1, 1)], folder="city"))


def test_nothing_wrong() -> None:
    """Where nothing is wrong nothing is annotated."""
    assert render_github(report([])) == ""


@given(st.text(), st.text(min_size=1))
def test_hostile_words(words: str, path: str) -> None:
    """Whatever the words, a problem is one line that reads back as one command with the same place."""
    text = render_github(report([saying(words, path=path, line=7)]))
    [line] = text.splitlines()
    command = COMMAND.fullmatch(line)
    assert command
    assert command[3] == "7"


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_words_arrive(words: str) -> None:
    """What can be seen arrives as it was written."""
    command = COMMAND.fullmatch(render_github(report([saying(words)])).rstrip("\n"))
    assert command
    assert unescaped(command[6]) == f"{words}\n怎么改：{words}"
