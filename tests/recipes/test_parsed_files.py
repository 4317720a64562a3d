"""Files that have not changed are not parsed again, and nobody can tell it from the result."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.recipes import project_folder
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
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
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


def test_only_what_changed_is_parsed(project: Project, parsed: list[str]) -> None:
    """After a change of one file that file is parsed, and no other, broken ones included."""
    folder, kept = project(SMALL), ParsedFiles()
    check(folder, kept=kept)
    parsed.clear()
    check(folder, kept=kept)
    assert parsed == []
    project("projects/a.yml:\n    name: 新名\n")
    assert check(folder, kept=kept).catalogue.entries["project", "a"].record.name == "新名"
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
