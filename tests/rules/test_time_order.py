"""Dates against the day of the check, which is an input and never read from a clock inside."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.cli import main
from generator.recipes.check import CheckOptions, check
from tests.conftest import Project

TODAY = dt.date(2026, 7, 1)
LATER = {
    "projects/a.yml:\n    {name: 甲, since: 2026-07-02}\n": ["since"],
    "projects/a.yml:\n    {name: 甲, since: 2026-07-01, until: 2030}\n": [],
    "projects/a.yml:\n    {name: 甲, since: 2026}\n": [],
    "projects/a.yml:\n    {name: 甲, library: [{name: 市库, level: 市级, entered: 2027, left: 2029}]}\n": [
        "library[0].entered"
    ],
    "content/activities/a.yml:\n    {name: 甲, date: 2027-03-05}\n": [],
    "content/documents/a.yml:\n    {name: 甲, type: 新闻报道, date: 2034}\n": ["date"],
    "honours/a.yml:\n    {series: best, year: 2024, source: doc, notice_from: 2026-06-30, notice_to: 2026-07-06}\n": [],
    "honours/a.yml:\n    {series: best, year: 2024, source: doc, revoked: {by: 甲, date: 2027}}\n": ["revoked.date"],
    "content/places/a.yml:\n    {name: 乙, level: 区县, goals: [{text: 达到, target: 9人, deadline: 2030}]}\n": [],
}


@pytest.mark.parametrize("records", LATER)
def test_only_what_has_happened_must_have_come(project: Project, records: str) -> None:
    """A fact dated after the day of the check is reported; a deadline, an end or an announced activity is not."""
    problems = check(project(records), CheckOptions(today=TODAY)).problems
    assert [problem.field for problem in problems if problem.code == "date-in-the-future"] == LATER[records]


def test_without_a_day_nothing_is_future(project: Project) -> None:
    """Where nobody says which day it is, no date is held to lie ahead."""
    assert check(project("content/teams/a.yml:\n    {name: 甲, founded: 2961}\n")).problems == []


def test_the_command_says_which_day_it_is(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """The command hands the real day on."""
    main(["-C", str(project("content/teams/a.yml:\n    {name: 甲, founded: 2961}\n")), "check"])
    assert "date-in-the-future" in capsys.readouterr().out
