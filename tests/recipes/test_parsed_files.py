"""Files that have not changed are not parsed again, and nobody can tell it from the result."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.files import SourceFile, read_file
from generator.recipes import parsed_files, record_files
from generator.recipes.check import CheckOptions, check
from generator.recipes.parsed_files import ParsedFiles
from generator.recipes.record_files import RecordFile
from generator.records.parse import ParsedFile
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
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the path of each file that is parsed from now on."""
    found: list[str] = []

    parse = record_files._parsed  # noqa: SLF001 - it counts what is parsed

    def noted(root: Path, file: RecordFile, rows: str | None) -> ParsedFile:
        found.append(file.path.relative_to(root).as_posix())
        return parse(root, file, rows)

    monkeypatch.setattr(record_files, "_parsed", noted)
    return found


def compare(folder: Path, kept: ParsedFiles) -> None:
    """Hold what a check finds with files kept against what it finds without."""
    ours, plain = check(folder, CheckOptions(parsed=kept)), check(folder)
    assert ours.problems == plain.problems
    assert [*ours.catalogue.entries] == [*plain.catalogue.entries]
    assert ours.catalogue.broken == plain.catalogue.broken
    assert ours.catalogue.doubtful == plain.catalogue.doubtful


def test_only_what_changed_is_parsed(project: Project, parsed: list[str]) -> None:
    """After a change of one file that file is parsed, and no other, broken ones included."""
    folder, kept = project(SMALL), ParsedFiles()
    check(folder, CheckOptions(parsed=kept))
    parsed.clear()
    check(folder, CheckOptions(parsed=kept))
    assert parsed == []
    project("projects/a.yml:\n    name: 新名\n")
    assert check(folder, CheckOptions(parsed=kept)).catalogue.entries["project", "a"].record.name == "新名"
    assert parsed == ["projects/a.yml"]


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
