"""Code Quality of GitLab: what it asks of each issue, and fingerprints that stay with their problem."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reporters.gitlab import render_gitlab
from tests.reporters.conftest import odd, report, saying, wrong


def issues(*problems: Problem, folder: str = "") -> list[dict[str, Any]]:
    """Render problems and read them back."""
    told: list[dict[str, Any]] = json.loads(render_gitlab(report(problems, folder=folder)))
    return told


def test_issue() -> None:
    """An issue has its words, code, severity and place from the repository's top; errors weigh more than warnings."""
    [first, second] = issues(odd("a.yml", 2, 1), wrong("b.yml", 7, 3), folder="city")
    assert second.pop("fingerprint") != first["fingerprint"]
    assert second == {
        "description": "没有“plcae”这个栏目\n怎么改：可以写：name、place",
        "check_name": "wrong-word",
        "severity": "major",
        "location": {"path": "city/b.yml", "lines": {"begin": 7}},
    }
    assert first["severity"] == "minor"


def test_nothing_wrong() -> None:
    """Where nothing is wrong the list is empty."""
    assert issues() == []


def test_a_problem_that_moves_is_the_same() -> None:
    """The same problem on another line keeps its fingerprint, and two of a kind in one file differ."""
    [before] = issues(wrong("a.yml", 1, 1))
    [after] = issues(wrong("a.yml", 9, 1))
    assert before["fingerprint"] == after["fingerprint"]
    assert len({issue["fingerprint"] for issue in issues(wrong("a.yml", 1, 1), wrong("a.yml", 9, 1))}) == 2


@given(st.text(), st.text(min_size=1))
def test_hostile_words(words: str, path: str) -> None:
    """Whatever the words, the report is JSON with one issue."""
    assert len(issues(saying(words, path=path))) == 1
