"""Files that have not changed are not parsed again, and nobody can tell it from the result."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.files import SourceFile, read_file
from generator.recipes import parsed_files, project_folder
from generator.recipes.check import check
from generator.recipes.parsed_files import ParsedFiles
from generator.records.parse import ParsedFile, parse_file
from tests.conftest import Project

SMALL = """
projects/a.yml:
    name: 甲
    place: city
    source: doc
projects/b.yml:
    name: 乙
    plcae: city
projects/c.yml:
    name: "丙
"""


@pytest.fixture
def parsed_paths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the path of each file that is parsed from now on."""
    found: list[str] = []

    def noted(*given: object) -> ParsedFile:
        found.append(given[0].path)  # type: ignore[attr-defined]
        return parse_file(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(project_folder, "parse_file", noted)
    return found


def compare(folder: Path, kept: ParsedFiles) -> None:
    """Hold what a check finds with files kept against what it finds without."""
    ours, plain = check(folder, kept=kept), check(folder)
    assert ours.problems == plain.problems
    assert [*ours.catalogue.entries] == [*plain.catalogue.entries]
    assert ours.catalogue.broken == plain.catalogue.broken
    assert ours.catalogue.doubtful == plain.catalogue.doubtful


def test_only_what_changed_is_parsed(project: Project, parsed_paths: list[str]) -> None:
    """After a change of one file that file is parsed, and no other, broken ones included."""
    folder, kept = project(SMALL), ParsedFiles()
    check(folder, kept=kept)
    parsed_paths.clear()
    check(folder, kept=kept)
    assert parsed_paths == []
    project("projects/a.yml:\n    name: 新名\n")
    assert check(folder, kept=kept).catalogue.entries["project", "a"].record.name == "新名"
    assert parsed_paths == ["projects/a.yml"]


def test_what_was_not_touched_is_not_opened(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was last touched a while ago is read once; one with a new time is read again, its size the same."""
    folder, kept = project(SMALL), ParsedFiles()
    path = folder / "projects/a.yml"
    opened: list[str] = []

    def noted(root: Path, path: Path) -> SourceFile | Problem:
        opened.append(path.name)
        return read_file(root, path)

    monkeypatch.setattr(parsed_files, "read_file", noted)
    monkeypatch.setattr(parsed_files, "_FRESH", -1)
    kept.read(folder, path)
    assert kept.read(folder, path) == read_file(folder, path)
    assert opened == ["a.yml"]
    text = path.read_text(encoding="utf-8").replace("甲", "乙")
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert kept.read(folder, path) == SourceFile("projects/a.yml", text)
    monkeypatch.setattr(parsed_files, "_FRESH", 2_000_000_000)
    kept.read(folder, path)
    kept.read(folder, path)
    assert opened == ["a.yml"] * 4, "what was touched a moment ago may be touched again within one tick"


def test_kept_files_change_no_finding(project: Project) -> None:
    """With files kept, a check finds after each change what one without them finds."""
    folder, kept = project(SMALL), ParsedFiles()
    compare(folder, kept)
    project("projects/b.yml:\n    name: 乙\n    place: city\n")
    compare(folder, kept)
    (folder / "projects/c.yml").unlink()
    compare(folder, kept)
    (folder / "projects/a.yml").rename(folder / "projects/d.yml")
    compare(folder, kept)
    # The same text under another kind is another record.
    (folder / "projects/d.yml").rename(folder / "content/places/d.yml")
    compare(folder, kept)
