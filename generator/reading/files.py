"""Find the record files of a project folder and read them as text.

In go a folder and the places where records may lie; out come texts in a fixed order. Nothing outside the
project folder is read, whatever a link points at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Location, Problem

SUFFIXES = (".yml", ".yaml")
# A list of ten thousand names is about 1 MB; past this a file is a mistake or an attack.
MOST_BYTES = 8 * 1024 * 1024


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
    data = path.read_bytes()
    try:
        return SourceFile(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", errors="replace")) + 1
        return Problem("not-utf8", Location(name, line, column))
