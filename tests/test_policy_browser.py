"""The policy in a real browser, from a host and from a folder: it stops what is not ours, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from generator.printing.policy import POLICY_ELEMENT
from tests.specimens import SPECIMENS, UNLIKE

HOST = "http://showcase.test/"
HANDBOOK = ("handbook/index.html", "handbook/rules.html", "handbook/kinds/project.html", "handbook/publishing.html")
PAGES = (*UNLIKE, *HANDBOOK)
# A page tells of each breach by an event.
LISTEN = """window.breaches = [];
document.addEventListener("securitypolicyviolation", ({effectiveDirective: rule, blockedURI: what, sample}) =>
  breaches.push(`${rule} ${what} ${sample}`));
window.ran = [];"""
HOSTILE = f"""<!doctype html><html><head><meta charset="utf-8">{POLICY_ELEMENT}<title>t</title>
<style>h1 {{ color: red }}</style><base href="https://elsewhere.test/">
</head><body><h1 style="margin: 1px">t</h1>
<script>ran.push("inline")</script>
<img src="data:image/gif;base64,AAAA" onerror="ran.push('handler')">
<a href="javascript:ran.push('address')">a</a>
<script src="https://elsewhere.test/a.js"></script><script src="data:text/javascript,ran.push('data')"></script>
<iframe src="https://elsewhere.test/"></iframe><object data="https://elsewhere.test/"></object>
<img src="https://elsewhere.test/a.png">
<form action="https://elsewhere.test/"><button>b</button></form>
<script src="assets/modes.js"></script>
</body></html>"""


@pytest.fixture
def context(browser: Browser, gallery: Path) -> Iterator[BrowserContext]:
    """Return a browser that tells of every breach, and for which the site stands at the root of a host."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(LISTEN)
    context.route(f"{HOST}**", lambda route: route.fulfill(path=gallery / urlsplit(route.request.url).path[1:]))
    yield context
    context.close()


def is_styled(view: Page) -> bool:
    """Tell whether the styles and scripts of a page have come."""
    sheets = "[...document.styleSheets].length === document.querySelectorAll('[rel=stylesheet]').length"
    coloured = "getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'"
    return bool(view.evaluate(f"{sheets} && {coloured}"))


@pytest.mark.parametrize("where", ["host", "folder"])
def test_nothing_of_ours_is_stopped(context: BrowserContext, gallery: Path, where: str) -> None:
    """No page of the site or its handbook breaks the policy, and its styles come, from a host and from a folder."""
    found = {}
    for page in PAGES:
        view = context.new_page()
        view.goto(HOST + page if where == "host" else (gallery / page).as_uri())
        found[page] = view.evaluate("breaches")
        assert is_styled(view), page
        assert view.locator("html").get_attribute("data-script") == "", page
        view.close()
    assert found == {page: [] for page in PAGES}


@pytest.mark.parametrize("where", ["host", "folder"])
def test_what_is_not_ours_is_stopped(context: BrowserContext, gallery: Path, tmp_path: Path, where: str) -> None:
    """Whatever runs, styles, frames or asks from within a page is stopped; a script of the site itself runs."""
    elsewhere: list[str] = []

    def note(route: Route) -> None:
        elsewhere.append(route.request.url)
        route.abort()

    context.route("https://elsewhere.test/**", note)
    view = context.new_page()
    if where == "host":
        view.route(f"{HOST}hostile.html", lambda route: route.fulfill(body=HOSTILE, content_type="text/html"))
        view.goto(f"{HOST}hostile.html")
    else:
        (tmp_path / "hostile.html").write_text(HOSTILE, "utf-8")
        (tmp_path / "assets").symlink_to(gallery / "assets")
        view.goto((tmp_path / "hostile.html").as_uri())
    expect(view.locator("html")).to_have_attribute("data-script", "")
    view.evaluate("document.querySelectorAll('a, button').forEach(one => one.click())")
    stopped = partial(view.wait_for_function, "rule => breaches.some(one => one.startsWith(rule))")
    for rule in ("style-src-elem", "style-src-attr", "script-src-elem", "script-src-attr"):
        stopped(arg=rule)
    for rule in ("base-uri", "frame-src", "object-src", "img-src", "form-action"):
        stopped(arg=rule)
    assert view.evaluate("ran") == []
    assert elsewhere == []


def test_tools_work_from_a_folder(context: BrowserContext, gallery: Path) -> None:
    """From a folder the search loads its index and finds, and the comparison marks what can be compared."""
    view = context.new_page()
    view.goto((gallery / SPECIMENS["search"]).as_uri() + "?q=梦圆")
    expect(view.locator("main a[href*='mengyuan']").first).to_be_visible()
    assert view.evaluate("breaches") == []
