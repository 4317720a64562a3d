"""The site in a real browser, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.specimens import SPECIMENS, UNLIKE

# The page for missing addresses asks for one script at several depths, and the console tells where it is not.
PAGES = tuple(path for path in UNLIKE if path != SPECIMENS["missing"])


@pytest.mark.parametrize("page", PAGES)
def test_on_a_phone(browser: Browser, gallery: Path, page: str) -> None:
    """At 390 px a page has no console error, asks no other host, and does not scroll sideways."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    said: list[str] = []
    asked: list[str] = []
    view.on("console", lambda message: said.append(message.text))
    view.on("pageerror", lambda error: said.append(str(error)))
    view.on("request", lambda request: asked.append(request.url))
    view.goto((gallery / page).as_uri())
    assert view.locator("h1").count() == 1
    assert view.locator("h1").is_visible()
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert said == []
    assert asked
    assert [url for url in asked if not url.startswith(gallery.as_uri())] == []
    view.close()


def test_a_figure_shows_where_it_was_said(browser: Browser, site: Path) -> None:
    """From the key figures on the home page, one tap leads to the line in their source's page."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    view.goto((site / "index.html").as_uri())
    view.locator(".src a").first.click()
    expect(view.locator(":target")).to_contain_text("245万余人")
    view.close()
