"""What a page says of itself when it is passed on, and what a phone's home screen shows of the site."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.data_files.manifest import MANIFEST, manifest
from tests.conftest import Project

RECORDS = """
    projects/dream.yml:
        name: “给我一个心愿，圆你一个梦想”志愿服务项目
        short: 梦圆
        place: city
        source: doc
        summary: 帮乡村的孩子实现心愿。来源没有说由谁评。
    projects/plain.yml: {name: 没有简称的项目, place: city, source: doc}
    content/people/a.yml: {name: 李明, consent: 是, source: doc}
"""
ADDRESS = "site_url: https://example.org/v/\n"


def built(folder: Path) -> Path:
    """Build a project and return its site."""
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


def told(site: Path, path: str) -> dict[str, str]:
    """Return what the head of a page says: its title and its meta elements by name."""
    text = (site / path).read_text("utf-8")
    metas = dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', text))
    return {"title": re.findall("<title>(.*?)</title>", text)[0], **metas}


@pytest.fixture
def site(project: Project) -> Path:
    """Return a site whose address is not known."""
    return built(project(RECORDS))


@pytest.fixture
def public(project: Project) -> Path:
    """Return a site at an address."""
    folder = project(RECORDS)
    config = folder / "mkdocs.yml"
    config.write_text(ADDRESS + config.read_text("utf-8"), "utf-8")
    return built(folder)


def test_titles(site: Path) -> None:
    """A page's title is the short name, where there is one, and the site's; the home page has the site's alone."""
    assert told(site, "projects/dream.html")["title"] == "梦圆 · 试验站"
    assert told(site, "projects/plain.html")["title"] == "没有简称的项目 · 试验站"
    assert told(site, "index.html")["title"] == "试验站"


def test_what_holds_without_an_address(site: Path) -> None:
    """Title, words, kind and site are said wherever the site stands; the words end with a sentence."""
    said = told(site, "projects/dream.html")
    assert said["og:title"] == "梦圆"
    assert said["og:description"] == said["description"] == "帮乡村的孩子实现心愿。"
    assert (said["og:type"], said["og:site_name"], said["og:locale"]) == ("article", "试验站", "zh_CN")
    assert told(site, "index.html")["og:type"] == "website"
    assert told(site, "people/a.html")["og:type"] == "profile"
    assert not {"og:url", "og:image", "twitter:card"} & set(said)


def test_what_needs_an_address(public: Path) -> None:
    """With an address a page says its own and that of a picture, which is a file of the site."""
    said = told(public, "projects/dream.html")
    assert said["og:url"] == "https://example.org/v/projects/dream.html"
    assert said["og:image"].startswith("https://example.org/v/")
    assert (public / said["og:image"].removeprefix("https://example.org/v/")).is_file()
    assert said["twitter:card"] == "summary"


def test_pages_that_nobody_passes_on(public: Path) -> None:
    """The page for missing addresses says nothing of itself."""
    assert not [name for name in told(public, "404.html") if name.startswith("og:")]


def test_the_home_screen(site: Path) -> None:
    """Every page names its icons and the manifest, whose addresses hold in any folder and are files of the site."""
    page = (site / "projects" / "dream.html").read_text("utf-8")
    assert '<link rel="manifest" href="../manifest.webmanifest">' in page
    assert '<link rel="apple-touch-icon" href="../assets/icon-180.png">' in page
    said = json.loads((site / MANIFEST).read_text("utf-8"))
    assert (said["name"], said["short_name"], said["start_url"]) == ("试验站", "试验站", "index.html")
    assert {icon["sizes"] for icon in said["icons"]} == {"192x192", "512x512"}
    assert [icon["src"] for icon in said["icons"] if not (site / icon["src"]).is_file()] == []


def test_a_long_name_is_cut_for_the_home_screen() -> None:
    """A home screen has room for twelve characters."""
    said = json.loads(manifest("青岛市志愿服务联合会项目与荣誉展示"))
    assert said["short_name"] == "青岛市志愿服务联合会项目"
    assert said["name"] == "青岛市志愿服务联合会项目与荣誉展示"
