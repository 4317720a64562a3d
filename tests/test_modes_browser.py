"""The looks of the site in a real browser: light, dark, high contrast and 长辈版."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.specimens import UNLIKE

HOST = "http://showcase.test/"
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_ROWS = 2
# What the keyboard leaves of a phone of 844 px.
ABOVE_KEYBOARD = 500
LOOKS = ("light", "dark", "contrast", "elder")
SET_LOOK = """look => {
  const root = document.documentElement;
  root.removeAttribute("data-look");
  root.removeAttribute("data-mode");
  if (look === "elder") root.dataset.mode = look; else root.dataset.look = look;
}"""
RUN_AXE = """async tags => {
  const found = await axe.run({runOnly: tags, resultTypes: ["violations"]});
  return found.violations.map(({id, nodes}) => [id, nodes[0].html.slice(0, 200), nodes[0].failureSummary]);
}"""
SMALL_TARGETS = (Path(__file__).parent / "hit_areas.js").read_text("utf-8")
HEADER_ROWS = """[...new Set([...document.querySelectorAll(".site-header :is(a, label)")].flatMap(
  one => [...one.getClientRects()].map(box => Math.round(box.top))))]"""
SMALL_TEXT = """least => [...document.querySelectorAll("body *")]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => one.checkVisibility() && !one.closest("svg, .visually-hidden"))
  .filter(one => parseFloat(getComputedStyle(one).fontSize) < least)
  .map(one => one.outerHTML.slice(0, 100))"""


def background(view: Page) -> str:
    """Return the colour of the paper."""
    return str(view.evaluate("getComputedStyle(document.body).backgroundColor"))


def expect_chosen(view: Page, mode: str, look: str) -> None:
    """Wait until header and footer say that these are chosen, and nothing else."""
    expect(view.get_by_role("switch", name="长辈版")).to_be_checked(checked=mode == "elder")
    pressed = view.locator(".looks [aria-pressed=true]")
    expect(pressed).to_have_count(1)
    expect(pressed).to_have_attribute("value", look)


def flip(view: Page) -> None:
    """Turn 长辈版 on or off, as a finger does."""
    view.locator(".tool", has_text="长辈版").click()


@pytest.fixture
def view(browser: Browser, gallery: Path) -> Iterator[Page]:
    """Return a page on a phone, with a memory of its own; the site stands at the root of a host."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.route(f"{HOST}**", lambda route: route.fulfill(path=gallery / urlsplit(route.request.url).path[1:]))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page", UNLIKE)
def test_axe_finds_nothing(view: Page, page: str, width: int) -> None:
    """In every look, on a phone and a desk, axe-core finds no breach of WCAG 2.2 AA and of good practice."""
    view.set_viewport_size({"width": width, "height": 900})
    view.goto(HOST + page)
    view.evaluate(AXE)
    found: dict[str, Any] = {}
    for look in LOOKS:
        view.evaluate(SET_LOOK, look)
        found[look] = view.evaluate(RUN_AXE, RULES)
    assert found == {look: [] for look in LOOKS}


@pytest.mark.parametrize("page", UNLIKE)
def test_elder(view: Page, page: str) -> None:
    """In 长辈版 every target is 60 px high and wide, no text is under 20 px, and the header has two rows at most."""
    for width in (320, 390, 1280):
        view.set_viewport_size({"width": width, "height": 844})
        view.goto(f"{HOST}{page}?mode=elder")
        assert len(view.evaluate(HEADER_ROWS)) <= MOST_ROWS, width
        view.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert view.evaluate(SMALL_TARGETS, 60) == [], width
        assert view.evaluate(SMALL_TEXT, 20) == [], width
        assert view.evaluate("document.documentElement.scrollWidth") <= width, width


def test_the_first_hit_stands_above_the_keyboard(view: Page) -> None:
    """In 长辈版 the name of the first hit of a search is whole in the 500 px that the keyboard of a phone leaves."""
    view.goto(f"{HOST}search.html?mode=elder&q=梦圆")
    hit = view.locator("#results .search-name").first
    expect(hit).to_be_visible()
    box = hit.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= ABOVE_KEYBOARD


def test_a_choice_is_remembered(view: Page, site: Path) -> None:
    """What is chosen, by key or finger, holds on other pages, also in a folder without a host."""
    view.goto((site / "index.html").as_uri())
    expect_chosen(view, "standard", "auto")
    view.get_by_role("switch", name="长辈版").focus()
    view.keyboard.press("Space")
    expect(view.locator("html")).to_have_attribute("data-mode", "elder")
    view.get_by_role("button", name="深色").click()
    view.locator(".site-header nav a").nth(1).click()
    view.wait_for_url("**/projects/index.html")
    expect_chosen(view, "elder", "dark")
    assert background(view) == "rgb(27, 26, 25)"
    view.get_by_role("button", name="跟随系统").click()
    flip(view)
    view.go_back()
    view.wait_for_url("**/index.html")
    expect_chosen(view, "standard", "auto")
    assert view.locator("html").get_attribute("data-look") is None


