"""Residents act: an old one finds the hotline and calls, another copies an address, a third reports an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.cli import main
from tests.conftest import BASE, write_tree

RECORDS = """
    content/stations.yml:
        - {id: hall, name: 大厅, place: city, source: doc, 地址: 湖滨路1号, 公开电话: 0532-85912345}
    content/platforms.yml:
        - {id: line, name: 一线通, type: 热线, place: city, source: doc, 公开热线: 0532-96111}
    projects/reading.yml:
        name: 夜读
        place: city
        source: doc
"""
SETTINGS = "      求助: 0532-12345\n      加入: {说明: 到大厅来, 地址: 湖滨路1号}\n      我要纠错: a@example.org\n"
SMALLEST_FOR_THE_OLD = 60


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a city that says how it is reached."""
    folder = tmp_path_factory.mktemp("act")
    write_tree(folder, BASE)
    write_tree(folder, RECORDS)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + SETTINGS, "utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.fixture
def view(browser: Browser, built: Path) -> Iterator[Page]:
    """Return the home page on a phone."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    view.goto((built / "index.html").as_uri())
    yield view
    view.close()


def smallest(link: Locator) -> float:
    """Return the shorter side of what can be tapped."""
    box = link.bounding_box()
    assert box
    return min(box["width"], box["height"])


def test_an_old_resident_calls(view: Page, built: Path) -> None:
    """With the large type on, the button for help calls, and the hotline of the city is two taps away, both large."""
    view.goto((built / "index.html").as_uri() + "?mode=elder")
    help_ = view.get_by_role("link", name="求助")
    assert help_.get_attribute("href") == "tel:053212345"
    expect(help_).to_contain_text("0532-12345")
    assert smallest(help_) >= SMALLEST_FOR_THE_OLD
    view.get_by_role("link", name="怎么参加").first.click()
    view.wait_for_url("**/take-part.html*")
    hotline = view.get_by_role("link", name="0532-96111")
    assert hotline.get_attribute("href") == "tel:053296111"
    assert smallest(hotline) >= SMALLEST_FOR_THE_OLD


def test_an_address_is_copied(view: Page, built: Path) -> None:
    """A tap copies an address and says so; it can be pasted elsewhere."""
    view.goto((built / "stations" / "hall.html").as_uri())
    copied = view.locator(".copy")
    expect(copied).to_be_visible()
    copied.click()
    expect(copied).to_have_text("已复制")
    view.evaluate("document.body.append(document.createElement('textarea'))")
    view.locator("textarea").focus()
    view.keyboard.press("Control+V")
    expect(view.locator("textarea")).to_have_value("湖滨路1号")


def test_without_a_script_an_address_is_words(browser: Browser, built: Path) -> None:
    """Without a script there is no button that does nothing, and the telephone is a link all the same."""
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto((built / "stations" / "hall.html").as_uri())
    expect(view.get_by_text("湖滨路1号")).to_be_visible()
    expect(view.locator(".copy")).to_be_hidden()
    assert view.get_by_role("link", name="0532-85912345").get_attribute("href") == "tel:053285912345"
    context.close()


def test_a_resident_reports_an_error(view: Page, built: Path) -> None:
    """From a project's page a letter begins that names it."""
    view.goto((built / "projects" / "reading.html").as_uri())
    letter = unquote(view.locator(".report a").first.get_attribute("href") or "")
    assert letter.startswith("mailto:a@example.org?subject=纠错：夜读")
    assert "网址：projects/reading.html" in letter
