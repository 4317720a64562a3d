"""Data files do no harm in the programs that open them."""

from __future__ import annotations

import pytest

from generator.data_files.exports import guarded, winner_rows
from generator.recipes.check import check
from tests.conftest import Project


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_is_run_as_a_formula(first: str) -> None:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe, also where it is a list."""
    assert guarded(f"{first}1+1") == f"'{first}1+1"
    assert guarded([f"{first}甲", "乙"]) == f"'{first}甲；乙"


def test_other_cells_stay_as_they_are() -> None:
    """A text with such a character further in is a text, a list is written in one cell, and nothing is empty."""
    assert [guarded(value) for value in ("甲=乙", ["甲", "乙"], 12, None)] == ["甲=乙", "甲；乙", "12", ""]


def test_one_row_a_winner(project: Project) -> None:
    """The table of winners has a row for each winner, two for a shared honour, and says what was revoked."""
    folder = project("""
        honours/series.yml: [{id: s, name: 甲评选, level: 市级, source: doc}]
        honours/a.yml:
            series: s
            year: 2024
            source: doc
            winners:
              最美志愿者:
                - 陶甲、黄乙（救援队队员）
                - {name: 王伟, unit: 某队, revoked: {by: 某办, date: 2025-03}}
    """)
    rows = [(row["name"], row["unit"], row["status"], row["year"]) for row in winner_rows(check(folder).catalogue)]
    assert rows == [
        ("陶甲", "救援队队员", "unstated", "2024"),
        ("黄乙", "救援队队员", "unstated", "2024"),
        ("王伟", "某队", "revoked", "2024"),
    ]
