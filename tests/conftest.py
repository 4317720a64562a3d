"""What the tests share: a project written as an indented string, and the way to the hostile corpora."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

Project = Callable[[str], Path]

# A document, places and metrics that small projects lean on.
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
    """Write the files of a tree: a line without indent that ends in a colon names a file, the rest is its text."""
    target: Path | None = None
    lines: list[str] = []

    def finish() -> None:
        if target is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(textwrap.dedent("\n".join(lines)).strip("\n") + "\n", encoding="utf-8")

    for line in textwrap.dedent(text).splitlines():
        if line and not line[0].isspace() and line.endswith(":"):
            finish()
            target, lines = folder / line[:-1], []
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
def corpora() -> Path:
    """Return the folder of hostile inputs, or skip where it is not."""
    beside = Path(__file__).parents[2] / "shared" / "corpora"
    folder = Path(os.environ.get("SHOWCASE_CORPORA", beside))
    if not folder.is_dir():
        pytest.skip("the corpora are not here; SHOWCASE_CORPORA names their folder")
    return folder


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
