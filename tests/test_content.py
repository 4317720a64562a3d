"""The project's own records, and the site they make."""

from __future__ import annotations

import json
from pathlib import Path

from generator.data_files.exports import FIGURE_FIELDS
from generator.recipes.check import CheckOptions, check
from tests.sites import broken_links, pages_of

ROOT = Path(__file__).parents[1]


def test_records_are_sound() -> None:
    """The project's own records have no problem at all."""
    assert check(ROOT).problems == []


def test_printed_words_are_in_their_documents(sources: Path) -> None:
    """Every figure, target and count stands in its document as printed."""
    assert check(ROOT, CheckOptions(sources)).problems == []


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    """Each internal link names a file that is there, in exact letter case, and an anchor on it; ids are unique."""
    pages = pages_of(site)
    assert [name for name, page in pages.items() if max(page.anchors.values(), default=1) > 1] == []
    assert broken_links(site, pages) == []


def test_figures_have_all_fields_of_the_contract(site: Path) -> None:
    """The data file lists every figure with its source, and a value that its printed words say."""
    figures = json.loads((site / "data" / "figures.json").read_text(encoding="utf-8"))
    assert len(figures) > 100
    for figure in figures:
        assert tuple(figure) == FIGURE_FIELDS
        assert figure["source"]
        assert figure["as_printed"]
        assert figure["as_of"] or figure["period"] or figure["basis"] == "not-given"


def test_texts_of_sources_are_not_published(site: Path, sources: Path) -> None:
    """No page repeats a sentence of a source, and no archive file's name leaves the project."""
    published = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    for path in sources.iterdir():
        assert path.name not in published
        for line in path.read_text(encoding="utf-8").splitlines():
            for sentence in line.replace("；", "。").split("。"):
                assert len(sentence) < 30 or sentence not in published, sentence
