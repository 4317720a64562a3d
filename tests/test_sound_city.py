"""A city of a hundred sound records, invented and written from the handbook alone, gives no false alarm."""

from __future__ import annotations

from pathlib import Path

from generator.recipes.check import check

CITY = Path(__file__).parent / "sound_city"
KINDS = 14


def test_no_false_alarm() -> None:
    """Records of every kind, with numbers, dates, rolls and names as offices write them, have no problem."""
    checked = check(CITY)
    assert checked.problems == []
    assert len(checked.catalogue.entries) > 100
    assert len(checked.catalogue.kinds) == KINDS
