"""Data files do no harm in the programs that open them."""

from __future__ import annotations

import pytest

from generator.data_files.exports import guarded


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_is_run_as_a_formula(first: str) -> None:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe, also where it is a list."""
    assert guarded(f"{first}1+1") == f"'{first}1+1"
    assert guarded([f"{first}甲", "乙"]) == f"'{first}甲；乙"


def test_other_cells_stay_as_they_are() -> None:
    """A text with such a character further in is a text, a list is written in one cell, and nothing is empty."""
    assert [guarded(value) for value in ("甲=乙", ["甲", "乙"], 12, None)] == ["甲=乙", "甲；乙", "12", ""]
