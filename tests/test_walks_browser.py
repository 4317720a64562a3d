"""From the home page to the very line where a number was said: by keyboard alone, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

MOST_STEPS = 200
# What has the focus: where it leads or what it is, and why it could not be seen, if so.
FOCUS = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const reason = one === document.body ? "nothing has the focus"
    : !box.width || !box.height ? "it has no size"
    : box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth ? "it is outside the window"
    : style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 ? "it has no outline"
    : "";
  return [one.href ?? one.tagName, reason && `${reason}: ${one.outerHTML.slice(0, 120)}`];
}"""


@pytest.fixture
def view(browser: Browser, site: Path) -> Iterator[Page]:
    """Return the home page."""
    view = browser.new_page(viewport={"width": 1280, "height": 900})
    view.goto((site / "index.html").as_uri())
    yield view
    view.close()


def walk_to(view: Page, wanted: str) -> None:
    """Press Tab until the focus is on what a selector names; at every step the focus must be seen."""
    for _ in range(MOST_STEPS):
        view.keyboard.press("Tab")
        where, unseen = view.evaluate(FOCUS)
        assert not unseen, f"after Tab, on the way to {wanted}: {unseen}"
        if view.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"{MOST_STEPS} presses of Tab do not lead to {wanted}; the last was {where}")


def enter(view: Page, wanted: str, path: str) -> None:
    """Walk to a link and follow it with Enter."""
    walk_to(view, wanted)
    view.keyboard.press("Enter")
    view.wait_for_url(path)


def test_by_keyboard(view: Page) -> None:
    """Tab and Enter lead from home to a project, to its honour and back, and to the line where a number was said."""
    walk_to(view, "a.skip-link")
    assert view.locator("a.skip-link").bounding_box() is not None
    view.keyboard.press("Enter")
    walk_to(view, "main *")
    enter(view, "main a[href$='projects/index.html']", "**/projects/index.html")
    enter(view, "main a[href$='changzhe-shitang.html']", "**/projects/changzhe-shitang.html")
    enter(view, "main a[href*='../honours/']:not([href$='index.html'])", "**/honours/*.html*")
    assert view.locator("h1").is_visible()
    view.go_back()
    view.wait_for_url("**/projects/changzhe-shitang.html")
    enter(view, "main a[href$='projects/index.html']", "**/projects/index.html")
    enter(view, "main a[href$='mengyuan.html']", "**/projects/mengyuan.html")
    walk_to(view, ".figure summary")
    printed = view.locator(".figure-value").first.inner_text().replace("\n", "")
    view.keyboard.press("Enter")
    expect(view.locator(".figure .source-note").first).to_be_visible()
    enter(view, ".figure .source-note a", "**/documents/**")
    expect(view.locator(":target")).to_be_in_viewport()
    expect(view.locator(":target")).to_contain_text(printed)


def test_menus_by_keyboard(view: Page) -> None:
    """A menu opens with Enter, its entries follow, and Escape closes it and gives the focus back to it."""
    walk_to(view, ".site-header-inner > .menu summary")
    view.keyboard.press("Enter")
    walk_to(view, ".menu a[href='about.html']")
    view.keyboard.press("Escape")
    expect(view.locator(".menu a[href='about.html']")).to_be_hidden()
    assert view.evaluate(FOCUS) == ["SUMMARY", ""]


def test_without_javascript(browser: Browser, site: Path) -> None:
    """Without JavaScript links lead from home to a project, to its honour, and to the lines where numbers were said."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    view = context.new_page()
    view.goto((site / "index.html").as_uri())
    view.locator(".site-header a", has_text="项目").click()
    view.locator("main a[href$='changzhe-shitang.html']").first.click()
    view.locator("main a[href*='../honours/']:not([href$='index.html'])").first.click()
    view.wait_for_url("**/honours/*.html*")
    assert view.locator("h1").is_visible()
    for numbers, opened in ((".fig > b", ""), (".deeds strong", "这些数字数的是什么")):
        view.goto((site / "projects/mengyuan.html").as_uri())
        printed = view.locator(numbers).first.inner_text().replace("\n", "")
        if opened:
            view.locator("summary", has_text=opened).click()
            view.locator(".folded .source-note a").first.click()
        else:
            view.locator(".src a").first.click()
        view.wait_for_url("**/documents/**")
        expect(view.locator(":target")).to_be_in_viewport()
        expect(view.locator(":target")).to_contain_text(printed)
    context.close()
