"""Files: every one is read, left alone for a reason, or named in a problem, and none stops the others."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.files import MOST_BYTES, find_files, read_file
from generator.reading.folders import is_left_alone
from generator.recipes.check import check
from tests.conftest import Project

NEEDS_UNIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def codes_of(root: Path) -> dict[str, str]:
    """Return the code of the problem at each file or folder."""
    return {problem.location.path: problem.code for problem in check(root).problems}


def pipe(path: Path) -> None:
    """Make a pipe, which a reader would wait for."""
    os.mkfifo(path)


def plug(path: Path) -> None:
    """Make a socket."""
    with socket.socket(socket.AF_UNIX) as own:
        own.bind(str(path))


def circle(path: Path) -> None:
    """Make two links that lead to each other."""
    other = path.with_name("other.lnk")
    path.symlink_to(other.name)
    other.symlink_to(path.name)


def nowhere(path: Path) -> None:
    """Make a link that leads to nothing."""
    path.symlink_to("gone.yml")


def device(path: Path) -> None:
    """Make a link to a device that never ends."""
    path.symlink_to("/dev/zero")


def large(path: Path) -> None:
    """Make a file of a gigabyte that takes no room."""
    with path.open("wb") as file:
        file.truncate(2**30)


ODD: list[tuple[Callable[[Path], None], str]] = [
    (pipe, "not-a-file"),
    (plug, "not-a-file"),
    (circle, "not-a-file"),
    (nowhere, "not-a-file"),
    (device, "outside-project"),
    (Path.mkdir, "not-a-file"),
    (large, "file-too-large"),
]


@NEEDS_UNIX
@pytest.mark.parametrize("name", ["projects/odd.yml", "content/odd.md", "content/people.yml", "mkdocs.yml"])
@pytest.mark.parametrize(("make", "code"), ODD)
def test_odd_file_is_named_and_stops_no_other(
    project: Project, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], code: str, name: str
) -> None:
    """What is no plain file of a sensible size is named at its place, and the files beside it are checked."""
    root = project("projects/wrong.yml:\n    nmae: 甲")
    (root / name).unlink(missing_ok=True)
    (root / name).parent.mkdir(exist_ok=True)
    monkeypatch.chdir((root / name).parent)
    make(Path(Path(name).name))
    found = codes_of(root)
    assert found[name] == code
    assert "projects/wrong.yml" in found


@pytest.mark.parametrize(
    "name",
    ["._a.yml", "~$a.yml", ".#a.yml", "#a.yml#", "a.yml~", ".a.yml.swp", ".DS_Store", "Thumbs.db", "desktop.ini"],
)
def test_what_other_programs_leave_is_left_alone(project: Project, name: str) -> None:
    """A hidden file, a lock or a copy of an editor is no record, wherever it lies."""
    root = project("")
    for folder in ("projects", "content/people", "content"):
        (root / folder).mkdir(exist_ok=True)
        (root / folder / name).write_bytes(b"\x00\x05\x16\x07")
    assert is_left_alone(name)
    assert codes_of(root) == {}


@pytest.mark.parametrize("name", ["a", "a.yml.bak", "a.toml", "名单.xlsx", "a.YML", "a b"])
def test_stray_file_is_named(project: Project, name: str) -> None:
    """A file among the records with no ending, or one that nobody knows, is named."""
    root = project("")
    (root / "projects").mkdir()
    (root / "projects" / name).write_bytes(b"name: x")
    assert codes_of(root) == {f"projects/{name}": "file-not-read"}


def test_very_many_strays_are_one_problem(project: Project) -> None:
    """A folder that was emptied into that of the records is one problem, which counts its files."""
    root = project("")
    (root / "projects").mkdir()
    for number in range(500):
        (root / "projects" / f"{number}.tmp").touch()
    (problem,) = check(root).problems
    assert (problem.location.path, problem.code) == ("projects", "many-files-not-read")
    assert "500 个文件" in problem.message("zh")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("项目", "projects"),
        ("Projects", "projects"),
        ("project", "projects"),
        ("content/队伍", "content/teams"),
        ("content/Teams", "content/teams"),
        ("teams", "content/teams"),
    ],
)
def test_misnamed_folder_is_named_with_a_guess(project: Project, name: str, meant: str) -> None:
    """A folder of records under another name, or in another letter case, is named with the one that is meant."""
    root = project(f"{name}/a.yml:\n    name: 甲")
    (problem,) = check(root).problems
    assert (problem.location.path, problem.code) == (name, "folder-not-read")
    assert f"“{meant}”" in problem.help("zh")


def test_folder_without_records_is_nobodys(project: Project) -> None:
    """A folder of other things may be called as it likes."""
    assert codes_of(project("teams/photo.txt:\n    x")) == {}


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that takes the right to read files and folders whose path ends so."""
    names: list[str] = []
    open_file, scan = os.open, os.scandir

    def refuse(path: object) -> None:
        if str(path).replace(os.sep, "/").endswith(tuple(names)):
            raise PermissionError(13, "Permission denied", str(path))

    def guarded_open(path: str, flags: int, mode: int = 0o777, **others: int) -> int:
        refuse(path)
        return open_file(path, flags, mode, **others)

    def guarded_scan(path: str | int) -> Iterator[os.DirEntry[str]]:
        refuse(path)
        return scan(path)

    def lock(name: str) -> None:
        names.append(name)
        monkeypatch.setattr("generator.reading.files.os.open", guarded_open)
        monkeypatch.setattr("generator.reading.folders.os.scandir", guarded_scan)

    return lock


@pytest.mark.parametrize("name", ["projects/a.yml", "content/about.md", "content/more", "content/places", "mkdocs.yml"])
def test_unreadable_is_an_error_at_its_place(project: Project, locked: Callable[[str], None], name: str) -> None:
    """A file or folder that may not be read is an error, so that its pages cannot vanish, and one problem."""
    root = project("projects/a.yml:\n    name: 甲\n    place: city\n    source: doc\ncontent/more/a.md:\n    # 更多")
    locked(name)
    (problem,) = check(root).problems
    assert (problem.location.path, problem.code, problem.severity) == (name, "cannot-read", "error")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_file_without_rights_is_an_error(project: Project) -> None:
    """The rights of the file system make the same error."""
    root = project("projects/a.yml:\n    name: 甲")
    (root / "projects/a.yml").chmod(0)
    assert codes_of(root) == {"projects/a.yml": "cannot-read"}


def test_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than a file may have, whatever its size was said to be."""
    (tmp_path / "a.yml").write_bytes(b"x" * (MOST_BYTES + 1))
    small = os.stat_result([0o100644, *[0] * 9])
    monkeypatch.setattr(Path, "lstat", lambda _: small)
    found = read_file(tmp_path, tmp_path / "a.yml")
    assert isinstance(found, Problem)
    assert found.code == "file-too-large"


def test_pictures_and_notes_lie_beside_records(project: Project) -> None:
    """A record's picture and a note of staff are no strays."""
    root = project("")
    (root / "projects").mkdir()
    for name in ("a.jpg", "b.PNG", "读我.md"):
        (root / "projects" / name).touch()
    assert find_files(root, "projects") == ([], [])
