"""What pages say to programs: JSON-LD, and with an address their own place in the web."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from generator.cli import main
from generator.printing.json_ld import json_ld
from generator.printing.page import LinkView, Page
from generator.recipes.check import check
from tests.conftest import BASE, Project
from tests.sites import pages_made

ROOT = Path(__file__).parents[2]
MOST_BYTES = 450
RECORDS = """
    content/teams/a.yml:
        name: 甲队
        place: city
        source: doc
    content/activities/a.yml:
        name: 甲活动
        type: 服务行动
        date: 2023-05-01
        source: doc
    content/activities/b.yml:
        name: 乙活动
        type: 服务行动
        source: doc
    content/people/a.yml:
        name: 王伟
        display: 隐去名字
        source: doc
"""


def things(page: Page) -> list[dict[str, Any]]:
    """Return what a page is said to be about, its trail aside."""
    found = json.loads(str(json_ld(page)) or '{"@graph": []}')["@graph"]
    return [thing for thing in found if thing["@type"] != "BreadcrumbList"]


@pytest.fixture
def made(project: Project) -> dict[str, Page]:
    """Return the pages of a small project by path."""
    return pages_made(check(project(RECORDS)))


def test_trail(made: dict[str, Page]) -> None:
    """A page says the way to it from home, step by step; the home page has none."""
    graph = json.loads(str(json_ld(made["teams/a.html"])))["@graph"]
    assert [(item["position"], item["name"], item.get("item")) for item in graph[0]["itemListElement"]] == [
        (1, "首页", "../index.html"),
        (2, "队伍", "../teams/index.html"),
        (3, "甲队", None),
    ]
    assert json_ld(made["index.html"]) == ""


def test_types_that_surely_fit(made: dict[str, Page]) -> None:
    """A team is an organisation, an activity with a date an event, and nothing is said of persons."""
    assert things(made["teams/a.html"]) == [{"@type": "Organization", "name": "甲队"}]
    assert things(made["activities/a.html"]) == [{"@type": "Event", "name": "甲活动", "startDate": "2023-05-01"}]
    assert things(made["activities/b.html"]) == []
    assert things(made["people/a.html"]) == []
    assert [thing["@type"] for thing in things(made["data/index.html"])] == ["Dataset"]


def test_nothing_ends_the_script() -> None:
    """A name with mark-up stays data inside the script element."""
    name = "</script><script>alert(1)</script>"
    page = Page("a.html", "list", name, "", crumbs=(LinkView("首页", "index.html"),))
    said = json_ld(page)
    assert isinstance(said, Markup)
    assert "<" not in said
    assert json.loads(said)["@graph"][0]["itemListElement"][-1]["name"] == name


def test_it_is_small() -> None:
    """On records with names of common length it costs a page few bytes."""
    found = {
        page.path: len(json_ld(page).encode())
        for page in pages_made(check(ROOT)).values()
        if page.path != "data/index.html" and len(page.title) <= 20
    }
    assert max(found.values()) <= MOST_BYTES


def test_address(project: Project) -> None:
    """With an address pages say their own; the one for missing addresses says none, and is in no sitemap."""
    config = re.search(r"mkdocs\.yml:\n(.*?)\n {4}content/about", BASE, re.DOTALL)
    assert config
    folder = project(f"    mkdocs.yml:\n        site_url: https://example.org/v/\n{config[1]}\n")
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "places" / "city.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/v/places/city.html">' in page
    assert '<meta property="og:url" content="https://example.org/v/places/city.html">' in page
    missing = (folder / "site" / "404.html").read_text("utf-8")
    assert "canonical" not in missing
    assert '<meta name="robots" content="noindex">' in missing
    sitemap = (folder / "site" / "sitemap.xml").read_text("utf-8")
    assert "https://example.org/v/about.html" in sitemap
    assert "404.html" not in sitemap


def test_a_page_whose_name_is_no_plain_address(project: Project) -> None:
    """A prose page may be called anything; wherever a program reads its address, it is percent-encoded."""
    config = re.search(r"mkdocs\.yml:\n(.*?)\n {4}content/about", BASE, re.DOTALL)
    assert config
    folder = project(f"    mkdocs.yml:\n        site_url: https://example.org/志愿&/\n{config[1]}\n")
    (folder / "content" / "a b#关于.md").write_text("# 关于\n", encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    site, encoded = folder / "site", "a%20b%23%E5%85%B3%E4%BA%8E.html"
    page = (site / "a b#关于.html").read_text("utf-8")
    base = "https://example.org/%E5%BF%97%E6%84%BF&amp;"
    assert f'<link rel="canonical" href="{base}/{encoded}">' in page
    assert f'<meta property="og:url" content="{base}/{encoded}">' in page
    assert f"<loc>{base}/{encoded}</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert f'"{encoded}"' in (site / "assets" / "search-index.js").read_text("utf-8")
    crumb = Page("a.html", "list", "甲", "", crumbs=(LinkView("关于", "a b#关于.html"),))
    assert json.loads(json_ld(crumb))["@graph"][0]["itemListElement"][0]["item"] == encoded


def test_no_address(project: Project) -> None:
    """Without an address pages claim none."""
    folder = project()
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "places" / "city.html").read_text("utf-8")
    assert "canonical" not in page
    assert "og:" not in page
