"""Find the record files of a project folder and read them as text.

In go a folder and the places where records may lie; out come texts in a fixed order. Nothing outside the
project folder is read, whatever a link points at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


def find_files(root: Path, folder: str) -> Iterator[Path]:
    """Yield the record files of one kind: ``FOLDER.yml`` first, then those inside the folder, by name."""
    for suffix in SUFFIXES:
        beside = root / (folder + suffix)
        if beside.is_file():
            yield beside
    inside = root / folder
    if inside.is_dir():
        yield from sorted(path for path in inside.rglob("*") if path.suffix in SUFFIXES and path.is_file())


def read_file(root: Path, path: Path) -> SourceFile | Problem:
    """Read one file, or say why it cannot be read.

    :raises OSError: the disk failed, which is no fault of the record.
    """
    name = path.relative_to(root).as_posix()
    if not path.resolve().is_relative_to(root.resolve()):
        return Problem("outside-project", Location(name))
    if path.stat().st_size > MOST_BYTES:
        return Problem("file-too-large", Location(name), details={"limit": f"{MOST_BYTES // 2**20} MB"})
    text = decode(name, path.read_bytes())
    return text if isinstance(text, Problem) else SourceFile(name, text)


def stray_files(root: Path, folder: str) -> Iterator[Problem]:
    """Yield a problem for each file in a record folder that looks like a record and will not be read."""
    inside = root / folder
    for path in sorted(inside.rglob("*")) if inside.is_dir() else ():
        if path.is_file() and path.suffix not in SUFFIXES and any(sign in path.name.lower() for sign in _STRAY):
            yield Problem("file-not-read", Location(path.relative_to(root).as_posix()))
