"""What has scripted pages elsewhere, in a real browser, on prose pages and in the handbook.

Two walls stand before it, the cleaning of texts and the policy; each is tried with the other one down. A sample is
tried each time; ``SHOWCASE_PAYLOADS=1`` tries every one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, BrowserContext, Route

from generator.pages.menu import site_view
from generator.printing.page import Page as PageView
from generator.printing.templates import Printer, assets
from generator.problems import has_errors
from generator.recipes.check import check
from generator.recipes.handbook import build_handbook
from generator.recipes.host import load
from generator.recipes.project_folder import read_handbook, read_prose
from generator.recipes.prose import render_prose
from tests.conftest import BASE, write_tree

HOST = "http://showcase.test/"
# One payload of so many is tried; the pages of the handbook and the policy alone are tried with fewer still.
STEP = int(os.environ.get("SHOWCASE_PAYLOADS", "60"))
FEWER = 1 if STEP == 1 else 4
TOGETHER = 40
STOPPING = re.compile(r"<!\[(?!CDATA)")
# Whatever a payload calls to show that it runs is noted; then every element is told of what it listens for.
LISTEN = """window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...told) => ran.push([name, ...told]);"""
TOUCH = """() => {
  const awaited = one => one.getAttributeNames().filter(name => name.startsWith("on"));
  const touch = one => awaited(one).forEach(name => one.dispatchEvent(new Event(name.slice(2))));
  document.querySelectorAll("*").forEach(touch);
  const live = [...document.querySelectorAll("[href], [src], [action]")]
    .filter(one => /^(javascript|vbscript|data):/i.test(one.href || one.src || one.action));
  return [...ran, ...live.map(one => one.outerHTML)];
}"""
HANDBOOK = """
    handbook/mkdocs.yml:
        site_name: 手册
        docs_dir: docs
        use_directory_urls: false
        theme:
          name: material
          font: false
          custom_dir: overrides
    handbook/overrides/main.html:
        {% extends "base.html" %}
        {% block libs %}{% endblock %}
        {% block config %}{% endblock %}
        {% block scripts %}{% endblock %}
"""


class Stage:
    """Pages in memory, opened with the policy or without it; nothing from another host is given."""

    def __init__(self, context: BrowserContext) -> None:
        """Stand at the root of a host."""
        self.pages: dict[str, bytes] = {f"/{path}": read() for path, read in assets()}
        self.asked: list[str] = []
        context.add_init_script(LISTEN)
        context.route("**/*", self._answer)
        self._view = context.new_page()

    def ran(self, text: bytes) -> list[object]:
        """Return what a page has run, or would run for a reader who touches it."""
        self.pages["/page.html"] = text
        self._view.goto(f"{HOST}page.html")
        found: list[object] = self._view.evaluate(TOUCH)
        return found

    def _answer(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if f"{address.scheme}://{address.netloc}/" == HOST and address.path in self.pages:
            kind = "text/css" if address.path.endswith(".css") else "text/html; charset=utf-8"
            kind = "text/javascript" if address.path.endswith(".js") else kind
            route.fulfill(body=self.pages[address.path], content_type=kind)
            return
        # Where a page leads its reader to is not in the hands of a policy.
        if not route.request.url.startswith(HOST) and not route.request.is_navigation_request():
            self.asked.append(route.request.url)
        route.abort()


@pytest.fixture
def guarded(browser: Browser) -> Iterator[Stage]:
    """Return a stage on which the policy holds."""
    context = browser.new_context()
    yield Stage(context)
    context.close()


@pytest.fixture
def bare(browser: Browser) -> Iterator[Stage]:
    """Return a stage on which the policy is put aside."""
    context = browser.new_context(bypass_csp=True)
    yield Stage(context)
    context.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small project with a handbook."""
    folder = tmp_path_factory.mktemp("payloads")
    write_tree(folder, BASE)
    write_tree(folder, HANDBOOK)
    return folder


@pytest.fixture(scope="module")
def printer(folder: Path) -> Printer:
    """Return what prints the pages of the project."""
    return Printer(site_view(check(folder).settings))


@pytest.fixture(scope="module")
def sample(payloads: list[str]) -> list[str]:
    """Return some of the payloads, or all when asked, without those at which Python's reader of HTML stops a build."""
    return [payload for payload in payloads if not STOPPING.search(payload)][::STEP]


def printed(printer: Printer, content: str) -> bytes:
    """Return a prose page with some HTML."""
    head = PageView("page.html", "prose", "题", "一页。", view=Markup(content))  # noqa: S704 - it is what is tried
    return printer(head)


def write_pages(folder: Path, sample: list[str]) -> None:
    """Write a page of Markdown for each payload, with the payload in its title, its heading and its text."""
    folder.mkdir(exist_ok=True, parents=True)
    for number, payload in enumerate(sample):
        text = f"---\ntitle: {json.dumps(payload)}\n---\n\n# {payload}\n\n{payload}\n\n段落里的 {payload}\n"
        (folder / f"p{number}.md").write_text(text, encoding="utf-8", errors="replace")


def test_prose_pages(folder: Path, printer: Printer, sample: list[str], bare: Stage, tmp_path: Path) -> None:
    """Even without the policy, nothing in a prose page runs or would run."""
    write_pages(folder / "content", sample)
    config, _ = load(folder / "mkdocs.yml", with_door=True)
    sources, _ = read_prose(folder, "content")
    rendered = render_prose(config, sources, tmp_path)
    assert not has_errors(rendered.problems)
    pages = rendered.pages
    assert len(pages) > len(sample)
    for start in range(0, len(pages), TOGETHER):
        content = "".join(f"<section>{page.content}</section>" for page in pages[start : start + TOGETHER])
        assert bare.ran(printed(printer, content)) == []


def test_the_policy_alone(printer: Printer, sample: list[str], guarded: Stage, bare: Stage) -> None:
    """With texts as they come, the policy lets nothing run and nothing be asked; without it, much runs."""
    tried, alive = sample[::FEWER], 0
    for payload in tried:
        page = printed(printer, payload)
        assert [one for one in guarded.ran(page) if isinstance(one, list)] == [], payload
        alive += bool(bare.ran(page))
    assert guarded.asked == []
    assert alive > len(tried) // 4


def test_the_handbook(folder: Path, sample: list[str], bare: Stage, tmp_path: Path) -> None:
    """Even without the policy, nothing in the handbook runs: neither a page's text nor what stands in its titles."""
    tried = sample[::FEWER]
    for start in range(0, len(tried), TOGETHER):
        shutil.rmtree(folder / "handbook" / "docs", ignore_errors=True)
        write_pages(folder / "handbook" / "docs", tried[start : start + TOGETHER])
        sources, _ = read_handbook(folder)
        built = build_handbook(folder, sources, tmp_path / str(start)).artefacts
        pages = [artefact.make() for artefact in built if artefact.path.startswith("handbook/p")]
        assert len(pages) == len(tried[start : start + TOGETHER])
        assert [found for found in map(bare.ran, pages) if found] == []
