"""An acceptance holds the numbers that a person judged."""

from __future__ import annotations

import pytest

from generator.recipes.check import check
from tests.conftest import Project

CITY = """
    projects/a.yml:
        name: 甲
        source: doc
        figures:
          - {{metric: 注册志愿者, value: {value}, accept: {{unit-mismatch: {reason}}}}}
"""


@pytest.mark.parametrize(
    ("value", "reason", "codes"),
    [
        ("8000余人次", "原文写“8000余人次”", []),
        ("8000余人次", "照原文，8000余", []),
        ("9000余人次", "原文写“8000余人次”", ["accept-outdated"]),
        ("80000余人次", "原文写“8000余人次”", ["accept-outdated"]),
        ("８０００余人次", "原文写８０００余人次", []),
        ("8000人次", "原文写8000余人次", ["accept-outdated"]),
        ("8000余人", "原文写8000余人次", ["accept-unused"]),
    ],
)
def test_numbers_that_were_judged(project: Project, value: str, reason: str, codes: list[str]) -> None:
    """A reason that has the numbers holds, and when one of them changes it is asked again."""
    assert [problem.code for problem in check(project(CITY.format(value=value, reason=reason))).problems] == codes
