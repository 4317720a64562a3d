"""The site in a real browser, on a phone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.cli import main

ROOT = Path(__file__).parents[1]
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium; in CI its absence is a failure, elsewhere a reason to skip."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine; on Debian: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the project's own records."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    assert main(["-C", str(ROOT), "build", "--site", str(folder)]) == 0
    return folder


PAGES = (
    "index.html",
    "projects/index.html",
    "projects/mengyuan.html",
    "honours/index.html",
    "honours/sige100-shinan.html",
    "places/qingdao.html",
    "places/shenzhen.html",
    "documents/qingdao-2023.html",
    "stats.html",
    "compare.html",
    "search.html",
    "about.html",
)


@pytest.mark.parametrize("page", PAGES)
def test_on_a_phone(browser: Browser, site: Path, page: str) -> None:
    """At 390 px a page has no console error, asks no other host, and does not scroll sideways."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    said: list[str] = []
    asked: list[str] = []
    view.on("console", lambda message: said.append(message.text))
    view.on("pageerror", lambda error: said.append(str(error)))
    view.on("request", lambda request: asked.append(request.url))
    view.goto((site / page).as_uri())
    assert view.locator("h1").count() == 1
    assert view.locator("h1").is_visible()
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert said == []
    assert asked
    assert [url for url in asked if not url.startswith(site.as_uri())] == []
    view.close()


def test_a_figure_shows_where_it_was_said(browser: Browser, site: Path) -> None:
    """From a key figure on the home page, two taps lead to the line in its source's page."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    view.goto((site / "index.html").as_uri())
    figure = view.locator(".figure").first
    figure.locator("summary").click()
    figure.locator(".source a").click()
    target = view.locator(":target")
    assert "245万余人" in target.inner_text()
    view.close()
