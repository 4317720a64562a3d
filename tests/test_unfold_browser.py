"""What is folded is found: an address opens what it points at, and without a script it can still be opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PLACE = "places/qingdao.html"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return a phone, with a script and without."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_an_address_opens_what_it_points_at(browser: Browser, site: Path) -> None:
    """A practice is read at its address, so is a figure that does not stand large, and what the page itself links."""
    view = browser.new_page()
    view.goto((site / PLACE).as_uri() + "#practices-3")
    expect(view.locator("#practices-3 p").first).to_be_visible()
    view.goto((site / PLACE).as_uri() + "#figures-7")
    expect(view.locator("#figures-7")).to_be_visible()
    view.get_by_role("link", name="全部 15 个项目").click()
    expect(view.locator("#projects li").first).to_be_visible()
    view.close()


def test_a_fold_opens_by_a_tap(view: Page, site: Path) -> None:
    """Nobody needs a script to read what is folded, and what is opened takes the whole row."""
    view.goto((site / PLACE).as_uri())
    teams = view.locator("#teams")
    teams.locator("summary").click()
    expect(teams.locator("li").first).to_be_visible()
    box = teams.bounding_box()
    assert box
    assert box["width"] > 300
