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
SMALL_TARGETS = """least => [...document.querySelectorAll(
  ".site-header :is(a, summary, button), nav a, .link-index a, .jump a, main summary, .section-head > a"
)].map(target => [target.textContent.trim(), target.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < least - 0.1 || box.width < least - 0.1))
  .map(([text, box]) => `${text} ${box.width} × ${box.height}`)"""
SMALL_TEXT = """least => [...document.querySelectorAll("body *")]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => one.getClientRects().length && parseFloat(getComputedStyle(one).fontSize) < least)
  .map(one => one.outerHTML.slice(0, 100))"""


def background(view: Page) -> str:
    """Return the colour of the paper."""
    return str(view.evaluate("getComputedStyle(document.body).backgroundColor"))


def expect_chosen(view: Page, *words: str) -> None:
    """Wait until the menu says that these are chosen, and nothing else."""
    pressed = view.locator(".menu-display [aria-pressed=true]")
    expect(pressed).to_have_count(len(words))
    for at, word in enumerate(words):
        expect(pressed.nth(at)).to_have_attribute("value", word)


@pytest.fixture
def view(browser: Browser, gallery: Path) -> Iterator[Page]:
    """Return a page on a phone, with a memory of its own; the site stands at the root of a host."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.route(f"{HOST}**", lambda route: route.fulfill(path=gallery / urlsplit(route.request.url).path[1:]))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("page", UNLIKE)
def test_axe_finds_nothing(view: Page, page: str) -> None:
    """In every look, axe-core finds no breach of WCAG 2.2 AA and of good practice."""
    view.goto(HOST + page)
    view.evaluate(AXE)
    found: dict[str, Any] = {}
    for look in LOOKS:
        view.evaluate(SET_LOOK, look)
        found[look] = view.evaluate(RUN_AXE, RULES)
    assert found == {look: [] for look in LOOKS}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_the_menu(view: Page, look: str) -> None:
    """The open menu 显示 is as sound as the page around it, in every look."""
    view.goto(HOST + "404.html")
    view.evaluate(AXE)
    view.evaluate(SET_LOOK, look)
    view.locator(".menu-display summary").click()
    assert view.evaluate(RUN_AXE, RULES) == []


@pytest.mark.parametrize("page", UNLIKE)
def test_narrow_pages(view: Page, page: str) -> None:
    """At 320 px no page scrolls sideways and targets are 44 px; in 长辈版 they are 60 px and no text is under 20 px."""
    view.set_viewport_size({"width": 320, "height": 640})
    for mode, target, text in (("standard", 44, 13), ("elder", 60, 20)):
        view.goto(f"{HOST}{page}?mode={mode}")
        assert view.evaluate("document.documentElement.scrollWidth") <= 320, mode
        view.evaluate("document.querySelectorAll('.menu').forEach(one => one.open = true)")
        assert view.evaluate(SMALL_TARGETS, target) == [], mode
        assert view.evaluate(SMALL_TEXT, text) == [], mode
        assert view.evaluate("document.documentElement.scrollWidth") <= 320, mode


def test_a_choice_is_remembered(view: Page, site: Path) -> None:
    """What is chosen in the menu, by key or finger, holds on other pages, also in a folder without a host."""
    view.goto((site / "index.html").as_uri())
    expect_chosen(view, "standard", "auto")
    view.locator(".menu-display summary").focus()
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    view.keyboard.press("Tab")
    view.keyboard.press("Enter")
    expect(view.locator("html")).to_have_attribute("data-mode", "elder")
    view.get_by_role("button", name="深色").click()
    view.keyboard.press("Escape")
    expect(view.get_by_role("button", name="深色")).to_be_hidden()
    view.locator(".site-header nav a").nth(1).click()
    view.wait_for_url("**/projects/index.html")
    expect_chosen(view, "elder", "dark")
    assert background(view) == "rgb(27, 26, 25)"
    view.locator(".menu-display summary").click()
    view.get_by_role("button", name="跟随系统").click()
    view.get_by_role("button", name="标准").click()
    view.mouse.click(10, 800)
    expect(view.get_by_role("button", name="标准")).to_be_hidden()
    view.go_back()
    view.wait_for_url("**/index.html")
    expect_chosen(view, "standard", "auto")
    assert view.locator("html").get_attribute("data-look") is None


def test_a_choice_by_address(view: Page) -> None:
    """An address sets mode and look, which are remembered until the menu changes them; nonsense changes nothing."""
    page = HOST + "about.html"
    view.goto(f"{page}?mode=elder&look=contrast&q=1")
    expect_chosen(view, "elder", "contrast")
    view.goto(f"{page}?look=pink")
    expect_chosen(view, "elder", "contrast")
    view.goto(f"{page}?mode=elder&look=contrast&q=1")
    view.locator(".menu-display summary").click()
    view.get_by_role("button", name="浅色").click()
    expect(view).to_have_url(f"{page}?mode=elder&q=1")
    view.reload()
    expect_chosen(view, "elder", "light")


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
    expect(button).to_have_text("停止朗读")
    said = view.evaluate("said.map(one => [one.lang, one.text])")
    assert {language for language, _ in said} == {"zh-CN"}
    texts = "".join(text for _, text in said)
    assert view.locator("h1").inner_text() in texts
    assert "4527人" in texts
    button.click()
    expect(button).to_have_text("朗读")
    assert view.evaluate("said.pop()") is None


def test_no_speech_no_button(view: Page) -> None:
    """Where the browser cannot speak, 长辈版 shows no button that would do nothing."""
    view.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    view.goto(HOST + "about.html?mode=elder")
    assert not view.locator(".read-aloud").is_visible()


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(251, 247, 242)"), ("dark", "rgb(27, 26, 25)")])
def test_without_scripts(browser: Browser, gallery: Path, scheme: Any, paper: str) -> None:
    """Without JavaScript pages read, the menu is absent, and dark follows the system by styles alone."""
    context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
    view = context.new_page()
    for page in UNLIKE:
        view.goto((gallery / page).as_uri())
        assert view.locator("h1").is_visible()
        assert not view.locator(".menu-display").is_visible()
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
