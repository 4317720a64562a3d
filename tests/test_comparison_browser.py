"""The comparison of places in a real browser: what a reader chooses is judged by the rule of the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from generator.cli import main
from tests.conftest import BASE, write_tree

PHONE: ViewportSize = {"width": 320, "height": 700}
FIGURES = {
    "dong": "2万余人, as_of: 2023",
    "xi": "1万人, as_of: 2022",
    "nan": "5万人, as_of: 2015",
    "bei": "4万人, as_of: 2016",
    "zhong": "3万人, as_of: 2023, scope: 只算城区",
}
NAMES = dict(zip(FIGURES, ("东区", "西区", "南区", "北区", "中区"), strict=True))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a city with five districts, of which two pairs may be compared."""
    folder = tmp_path_factory.mktemp("compared")
    write_tree(folder, BASE)
    for name, value in FIGURES.items():
        figure = f"figures: [{{metric: 注册志愿者, value: {value}}}]"
        text = f"name: {NAMES[name]}\nlevel: 区县\nparent: city\nsource: doc\n{figure}\n"
        (folder / f"content/places/{name}.yml").write_text(text, encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    """Return a page on a narrow phone that must stay without a word in the console."""
    page = browser.new_page(viewport=PHONE)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []
    page.close()


def compare(view: Page, city: Path, query: str = "") -> None:
    """Open the comparison."""
    view.goto((city / "compare.html").as_uri() + query)


def bars(view: Page) -> list[str | None]:
    """Return how wide each bar is."""
    found = view.locator(".compared:visible tr:visible .bar")
    return [bar.get_attribute("width") for bar in found.all()]


def test_two_places(view: Page, city: Path) -> None:
    """Two places that report a metric alike stand side by side with bars; what is chosen stands in the address."""
    compare(view, city)
    view.locator("input[value=dong]").press("Space")
    view.locator("input[value=xi]").press("Space")
    expect(view).to_have_url((city / "compare.html").as_uri() + "?places=dong,xi")
    expect(view.locator(".level-compared tbody tr:visible th")).to_have_text(["东区", "西区"])
    assert bars(view) == ["62.0%", "31.0%"]
    expect(view.get_by_role("status").first).to_contain_text("能比的 1 种")
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
    view.reload()
    expect(view.locator("input:checked")).to_have_count(2)


def test_places_that_cannot_be_compared(view: Page, city: Path) -> None:
    """Where dates or scopes differ, the metric goes among those refused, with the reason and without bars."""
    compare(view, city, "?places=dong,nan,zhong")
    expect(view.locator(".level-none")).to_be_visible()
    view.locator(".level-refused summary").click()
    reason = view.locator(".level-refused .reason")
    expect(reason).to_contain_text("日期相差 8 年（东区、中区：2023年；南区：2015年）")
    expect(reason).to_contain_text("算的范围不同")
    assert bars(view) == []


def test_of_three_places_two_are_compared(view: Page, city: Path) -> None:
    """Where some of the chosen agree, these have bars, and the reason names the other."""
    compare(view, city, "?places=nan,bei,dong")
    assert bars(view) == ["62.0%", "49.6%"]
    expect(view.locator(".level-compared .reason")).to_contain_text("东区：2023年")


def test_four_places_at_most(view: Page, city: Path) -> None:
    """After four places no fifth can be chosen, and with fewer than two all stand as the page brought them."""
    compare(view, city)
    brought = view.locator(".compared").all_inner_texts()
    boxes = view.locator("input[name=places]")
    labels = view.locator(".choices label")
    for at in range(4):
        labels.nth(at).click()
    assert view.locator("input[name=places]:disabled").count() == boxes.count() - 4
    for at in range(4):
        labels.nth(at).click()
    assert view.locator(".compared").all_inner_texts() == brought
    expect(view).to_have_url((city / "compare.html").as_uri())


def test_script_and_page_say_the_same(browser: Browser, city: Path, view: Page) -> None:
    """Without JavaScript the page shows what the script finds of all places, and nothing asks to be ticked."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto((city / "compare.html").as_uri())
    compare(view, city)
    assert view.locator(".compared").all_inner_texts() == page.locator(".compared").all_inner_texts()
    assert bars(view) == bars(page)
    expect(page.locator("table td").first).to_be_visible()
    expect(page.locator("main input:visible")).to_have_count(0)
    context.close()
