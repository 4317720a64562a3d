"""The preview in a browser: new words come by themselves, and problems stand in a panel over the last good page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import BASE, write_tree
from tests.previews import Running, running

AXE = Path(__file__).parent / "axe" / "axe.min.js"
PROJECT = """
projects/a.yml:
    name: 圆梦
    place: city
    source: doc
    summary: {summary}
"""
WRONG = """
projects/a.yml:
    name: 圆梦
    palce: city
    source: doc
"""
WARNED = """
projects/a.yml:
    name: 圆梦
    place: city
    source: doc
    summary: 圆梦
    figures:
      - {metric: 注册志愿者, value: 5000场}
"""
LOOKS = ("?look=light", "?look=dark", "?look=contrast", "?mode=elder")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project in a folder with a Chinese name and a space."""
    folder = tmp_path / "志愿 之城"
    write_tree(folder, BASE)
    write_tree(folder, PROJECT.format(summary="第一版的话。"))
    return folder


@pytest.fixture
def preview(folder: Path) -> Iterator[Running]:
    """Return its preview."""
    with running(folder) as preview:
        yield preview


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser's window that may write to the clipboard, and holds a page to making no complaint."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def view(context: BrowserContext, preview: Running) -> Iterator[Page]:
    """Return the page of the project, which complains of nothing."""
    view = context.new_page()
    complaints: list[str] = []
    view.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    view.on("pageerror", lambda error: complaints.append(str(error)))
    view.goto(f"{preview.address}projects/a.html")
    yield view
    assert complaints == []


def test_new_words_come_by_themselves(view: Page, folder: Path) -> None:
    """A saved record is on the screen without a touch; a page that has not changed is not loaded again."""
    expect(view.locator("main")).to_contain_text("第一版的话")
    expect(view.locator("#showcase-panel [role=status]")).to_have_text("没有发现问题")
    view.evaluate("document.body.dataset.same = 'yes'")
    write_tree(folder, "content/about.md:\n    # 关于\n\n    改了另一页。\n")
    # The new number has been heard when the panel has asked again; the page with the mark is still there.
    with view.expect_response(lambda answer: answer.url.endswith("/-showcase/panel")):
        pass
    assert view.evaluate("document.body.dataset.same") == "yes"
    write_tree(folder, PROJECT.format(summary="第二版的话。"))
    expect(view.locator("main")).to_contain_text("第二版的话")


def test_a_wrong_record_shows_the_panel(view: Page, folder: Path) -> None:
    """A wrong record opens the panel with words, line and mend over the last good page; mending it takes it away."""
    panel = view.locator("#showcase-panel")
    expect(panel.locator("details")).to_be_hidden()
    write_tree(folder, WRONG)
    expect(panel.locator("article")).to_contain_text("没有“palce”这个栏目")
    expect(panel.locator("article pre")).to_contain_text("palce: city")
    expect(panel.locator("article .mend")).to_contain_text("怎么改")
    expect(panel.locator("summary")).to_contain_text("1 个错误")
    expect(panel.locator("[role=status]")).to_contain_text("1 个错误")
    expect(view.locator("main")).to_contain_text("第一版的话")
    write_tree(folder, PROJECT.format(summary="改好的话。"))
    expect(view.locator("main")).to_contain_text("改好的话")
    expect(panel.locator("details")).to_be_hidden()


def test_a_click_copies_the_place(view: Page, folder: Path) -> None:
    """A click on a problem, or on its button, copies path and line; a link opens the editor there."""
    panel = view.locator("#showcase-panel")
    write_tree(folder, WRONG)
    expect(panel.locator("article button")).to_have_text("复制位置 projects/a.yml:2")
    panel.locator("article h3").click()
    expect(panel.locator("[role=status]")).to_have_text("已复制 projects/a.yml:2")
    assert view.evaluate("navigator.clipboard.readText()") == "projects/a.yml:2"
    view.evaluate("navigator.clipboard.writeText('')")
    panel.locator("article button").press("Enter")
    expect(panel.locator("article button")).to_contain_text("已复制")
    assert view.evaluate("navigator.clipboard.readText()") == "projects/a.yml:2"
    address = panel.locator("article a").get_attribute("href") or ""
    assert address.startswith("vscode://file/")
    assert address.endswith("projects/a.yml:2:1")


def test_the_panel_by_keyboard(view: Page, folder: Path) -> None:
    """The panel folds and unfolds by keyboard; folded over the same errors it stays so on the next page."""
    bar = view.locator("#showcase-panel summary")
    box = view.locator("#showcase-panel details")
    write_tree(folder, WRONG)
    expect(box).to_have_attribute("open", "")
    view.locator("#showcase-panel article button").focus()
    view.keyboard.press("Escape")
    expect(bar).to_be_focused()
    expect(box).not_to_have_attribute("open", "")
    view.goto(view.url.replace("projects/a.html", "index.html"))
    expect(bar).to_contain_text("1 个错误")
    expect(box).not_to_have_attribute("open", "")
    bar.press("Enter")
    expect(box).to_have_attribute("open", "")


def test_warnings_are_folded(view: Page, folder: Path) -> None:
    """Warnings are counted in a bar and told when it is opened."""
    write_tree(folder, WARNED)
    bar = view.locator("#showcase-panel summary")
    expect(bar).to_contain_text("0 个错误")
    expect(view.locator("#showcase-panel article").first).to_be_hidden()
    bar.click()
    expect(view.locator("#showcase-panel article").first).to_be_visible()


def test_a_folder_made_later(view: Page, folder: Path, preview: Running) -> None:
    """A folder ``honours`` that is made while the preview runs is seen."""
    view.goto(f"{preview.address}honours/index.html")
    expect(view.locator("main")).not_to_contain_text("好人奖")
    write_tree(folder, "honours/series/haoren.yml:\n    name: 好人奖\n    level: 市级\n    source: doc\n")
    expect(view.locator("main")).to_contain_text("好人奖")


def test_before_the_first_good_state(browser: Browser, folder: Path) -> None:
    """A preview that begins with errors says so, and becomes the page that was asked for once they are mended."""
    write_tree(folder, WRONG)
    with running(folder) as preview:
        view = browser.new_page()
        view.goto(f"{preview.address}projects/a.html")
        expect(view.locator("h1")).to_contain_text("还没有能看的网页")
        expect(view.locator("#showcase-panel article")).to_contain_text("palce")
        write_tree(folder, PROJECT.format(summary="改好的话。"))
        expect(view.locator("main")).to_contain_text("改好的话")
        view.close()


def test_the_preview_stops(view: Page, preview: Running) -> None:
    """When the preview has ended the page says so."""
    expect(view.locator("#showcase-panel [role=status]")).to_have_text("没有发现问题")
    preview.process.terminate()
    expect(view.locator("#showcase-panel summary")).to_contain_text("预览停了")


@pytest.mark.parametrize("look", LOOKS)
def test_the_panel_can_be_used(context: BrowserContext, folder: Path, preview: Running, look: str) -> None:
    """In every look axe finds nothing against the panel, and all that can be pressed in it is large enough."""
    write_tree(folder, WRONG)
    view = context.new_page()
    view.goto(f"{preview.address}projects/a.html{look}")
    expect(view.locator("#showcase-panel article")).to_contain_text("palce")
    view.evaluate(AXE.read_text(encoding="utf-8"))
    found = view.evaluate("axe.run({include: [['#showcase-panel']]}).then((found) => found.violations)")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    least = 60 if "elder" in look else 44
    for one in view.locator("#showcase-panel :is(summary, button, a)").all():
        box = one.bounding_box()
        assert box
        assert box["height"] >= least
