"""Long rolls in a real browser: whole in print, found by name, jumped by strokes, read without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.conftest import BASE, write_tree

SURNAMES = "丁于万马王毛方孔石卢叶田史白冯吕朱任刘江许孙李杨吴何余汪沈宋张陈林罗金周郑赵胡姜袁徐高郭唐曹崔梁彭"
SMALL, LARGE = 240, 1000
MOTHER = "欧阳小燕"


def name(at: int) -> str:
    """Return a name, every third of two characters."""
    given = chr(0x4E00 + at * 7) + ("" if at % 3 == 0 else chr(0x6C11 + at * 3))
    return SURNAMES[at % len(SURNAMES)] + given


def roll(year: int, count: int) -> str:
    """Return an edition with so many winners, the last of them with a unit of her own."""
    lines = "".join(f"            - {name(at)}（第{at}服务队）\n" for at in range(count - 1))
    return (
        f"honours/best-{year}.yml:\n    series: best\n    year: {year}\n    status: 正式\n    order: 姓氏笔画\n"
        f"    source: doc\n    winners:\n        最美志愿者:\n{lines}            - {MOTHER}（东岸巡护队）\n"
    )


@pytest.fixture(scope="module")
def rolls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site with a roll of 240 and one of 1,000 names."""
    folder = tmp_path_factory.mktemp("rolls")
    for text in (BASE, roll(2022, LARGE), roll(2023, SMALL)):
        write_tree(folder, text)
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site" / "honours"


@pytest.fixture
def view(browser: Browser, rolls: Path) -> Iterator[Page]:
    """Return a phone that shows the roll of 240."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((rolls / "best-2023.html").as_uri())
    yield page
    page.close()


@pytest.mark.parametrize(("year", "count", "sheets"), [(2023, SMALL, 1), (2022, LARGE, 4)])
def test_printed_whole(browser: Browser, rolls: Path, year: int, count: int, sheets: int) -> None:
    """240 names are one sheet of A4, 1,000 at most four; no sheet is blank and every name is on paper, across."""
    page = browser.new_page(viewport={"width": 695, "height": 1024})
    page.goto((rolls / f"best-{year}.html").as_uri())
    made = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", made)) <= sheets
    page.emulate_media(media="print")
    lines = page.locator(".wall li")
    assert lines.count() == count
    assert all(lines.evaluate_all("all => all.map(line => line.getBoundingClientRect().height > 0)"))
    first = page.locator(".wall ol").nth(1).locator("li")
    tops = first.evaluate_all("all => all.slice(0, 8).map(line => line.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
    page.close()


def test_what_was_looked_for_does_not_shorten_the_print(view: Page) -> None:
    """Whoever prints after a search has the whole roll on paper."""
    view.get_by_label("找名字").fill(MOTHER)
    expect(view.locator(".wall li:visible")).to_have_count(1)
    view.pdf()
    expect(view.locator(".wall li:visible")).to_have_count(SMALL)


def test_three_columns_on_a_phone(view: Page) -> None:
    """Three names stand side by side on a phone, and eight on a desk; every name is as high as a thumb."""
    names = view.locator(".wall ol").nth(1).locator("li")
    boxes = "all => all.map(line => line.getBoundingClientRect()).map(box => [box.left, box.height])"
    assert len({left for left, _ in names.evaluate_all(boxes)}) == 3
    assert min(height for _, height in names.evaluate_all(boxes)) >= 44
    view.set_viewport_size({"width": 1280, "height": 900})
    wide = view.locator(".wall ol").evaluate_all("all => all.map(list => getComputedStyle(list).gridTemplateColumns)")
    assert {len(columns.split()) for columns in wide} == {8}


def test_found_by_name(view: Page) -> None:
    """Whoever types a part of a name sees only those that have it, and how many; what is not there is said."""
    box, status = view.get_by_label("找名字"), view.locator(".find [role=status]")
    box.fill("欧阳")
    expect(view.locator(".wall li:visible")).to_have_count(1)
    expect(view.locator(".is-found")).to_contain_text(MOTHER)
    expect(status).to_have_text("找到 1 个名字")
    box.fill("查无此人")
    expect(status).to_contain_text("没有找到")
    expect(view.locator(".wall li:visible")).to_have_count(SMALL)
    box.fill("")
    expect(status).to_be_empty()


def test_the_chosen_name_can_be_sent(view: Page, browser: Browser) -> None:
    """Enter chooses the first found name; its address leads whoever gets it to the ringed name with its unit."""
    view.get_by_label("找名字").fill(MOTHER)
    view.keyboard.press("Enter")
    view.wait_for_url(re.compile(r"#w0-\d+$"))
    phone = browser.new_page(viewport={"width": 390, "height": 844})
    phone.goto(view.url)
    line = phone.locator(".wall li:target")
    expect(line).to_contain_text(MOTHER)
    expect(line).to_be_in_viewport()
    expect(line.get_by_text("东岸巡护队")).to_be_visible()
    expect(line.get_by_role("link", name="出处")).to_have_attribute("href", re.compile(r"documents/doc.*#"))
    phone.close()


def test_a_tap_shows_unit_and_source(view: Page) -> None:
    """A tap on a name shows the unit and the way to where it was said, in its place."""
    line = view.locator(".wall li").nth(20)
    expect(line.locator("small")).to_be_hidden()
    line.click()
    expect(line.locator("small")).to_be_visible()
    line.get_by_role("link", name="出处").click()
    view.wait_for_url(re.compile(r"/documents/doc.*#"))


def test_jumped_by_strokes(view: Page) -> None:
    """A tap on a number of strokes leads to the names with so many."""
    view.get_by_role("navigation", name="跳到最美志愿者的姓氏").get_by_role("link", name=re.compile("^7 ?画$")).click()
    expect(view.locator("#category-1-7")).to_be_in_viewport()


def test_whole_without_a_script(browser: Browser, rolls: Path) -> None:
    """Without a script 1,000 names stand on one page, units behind one box; no box promises to find names."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((rolls / "best-2022.html").as_uri())
    assert page.locator(".wall li").count() == LARGE
    expect(page.locator(".find")).to_be_hidden()
    unit = page.get_by_text("东岸巡护队")
    expect(unit).to_be_hidden()
    page.get_by_label("显示每人的单位").check()
    expect(unit).to_be_visible()
    page.goto((rolls / "best-2022.html").as_uri() + "#w0-999")
    expect(page.locator(".wall li:target")).to_contain_text(MOTHER)
    context.close()


def test_padded_for_the_eye_alone(view: Page) -> None:
    """A name of two characters stands as wide as one of three, and is found and copied without a blank."""
    two = view.locator(".wall .name-2").first
    text = two.evaluate("line => line.firstChild.textContent")
    assert re.fullmatch(r"\S{2}", text)
    range_width = """line => {
      const range = document.createRange();
      range.setStart(line.firstChild, 1);
      range.setEnd(line.firstChild, 2);
      return range.getBoundingClientRect().left - line.getBoundingClientRect().left;
    }"""
    size = float(two.evaluate("line => parseFloat(getComputedStyle(line).fontSize)"))
    assert float(two.evaluate(range_width)) >= 2 * size
