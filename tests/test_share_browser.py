"""The end of every page: passing it on, its address, print and poster; in WeChat, on a disk, over plain HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.sites import pages_of
from tests.test_modes_browser import AXE, LOOKS, RULES, RUN_AXE, SET_LOOK

PERSON, UNPICTURED = "people/yang-xiaoling.html", "people/jia-xiaohui.html"
RED = [183, 20, 29, 255]
SECURE, PLAIN = "https://showcase.test/", "http://showcase.test/"
WECHAT = "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36 MicroMessenger/8.0.50"
# What a phone's own menu would be given.
SHARING = "navigator.share = async (told) => { globalThis.shared = told; };"
# Of a poster: its size, the colours of its upper corners, and the squares of its code.
READ = """async ([image, address]) => {
  await image.decode();
  const pen = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext("2d");
  pen.drawImage(image, 0, 0);
  const code = Showcase.qr.generate(address, { minCorrectionLevel: Showcase.qr.correction.M });
  const unit = Math.floor(210 / (code.size + 8)), side = unit * (code.size + 8);
  const isDark = (x, y) =>
    pen.getImageData(1200 - 84 - side + (x + 4.5) * unit, 1600 - 84 - side + (y + 4.5) * unit, 1, 1).data[0] < 128;
  let wrong = 0;
  for (let y = -1; y <= code.size; y += 1) {
    for (let x = -1; x <= code.size; x += 1) wrong += isDark(x, y) !== Boolean(code.get(x, y));
  }
  const corners = [5, 1195].map((x) => [...pen.getImageData(x, 5, 1, 1).data]);
  return { size: [image.naturalWidth, image.naturalHeight], corners, wrong };
}"""

Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[Open]:
    """Return what opens a page of the site on a host, which answers for its files alone."""
    contexts: list[BrowserContext] = []

    def answer(route: Route) -> None:
        route.fulfill(path=site / urlsplit(route.request.url).path[1:])

    def opened(address: str, script: str = "", **how: Any) -> Page:
        context = browser.new_context(viewport={"width": 390, "height": 844}, **how)
        contexts.append(context)
        context.add_init_script(script)
        view = context.new_page()
        view.route("http*://showcase.test/**", answer)
        view.goto(address)
        return view

    yield opened
    for context in contexts:
        context.close()


def button(view: Page, words: str) -> Any:
    """Return a button of the row."""
    return view.locator(".pass-on").get_by_role("button", name=words)


def test_every_page_has_the_row(site: Path) -> None:
    """Every page for readers ends with the row, once; that for missing addresses, and those that moved, do not."""
    for path, page in pages_of(site).items():
        if not path.startswith("handbook/"):
            text = (site / path).read_text("utf-8")
            assert text.count('class="pass-on ') == (path != "404.html" and "refresh" not in text), page.path


def test_passed_on_by_the_phone(open_page: Open) -> None:
    """The phone's menu gets the title, the words and the address, with what was looked for, without how it looked."""
    view = open_page(f"{SECURE}{PERSON}?mode=elder&q=a", SHARING)
    button(view, "转给朋友").click()
    shared = view.evaluate("shared")
    assert shared["title"] == "杨晓玲 · 志愿之城"
    assert shared["text"].startswith("市南区的优秀志愿者带头人")
    assert shared["url"] == f"{SECURE}{PERSON}?q=a"


def test_copied(open_page: Open) -> None:
    """The address is copied and that is said; a browser without a menu of its own shows no dead button for one."""
    view = open_page(SECURE + PERSON, permissions=["clipboard-read", "clipboard-write"])
    expect(button(view, "转给朋友")).to_be_hidden()
    button(view, "复制网址").click()
    expect(view.locator(".pass-on [role=status]")).to_contain_text("复制好了")
    assert view.evaluate("navigator.clipboard.readText()") == SECURE + PERSON


def test_copied_without_a_secure_host(open_page: Open) -> None:
    """Over plain HTTP, where there is no clipboard, the address is copied all the same."""
    view = open_page(PLAIN + PERSON)
    assert view.evaluate("navigator.clipboard") is None
    button(view, "复制网址").click()
    expect(view.locator(".pass-on [role=status]")).to_contain_text("复制好了")
    expect(button(view, "复制网址")).to_be_focused()
    view.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    view.locator("textarea").focus()
    view.keyboard.press("Control+V")
    expect(view.locator("textarea")).to_have_value(PLAIN + PERSON)


