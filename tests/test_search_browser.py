"""Search in a real browser, over the project's own records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

# What is typed, and the page that must be among the first five results.
QUERIES = (
    # Whole names.
    ("青岛市", "places/qingdao.html"),
    ("张婷", "people/zhang-ting.html"),
    ("姚云珠", "people/yao-yunzhu.html"),
    ("海尔集团", "teams/haier.html"),
    ("长者食堂多效互助", "projects/changzhe-shitang.html"),
    ("彩虹驿站", "stations/caihong-yizhan.html"),
    ("志愿山东", "platforms/zhiyuan-shandong.html"),
    ("浙江省五星级义工", "series/zj-wuxing-yigong.html"),
    ("“给我一个心愿，圆你一个梦想”志愿服务项目", "projects/mengyuan.html"),
    ("焦桐花开", "brands/zibo-jiaotong-huakai.html"),
    # Parts of names, from the beginning and from within.
    ("青岛", "places/qingdao.html"),
    ("西海岸", "places/xihaian.html"),
    ("太平角", "places/taipingjiao.html"),
    ("外事帮", "teams/qdu-waishibang.html"),
    ("杨梅", "teams/cixi-xiaoyangmei.html"),
    ("退役军人", "teams/dabeiqu-hou-tuiyi-junren.html"),
    ("土耳其", "activities/qingdao-tuerqi-jiuyuan.html"),
    ("随手拍", "platforms/ai-zibo-suishoupai.html"),
    ("规划师", "projects/shilao-anju.html"),
    ("围巾", "projects/xingfu-weijin.html"),
    ("婚礼", "activities/shinan-new-era-wedding.html"),
    ("意外保险", "incentives/shenzhen-yiwai-baoxian.html"),
    ("人均志愿服务时长", "teams/aixin-caihong.html#figures-2"),
    ("金", "incentives/qingdao-zhiyuan-jijin.html"),
    ("简报", "documents/ningbo-2020.html"),
    # Slogans and other names.
    ("志愿之城", "brands/zhiyuan-zhicheng.html"),
    ("大爱青岛", "brands/zhiyuan-zhicheng.html"),
    ("志愿者之城", "projects/zhiyuanzhe-zhi-cheng.html"),
    ("四个100", "series/sige100.html"),
    ("五个十佳", "series/zibo-wuge-shijia.html"),
    ("五为", "vocabularies/qingdao-wuwei.html"),
    ("六进", "vocabularies/zibo-liujin.html"),
    ("17+N", "vocabularies/qingdao-17n.html"),
    ("五单", "vocabularies/zibo-wudan.html"),
    ("梦圆", "projects/mengyuan.html"),
    ("邻里守望", "projects/renduimen-bangdaojia.html"),
    ("道德银行", "incentives/qingdao-daode-yinhang.html"),
    ("一网三联", "incentives/zibo-yiwang-sanlian.html"),
    ("启明星计划", "activities/cixi-qimingxing.html"),
    # Pinyin, whole and begun.
    ("qingdao", "places/qingdao.html"),
    ("zhangting", "people/zhang-ting.html"),
    ("zhang ting", "people/zhang-ting.html"),
    ("haier", "teams/haier.html"),
    ("zibo", "places/zibo.html"),
    ("caihongyizh", "stations/caihong-yizhan.html"),
    ("zhiyuanzhicheng", "brands/zhiyuan-zhicheng.html"),
    ("songleyu", "people/song-leyu.html"),
    ("lvtuwuyou", "brands/cixi-lvtu-wuyou.html"),
    ("yijianhujiao", "platforms/qingdao-yijian-hujiao.html"),
    # Initials, and a mixture.
    ("zt", "people/zhang-ting.html"),
    ("qhj", "people/qian-haijun.html"),
    ("zyzc", "brands/zhiyuan-zhicheng.html"),
    ("qnzf", "projects/qingniao-zhufei.html"),
    ("zhyzhch", "brands/zhiyuan-zhicheng.html"),
    ("hzjh", "projects/huozhong.html"),
    ("huozhongjh", "projects/huozhong.html"),
    ("青岛szyfwxy", "teams/qingdao-zhiyuan-xueyuan.html"),
    # Traditional script.
    ("青島市", "places/qingdao.html"),
    ("張婷", "people/zhang-ting.html"),
    ("深圳市義工聯", "teams/shenzhen-yigonglian.html"),
    ("志願之城", "brands/zhiyuan-zhicheng.html"),
    ("長者食堂", "projects/changzhe-shitang.html"),
    ("賈曉慧", "people/jia-xiaohui.html"),
    ("愛心驛站", "stations/zibo-aixin-yizhan.html"),
    # Full width, letter case, quotes and spaces.
    ("１７＋Ｎ", "vocabularies/qingdao-17n.html"),
    ("四个１００", "series/sige100.html"),
    ("ＱＩＮＧＤＡＯ", "places/qingdao.html"),
    ("we志愿", "platforms/we-zhiyuan.html"),
    ("u爱", "brands/u-ai.html"),
    ("“时尚市南”", "platforms/shishang-shinan-app.html"),
    ("「火种计划」", "projects/huozhong.html"),
    ("志愿之城 大爱青岛", "brands/zhiyuan-zhicheng.html"),
    ("　张婷　", "people/zhang-ting.html"),
    # Several words, each somewhere.
    ("大北曲后 理论宣讲", "projects/dabeiqu-hou-lilun-xuanjiang.html"),
    ("慈溪 五星级义工", "people/yao-yunzhu.html"),
    ("淄博 保", "incentives/zibo-zhiyuanbao.html"),
    ("深圳 公交", "projects/shenzhen-gongjiao-gangwei.html"),
    # Pages that show no record.
    ("隐私", "privacy.html"),
    ("无障碍", "accessibility.html"),
    ("jiucuo", "corrections.html"),
    ("下载", "data/index.html"),
    ("地区对比", "compare.html"),
    ("數據", "stats.html"),
    # What a record says, without its name.
    ("留守儿童", "projects/mengyuan.html"),
    ("关爱儿童", "projects/mengyuan.html"),
    ("扶贫帮困", "projects/dabeiqu-hou-fupin-bangkun.html"),
)


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


@pytest.mark.parametrize(("query", "path"), QUERIES, ids=[query for query, _ in QUERIES])
def test_found_among_the_first_five(view: Page, query: str, path: str) -> None:
    """What a reader means stands among the first five results."""
    assert path in ask(view, query)[:5]


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
    expect(view.locator("#count")).to_contain_text("正在看队伍")
    assert view.locator("#kinds button[aria-pressed=true]").inner_text() == f"队伍 {count}"


def test_the_count_is_announced(view: Page) -> None:
    """How many were found is said in a live region."""
    ask(view, "张婷")
    assert view.locator("#count").get_attribute("role") == "status"
    expect(view.locator("#count")).to_have_text("找到 1 条。")


def test_none_found_offers_shorter_words(view: Page) -> None:
    """Where nothing is found, shorter words that are somewhere are offered, and a tap asks them."""
    assert ask(view, "彩虹驿站总站") == []
    expect(view.locator("#count")).to_have_text("没有找到“彩虹驿站总站”。")
    view.locator("#results button").first.click()
    expect(view.locator("#q")).to_have_value("彩虹驿站")
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
    expect(view.locator(".search-results a")).to_have_count(1)
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


def test_the_index_is_loaded_when_asked_for(browser: Browser, site: Path) -> None:
    """No other page loads the index, and search asks no other host."""
    view = browser.new_page()
    asked: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.goto((site / "index.html").as_uri())
    assert not [url for url in asked if "search-index" in url]
    view.goto((site / "search.html").as_uri())
    view.wait_for_function("() => window.SHOWCASE_SEARCH")
    assert [url for url in asked if "search-index" in url]
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
