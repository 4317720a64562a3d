"""A build that takes over what has not changed publishes what one from nothing would, and does no more than it must."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import city
from benchmarks.walk import differing, walk
from generator.printing.templates import Printer
from generator.publish.cache import FOLDER, Cache
from generator.recipes import record_files
from generator.recipes.build import build
from generator.recipes.build_options import BuildOptions, BuildResult
from tests.conftest import Project

SMALL = """
projects/a.yml:
    name: 甲
    place: city
    owner: team
    source: doc
    summary: 每周一次。
projects/b.yml:
    name: 乙
    source: doc
content/teams/team.yml:
    name: 队
    source: doc
"""
# Files that a build of SMALL makes anew when a project's summary changes: its page, what lists it, what holds all text.
SHOWING = {
    "assets/search-index.js",
    "assets/search-texts.js",
    "components.html",
    "data/projects.csv",
    "data/projects.json",
    "data/showcase.sqlite",
    "documents/doc.html",
    "feed.json",
    "feed.xml",
    "index.html",
    "places/city.html",
    "places/city/feed.json",
    "places/city/feed.xml",
    "projects/a.html",
    "projects/index.html",
    "projects/projects-index.js",
    "search.html",
    "teams/team.html",
}


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the path of each page that is printed from now on."""
    found: list[str] = []
    prints = Printer.__call__

    def noted(printer: Printer, page: object) -> bytes:
        found.append(page.path)  # type: ignore[attr-defined]
        return prints(printer, page)  # type: ignore[arg-type]

    monkeypatch.setattr(Printer, "__call__", noted)
    return found


def built(folder: Path, **options: object) -> BuildResult:
    """Build a project, which must be sound."""
    result = build(folder, BuildOptions(**options))  # type: ignore[arg-type]
    assert result.files, result.problems
    return result


def compare(folder: Path) -> None:
    """Hold the site of a project against one from nothing."""
    built(folder, site=folder / "plain", cache=False)
    assert differing(folder / "site", folder / "plain") == ()


def test_a_walk_of_changes(tmp_path: Path) -> None:
    """After edits, new, deleted and renamed records, settings and prose, the site is that of a build from nothing."""
    city.make(tmp_path / "city", 200)
    steps = list(walk(tmp_path / "city", 10, seed=5))
    assert [step.wrong for step in steps] == [()] * 10
    assert len({step.what.split()[0] for step in steps}) > 3


