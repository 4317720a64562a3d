"""Former ids: a page at each old address leads on to where the record is now."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree as ET

import pytest

from generator.cli import main
from generator.recipes.check import check
from tests.conftest import BASE, Project
from tests.sites import broken_links, pages_made, pages_of

RECORDS = """
    projects/new.yml:
        name: 甲 & 乙
        place: city
        source: doc
        曾用编号: [old, older]
        figures:
          - 志愿者: 20人
    content/metrics.yml:
        - {id: people, name: 志愿者, unit: 人, measure: 存量, formerly: heads}
    content/people/p1.yml:
        name: 王伟
        display: 隐去名字
        formerly: wang-wei
        source: doc
    content/people/p2.yml:
        name: 李明
        formerly: li-ming
        consent: 是
        source: doc
    content/places/city.yml:
        name: 某市
        level: 市
        source: doc
        formerly: town
    content/places/village.yml:
        name: 某村
        level: 区县
        source: doc
        figures:
          - 志愿者: 30人
    content/teams.yml:
        - {id: far, name: 远方队, place: village, source: doc}
"""
TEAMS = "".join(f"        - {{id: t{number}, name: 第{number}队, place: city, source: doc}}\n" for number in range(150))


@pytest.fixture
def site(project: Project) -> Path:
    """Return the site of a project whose records had other ids, with an address."""
    config = re.search(r"mkdocs\.yml:\n(.*?)\n {4}content/about", BASE, re.DOTALL)
    assert config
    folder = project(f"{RECORDS}{TEAMS}    mkdocs.yml:\n        site_url: https://example.org/v/\n{config[1]}\n")
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.mark.parametrize("former", ["old", "older"])
def test_an_old_address_leads_on(site: Path, former: str) -> None:
    """It refreshes to the new page by a relative address, names it as canonical, links to it, and needs no script."""
    text = (site / f"projects/{former}.html").read_text("utf-8")
    target = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', text)
    assert target
    assert normpath(join("projects", target[1])) == "projects/new.html"
    assert '<link rel="canonical" href="https://example.org/v/projects/new.html">' in text
    assert f'<a href="{target[1]}">甲 &amp; 乙</a>' in text
    assert '<meta name="robots" content="noindex">' in text
    assert "<script" not in text


def test_further_pages_lead_on_too(site: Path) -> None:
    """The pages of a list that a record only begins were at an old address too."""
    assert "url=../../places/city/teams-2.html" in (site / "places/town/teams-2.html").read_text("utf-8")


def test_every_link_of_an_old_page_is_there(site: Path) -> None:
    """What leads on leads somewhere."""
    # The page for missing addresses names all it needs by the site's own folder on its host.
    pages = {path: page for path, page in pages_of(site).items() if path != "404.html"}
    broken = broken_links(site, pages)
    assert [link for link in broken if not link[1].startswith("https://example.org/v/")] == []


def test_search_engines_are_told_the_new_address(site: Path) -> None:
    """The sitemap and the search index know the new address only."""
    sitemap = ET.parse(site / "sitemap.xml")  # noqa: S314 - our own text
    found = [loc.text or "" for loc in sitemap.iter() if loc.tag.endswith("loc")]
    assert "https://example.org/v/projects/new.html" in found
    assert not [loc for loc in found if loc.endswith(("/old.html", "/older.html", "/heads.html"))]
    assert '"old"' not in (site / "assets/search-index.js").read_text("utf-8")


def test_a_table_stays_at_its_old_address(site: Path) -> None:
    """The table of a metric cannot lead on, so it is the same at both addresses."""
    tables = [(site / f"data/metrics/{name}.csv").read_bytes() for name in ("people", "heads")]
    assert tables[0] == tables[1]


def test_a_hidden_person_keeps_no_former_id(site: Path) -> None:
    """The old id of a person whose name is masked may be that name, so it is in no address and no data."""
    assert (site / "people/li-ming.html").is_file()
    assert (site / "people/p1.html").is_file()
    assert not (site / "people/wang-wei.html").exists()
    assert [path.name for path in site.rglob("*") if path.is_file() and b"wang-wei" in path.read_bytes()] == []


def test_without_a_site_address_the_canonical_is_relative(project: Project) -> None:
    """The page leads on wherever the site is put."""
    folder = project("projects/new.yml:\n    name: 甲\n    place: city\n    source: doc\n    formerly: old\n")
    assert main(["-C", str(folder), "build"]) == 0
    assert 'rel="canonical" href="../projects/new.html"' in (folder / "site/projects/old.html").read_text("utf-8")


def test_an_old_address_that_a_page_has(project: Project) -> None:
    """Pages at old addresses are planned like all others, so another page there is seen."""
    folder = project(
        "projects/new.yml:\n    name: 甲\n    place: city\n    source: doc\n    formerly: old\n"
        "content/projects/old.md:\n    # 旧页\n"
    )
    assert [problem.code for problem in check(folder).problems] == ["path-collision"]


def test_a_record_without_a_former_id_has_its_pages_only(project: Project) -> None:
    """Nothing leads on where nothing was renamed."""
    made = pages_made(check(project()))
    assert {page.template for page in made.values()} & {"moved"} == set()
