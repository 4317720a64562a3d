"""Search in a real browser, over the project's own records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.data.tables import synonyms
from generator.records.document import Document
from generator.records.kinds import kind_of
from generator.records.metric import Metric
from generator.records.project import Project

FOLDER = Path(__file__).parent / "searches"
KEYBOARD = 344


def lines_of(name: str) -> list[tuple[str, str]]:
    """Return what is typed and the name that is wanted, a line each."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [(query, wanted) for query, _, wanted in (line.partition("\t") for line in lines)]


ASKED = lines_of("asked.txt")
MISHEARD = lines_of("misheard.txt")


@pytest.fixture(scope="module")
def opened(browser: Browser, site: Path) -> Iterator[Page]:
    """Return the search page with its index, on a phone, opened as a file."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    view.goto((site / "search.html").as_uri())
    view.wait_for_function("() => window.SHOWCASE_SEARCH")
    yield view
    view.close()


@pytest.fixture
def view(opened: Page) -> Page:
    """Return the search page with nothing asked."""
    ask(opened, "")
    return opened


def ask(view: Page, query: str) -> list[str]:
    """Type a query and return the paths of the results, in their order."""
    view.fill("#q", query)
    view.wait_for_function("query => document.querySelector('#q').dataset.answered === query", arg=query)
    base = view.url.partition("search.html")[0]
    links = view.eval_on_selector_all(".search-results a", "links => links.map(link => link.href)")
    return [link.removeprefix(base) for link in links]


def names(view: Page, query: str) -> list[str]:
    """Type a query and return the names of the results, in their order."""
    ask(view, query)
    return view.locator(".search-name").all_text_contents()


@pytest.mark.parametrize(("query", "wanted"), ASKED, ids=[query for query, _ in ASKED])
def test_found_among_the_first_five(view: Page, query: str, wanted: str) -> None:
    """What a reader means stands among the first five results."""
    assert wanted in names(view, query)[:5]


@pytest.mark.parametrize(("query", "wanted"), MISHEARD, ids=[query for query, _ in MISHEARD])
def test_a_wrong_character_of_the_same_sound(view: Page, query: str, wanted: str) -> None:
    """Where a character is wrong but sounds right, what was meant is offered first, and is said to be of that sound."""
    assert names(view, query)[0] == wanted
    expect(view.locator("#count")).to_contain_text(f"没有“{query}”，同音的有：")


def test_the_same_sound_is_a_link(view: Page) -> None:
    """A word of the same sound is a link that asks it."""
    ask(view, "杨小玲")
    view.locator("#count a", has_text="杨晓玲").click()
    expect(view.locator("#q")).to_have_value("杨晓玲")
    expect(view.locator("#count")).to_contain_text("找到")


def test_lists_of_searches_are_long_enough() -> None:
    """Eighty searches of residents and thirty with a wrong character are asked, each once."""
    assert len({query for query, _ in ASKED}) == len(ASKED) >= 80
    assert len({query for query, _ in MISHEARD}) == len(MISHEARD) >= 30


def test_words_that_mean_the_same(view: Page) -> None:
    """Whatever word a reader has for helping the old leads to what the records call 助老."""
    group = next(group for group in synonyms() if "助老" in group)
    assert [word for word in group if not any("助老" in name for name in names(view, word))] == []


@pytest.mark.parametrize("query", [".*", "(", "\\", "。。。", "+", "😀"])
def test_signs_alone(view: Page, query: str) -> None:
    """Where only signs are typed, the reader is told what to type."""
    assert ask(view, query) == []
    expect(view.locator("#count")).to_have_text("请写字、字母或数字。")


@pytest.mark.parametrize("mode", ["standard", "elder"])
@pytest.mark.parametrize("query", ["淄博", "杨小玲", "志愿"])
def test_the_first_hit_stands_above_the_keyboard(browser: Browser, site: Path, mode: str, query: str) -> None:
    """On a phone whose keyboard is open the first result's name is seen whole, in large type too."""
    view = browser.new_page(viewport={"width": 390, "height": 844 - KEYBOARD})
    view.goto(f"{(site / 'search.html').as_uri()}?mode={mode}")
    view.wait_for_function("() => window.SHOWCASE_SEARCH")
    ask(view, query)
    box = view.locator(".search-name").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844 - KEYBOARD
    chips = view.locator("#kinds")
    if chips.is_visible():
        assert chips.evaluate("box => box.clientHeight <= 1.1 * box.firstElementChild.offsetHeight")
    view.close()