def test_nothing_changed_nothing_done(project: Project, printed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of what was built reads the files, makes nothing, and leaves the site where it is."""
    folder = project(SMALL)
    first = built(folder)
    before = (folder / "site").stat().st_ino
    printed.clear()
    monkeypatch.setattr(record_files, "parse_records", pytest.fail)
    again = built(folder)
    assert printed == []
    assert (again.made, again.files, again.records) == (0, first.files, first.records)
    assert (folder / "site").stat().st_ino == before


def test_one_change_is_little_work(project: Project, printed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One record changed: one file is parsed, and only what shows the record is made and changes its bytes."""
    folder = project(SMALL)
    built(folder)
    kept = {path: path.stat().st_ino for path in (folder / "site").rglob("*.*")}
    parsed: list[str] = []
    rows = record_files.rows_of
    monkeypatch.setattr(record_files, "rows_of", lambda source, kind: parsed.append(source.path) or rows(source, kind))
    printed.clear()
    project("projects/a.yml:\n    name: 甲\n    place: city\n    owner: team\n    source: doc\n    summary: 改了。\n")
    result = built(folder)
    assert parsed == ["projects/a.yml"]
    assert set(printed) <= SHOWING
    assert result.made <= len(SHOWING)
    new = {path for path in kept if path.stat().st_ino != kept[path]}
    assert {path.relative_to(folder / "site").as_posix() for path in new} <= {*SHOWING, "showcase.json"}
    compare(folder)


def test_a_feed_is_made_again_for_its_own_news(project: Project) -> None:
    """One project changed: the feeds of its city and of all are made again, those of another city are kept."""
    far = "content/places/far.yml: {name: 远市, level: 市, source: doc}\n"
    folder = project(f"{SMALL}\n{far}projects/far.yml: {{name: 远项目, place: far, source: doc}}\n")
    built(folder)
    feeds = {path: path.stat().st_ino for path in (folder / "site").rglob("feed.*")}
    project("projects/far.yml: {name: 远项目, place: far, source: doc, summary: 改了。}\n")
    built(folder)
    made = {path.relative_to(folder / "site").as_posix() for path in feeds if path.stat().st_ino != feeds[path]}
    assert made == {"feed.json", "feed.xml", "places/far/feed.json", "places/far/feed.xml"}
    compare(folder)


COUNTED = """
content/metrics/helpers.yml:
    name: 帮手
    measure: 存量
    unit: 人
content/documents/paper.yml:
    name: 公报
    type: 统计资料
    date: 2022-05
projects/a.yml:
    name: 甲
    source: paper
    summary: 每周一次。
    figures:
      - {metric: 帮手, value: 40人}
      - {metric: 帮手, value: 50人, as_of: 2023}
"""
TABLES = ("data/figures.csv", "data/figures.json", "data/metrics/helpers.csv")


@pytest.mark.parametrize(
    ("path", "old", "new", "is_in_tables"),
    [
        ("projects/a.yml", "每周一次", "每月一次", False),
        ("projects/a.yml", "40人", "近40人", True),
        ("projects/a.yml", "as_of: 2023", "as_of: 2024", True),
        ("projects/a.yml", "as_of: 2023", "where: 第二段", True),
        ("projects/a.yml", "name: 甲", "name: 乙", True),
        ("content/documents/paper.yml", "2022-05", "2022-06", True),
        ("content/metrics/helpers.yml", "name: 帮手", "aliases: [帮手]\nname: 热心帮手", True),
    ],
)
def test_tables_of_figures_change_with_what_they_show(
    project: Project, path: str, old: str, new: str, *, is_in_tables: bool
) -> None:
    """The tables of figures are made anew when a figure, its record's name, its date or its metric changes."""
    folder = project(COUNTED)
    built(folder)
    before = [(folder / "site" / table).stat().st_ino for table in TABLES]
    text = (folder / path).read_text(encoding="utf-8")
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")
    built(folder)
    changed = [(folder / "site" / table).stat().st_ino != one for table, one in zip(TABLES, before, strict=True)]
    assert changed == [is_in_tables] * len(TABLES)
    compare(folder)


def test_pages_of_prose_and_settings(project: Project, printed: list[str]) -> None:
    """A changed prose page is made alone; the site's name stands on every page."""
    folder = project(SMALL)
    built(folder)
    printed.clear()
    project("content/about.md:\n    # 关于\n\n    新的一段。\n")
    built(folder)
    assert printed == ["about.html"]
    compare(folder)
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(text.replace("site_name: ", "site_name: 新"), encoding="utf-8")
    built(folder)
    compare(folder)


def damaged(folder: Path) -> Iterator[None]:
    """Damage what is kept in several ways, one after the other."""
    for path in sorted((folder / FOLDER).glob("*.json")):
        whole = path.read_bytes()
        for bad in (b"", whole[: len(whole) // 2], b"\x80\x04]\x94.", whole.replace(b'"', b"'", 40), b"0 " + whole):
            path.write_bytes(bad)
            yield
            path.write_bytes(whole)
        # Sound by its own account, and of another shape.
        for other in ([], {}, "x", [1, 2, 3], {"a": 1}):
            Cache(folder / FOLDER).save(path.stem, other)
            yield
        path.write_bytes(whole)


def test_damage_costs_only_time(project: Project) -> None:
    """What is kept may be cut off, overwritten or of another shape: the site is that of a build from nothing."""
    folder = project(SMALL)
    built(folder)
    for number, _ in enumerate(damaged(folder)):
        project(f"projects/b.yml:\n    name: 乙{number}\n    source: doc\n")
        built(folder)
    compare(folder)


def test_another_program_begins_anew(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version has kept is not used."""
    folder = project(SMALL)
    first = built(folder)
    monkeypatch.setattr("generator.publish.cache.program_digest", lambda: "another")
    assert built(folder).made == first.files


def test_a_page_that_was_touched_is_made_anew(project: Project) -> None:
    """A page that somebody wrote over, with as many bytes, is no page of ours."""
    folder = project(SMALL)
    built(folder)
    page = folder / "site" / "projects" / "a.html"
    page.write_bytes(b"x" * page.stat().st_size)
    built(folder)
    compare(folder)


def test_without_a_cache_nothing_is_kept(project: Project) -> None:
    """``--no-cache`` leaves no folder behind."""
    folder = project(SMALL)
    built(folder, cache=False)
    assert not (folder / FOLDER).exists()


def test_a_folder_that_cannot_be_written(project: Project) -> None:
    """Where nothing can be kept, the site is built all the same."""
    folder = project(SMALL)
    (folder / FOLDER).write_text("a file in its place", encoding="utf-8")
    assert built(folder).files
    assert built(folder).made


def test_the_rows_of_deleted_files_go(project: Project) -> None:
    """What is kept does not grow with what is no longer there."""
    folder = project(SMALL)
    built(folder)
    before = os.path.getsize(folder / FOLDER / "rows.json")  # noqa: PTH202 - a number
    for number in range(3):
        project(f"projects/b.yml:\n    name: 乙{number}\n    source: doc\n")
        built(folder)
    assert os.path.getsize(folder / FOLDER / "rows.json") < before + 20  # noqa: PTH202 - likewise


def test_a_copy_of_project_and_site_is_enough(project: Project, printed: list[str]) -> None:
    """As in CI, which keeps two folders from run to run: times may change on the way, bytes count."""
    folder = project(SMALL)
    built(folder)
    for path in (folder / "site").rglob("*.*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    printed.clear()
    project("content/about.md:\n    # 关于\n\n    另一段。\n")
    built(folder)
    assert printed == ["about.html"]
    compare(folder)
