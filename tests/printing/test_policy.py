"""Every page says what a browser may load for it, and needs nothing that the policy forbids."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.cli import main
from generator.printing.policy import POLICY
from generator.printing.urls import folder_of
from tests.conftest import ROOT, Project

DATA = {"application/ld+json"}


class Inline(HTMLParser):
    """What a page has inline, and the elements before its policy."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: list[str] = []
        self.before: list[str] = []
        self.policy: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note styles, scripts and handlers, and what comes before the policy."""
        told = dict(attrs)
        self.found += [f"{tag} {name}" for name in told if name == "style" or name.startswith("on")]
        self.found += [f"{tag} {name}" for name, value in attrs if (value or "").lower().startswith("javascript:")]
        if tag == "style" or (tag == "script" and "src" not in told and told.get("type") not in DATA):
            self.found.append(tag)
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"]
        elif self.policy is None:
            self.before.append(tag)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Inline]:
    """Return what every page of the site has inline, those of the handbook among them."""
    return {path.relative_to(site).as_posix(): Inline(path.read_text("utf-8")) for path in site.rglob("*.html")}


def test_nothing_inline(pages: dict[str, Inline]) -> None:
    """No page of the site or its handbook has a style, a script or a handler inline."""
    assert {path: page.found for path, page in pages.items() if page.found} == {}
    assert Inline("<p style='a' onclick='b'><style></style><script></script><a href='JavaScript:c'>").found == [
        "p style",
        "p onclick",
        "style",
        "script",
        "a href",
    ]


def test_every_page_has_the_policy(pages: dict[str, Inline]) -> None:
    """Every page states the policy before whatever it might load."""
    assert any(path.startswith("handbook/") for path in pages)
    assert {path for path, page in pages.items() if page.policy != POLICY} == set()
    assert {tag for page in pages.values() for tag in page.before} <= {"html", "head", "meta"}


@pytest.mark.parametrize("path", ["handbook/docs/publishing.md", "generator/desk/city/deploy/nginx.conf"])
def test_the_policy_of_a_host(path: str) -> None:
    """A server adds what a page cannot say, that no other site may frame it; the rest is said by the pages alone."""
    text = (ROOT / path).read_text("utf-8")
    assert """add_header Content-Security-Policy "frame-ancestors 'self'" always;""" in text
    assert "default-src" not in text
    assert "frame-ancestors" not in POLICY


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/zy", "/zy/"),
        ("https://example.org/a/zy/", "/a/zy/"),
        ("https://example.org//evil.example", "/evil.example/"),
    ],
)
def test_the_folder_of_an_address(address: str, folder: str) -> None:
    """The page for missing addresses begins its links at the path of the site's address, never at a host."""
    assert folder_of(address) == folder


def test_missing_addresses(project: Project) -> None:
    """With an address the page for missing ones begins its links at that path where no script finds the root."""
    folder = project()
    config = folder / "mkdocs.yml"
    config.write_text("site_url: https://example.org/zy/\n" + config.read_text("utf-8"), "utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "404.html").read_text("utf-8")
    bases, scripts = [found.start() for found in re.finditer("<base ", page)], page.rindex("root.js")
    assert len(bases) == 1
    assert scripts < bases[0] < page.index("<link ")
    assert '<base href="/zy/">' in page
    addresses = re.findall(r'(?:href|src)="([^"#]+)', page)
    assert [one for one in addresses if one.startswith("/") and one != "/zy/"] == []