def test_what_people_do_comes_before_counts(view: Page) -> None:
    """A common word is answered by what people do before metrics and sources, and by no list of the site."""
    ask(view, "志愿")
    heads = [text.split()[0] for text in view.locator("#results h2").all_text_contents()]
    project, metric, document = (heads.index(kind_of(model).called) for model in (Project, Metric, Document))
    assert project < metric
    assert project < document
    shown = [link.get_attribute("href") or "" for link in view.locator(".search-results a").all()]
    assert [path for path in shown if path.endswith("/index.html") and not path.startswith("data/")] == []


def test_nothing_is_shown_before_a_question(view: Page) -> None:
    """Without a query there are examples and the ways to all lists, and no results."""
    assert ask(view, "  “”") == []
    expect(view.locator("#hint")).to_be_visible()
    expect(view.locator("#lists a").first).to_be_visible()
    view.locator("#hint button").first.click()
    expect(view.locator(".search-results a").first).to_be_visible()


def test_marked(view: Page) -> None:
    """What was asked for is marked in the name, by its sound too."""
    ask(view, "婷")
    expect(view.locator(".search-results a", has_text="张婷").locator(".search-name mark")).to_have_text("婷")
    ask(view, "qingdaoshi")
    expect(view.locator(".search-results a").first.locator(".search-name mark")).to_have_text("青岛市")


def test_kinds_filter_with_counts(view: Page) -> None:
    """Each kind has a chip with its count; a chosen one shows that kind alone, all of it."""
    ask(view, "青岛")
    chip = view.locator("#kinds button", has_text="队伍")
    count = int(chip.inner_text().split()[-1])
    chip.click()
    expect(view.locator("#results h2")).to_have_text([f"队伍 {count}"])
    expect(view.locator(".search-results a")).to_have_count(count)
    expect(view.locator("#count")).to_contain_text(f"队伍 {count} 条")
    assert view.locator("#kinds button[aria-pressed=true]").inner_text() == f"队伍 {count}"


def test_the_rest_of_a_kind(view: Page) -> None:
    """The button under a kind shows all of it, goes on where the reader was, and leaves the way back to all kinds."""
    ask(view, "青岛")
    more = view.locator("#results .more").first
    count = int(re.sub(r"\D", "", more.inner_text()))
    kinds = view.locator("#kinds button").count()
    shown = view.locator("#results section").first.locator("a").count()
    more.click()
    expect(view.locator(".search-results a")).to_have_count(count)
    expect(view.locator(".search-results a").nth(shown)).to_be_focused()
    expect(view.locator("#kinds button")).to_have_count(kinds)


def test_the_count_is_announced(view: Page) -> None:
    """How many were found is said in a live region."""
    found = ask(view, "张婷")
    assert view.locator("#count").get_attribute("role") == "status"
    expect(view.locator("#count")).to_have_text(f"找到 {len(found)} 条。")


def test_what_is_nearest(view: Page) -> None:
    """Where nothing is found or sounds so, what answers most of the query is shown, and said to be no exact answer."""
    assert ask(view, "彩虹驿站总站")[0] == "stations/caihong-yizhan.html"
    expect(view.locator("#count")).to_have_text("没有“彩虹驿站总站”，最接近的是：")


