"""What residents read: their words, not those of the office."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.data.tables import for_residents

ROOT = Path(__file__).parents[2]
OFFICE = re.compile("词表|口径|存量|推定|列名|未列名|阵地")
PRINTED = [
    *sorted((ROOT / "site_theme" / "templates").rglob("*.html")),
    *sorted((ROOT / "site_theme" / "assets").glob("*.js")),
    *sorted((ROOT / "generator" / "pages").rglob("*.py")),
    *sorted((ROOT / "generator" / "printing").rglob("*.py")),
]


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_speaks_like_an_office(path: Path) -> None:
    """No template, script or view has a word of the office but to ask the table for that of residents."""
    text = re.sub(r"for_residents\(\"[^\"]+\"\)", "", path.read_text("utf-8"))
    assert OFFICE.findall(text) == []


def test_the_table_gives_the_words_of_residents() -> None:
    """A word of the office has one for residents, and every other word stays."""
    assert [for_residents(word) for word in ("词表", "口径", "推定", "项目")] == [
        "说法",
        "怎么算的",
        "按文章推算",
        "项目",
    ]
