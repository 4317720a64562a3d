"""The project's own records, and the site they make."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.cli import main
from generator.pages.exports import FIGURE_FIELDS
from generator.pipeline import check

ROOT = Path(__file__).parents[1]
MOST_BYTES = 30 * 1024


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the project's own records."""
    folder = tmp_path_factory.mktemp("content") / "site"
    assert main(["-C", str(ROOT), "build", "--site", str(folder)]) == 0
    return folder


class Page(HTMLParser):
    """The links and anchors of a page."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.targets: list[str] = []
        self.anchors: Counter[str] = Counter()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, sources and ids."""
        for name, value in attrs:
            if name == "id":
                self.anchors[value or ""] += 1
            elif name in {"href", "src"} and tag != "base":
                self.targets.append(value or "")


def test_records_are_sound() -> None:
    """The project's own records have no problem at all."""
    assert check(ROOT).problems == []


def test_printed_words_are_in_their_documents(sources: Path) -> None:
    """Every figure, target and count stands in its document as printed."""
    assert check(ROOT, archive=sources).problems == []


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    """Each internal link names a file that is there, in exact letter case, and an anchor on it; ids are unique."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: Page((site / name).read_text("utf-8")) for name in files if name.endswith(".html")}
    broken = []
    for name, page in pages.items():
        assert [anchor for anchor, count in page.anchors.items() if count > 1] == [], name
        for target in page.targets if name != "404.html" else ():
            path, _, anchor = target.partition("#")
            there = (Path(name).parent / path).as_posix() if path else name
            parts: list[str] = []
            for part in there.split("/"):
                parts = parts[:-1] if part == ".." else [*parts, part] if part != "." else parts
            there = "/".join(parts)
            if there not in files or (anchor and anchor not in pages[there].anchors):
                broken.append((name, target))
    assert broken == []


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


def test_record_pages_are_light(site: Path) -> None:
    """A project's page with its styles and its script is under 30 KB."""
    styles = sum((site / "assets" / name).stat().st_size for name in ("showcase.css", "modes.js"))
    for path in (site / "projects").glob("*.html"):
        if path.name != "index.html":
            assert path.stat().st_size + styles < MOST_BYTES, path.name
