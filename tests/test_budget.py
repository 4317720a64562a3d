"""Budgets of a page: what a reader must load, in a made city whose lists are long, and in the project's own site."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path

import pytest

from benchmarks.city import make
from generator.cli import main
from tests.sites import Page, broken_links, chain, pages_of

# Of a page with its sheets and scripts: as it travels, and as a phone reads it. A roll holds up to 1,000 names.
MOST_PACKED = 30_000
MOST_PACKED_OF_A_ROLL = 45_000
MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a made city of 10,000 records, in which one place has much of everything."""
    folder = tmp_path_factory.mktemp("budget")
    make(folder, 10_000)
    names = "".join(f"    - 王{chr(0x4E00 + at)}（第{at}服务队）\n" for at in range(1200))
    roll = f"series: r0\nyear: 2024\norder: 姓氏笔画\nsource: doc\nwinners:\n  最美志愿者:\n{names}"
    (folder / "honours" / "long.yml").write_text(roll, encoding="utf-8")
    crowd = {"people": 300, "stations": 200, "brands": 50, "activities": 300, "incentives": 30, "platforms": 30}
    for plural, count in crowd.items():
        kind = "type: 小程序, " if plural == "platforms" else "type: 其他, " if plural == "incentives" else ""
        kind = "type: 培训, " if plural == "activities" else kind
        records = "".join(
            f"- {{id: x{at}, name: {chr(0x4E00 + at)}{at}号, {kind}place: d0, source: doc, "
            f"summary: 第{at}件小事，{chr(0x5E00 + at)}{chr(0x6E00 + at)}街坊邻居都知道，每周一次。}}\n"
            for at in range(count)
        )
        (folder / f"content/{plural}.yml").write_text(records, encoding="utf-8")
    figures = "".join(f"  - {{metric: 助老志愿者, value: {at + 1}人, as_of: {1900 + at}}}\n" for at in range(80))
    practices = "".join(
        f"  - {{title: 第{at}件事, text: 每到周末{chr(0x4E00 + at)}，志愿者上门看望老人，帮忙买菜。}}\n"
        for at in range(60)
    )
    # A made district ends with its practices; the city has neither these nor figures.
    for name, more in (("d0", practices), ("city", f"figures:\n{figures}practices:\n{practices}")):
        with (folder / "content" / "places" / f"{name}.yml").open("a", encoding="utf-8") as place:
            place.write(more)
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.fixture(params=["made", "site"])
def built(request: pytest.FixtureRequest) -> Path:
    """Return the one site and the other."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def public(built: Path) -> dict[str, Page]:
    """Return the pages for readers: the handbook is for staff."""
    pages = pages_of(built).items()
    return {name: page for name, page in pages if not name.startswith("handbook/")}


def test_every_page_is_light(built: Path) -> None:
    """A page with its sheets and scripts is under 30 KB packed (a roll: 45 KB), and under 150 KB unpacked."""
    heavy = []

    @cache
    def weight(path: str) -> tuple[int, int]:
        text = (built / path).read_bytes()
        return len(gzip.compress(text)), len(text)

    for name, page in public(built).items():
        packed, unpacked = map(sum, zip(*map(weight, (name, *page.parts)), strict=True))
        most = MOST_PACKED_OF_A_ROLL if name.startswith("honours/") else MOST_PACKED
        # The page that holds a long roll whole is for print; the others lead to it.
        if not name.endswith("/all.html") and (packed >= most or unpacked >= MOST_BYTES):
            heavy.append((name, packed, unpacked))
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
    index = json.loads(text.removeprefix("window.SHOWCASE_SEARCH = ").removesuffix(";\n"))
    [rows] = [group["rows"] for group in index["groups"] if group["label"] == "获奖名单"]
    pages = pages_of(made)
    places = {tuple(f"honours/{address}".split("#")) for address, *_ in rows}
    assert {path for path, _ in places if path.startswith("honours/long")} == {
        "honours/long.html",
        "honours/long/2.html",
    }
    assert [place for place in places if place[1] not in pages[place[0]].anchors] == []


def test_addresses_of_further_pages(made: Path) -> None:
    """Addresses of further pages are short and in ASCII; a list that another page has already is not made again."""
    assert [name for name in pages_of(made) if not name.isascii() or len(name) > 40] == []
    further = ("teams/index-2.html", "documents/doc/2.html", "honours/long/2.html", "places/d0/projects-2.html")
    assert [name for name in further if not (made / name).is_file()] == []
    assert not (made / "places" / "city" / "projects.html").exists()
