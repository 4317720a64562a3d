"""Reports: what is private in a record stays out of them."""

from __future__ import annotations

import pytest

from generator.recipes.check import check
from generator.recipes.report import FORMATS, render, report_of
from tests.conftest import Project


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_repeats_a_private_number(project: Project, form: str) -> None:
    """A mobile number in a value that cannot be read is starred out in the words of the problem and in its line."""
    folder = project(
        "content/teams/a.yml:\n    {name: 甲队, source: doc, phone: 张三 138-0000-0000, founded: 13800000000}"
    )
    problems = check(folder).problems
    assert [problem.code for problem in problems] == ["bad-phone", "bad-date"]
    text = render(report_of(problems, root=folder, records=1), form=form)
    assert "138" not in text
