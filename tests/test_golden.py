"""Golden folders: a small project, and what each stage makes of it, compared both ways.

``views`` holds the view of every planned page as text, ``files`` the files for programs, and ``site`` a few printed
pages, byte for byte. So a diff says which stage has changed, and a change of the menu touches a few pages only.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.public import public_catalogue
from generator.data_files.database import DATABASE
from generator.pages.plan import plan, planned_pages
from generator.pages.whereabouts import Whereabouts
from generator.printing.page import ProsePage
from generator.publish.artefact import Artefact
from generator.recipes.check import check
from generator.records.settings import Settings
from tests.views_as_text import written

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/mkdocs.yml"))
PROSE = ProsePage("about.html", "content/about.md", "关于", Markup("<p>说明。</p>"))
# The home page, a project, a place, an edition, and the list of projects.
PRINTED = (
    "index.html",
    "projects/dream.html",
    "places/city.html",
    "honours/best-2024.html",
    "projects/index.html",
)


@dataclass(frozen=True)
class Case:
    """A project of a golden folder, checked."""

    folder: Path
    catalogue: Catalogue
    settings: Settings

    @cached_property
    def artefacts(self) -> tuple[Artefact, ...]:
        """Return every file of its site."""
        return plan(self.catalogue, self.settings, (PROSE,))


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest) -> Case:
    """Return each project in turn; none has a problem."""
    checked = check(request.param)
    assert checked.problems == []
    return Case(request.param, public_catalogue(checked.catalogue), checked.settings)


def compare(expected: Path, made: Mapping[str, bytes], *, renew: bool) -> None:
    """Hold what a stage has made to the files of its folder, or write them anew."""
    if renew:
        shutil.rmtree(expected, ignore_errors=True)
        for name, data in made.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_bytes(data)
    known = {path.relative_to(expected).as_posix(): path for path in expected.rglob("*") if path.is_file()}
    mend = f"the stage {expected.name}/ of {expected.parent.name} has changed; run `make renew` and read the diff"
    assert sorted(made) == sorted(known), mend
    for name, data in made.items():
        assert data.decode("utf-8") == known[name].read_bytes().decode("utf-8"), f"{name}: {mend}"


def dumped(database: bytes) -> bytes:
    """Return the tables and views of a database as text, but for the index of texts, which is no more than they."""
    lines: list[str] = []
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(database)
        for kind, name, sql in opened.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql <> ''").fetchall():
            if not name.startswith("search_"):
                lines.append(f"{sql};")
                rows = opened.execute(f'SELECT * FROM "{name}"') if kind != "index" and name != "search" else ()  # noqa: S608
                lines += [json.dumps(row, ensure_ascii=False) for row in rows]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def test_views(case: Case, *, renew: bool) -> None:
    """Every planned page has the head and the view that are kept as text."""
    made = {}
    for page in planned_pages(case.catalogue, case.settings, Whereabouts(case.catalogue)):
        text = f"{written(replace(page.head, view=None))}\n\n{written(page.view())}\n"
        made[f"{page.head.path.removesuffix('.html')}.txt"] = text.encode("utf-8")
    compare(case.folder / "views", made, renew=renew)


def test_files_for_programs(case: Case, *, renew: bool) -> None:
    """Data, indexes and the sitemap are byte for byte those that are kept."""
    data = {one.path: one.make() for one in case.artefacts if one.content == "data"}
    made = {path: own for path, own in data.items() if path != DATABASE}
    compare(case.folder / "files", {**made, f"{DATABASE}.txt": dumped(data[DATABASE])}, renew=renew)


def test_printed_pages(case: Case, *, renew: bool) -> None:
    """One page of each common sort is printed byte for byte as it is kept."""
    made = {one.path: one.make() for one in case.artefacts if one.path in PRINTED}
    assert sorted(made) == sorted(PRINTED)
    compare(case.folder / "site", made, renew=renew)