def test_none_found_offers_ways(view: Page) -> None:
    """Where nothing is near, shorter words that are somewhere are offered, a tap asks them, and all lists follow."""
    assert ask(view, "火星飞船研究基地") == []
    expect(view.locator("#count")).to_have_text("没有找到“火星飞船研究基地”。")
    expect(view.locator("#lists a").first).to_be_visible()
    view.locator("#results button", has_text="基地").click()
    expect(view.locator("#q")).to_have_value("基地")
    expect(view.locator(".search-results a").first).to_be_visible()


def test_hostile_query_stays_text(view: Page) -> None:
    """Mark-up in a query is never run."""
    assert ask(view, "<img src=x onerror=alert(1)>") == []
    assert view.locator("#content img").count() == 0


def test_keyboard_walk(browser: Browser, site: Path) -> None:
    """Arrow keys lead through the results and back, Escape clears, Enter opens."""
    view = browser.new_page()
    view.goto((site / "search.html").as_uri())
    expect(view.locator("#q")).to_be_focused()
    view.keyboard.type("宁波")
    results = view.locator(".search-results a")
    expect(results.first).to_be_visible()
    view.keyboard.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    view.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    view.keyboard.press("ArrowUp")
    view.keyboard.press("ArrowUp")
    expect(view.locator("#q")).to_be_focused()
    view.keyboard.press("Escape")
    expect(view.locator("#q")).to_have_value("")
    expect(results).to_have_count(0)
    view.keyboard.type("张婷")
    view.keyboard.press("Enter")
    expect(results.first).to_be_focused()
    view.keyboard.press("Enter")
    view.wait_for_url("**/people/zhang-ting.html")
    view.close()


def test_input_method(view: Page) -> None:
    """While an input method composes, nothing is searched and no key is taken from it; when it is done, all is."""
    client = view.context.new_cdp_session(view)
    view.focus("#q")
    answered = view.get_attribute("#q", "data-answered")
    client.send("Input.imeSetComposition", {"text": "zhang", "selectionStart": 5, "selectionEnd": 5})
    assert view.input_value("#q") == "zhang"
    assert view.get_attribute("#q", "data-answered") == answered
    assert view.locator(".search-results a").count() == 0
    client.send("Input.insertText", {"text": "张婷"})
    expect(view.locator(".search-name").first).to_have_text("张婷")
    client.detach()


def test_the_query_is_in_the_address(browser: Browser, site: Path) -> None:
    """A query is kept in the address, and an address with one answers it."""
    view = browser.new_page()
    view.goto(f"{(site / 'search.html').as_uri()}?q={quote('志愿之城')}")
    expect(view.locator("#q")).to_have_value("志愿之城")
    expect(view.locator(".search-results a").first).to_contain_text("志愿之城·大爱青岛")
    view.fill("#q", "张婷")
    view.wait_for_url(f"**/search.html?q={quote('张婷')}")
    view.fill("#q", "")
    view.wait_for_url("**/search.html")
    view.close()


def test_indexes_are_loaded_when_asked_for(browser: Browser, site: Path) -> None:
    """No page but this loads the index; what records say follows a question, sounds follow one without an answer."""
    view = browser.new_page()
    asked: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.goto((site / "index.html").as_uri())
    assert not [url for url in asked if "search-index" in url]
    view.goto((site / "search.html").as_uri())
    view.wait_for_function("() => window.SHOWCASE_SEARCH")
    assert [url for url in asked if "search-index" in url]
    for query, names in (("张婷", {"search-texts.js"}), ("杨小玲", {"search-texts.js", "syllables.js"})):
        ask(view, query)
        assert {url.rpartition("/")[2] for url in asked} & {"search-texts.js", "syllables.js"} == names
    assert all(url.startswith("file:") for url in asked)
    view.close()


def test_without_script(browser: Browser, site: Path) -> None:
    """Without JavaScript the search page says so and leads to every list."""
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto((site / "search.html").as_uri())
    assert "没有开启 JavaScript" in view.inner_html("noscript")
    expect(view.locator("#hint")).to_be_hidden()
    view.locator("#lists a", has_text="项目").first.click()
    view.wait_for_url("**/projects/index.html")
    context.close()
