"""Walks of residents from the home page on: to call, send a name, check a figure; by keyboard, without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.cli import main
from tests.conftest import BASE, write_tree
from tests.specimens import UNLIKE

HOST = "https://showcase.test/"
MOST_STEPS = 200
MOTHER = "欧阳小燕"
ORIGINAL = "https://paper.example.org/2023/1.html"
OTHERS = "".join(f"                - 王{chr(0x4E00 + at)}（第{at}服务队）\n" for at in range(40))
RECORDS = f"""
    content/documents/doc.yml:
        name: 一份来源
        type: 新闻报道
        date: 2023
        date_basis: 文中写明
        url: {ORIGINAL}
    content/places/city.yml:
        name: 某市
        level: 市
        source: doc
        figures:
            - {{metric: 注册志愿者, value: 245万余人, where: 第1段}}
    projects/reading.yml:
        name: 夜读
        place: city
        source: doc
    honours/best-2023.yml:
        series: best
        year: 2023
        status: 正式
        source: doc
        winners:
            最美志愿者:
{OTHERS}                - {MOTHER}（东岸巡护队）
"""
SETTINGS = "      求助: 0532-12345\n      我要纠错: a@example.org\n"
# What a phone's own menu would be given.
SHARING = "navigator.share = async (told) => { globalThis.shared = told; };"
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


# Text at 200 %: every size of text that the sheets know, twice, and nothing else.
TWICE = """() => {
  const sizes = { tiny: 30, size: 34, large: 40, larger: 48, h2: 68, h1: 108, numeral: 128, name: 50 };
  const { style } = document.documentElement;
  for (const [name, size] of Object.entries(sizes)) style.setProperty(`--${name}`, `${size}px`);
}"""
# Words of the page that do not fit into what cuts them off.
CUT = """[...document.querySelectorAll("main *, .site-header *, .site-footer *")]
  .filter(one => one.checkVisibility() && !one.closest("svg, .visually-hidden, .scroll-box, .cover"))
  .filter(one => ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
  .filter(one => one.scrollWidth > one.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small city that says how it is reached and where its originals are."""
    folder = tmp_path_factory.mktemp("walks")
    write_tree(folder, BASE)
    write_tree(folder, RECORDS)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + SETTINGS, "utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.fixture
def phone(browser: Browser, made: Path) -> Iterator[Page]:
    """Return a phone that shows the home page of the small city, as a host gives it."""
    context = browser.new_context(viewport={"width": 390, "height": 844})

    def answer(route: Route) -> None:
        route.fulfill(path=made / (urlsplit(route.request.url).path[1:] or "index.html"))

    context.route(f"{HOST}**", answer)
    context.add_init_script(SHARING)
    view = context.new_page()
    view.goto(HOST)
    yield view
    context.close()


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


def test_an_old_resident_calls(phone: Page) -> None:
    """One tap makes all large, the next one calls for help; the number stands there to be read, too."""
    phone.locator(".tool", has_text="长辈版").click()
    help_ = phone.get_by_role("link", name="求助")
    expect(help_).to_be_in_viewport()
    expect(help_).to_contain_text("0532-12345")
    assert help_.get_attribute("href") == "tel:053212345"


def test_a_daughter_sends_her_mothers_name(phone: Page) -> None:
    """A name that is searched is found on its roll; what is passed on leads whoever gets it to that very name."""
    phone.get_by_role("link", name="搜索").click()
    phone.get_by_role("searchbox").fill(MOTHER)
    phone.locator("#results a").first.click()
    phone.wait_for_url(re.compile(r"/honours/best-2023\.html#"))
    expect(phone.locator(":target")).to_contain_text(MOTHER)
    expect(phone.locator(":target")).to_be_in_viewport()
    phone.get_by_role("button", name="转给朋友").click()
    phone.wait_for_function("globalThis.shared")
    phone.goto(phone.evaluate("shared.url"))
    expect(phone.locator(":target")).to_contain_text(MOTHER)


def test_a_journalist_checks_a_figure(phone: Page) -> None:
    """From a figure of the home page one tap leads to the words printed and where, the next to the original."""
    printed = phone.locator(".fig > b").first.inner_text().replace("\n", "")
    assert printed == "245万余人"
    phone.locator(".src a").first.click()
    phone.wait_for_url("**/documents/doc.html#*")
    expect(phone.locator(":target")).to_contain_text(printed)
    expect(phone.locator(":target")).to_contain_text("第1段")
    assert phone.get_by_role("link", name="看原文").get_attribute("href") == ORIGINAL


def test_a_resident_reports_an_error(phone: Page) -> None:
    """From a project the letter to those who mend is one tap away, and names the page and its address."""
    phone.get_by_role("link", name="项目", exact=True).click()
    phone.get_by_role("link", name="夜读").first.click()
    phone.wait_for_url("**/projects/reading.html")
    letter = unquote(phone.locator(".report a").first.get_attribute("href") or "")
    assert letter.startswith("mailto:a@example.org?subject=纠错：夜读")
    assert "projects/reading.html" in letter


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
    printed = view.locator(".fig > b").first.inner_text().replace("\n", "")
    enter(view, ".src a", "**/documents/**")
    expect(view.locator(":target")).to_be_in_viewport()
    expect(view.locator(":target")).to_contain_text(printed)


def test_folds_by_keyboard(view: Page, site: Path) -> None:
    """What is folded opens with Enter, and what it holds comes next."""
    view.goto((site / "projects/mengyuan.html").as_uri())
    walk_to(view, ".folded > summary")
    view.keyboard.press("Enter")
    walk_to(view, "details[open] a")


@pytest.mark.parametrize("page", UNLIKE)
def test_text_of_twice_the_size(browser: Browser, gallery: Path, page: str) -> None:
    """At 200 % no text is cut off and no page scrolls sideways, on a desk of 1280 px."""
    view = browser.new_page(viewport={"width": 1280, "height": 900})
    view.goto((gallery / page).as_uri())
    view.evaluate(TWICE)
    assert view.evaluate("document.documentElement.scrollWidth") <= 1280
    assert view.evaluate(CUT) == []
    view.close()


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
