"""What a static audit of pages asks, over one page of every sort: speed, access, good practice, being found."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.printing.templates import THEME
from generator.recipes.check import check
from tests.conftest import ROOT
from tests.sites import pages_made
from tests.specimens import LONG, SPECIMENS, write_long

HOST = "http://showcase.test/"
READ = (Path(__file__).parent / "page_facts.js").read_text("utf-8")
MOST_NODES = 1500
LONGEST_TITLE = 60
# A tenth of what is thought good: less than a reader sees.
MOST_SHIFT = 0.01
# What every page waits for before it paints, and how many sheets of its own a page may have besides.
BLOCKING = ["/assets/tokens.css", "/assets/showcase.css", "/assets/modes.js"]
MOST_OWN = 2
# What the page for missing addresses waits for besides: its links begin where this stands.
FINDING_ROOT = "/assets/root.js"


@dataclass
class Visit:
    """What was seen of one page: its facts, what the console said, what was asked for and not given."""

    site: Path
    facts: dict[str, Any] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        """Give a file of the site as a plain server would, and note what is asked."""
        path = self.site / urlsplit(route.request.url).path[1:]
        self.asked.append(route.request.url)
        if path.is_file():
            route.fulfill(path=path)
        else:
            self.missed.append(route.request.url)
            route.fulfill(status=404)

    def open(self, view: Page, path: str) -> None:
        """Open a page, listening from the first byte, and read its facts."""
        view.route("**/*", self.answer)
        view.on("console", lambda message: self.said.append(message.text))
        view.on("pageerror", lambda error: self.said.append(str(error)))
        view.goto(HOST + path)
        self.facts = view.evaluate(READ)
        view.close()


@pytest.fixture(scope="module")
def visits(browser: Browser, gallery: Path) -> Iterator[dict[str, Visit]]:
    """Return what a phone of 320 px sees of each page; the site stands at the root of a host, with a clean memory."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    found = {path: Visit(gallery) for path in SPECIMENS.values()}
    for path, visit in found.items():
        visit.open(context.new_page(), path)
    assert context.cookies() == []
    yield found
    context.close()


def told(visits: dict[str, Visit], name: str) -> dict[str, Any]:
    """Return, for each page that has any, what a fact has found."""
    return {path: visit.facts[name] for path, visit in visits.items() if visit.facts[name]}


def test_every_sort_of_page_is_visited(tmp_path: Path) -> None:
    """Each template of the theme prints one of the pages visited."""
    write_long(tmp_path)
    made = pages_made(check(ROOT)) | {f"{LONG}/{path}": page for path, page in pages_made(check(tmp_path)).items()}
    assert set(SPECIMENS.values()) - set(made) == {SPECIMENS["prose"], SPECIMENS["updates"]}
    visited = {made[path].template for path in SPECIMENS.values() if path in made}
    assert {path.stem for path in (THEME / "templates" / "pages").iterdir()} == visited | {"prose", "moved", "updates"}


def test_head(visits: dict[str, Visit], gallery: Path) -> None:
    """Each page has doctype, language, viewport, a description, and its charset within the first 1,024 bytes."""
    for path, visit in visits.items():
        facts = visit.facts
        assert (facts["doctype"], facts["mode"], facts["lang"]) == ("html", "CSS1Compat", "zh-CN"), path
        assert facts["viewport"] == "width=device-width, initial-scale=1", path
        assert facts["description"], path
        assert b'<meta charset="utf-8">' in (gallery / path).read_bytes()[:1024], path


def test_titles(visits: dict[str, Visit]) -> None:
    """No two pages share a title, and a title is short enough to be read in a list of results."""
    titles = [visit.facts["title"] for visit in visits.values()]
    assert len(set(titles)) == len(titles)
    assert [title for title in titles if not 2 <= len(title) <= LONGEST_TITLE] == []


