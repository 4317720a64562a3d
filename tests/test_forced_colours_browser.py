"""Where the system gives the colours (high contrast on Windows), what is marked by colour is still marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

# The colour of the line below each place in the menu, with the colour of the page.
LINES = """() => {
  const places = [...document.querySelectorAll(".site-header nav a")];
  const lines = places.map((one) => [one.hasAttribute("aria-current"), getComputedStyle(one).borderBottomColor]);
  return [getComputedStyle(document.body).backgroundColor, ...lines];
}"""


@pytest.fixture(params=["light", "dark"])
def view(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page in a light and in a dark system look."""
    context = browser.new_context(forced_colors="active", color_scheme=request.param)
    yield context.new_page()
    context.close()


def test_the_present_place(view: Page, site: Path) -> None:
    """In the menu the line stands below the present place alone."""
    view.goto((site / "projects" / "index.html").as_uri())
    paper, *lines = view.evaluate(LINES)
    assert [is_here for is_here, line in lines if (line != paper) != is_here] == []
    assert sum(is_here for is_here, _ in lines) == 1


def test_what_is_chosen(view: Page, site: Path) -> None:
    """The look that is chosen has a sign beside its colour."""
    view.goto((site / "index.html").as_uri())
    chosen = view.locator(".looks [aria-pressed=true]")
    expect(chosen).to_have_count(1)
    assert "✓" in view.evaluate("one => getComputedStyle(one, '::before').content", chosen.element_handle())
