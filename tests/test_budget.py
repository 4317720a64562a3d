"""Budgets of a page: what a reader must load, in a made city whose lists are long, and in the project's own site."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.made import make
from generator.cli import main
from tests.sites import Page, broken_links, chain, pages_of
from tests.test_content import site

__all__ = ["site"]

MOST_BYTES = 30_000
FRAME = {"assets/showcase.css", "assets/modes.js"}
# Pages that are tools have a script and a sheet of their own.
TOOLS = {"projects/index.html", "compare.html", "search.html"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a made city: one document says everything, one place holds it, one roll has 400 names."""
    folder = tmp_path_factory.mktemp("budget")
    make(folder, 400)
    names = "".join(f"    - 王{chr(0x4E00 + at)}（第{at}服务队）\n" for at in range(400))
    roll = f"series: best\nyear: 2024\norder: 姓氏笔画\nsource: doc\nwinners:\n  最美志愿者:\n{names}"
    (folder / "honours" / "long.yml").write_text(roll, encoding="utf-8")
    figures = "".join(f"  - {{metric: 注册志愿者, value: {at + 1}人, as_of: {2008 + at}}}\n" for at in range(16))
    with (folder / "content" / "places" / "city.yml").open("a", encoding="utf-8") as city:
        city.write(f"figures:\n{figures}")
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.fixture(params=["made", "site"])
def built(request: pytest.FixtureRequest) -> Path:
    """Return the one site and the other."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def public(built: Path) -> dict[str, Page]:
    """Return the pages for readers: the handbook is for staff, the page of components for makers of the theme."""
    pages = pages_of(built).items()
    return {name: page for name, page in pages if not name.startswith("handbook/") and name != "components.html"}


def test_every_page_is_light(built: Path) -> None:
    """A page with its sheets and scripts is under 30 KB; a tool's page is without its own, and gzipped with them."""
    heavy = []
    for name, page in public(built).items():
        is_tool = name in TOOLS or name.startswith("compare-")
        counted = page.parts & FRAME if is_tool else page.parts
        weight = page.bytes + sum((built / part).stat().st_size for part in counted)
        if weight > MOST_BYTES:
            heavy.append((name, weight))
        files = [built / name, *(built / part for part in page.parts)] if is_tool else []
        assert sum(len(gzip.compress(path.read_bytes())) for path in files) < MOST_BYTES, name
    assert heavy == []


def test_every_record_is_on_a_list(built: Path) -> None:
    """Whoever turns the pages of the lists comes to every record, without a script."""
    pages = public(built)
    seen: set[str] = set()
    lists = [name for name in pages if name.endswith("/index.html")]
    for name in (*lists, *(name for name in pages if name.startswith("series/"))):
        seen.update(page.there(target) for page in chain(pages, name) for target in page.targets)
    records = {name for name in pages if name.count("/") == 1}
    assert records - seen == set()


def test_every_link_and_anchor_leads_somewhere(made: Path) -> None:
    """Each link of a made city's pages names a file that is there and an anchor on it; ids are unique."""
    pages = pages_of(made)
    assert [name for name, page in pages.items() if max(page.anchors.values(), default=1) > 1] == []
    assert broken_links(made, pages) == []


def test_found_winners_are_where_the_index_says(made: Path) -> None:
    """A winner of a long roll is found on the page of the roll that has the name."""
    text = (made / "assets" / "search-index.js").read_text("utf-8")
    index = json.loads(text.removeprefix("window.SHOWCASE_INDEX = ").removesuffix(";\n"))
    [rows] = [rows for label, _, _, rows in index["groups"] if label == "获奖名单"]
    pages = pages_of(made)
    places = {tuple(f"honours/{address}".split("#")) for address, *_ in rows}
    assert len({path for path, _ in places if path.startswith("honours/long")}) > 1
    assert [place for place in places if place[1] not in pages[place[0]].anchors] == []


def test_addresses_of_further_pages(made: Path) -> None:
    """Addresses of further pages are short and in ASCII; a list that another page has already is not made again."""
    assert [name for name in pages_of(made) if not name.isascii() or len(name) > 40] == []
    further = ("teams/index-2.html", "documents/doc/2.html", "honours/long/2.html", "places/d0/projects-2.html")
    assert [name for name in further if not (made / name).is_file()] == []
    assert not (made / "places" / "city" / "projects.html").exists()
