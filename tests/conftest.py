"""What the tests share: a project written as an indented string, and the way to the hostile corpora."""

from __future__ import annotations

import json
import os
import re
import shutil
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.public import public_catalogue
from generator.cli import main
from generator.recipes.check import check
from tests.photographs import pictured
from tests.specimens import build_gallery

Project = Callable[[str], Path]
ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# What is waited for comes at once on any machine that is not overloaded; nothing is measured by it.
PATIENCE = 30_000
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

# A document, a place, a metric and a series of honours that small projects lean on.
BASE = """
    content/documents/doc.yml:
        name: 一份来源
        type: 新闻报道
        date: 2023
        date_basis: 文中写明
    content/places/city.yml:
        name: 某市
        level: 市
        source: doc
    content/metrics.yml:
        - id: volunteers
          name: 注册志愿者
          unit: 人
          measure: 存量
    honours/series.yml:
        - {id: best, name: 最美, level: 市级}
    mkdocs.yml:
        site_name: 试验站
        docs_dir: content
        theme:
          name: showcase
        plugins:
          - showcase:
              place: city
    content/about.md:
        # 关于

        看[某市](places/city.html)。
"""


def write_tree(folder: Path, text: str) -> None:
    """Write the files of a tree: a line without indent names a file before its colon, the rest is its text."""
    target: Path | None = None
    lines: list[str] = []

    def finish() -> None:
        if target is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            text = textwrap.dedent("\n".join(lines)).strip("\n") + "\n"
            target.write_bytes(pictured(text.strip()) or text.encode())

    for line in textwrap.dedent(text).splitlines():
        if match := re.match(r"(\S+):(?: (.*))?$", line):
            finish()
            target, lines = folder / match[1], [match[2] or ""]
        else:
            lines.append(line)
    finish()


@pytest.fixture
def tree(tmp_path: Path) -> Project:
    """Return a function that writes a project from an indented string and returns its folder."""

    def make(text: str) -> Path:
        write_tree(tmp_path, text)
        return tmp_path

    return make


@pytest.fixture
def project(tree: Project) -> Project:
    """Return a function that writes a project on top of the common base."""

    def make(text: str = "") -> Path:
        tree(BASE)
        return tree(text)

    return make


@pytest.fixture(scope="session")
def own() -> Catalogue:
    """Return the public catalogue of the project's own records."""
    return public_catalogue(check(ROOT).catalogue)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the project's own records."""
    folder = tmp_path_factory.mktemp("own") / "site"
    assert main(["-C", str(ROOT), "build", "--site", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def gallery(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which every specimen stands."""
    return build_gallery(site, tmp_path_factory.mktemp("specimens"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium; in CI its absence is a failure, elsewhere a reason to skip."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine; on Debian: apt-get install chromium fonts-noto-cjk")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of hostile inputs, or skip where it is not."""
    beside = Path(__file__).parents[2] / "shared" / "corpora"
    folder = Path(os.environ.get("SHOWCASE_CORPORA", beside))
    if not folder.is_dir():
        pytest.skip("the corpora are not here; SHOWCASE_CORPORA names their folder")
    return folder


@pytest.fixture(scope="session")
def payloads(corpora: Path) -> list[str]:
    """Return what has scripted pages elsewhere, as people have collected it."""
    found = (corpora / "xss" / "payloadbox.txt").read_text(encoding="utf-8", errors="replace").split("\n")
    for name in ("dompurify-expect.jsonl", "html5lib-sanitizer.jsonl"):
        lines = (corpora / "xss" / name).read_text(encoding="utf-8").split("\n")
        found += [json.loads(line)["payload"] for line in lines if line]
    return [payload for payload in found if payload.strip()]


@pytest.fixture(scope="session")
def sources() -> Path:
    """Return the folder of the documents' original texts, or skip where it is not."""
    folder = Path(os.environ.get("SHOWCASE_ARCHIVE", Path(__file__).parents[2] / "shared" / "sources"))
    if not folder.is_dir():
        pytest.skip("the archive of original texts is not here; SHOWCASE_ARCHIVE names its folder")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the expected side of cases be written anew."""
    parser.addoption("--renew", action="store_true", help="write what is expected of golden and faulty cases anew")


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Tell whether expectations are written anew."""
    return bool(request.config.getoption("--renew"))
