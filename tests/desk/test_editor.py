"""What is written for the editor, and what of a person's own settings is kept."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.desk.editor import FOLDER, SCHEMAS, vscode_settings, write_editor, write_schemas
from generator.recipes.record_files import read_records
from generator.records.kinds import KINDS
from tests.desk.editors import chosen

ROOT = Path(__file__).parents[2]
GLOBS = vscode_settings(SCHEMAS)["yaml.schemas"]


def contents(folder: Path) -> dict[str, str]:
    """Return the files below a folder with their texts."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_committed_files_are_current(tmp_path: Path) -> None:
    """What is committed is what the declarations give; settings added by hand may stand beside ours."""
    shutil.copytree(ROOT / FOLDER, tmp_path / FOLDER)
    shutil.rmtree(tmp_path / SCHEMAS)
    assert write_editor(tmp_path)[1] == []
    fresh, committed = contents(tmp_path / FOLDER), contents(ROOT / FOLDER)
    stale = [name for name in fresh | committed if fresh.get(name) != committed.get(name)]
    assert stale == [], "run `showcase schema` and commit what it wrote"


def test_written_files(tmp_path: Path) -> None:
    """One schema a kind and one of the settings are written, in the kinds' order, the same bytes each time."""
    paths = write_schemas(tmp_path)
    assert [path.name for path in paths] == [f"{name}.schema.json" for name in [*(k.name for k in KINDS), "mkdocs"]]
    first = {path: path.read_bytes() for path in paths}
    assert {path: path.read_bytes() for path in write_schemas(tmp_path)} == first
    for data in first.values():
        assert data.endswith(b"}\n")
        assert b"\r" not in data
        assert "名".encode() in data


def test_settings_name_schemas_that_are_there(tmp_path: Path) -> None:
    """Every schema that the settings name is written, and every written schema is named."""
    written = {f"./{path.relative_to(tmp_path).as_posix()}" for path in write_schemas(tmp_path / SCHEMAS)}
    assert set(GLOBS) == written


def test_each_record_file_has_the_schema_of_its_kind() -> None:
    """VS Code picks for each record file the one schema of the kind that the reader takes it for."""
    entries = read_records(ROOT).entries
    assert {entry.kind.name for entry in entries} == {kind.name for kind in KINDS}
    for entry in entries:
        assert chosen(GLOBS, entry.path) == [entry.kind.name], entry.path


@pytest.mark.parametrize(
    ("path", "schemas"),
    [
        ("honours/sige100-2024.yml", ["edition"]),
        ("honours/2024/sige100.yaml", ["edition"]),
        ("honours/series-of-2024.yml", ["edition"]),
        ("honours/series.yml", ["series"]),
        ("honours/series/sige100.yml", ["series"]),
        ("honours/series/old/sige100.yaml", ["series"]),
        ("content/metrics.yml", ["metric"]),
        ("content/places/qingdao/shinan.yml", ["place"]),
        ("mkdocs.yml", ["mkdocs"]),
        ("content/about.md", []),
    ],
)
def test_globs_do_not_overlap(path: str, schemas: list[str]) -> None:
    """A file has one schema at most; what lies among the series is never taken for an edition."""
    assert chosen(GLOBS, path) == schemas


def test_own_settings_are_kept(tmp_path: Path) -> None:
    """Settings and recommendations that somebody has added stay, and ours are laid over them."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    own = {"editor.fontSize": 20, "yaml.schemas": {"./own.json": ["own.yml"]}, "yaml.format.enable": True}
    (folder / "settings.json").write_text(json.dumps(own), encoding="utf-8")
    (folder / "extensions.json").write_text('{"recommendations": ["own.one"]}', encoding="utf-8")
    written, skipped = write_editor(tmp_path)
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert settings["editor.fontSize"] == 20
    assert settings["yaml.schemas"] == own["yaml.schemas"] | GLOBS
    assert settings["yaml.format.enable"] is False
    extensions = json.loads((folder / "extensions.json").read_text(encoding="utf-8"))
    assert extensions["recommendations"][0] == "own.one"
    assert "redhat.vscode-yaml" in extensions["recommendations"]
    assert skipped == []
    assert len(written) == len(GLOBS) + 2


@pytest.mark.parametrize("text", ['{\n  // mine\n  "editor.fontSize": 20\n}\n', "[]", ""])
def test_unreadable_settings_are_left(tmp_path: Path, text: str) -> None:
    """A settings file with comments is not written anew, since they would be lost; it is named instead."""
    path = tmp_path / FOLDER / "settings.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    written, skipped = write_editor(tmp_path)
    assert skipped == [path]
    assert path not in written
    assert path.read_text(encoding="utf-8") == text