def test_search_engines(visits: dict[str, Visit]) -> None:
    """Only the page for missing addresses asks search engines to pass by."""
    assert told(visits, "robots") == {"404.html": "noindex"}


def test_console(visits: dict[str, Visit]) -> None:
    """No page writes to the console, raises an error, or uses what browsers are about to take away."""
    assert {path: visit.said for path, visit in visits.items() if visit.said} == {}
    assert told(visits, "reports") == {}


def test_requests(visits: dict[str, Visit]) -> None:
    """No page asks another host, and all that is asked for is there."""
    for path, visit in visits.items():
        assert [url for url in visit.asked if not url.startswith(HOST)] == [], path
        assert visit.missed == [], path


def test_nothing_is_kept(visits: dict[str, Visit]) -> None:
    """A reader who chooses nothing leaves nothing: no cookie, no entry in the browser's storage."""
    assert told(visits, "cookie") == {}
    assert told(visits, "stored") == {}


def test_first_paint(visits: dict[str, Visit]) -> None:
    """A page paints, waits for one sheet, one script and few sheets of its own, and nothing then moves."""
    for path, visit in visits.items():
        assert visit.facts["painted"], path
        common = (*BLOCKING, FINDING_ROOT) if path == SPECIMENS["missing"] else BLOCKING
        own = [name for name in visit.facts["blocking"] if name.removeprefix(f"/{LONG}") not in common]
        assert len(own) <= MOST_OWN, path
        assert all(name.endswith(".css") for name in own), path
    assert {path: visit.facts["shift"] for path, visit in visits.items() if visit.facts["shift"] > MOST_SHIFT} == {}


def test_nodes(visits: dict[str, Visit]) -> None:
    """A page has few enough elements for an old phone."""
    assert {path: visit.facts["nodes"] for path, visit in visits.items() if visit.facts["nodes"] >= MOST_NODES} == {}


def test_headings(visits: dict[str, Visit]) -> None:
    """A page has one heading of the first level, before all others; no level is skipped, and none is empty."""
    for path, visit in visits.items():
        levels = visit.facts["levels"]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        steps = itertools.pairwise(levels)
        assert [(one, other) for one, other in steps if other > one + 1] == [], path
    assert told(visits, "empty") == {}


def test_names(visits: dict[str, Visit]) -> None:
    """Pictures have a name or are hidden from readers' voices; links have words that say where they lead."""
    assert told(visits, "unnamed") == {}
    assert told(visits, "wordless") == {}
    assert told(visits, "vague") == {}
    assert told(visits, "ambiguous") == {}


def test_links_to_outside(visits: dict[str, Visit]) -> None:
    """A page that is opened from ours has no hold on it."""
    assert told(visits, "open") == {}


def test_sizes(visits: dict[str, Visit]) -> None:
    """On 320 px a control is 44 px and a link that stands alone 24 px at least, text 12 px, and nothing is too wide."""
    assert told(visits, "small") == {}
    assert told(visits, "tiny") == {}
    assert {path: visit.facts["wide"] for path, visit in visits.items() if visit.facts["wide"] > 320} == {}


def test_no_writing_while_parsing(site: Path) -> None:
    """No script writes into a page that is still being read, nor runs words as code."""
    for path in (site / "assets").glob("*.js"):
        text = path.read_text("utf-8")
        assert [word for word in ("document.write", "eval(", "new Function") if word in text] == [], path.name


def test_every_token_is_declared() -> None:
    """A style that names a token which nothing declares is dropped by browsers without a word."""
    theme = ROOT / "site_theme"
    texts = [path.read_text("utf-8") for path in (*theme.glob("assets/*.css"), *theme.glob("templates/**/*.html"))]
    used = {name for text in texts for name in re.findall(r"var\((--[a-z0-9-]+)", text)}
    declared = {name for text in texts for name in re.findall(r"(--[a-z0-9-]+):", text)}
    assert used - declared == set()