def test_a_choice_by_address(view: Page) -> None:
    """An address sets mode and look, which are remembered until the reader changes them; nonsense changes nothing."""
    page = HOST + "about.html"
    view.goto(f"{page}?mode=elder&look=contrast&q=1")
    expect_chosen(view, "elder", "contrast")
    view.goto(f"{page}?look=pink")
    expect_chosen(view, "elder", "contrast")
    view.goto(f"{page}?mode=elder&look=contrast&q=1")
    view.get_by_role("button", name="浅色").click()
    expect(view).to_have_url(f"{page}?mode=elder&q=1")
    view.reload()
    expect_chosen(view, "elder", "light")


def test_elder_without_a_script(browser: Browser, site: Path) -> None:
    """Without JavaScript the switch in the header makes the page large, until another is opened."""
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto((site / "about.html").as_uri())
    size = "one => getComputedStyle(one).fontSize"
    assert view.locator("main p").first.evaluate(size) == "17px"
    flip(view)
    assert view.locator("main p").first.evaluate(size) == "22px"
    context.close()


def test_the_look_is_there_before_the_first_paint(view: Page) -> None:
    """The script that sets the look stands in the head, blocks, and comes from the site itself."""
    view.goto(HOST + "index.html")
    found = "all => all.map(one => [one.parentNode.nodeName, one.defer || one.async, one.getAttribute('src')])"
    scripts = view.locator("script:not([type])").evaluate_all(found)
    assert scripts[0] == ["HEAD", False, "assets/modes.js"]
    assert all(address for *_, address in scripts)


def test_reading_aloud(view: Page) -> None:
    """In 长辈版, and only where the browser speaks, a button reads headings and texts in Chinese, and stops again."""
    speech = """window.said = [];
      const value = {speak: one => said.push(one), cancel: () => said.push(null)};
      window.SpeechSynthesisUtterance = function (text) { this.text = text; };
      Object.defineProperty(window, "speechSynthesis", {value})"""
    view.add_init_script(speech)
    button = view.locator(".read-aloud")
    view.goto(HOST + "projects/mengyuan.html")
    assert not button.is_visible()
    view.goto(HOST + "projects/mengyuan.html?mode=elder")
    button.click()
    expect(button).to_have_text("停下来")
    said = view.evaluate("said.map(one => [one.lang, one.text])")
    assert {language for language, _ in said} == {"zh-CN"}
    texts = "".join(text for _, text in said)
    assert view.locator("h1").inner_text() in texts
    assert "4527人" in texts.replace("\n", "")
    button.click()
    expect(button).to_have_text("读给我听")
    assert view.evaluate("said.pop()") is None


def test_no_speech_no_button(view: Page) -> None:
    """Where the browser cannot speak, 长辈版 shows no button that would do nothing."""
    view.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    view.goto(HOST + "about.html?mode=elder")
    assert not view.locator(".read-aloud").is_visible()


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(251, 247, 242)"), ("dark", "rgb(27, 26, 25)")])
def test_without_scripts(browser: Browser, gallery: Path, scheme: Any, paper: str) -> None:
    """Without JavaScript pages read, the looks to choose are absent, and dark follows the system by styles alone."""
    context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
    view = context.new_page()
    for page in UNLIKE:
        view.goto((gallery / page).as_uri())
        assert view.locator("h1").is_visible()
        assert not view.locator(".looks").is_visible()
        assert not view.locator(".read-aloud").is_visible()
        assert background(view) == paper
    context.close()


def test_print(view: Page) -> None:
    """On paper a dark page is black on white, sources are unfolded, links are plain, and names stand side by side."""
    view.set_viewport_size({"width": 680, "height": 960})
    view.emulate_media(media="print", color_scheme="dark")
    view.goto(HOST + "projects/mengyuan.html?look=dark&mode=elder")
    assert background(view) == "rgb(255, 255, 255)"
    assert view.locator(".source-note").first.is_visible()
    assert view.locator(".source-note").first.evaluate("one => one.checkVisibility({contentVisibilityAuto: true})")
    assert not view.locator(".site-header").is_visible()
    assert view.locator("main a").first.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    view.goto(HOST + "series/qingnian-xiangmu-dasai.html")
    lefts = view.locator(".names li").evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
    assert len(set(lefts)) == 2
