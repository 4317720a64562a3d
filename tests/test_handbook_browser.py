"""The handbook in a real browser: it has the look that was chosen on the site, and axe finds nothing in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.test_modes_browser import AXE, HOST, LOOKS, RULES, RUN_AXE, SET_LOOK, background

PAGES = ("index", "yaml", "publishing", "kinds/project", "settings")
PAPER, NIGHT = "rgb(251, 247, 242)", "rgb(27, 26, 25)"


@pytest.fixture(params=[390, 1280])
def view(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page on a phone and on a desk; the site stands at the root of a host."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, color_scheme="light")
    context.route(f"{HOST}**", lambda route: route.fulfill(path=site / urlsplit(route.request.url).path[1:]))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(view: Page, page: str) -> None:
    """In every look, axe-core finds no breach of WCAG 2.2 AA and of good practice."""
    view.goto(f"{HOST}handbook/{page}.html")
    view.evaluate(AXE)
    found: dict[str, Any] = {}
    for look in LOOKS:
        view.evaluate(SET_LOOK, look)
        found[look] = view.evaluate(RUN_AXE, RULES)
    assert found == {look: [] for look in LOOKS}


def test_the_look_of_the_site(view: Page) -> None:
    """What is chosen on the site holds in its handbook, and the other way."""
    view.goto(f"{HOST}index.html")
    view.locator(".looks [value=dark]").click()
    view.goto(f"{HOST}handbook/yaml.html")
    assert background(view) == NIGHT
    view.locator(".looks [value=light]").click()
    assert background(view) == PAPER
    view.goto(f"{HOST}index.html")
    expect(view.locator(".looks [value=light]")).to_have_attribute("aria-pressed", "true")


def test_unasked_it_is_that_of_the_system(view: Page) -> None:
    """Who has chosen nothing has the look of the system."""
    view.emulate_media(color_scheme="dark")
    view.goto(f"{HOST}handbook/index.html")
    assert background(view) == NIGHT


def test_examples_are_reached_by_keyboard(view: Page) -> None:
    """Every example can be stood in, so that a wide one can be scrolled by the arrow keys."""
    view.goto(f"{HOST}handbook/yaml.html")
    examples = view.locator("pre > code")
    assert examples.count() > 0
    assert examples.evaluate_all("all => all.filter((one) => one.tabIndex !== 0).length") == 0


def test_english_is_marked(view: Page) -> None:
    """The rules in English are read aloud as English."""
    view.goto(f"{HOST}handbook/rules.en.html")
    expect(view.locator("article")).to_have_attribute("lang", "en")
