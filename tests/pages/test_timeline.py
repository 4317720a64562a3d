"""Honours on a time line."""

from __future__ import annotations

from generator.pages.views.page import LinkView
from generator.pages.views.statements import HonourView
from generator.pages.views.timeline import timeline


def _line(year: str, category: str) -> HonourView:
    link = LinkView(category)
    return HonourView("a", link, "", category, link, "系列", "市级", year, "", ())


def test_latest_first_and_unknown_last() -> None:
    """Years fall, editions without a year come last, and what one time holds keeps its order."""
    lines = [_line("年份未注明", "甲"), _line("2022年", "乙"), _line("2024年 第七届", "丙"), _line("2022年", "丁")]
    years = timeline(iter(lines))
    assert [year.time for year in years] == ["2024年 第七届", "2022年", "年份未注明"]
    assert [line.category for line in years[1].honours] == ["乙", "丁"]
