"""The list of projects in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.specimens import LONG

PHONE: ViewportSize = {"width": 320, "height": 700}
DESK: ViewportSize = {"width": 1280, "height": 900}
CARDS = ".results .card:visible"


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


def open_projects(view: Page, site: Path, query: str = "") -> None:
    """Open the list of projects; where something is asked in the address, wait for the answer."""
    view.goto((site / "projects/index.html").as_uri() + query)
    if query:
        answered(view)


def answered(view: Page) -> None:
    """Wait until the index is here and what was asked is answered."""
    view.wait_for_function("() => window.SHOWCASE_PROJECTS && document.querySelector('.results-printed').hidden")


def found(view: Page) -> int:
    """Return how many projects the page says were found."""
    return int(view.locator("#found b").inner_text())


def fits(view: Page) -> bool:
    """Tell whether the page does not scroll sideways."""
    return bool(view.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def box(view: Page, name: str, word: str) -> None:
    """Tick or untick a box of a facet."""
    view.locator(f"input[name={name}][value='{word}']").click()


def pick(view: Page, word: str) -> None:
    """Choose a field in the grid; an empty word is all of them."""
    view.locator(f".picks a[data-pick='{word}']").click()


def test_any_within_a_facet_and_all_across(view: Page, site: Path) -> None:
    """Two values of one facet add up, a field narrows; each box and each field says what would remain."""
    open_projects(view, site)
    every = found(view)
    view.locator(".facets-drawer > summary").click()
    city = view.locator("label", has=view.locator("input[value=zibo]")).locator("b").inner_text()
    box(view, "place", "zibo")
    answered(view)
    assert view.locator(CARDS).count() == found(view) == int(city)
    box(view, "place", "shenzhen")
    both = view.locator(CARDS).count()
    assert int(city) < both < every
    said = int(view.locator(".picks a[data-pick='助老'] span").inner_text())
    pick(view, "助老")
    assert view.locator(CARDS).count() == said < both
    assert fits(view)


def test_one_field_at_a_time(view: Page, site: Path) -> None:
    """A field narrows the list and is marked, another takes its place, and a phone is led to what was found."""
    open_projects(view, site)
    every = found(view)
    pick(view, "宣讲")
    answered(view)
    expect(view.locator(".picks [aria-current]")).to_have_text(re.compile("宣讲"))
    expect(view.get_by_role("status").first).to_be_focused()
    expect(view.get_by_role("status").first).to_be_in_viewport()
    assert set(view.locator(f"{CARDS} .cover").evaluate_all("all => all.map(one => one.textContent)")) == {"宣讲"}
    pick(view, "助学")
    expect(view.locator(".chip")).to_have_text(["助学 ✕"])
    pick(view, "none")
    expect(view.locator(f"{CARDS} :is(.motif, .picture)")).to_have_count(found(view))
    pick(view, "")
    assert found(view) == every
    expect(view).to_have_url((site / "projects/index.html").as_uri())


def test_the_words_of_sources_lead_to_their_field(view: Page, site: Path) -> None:
    """An address that asks for a word as printed finds the field that it counts as."""
    open_projects(view, site, "?domain=理论宣讲")
    expect(view.locator(".chip")).to_have_text(["宣讲 ✕"])
    assert "domain=%E5%AE%A3%E8%AE%B2" in view.url


def test_chips_and_count(view: Page, site: Path) -> None:
    """What is chosen shows as chips of 44 px that take it back, and the count is announced."""
    open_projects(view, site, "?place=zibo&domain=助老")
    status = view.get_by_role("status").first
    expect(status).to_contain_text(f"找到 {view.locator(CARDS).count()} 个项目")
    assert status.get_attribute("aria-live") == "polite"
    expect(view.locator(".facets-chosen")).to_have_text("1 项条件")
    chips = view.locator(".chip")
    assert chips.all_inner_texts() == ["助老 ✕", "淄博市 ✕"]
    assert all(chip.bounding_box()["height"] >= 44 for chip in chips.all())  # type: ignore[index]
    chips.first.press("Enter")
    expect(view.locator(".chip")).to_have_text(["淄博市 ✕"])
    expect(view.locator(".chip")).to_be_focused()
    view.get_by_role("button", name="清除全部条件").press("Enter")
    expect(view.locator(".chip")).to_have_count(0)
    expect(status).to_be_focused()
    expect(status).to_have_text(re.compile(r"^\d+ 个项目$"))


def test_state_in_the_address(view: Page, site: Path) -> None:
    """What is chosen stands in the address, is there after a reload, and after going on and coming back."""
    open_projects(view, site)
    view.locator(".facets-drawer > summary").click()
    box(view, "place", "zibo")
    view.locator(".results-order select").select_option("name")
    answered(view)
    expect(view).to_have_url((site / "projects/index.html").as_uri() + "?place=zibo&sort=name")
    names = view.locator(f"{CARDS} h3").all_inner_texts()
    view.reload()
    answered(view)
    assert view.locator(f"{CARDS} h3").all_inner_texts() == names
    view.locator(f"{CARDS} h3 a").first.click()
    view.wait_for_url("**/projects/*.html")
    view.go_back()
    expect(view.locator(".chip")).to_have_text(["淄博市 ✕"])
    assert view.locator(f"{CARDS} h3").all_inner_texts() == names


def test_orders(view: Page, site: Path) -> None:
    """Every order shows every project; by level the highest come first; by place the page stands as printed."""
    open_projects(view, site)
    every = found(view)
    printed = view.locator(f"{CARDS} h3").all_inner_texts()
    words = view.locator(".results-order option").evaluate_all("options => options.map(option => option.value)")
    names = []
    for word in words[1:]:
        view.locator(".results-order select").select_option(word)
        answered(view)
        names.append(sorted(view.locator(f"{CARDS} h3").all_inner_texts()))
    assert [len(shown) for shown in names] == [every] * len(names)
    assert all(shown == names[0] for shown in names)
    view.locator(".results-order select").select_option("level")
    assert "全国" in view.locator(f"{CARDS} .badge").first.inner_text()
    view.locator(".results-order select").select_option("place")
    assert view.locator(f"{CARDS} h3").all_inner_texts() == printed


def test_a_card_of_the_script_is_a_card_of_the_page(view: Page, site: Path) -> None:
    """What the script shows is, tag by tag, what the page prints: places where a name may break included.

    Anchors of cities are the page's alone, and which cover of a field is the second follows from the order.
    """
    html = """cards => cards.map(card => {
      const link = card.querySelector("a");
      link.href = link.href;
      card.removeAttribute("id");
      card.querySelector(".cover").classList.remove("is-second");
      const image = card.querySelector("img");
      ["loading", "fetchpriority"].forEach(name => image?.removeAttribute(name));
      return card.outerHTML.replace(/>\\s+</g, "><");
    })"""
    open_projects(view, site)
    printed = view.locator(CARDS).evaluate_all(html)
    assert any("<wbr>" in card for card in printed)
    view.locator(".results-order select").select_option("name")
    answered(view)
    assert set(printed) <= set(view.locator(CARDS).evaluate_all(html))


def test_the_index_waits_for_a_question(view: Page, gallery: Path) -> None:
    """Who only reads loads no index and turns pages; what is asked is answered without them."""
    open_projects(view, gallery / LONG)
    assert view.evaluate("window.SHOWCASE_PROJECTS === undefined")
    expect(view.locator(".paging").first).to_be_visible()
    view.locator(".facets-drawer > summary").click()
    box(view, "place", "d0")
    answered(view)
    expect(view.locator(".paging")).to_be_hidden()


def test_every_page_of_the_list_has_the_filter(view: Page, gallery: Path) -> None:
    """What is asked on a further page is answered there, from all projects."""
    view.goto((gallery / LONG / "projects/index-2.html").as_uri())
    view.locator(".facets-drawer > summary").click()
    box(view, "place", "d0")
    answered(view)
    said = view.locator("label", has=view.locator("input[value=d0]")).locator("b").inner_text()
    assert found(view) == int(said)


def test_the_rest_of_a_facet_comes_with_the_index(view: Page, gallery: Path) -> None:
    """The values that the page leaves out can be ticked, and found again from the address."""
    open_projects(view, gallery / LONG)
    view.locator(".facets-drawer > summary").click()
    facet = view.locator(".facet", has=view.locator(".facet-rest")).first
    facet.locator(".facet-rest summary").click()
    facet.locator(".facet-rest label").first.click()
    answered(view)
    name = view.locator(".chip").inner_text()
    view.reload()
    answered(view)
    expect(view.locator(".chip")).to_have_text(name)
    expect(view.locator(".facet-rest input:checked")).to_have_count(1)


def test_without_the_index(browser: Browser, site: Path) -> None:
    """Where the index does not come, the page says so and stays as printed."""
    page = browser.new_page(viewport=PHONE)
    page.route("**/projects-index.js", lambda route: route.abort())
    open_projects(page, site)
    shown = page.locator(CARDS).count()
    page.locator(".facets-drawer > summary").click()
    expect(page.get_by_role("status").first).to_contain_text("筛选没有准备好")
    assert page.locator(CARDS).count() == shown
    page.close()


def test_nothing_found_has_a_way_out(view: Page, site: Path) -> None:
    """Where no project fits, the page says so and offers to take all conditions back."""
    open_projects(view, site, "?place=zibo&domain=公交&no-such-facet=1&sort=nonsense")
    expect(view.get_by_text("没有符合的项目。")).to_be_visible()
    view.locator(".results-none button").click()
    expect(view.locator(CARDS).nth(2)).to_be_visible()
    expect(view).to_have_url((site / "projects/index.html").as_uri())


def test_the_drawer_is_for_phones(view: Page, site: Path) -> None:
    """On a phone the facets lie in a closed drawer that leads to the result; on a wide screen they stand beside it."""
    open_projects(view, site)
    expect(view.locator(".facet").first).to_be_hidden()
    view.locator(".facets-drawer > summary").press("Enter")
    view.locator("input[value=zibo]").press("Space")
    view.locator(".facets-show").click()
    expect(view.locator(".facet").first).to_be_hidden()
    expect(view.get_by_role("status").first).to_be_focused()
    view.set_viewport_size(DESK)
    expect(view.locator(".facet").first).to_be_visible()
    expect(view.locator(".facets-drawer > summary")).to_be_hidden()
    assert fits(view)


def test_a_long_list_shows_by_and_by(view: Page, site: Path) -> None:
    """Of many cards 24 show, the next on request with the focus on the first of them; on paper all stand."""
    before, script = (site / "projects/projects-index.js").read_text("utf-8").split(" = ", 1)
    index = json.loads(script.removesuffix(";\n"))
    rows = index["groups"][0]["rows"]
    rows += [rows[0]] * 130
    view.route("**/projects-index.js", lambda route: route.fulfill(body=f"{before} = {json.dumps(index)};"))
    open_projects(view, site, "?sort=name")
    expect(view.locator(CARDS)).to_have_count(24)
    view.locator(".results-more").press("Enter")
    expect(view.locator(CARDS)).to_have_count(48)
    expect(view.locator(CARDS).nth(24).locator("h3 a")).to_be_focused()
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(view.locator(".results-more")).to_be_hidden()


def test_without_a_script(browser: Browser, site: Path, gallery: Path) -> None:
    """Without JavaScript the pages lead to every project, to its city and its field, and nothing asks to be ticked."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto((site / "projects/index.html").as_uri())
    expect(page.locator("main input:visible, main select:visible")).to_have_count(0)
    expect(page.locator(".jump a").first).to_be_visible()
    page.locator(".picks a", has_text="助老").click()
    page.wait_for_url("**/domains/elderly.html")
    count = int(page.locator(".picks [aria-current] span").inner_text())
    expect(page.locator("main .card")).to_have_count(count)
    folder = gallery / LONG / "projects"
    page.goto((folder / "index.html").as_uri())
    seen = [page.locator("main .card:visible").count()]
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        page.wait_for_url(f"**/projects/index-{len(seen) + 1}.html")
        seen.append(page.locator("main .card:visible").count())
    assert len(seen) > 1
    assert sum(seen) == len([path for path in folder.glob("*.html") if not path.name.startswith("index")])
    context.close()