def test_what_cannot_be_copied_can_be_selected(open_page: Open) -> None:
    """Where a browser copies nothing for a page, the address stands there, selected, with words that say what to do."""
    view = open_page(PLAIN + PERSON, "document.execCommand = () => false;")
    button(view, "复制网址").click()
    expect(view.locator(".pass-on-address")).to_have_value(PLAIN + PERSON)
    expect(view.locator(".pass-on [role=status]")).to_contain_text("长按")


def test_in_wechat(open_page: Open) -> None:
    """In WeChat words lead to its own menu, and what does not work there is not offered."""
    view = open_page(SECURE + PERSON, SHARING, user_agent=WECHAT)
    expect(view.locator(".pass-on-menu")).to_be_visible()
    expect(button(view, "转给朋友")).to_be_hidden()
    expect(button(view, "打印")).to_be_hidden()
    expect(button(view, "复制网址")).to_be_visible()
    button(view, "做一张海报").click()
    expect(view.locator(".poster figcaption")).to_contain_text("长按")
    expect(view.locator(".poster a")).to_have_count(0)


def test_on_a_disk(open_page: Open, site: Path) -> None:
    """A page on a disk has no address for others, so only print and poster are offered."""
    view = open_page((site / PERSON).as_uri())
    expect(button(view, "打印")).to_be_visible()
    expect(button(view, "复制网址")).to_be_hidden()
    button(view, "做一张海报").click()
    expect(view.locator(".poster img")).to_have_attribute("alt", "杨晓玲的海报")


def test_the_poster(open_page: Open) -> None:
    """A poster is a picture of 1,200 by 1,600 on red paper, with a code that leads to the page; it can be saved."""
    view = open_page(SECURE + UNPICTURED, color_scheme="dark")
    asked: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    button(view, "做一张海报").click()
    image = view.locator(".poster img")
    image.wait_for()
    read = view.evaluate(READ, [image.element_handle(), SECURE + UNPICTURED])
    assert read == {"size": [1200, 1600], "corners": [RED, RED], "wrong": 0}
    assert view.locator(".poster a").get_attribute("download") == "贾晓慧.png"
    assert {urlsplit(url).scheme for url in asked} <= {"https", "data"}
    assert {url for url in asked if not url.startswith((SECURE, "data:"))} == set()


def test_the_poster_with_a_picture(open_page: Open, site: Path) -> None:
    """The picture of the page stands on the poster beside the name; from a disk, where none may, the paper is whole."""
    view = open_page(SECURE + PERSON)
    button(view, "做一张海报").click()
    image = view.locator(".poster img")
    image.wait_for()
    read = view.evaluate(READ, [image.element_handle(), SECURE + PERSON])
    assert (read["size"], read["corners"][1], read["wrong"]) == ([1200, 1600], RED, 0)
    assert read["corners"][0] != RED
    expect(image).to_have_attribute("alt", "杨晓玲的海报")
    view = open_page((site / PERSON).as_uri())
    button(view, "做一张海报").click()
    image = view.locator(".poster img")
    image.wait_for()
    assert view.evaluate(READ, [image.element_handle(), ""])["corners"] == [RED, RED]


def test_without_scripts(browser: Browser, site: Path) -> None:
    """Without a script no dead button stands there."""
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto((site / PERSON).as_uri())
    expect(view.locator(".pass-on")).to_be_hidden()
    context.close()


def test_axe_finds_nothing(open_page: Open) -> None:
    """The row with all that it can show, words, address and poster, is sound in every look."""
    view = open_page(PLAIN + PERSON, "document.execCommand = () => false;", bypass_csp=True)
    button(view, "复制网址").click()
    button(view, "做一张海报").click()
    view.locator(".poster img").wait_for()
    view.evaluate(AXE)
    found = {}
    for look in LOOKS:
        view.evaluate(SET_LOOK, look)
        found[look] = view.evaluate(RUN_AXE, RULES)
    assert found == {look: [] for look in LOOKS}
