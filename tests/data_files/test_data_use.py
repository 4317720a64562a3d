"""The examples on the page of open data run as they are printed, and find what they say."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import ROOT

CURL, DATASETTE = shutil.which("curl"), shutil.which("datasette")
HANDBOOK = (ROOT / "handbook/docs/open-data.md").read_text("utf-8")


class Examples(HTMLParser):
    """The examples of a page, in order."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: list[str] = []
        self.within = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an example."""
        if ("class", "example") in attrs:
            self.found.append("")
        self.within = tag == "pre" or (self.within and tag == "code")

    def handle_endtag(self, tag: str) -> None:
        """End an example."""
        self.within = self.within and tag != "pre"

    def handle_data(self, data: str) -> None:
        """Take a text of it."""
        if self.within:
            self.found[-1] += data


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of a new city's site."""
    folder = tmp_path_factory.mktemp("open") / "city"
    assert main(["init", str(folder), "--yes"]) == 0
    settings = (folder / "mkdocs.yml").read_text("utf-8").replace("# site_url:", "site_url: https://example.org/ #")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    assert main(["-C", str(folder), "build", "--no-cache"]) == 0
    return folder / "site/data"


def example(data: Path, word: str) -> str:
    """Return the one example in which a word stands."""
    [found] = [text for text in Examples((data / "index.html").read_text("utf-8")).found if word in text]
    return found


def ran(command: list[str], folder: Path) -> str:
    """Run a command where the files lie, and return what it says."""
    told = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert told.returncode == 0, told.stderr.decode(errors="replace")
    return told.stdout.decode()


@pytest.mark.parametrize("module", ["csv", "pandas"])
def test_python(data: Path, module: str) -> None:
    """The programs print the number of volunteers as it was printed, with its source."""
    if module == "pandas":
        pytest.importorskip("pandas", reason="pandas is not here: pip install pandas")
    told = ran([sys.executable, "-X", "utf8", "-c", example(data, f"import {module}")], data)
    assert "8.4万余人" in told
    assert "jiangcheng-2024" in told
    assert "感应灯" not in told


@pytest.mark.skipif(CURL is None, reason="curl is not on this machine")
def test_curl(data: Path, tmp_path: Path) -> None:
    """The command names the file at the site's own address, and brings it whole."""
    site = "https://example.org/data/"
    command = example(data, "curl")
    assert f" {site}figures.csv" in command
    ran([str(CURL), *command.replace(site, f"{data.as_uri()}/").split()[1:]], tmp_path)
    assert (tmp_path / "figures.csv").read_bytes() == (data / "figures.csv").read_bytes()


@pytest.mark.skipif(DATASETTE is None, reason="datasette is not on this machine: pip install datasette")
def test_datasette(data: Path) -> None:
    """Datasette opens the database with what is told of it."""
    told = ran([str(DATASETTE), *example(data, "datasette").split()[1:], "--get", "/showcase/figures.json"], data)
    assert "8.4万余人" in str(json.loads(told)["rows"])


def test_a_table_opens_without_a_question(data: Path) -> None:
    """A spreadsheet knows by the first bytes that a table is UTF-8, and every row has as many cells as the first."""
    tables = [*data.rglob("*.csv")]
    assert data / "figures.csv" in tables
    for table in tables:
        assert table.read_bytes().startswith(b"\xef\xbb\xbf"), table
        with table.open(encoding="utf-8-sig", newline="") as file:
            assert len({len(row) for row in csv.reader(file)}) == 1, table


def test_the_handbook_shows_the_same_examples(data: Path) -> None:
    """An example of the handbook is one of the page, word for word but for the address."""
    examples = Examples((data / "index.html").read_text("utf-8")).found
    assert len(examples) == 4
    for text in examples:
        assert text.replace("https://example.org", "https://example.cn").strip() in HANDBOOK
