"""One palette for the site, the report of a check and the handbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PALETTE = ROOT / "site_theme" / "assets" / "tokens.css"
SHEETS = [
    *(path for path in sorted(PALETTE.parent.glob("*.css")) if path != PALETTE),
    ROOT / "generator" / "reporters" / "report.css",
    ROOT / "handbook" / "docs" / "assets" / "handbook.css",
]
LITERAL = re.compile(r":[^;{}]*(#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\()[^;{}]*[;}]")


def test_the_handbook_has_the_palette_of_the_site() -> None:
    """The handbook's copy is the theme's own file."""
    copy = ROOT / "handbook" / "docs" / "assets" / PALETTE.name
    assert copy.read_text("utf-8") == PALETTE.read_text("utf-8"), "run `make handbook`"


def test_old_browsers_have_the_light_colours() -> None:
    """What a browser without light-dark() shows is the light one of each pair."""
    plain, pairs = PALETTE.read_text("utf-8").split("@supports", 1)
    light = dict(re.findall(r"(--[\w-]+): ([^;]+);", plain))
    first = dict(re.findall(r"(--[\w-]+): light-dark\(([^,]+),", pairs))
    assert first
    assert {name: light.get(name) for name in first} == first


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_other_sheet_has_a_colour(sheet: Path) -> None:
    """Every other sheet names colours by their tokens."""
    assert [found.group() for found in LITERAL.finditer(sheet.read_text("utf-8"))] == []
