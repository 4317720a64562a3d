"""Find the record files of a project folder and read them as text.

In go a folder and the places where records may lie; out come texts in a fixed order. Nothing outside the
project folder is read, whatever a link points at.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.problems import Location, Problem
from generator.reading.characters import decode

SUFFIXES = (".yml", ".yaml")
# What Windows makes of a record's name, and what people put in its place.
_STRAY = (".yml", ".yaml", ".txt", ".json", ".xls", ".doc", ".csv")
# A list of ten thousand names is under 1 MB; past this a file is a mistake or an attack.
MOST_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A record file: its path with ``/`` relative to the project, and its text."""

    path: str
    text: str

    @property
    def stem(self) -> str:
        """Return the file's name without folder and suffix."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from all other subjects of a finding."""
        return "file", self.path

    def location(self, at: tuple[str | int, ...] = ()) -> Location:
        """Return the place of a line, or of a line and a column: ``(3,)``, ``(3, 14)``."""
        return Location(self.path, *map(int, at))


def find_files(root: Path, folder: str) -> tuple[list[Path], list[Problem]]:
    """Return the record files of one kind, ``FOLDER.yml`` first, then those inside the folder by name.

    Beside them comes a problem for each file there that looks like a record and will not be read.
    """
    found = [root / (folder + suffix) for suffix in SUFFIXES if (root / (folder + suffix)).is_file()]
    strays = _beside(root, folder)
    for here, folders, names in os.walk(root / folder):
        folders.sort()
        for name in sorted(names):
            path = Path(here, name)
            if name.endswith(SUFFIXES):
                found.append(path)
            elif any(char in name.lower() for char in _STRAY):
                strays.append(_not_read(root, path))
    return found, strays


def _beside(root: Path, folder: str) -> list[Problem]:
    """Return the files beside a kind's folder that were meant as its list: ``people.yml.txt``."""
    near = sorted(path for path in root.glob(f"{folder}.*") if path.is_file() and path.suffix not in SUFFIXES)
    return [_not_read(root, path) for path in near if any(char in path.name.lower() for char in SUFFIXES)]


def unread_files(root: Path, folder: str, taken: Collection[Path]) -> Iterator[Problem]:
    """Yield a problem for each record file inside a folder that lies in no kind's place, and is not read."""
    for here, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not name.startswith(".") and Path(here, name) not in taken:
                yield _not_read(root, Path(here, name))


def _not_read(root: Path, path: Path) -> Problem:
    return Problem("file-not-read", Location(path.relative_to(root).as_posix()))


def read_file(root: Path, path: Path) -> SourceFile | Problem:
    """Read one file, or say why it cannot be read.

    :raises OSError: the disk failed, which is no fault of the record.
    """
    folder, _, file = str(path).rpartition(os.sep)
    inside, above = _place_of(str(root), folder)
    name = above + file
    state = path.lstat()
    linked = stat.S_ISLNK(state.st_mode)
    if not (path.resolve().is_relative_to(root.resolve()) if linked else inside):
        return Problem("outside-project", Location(name))
    if (path.stat() if linked else state).st_size > MOST_BYTES:
        return Problem("file-too-large", Location(name), details={"limit": f"{MOST_BYTES // 2**20} MB"})
    text = decode(name, path.read_bytes())
    return text if isinstance(text, Problem) else SourceFile(name, text)


@cache
def _place_of(root: str, folder: str) -> tuple[bool, str]:
    """Return whether a folder really lies in the project, and how its files' names begin. Cached by folder."""
    project, inner = Path(root), Path(folder)
    is_inside = inner.resolve().is_relative_to(project.resolve())
    return is_inside, f"{inner.relative_to(project).as_posix()}/".removeprefix("./")
