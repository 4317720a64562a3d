"""Pages with pictures in a browser: nothing moves, the gallery opens with a script and without, by keyboard too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.cli import main
from tests.conftest import BASE, write_tree
from tests.test_quality_browser import MOST_SHIFT

HOST = "https://showcase.test/"
MANY, ONE = "projects/many.html", "projects/one.html"
SIZES = ("500×400", "420×600", "900×300", "500×400", "450×450", "410×620", "500×400")
MOVED = """globalThis.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) globalThis.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


def pictured() -> str:
    """Return a project with seven pictures of all shapes, and one with a cover alone that stands upright."""
    named = "".join(f"      - {{文件: m{at}.jpg, 说明: 第{at}张, 图注: 图注{at}}}\n" for at in range(len(SIZES)))
    files = "".join(f"projects/m{at}.jpg: （一张 {size} 的照片）\n" for at, size in enumerate(SIZES))
    many = f"projects/many.yml:\n    name: 甲\n    source: doc\n    pictures:\n{named}"
    return f"{many}{files}projects/one.yml: {{name: 乙, source: doc}}\nprojects/one.jpg: （一张 400×900 的照片）\n"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a project with pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    for text in (BASE, pictured()):
        write_tree(folder, text)
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.fixture
def view(browser: Browser, city: Path) -> Iterator[Page]:
    """Return a phone to which a host gives the site."""

    def answer(route: Route) -> None:
        route.fulfill(path=city / urlsplit(route.request.url).path[1:])

    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.route("**/*", answer)
    page.add_init_script(MOVED)
    yield page
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["index.html", MANY, ONE, "projects/index.html"])
def test_nothing_moves(view: Page, path: str, width: int) -> None:
    """While pictures of any shape come in, also those further down, nothing on the page moves."""
    view.set_viewport_size({"width": width, "height": 844})
    view.goto(HOST + path)
    for image in view.locator("main img").all():
        image.scroll_into_view_if_needed()
        view.wait_for_function("(image) => image.complete && image.naturalWidth > 0", arg=image.element_handle())
    assert view.evaluate("new Promise((done) => requestAnimationFrame(() => done(globalThis.moved)))") <= MOST_SHIFT


@pytest.mark.parametrize("path", [MANY, ONE, "projects/index.html"])
def test_the_first_picture_does_not_wait(view: Page, path: str) -> None:
    """The picture that is seen at once is asked for at once, and all others when they come near."""
    view.goto(HOST + path)
    first, *others = [image.get_attribute("loading") for image in view.locator("main img").all()]
    assert first is None
    assert set(others) <= {"lazy"}


@pytest.mark.parametrize("path", [MANY, ONE])
def test_the_name_is_on_the_first_screen(view: Page, path: str) -> None:
    """However tall a cover is, the name below it is on the first screen of a phone."""
    view.goto(HOST + path)
    box = view.locator("h1").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844


def test_the_gallery(view: Page) -> None:
    """A picture opens large in the page, arrows lead on and around, and Esc leads back to where one was."""
    view.goto(HOST + MANY)
    links, dialog = view.locator(".gallery a"), view.locator("dialog.viewer")
    expect(links).to_have_count(6)
    links.nth(5).focus()
    view.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(dialog.locator("p")).to_have_text("6/6　图注6")
    expect(dialog.locator("img")).to_have_attribute("alt", "第6张")
    view.keyboard.press("ArrowRight")
    expect(dialog.locator("p")).to_have_text("1/6　图注1")
    view.keyboard.press("ArrowLeft")
    expect(dialog.locator("p")).to_have_text("6/6　图注6")
    dialog.get_by_role("button", name="上一张").click()
    expect(dialog.locator("p")).to_have_text("5/6　图注5")
    view.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(links.nth(5)).to_be_focused()
    links.nth(0).click()
    dialog.get_by_role("button", name="关上").click()
    expect(dialog).to_be_hidden()
    assert view.url == HOST + MANY


def test_the_gallery_without_a_script(browser: Browser, city: Path) -> None:
    """Without a script each picture is a link to the largest of it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((city / MANY).as_uri())
    links = page.locator(".gallery a")
    targets = [str(links.nth(at).get_attribute("href")) for at in range(6)]
    assert [target.rpartition("-")[2] for target in targets] == [f"{size.partition('×')[0]}.webp" for size in SIZES[1:]]
    links.first.click()
    page.wait_for_url(f"**/{targets[0].removeprefix('../')}")
    context.close()
