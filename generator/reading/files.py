"""Find the record files of a project folder and read them as text.

In go a folder and the places where records may lie; out come texts in a fixed order. Nothing outside the project folder
is read, whatever a link points at, and nothing but a regular file of a sensible size is ever opened: a pipe or a device
would keep the reader waiting for ever.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from generator.problems import Location, Phrase, Problem
from generator.reading.characters import decode
from generator.reading.folders import FOLDER, files_below, is_left_alone, not_a_file, place_in, unreadable

SUFFIXES = (".yml", ".yaml")
# What is meant as a picture, whether it can be shown or not.
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".svg", ".bmp", ".tif", ".tiff")
# What MkDocs would make pages of.
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# What lies beside records and is no record: their pictures, and pages.
_RECORD_NAME = re.compile(r"(.+?)\.ya?ml(?:\.\w+)?$", re.IGNORECASE)
_COMPANY = (*MARKDOWN, *PICTURES)
# More files than these that are not read are one problem of their folder.
_FEW = 10
_NAMED = 3
# A list of ten thousand names is under 1 MB; past this a file is a mistake or an attack.
MOST_BYTES = 2 * 1024 * 1024
_NEARLY_ALL = 32 * 1024
# A pipe that takes the place of a file between two looks must not keep us waiting; Windows has none there.
_OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_ODD = (
    (stat.S_ISDIR, FOLDER),
    (stat.S_ISFIFO, Phrase("管道", "a pipe")),
    (stat.S_ISSOCK, Phrase("套接字", "a socket")),
)
_DEVICE = Phrase("设备", "a device")
_NOWHERE = Phrase("指向空处的链接", "a link that leads nowhere")
_CIRCLE = Phrase("绕回自己的链接", "a link that leads back to itself")


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
    def lines(self) -> Sequence[str]:
        """Return its lines as editors count them: what only Unicode calls a line's end is none."""
        return _lines_of(self.text)

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from all other subjects of a finding."""
        return "file", self.path

    def location(self, at: tuple[str | int, ...] = ()) -> Location:
        """Return the place of a line, or of a line and a column: ``(3,)``, ``(3, 14)``."""
        return Location(self.path, *map(int, at))


@lru_cache(maxsize=4)
def _lines_of(text: str) -> tuple[str, ...]:
    """Part a text into lines; whoever looks through a file asks for them at each."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def find_files(root: Path, folder: str) -> tuple[list[Path], list[Problem]]:
    """Return the record files of one kind, ``FOLDER.yml`` first, then those inside the folder by name.

    Beside them comes a problem for each thing there that will not be read, but for pictures and notes.
    """
    found = [root / (folder + suffix) for suffix in SUFFIXES if os.path.lexists(root / (folder + suffix))]
    listing = files_below(root, folder)
    strays = _beside(root, folder)
    for path in listing.files:
        if path.name.endswith(SUFFIXES):
            found.append(path)
        elif not path.name.lower().endswith(_COMPANY):
            strays.append(path)
    return found, [*listing.problems, *_not_read(root, strays)]


def _beside(root: Path, folder: str) -> list[Path]:
    """Return the files beside a kind's folder that were meant as its list: ``people.yml.txt``."""
    near = sorted(path for path in root.glob(f"{folder}.*") if path.suffix not in SUFFIXES)
    return [path for path in near if not is_left_alone(path.name) and any(end in path.name.lower() for end in SUFFIXES)]


def unread_files(root: Path, folder: str, taken: Collection[Path]) -> Iterator[Problem]:
    """Yield a problem for each record file inside a folder that lies in no kind's place, and is not read."""
    listing = files_below(root, folder)
    yield from listing.problems
    yield from _not_read(root, (path for path in listing.files if path.name.endswith(SUFFIXES) and path not in taken))


def _not_read(root: Path, strays: Iterable[Path]) -> Iterator[Problem]:
    """Yield a problem for each stray file, or one for a folder that has very many."""
    for folder, group in groupby(strays, lambda path: path.parent):
        paths = list(group)
        if len(paths) > _FEW:
            first = "、".join(path.name for path in paths[:_NAMED])
            details = {"count": str(len(paths)), "first": first}
            yield Problem("many-files-not-read", place_in(root, folder), details=details)
        else:
            yield from (Problem("file-not-read", place_in(root, path), "", {"mend": _renamed(path)}) for path in paths)


def _renamed(path: Path) -> Phrase:
    """Return how a file is renamed whose name only hides that it is a record: a1.yml.txt, a1.YML, a1."""
    stem = _RECORD_NAME.match(path.name)
    if stem is None and "." in path.name:
        return Phrase(
            "移到项目文件夹以外，里面的内容另写成记录", "move it out of the project, and write what it says as a record"
        )
    meant = f"{stem[1] if stem else path.name}.yml"
    return Phrase(
        f"是记录，把名字改成 {meant}（Windows 上先打开“查看”里的“文件扩展名”）；不是记录就移到项目文件夹以外",
        f"if it is a record, rename it to {meant} (show file name extensions first); else move it out of the project",
    )


def read_file(root: Path, path: Path, *, most: int = MOST_BYTES) -> SourceFile | Problem:
    """Read one file of at most so many bytes, or say why it cannot be read.

    :raises OSError: the disk failed, which is no fault of the file.
    """
    location = _location(root, path)
    fault = fault_of(root, path, most=most)
    if fault is not None:
        return fault
    try:
        data = _bytes(path, most)
    except OSError as error:
        return unreadable(location, error)
    if len(data) > most:
        return _too_large(location, most)
    text = decode(location.path, data)
    # Letters with marks that macOS and some keyboards write as two characters are one from here on.
    return text if isinstance(text, Problem) else SourceFile(location.path, unicodedata.normalize("NFC", text))


def fault_of(root: Path, path: Path, *, most: int) -> Problem | None:
    """Return why a file cannot be read, without opening it: it is no plain one, too large, or outside the project."""
    location = _location(root, path)
    try:
        state = path.lstat()
        linked = stat.S_ISLNK(state.st_mode)
        state = path.stat() if linked else state
    except OSError as error:
        return _lost_link(location, error) or unreadable(location, error)
    if not (_is_inside(str(path), str(root)) if linked else _place_of(str(root), str(path).rpartition(os.sep)[0])[0]):
        return Problem("outside-project", location)
    if not stat.S_ISREG(state.st_mode):
        return not_a_file(location, next((what for is_it, what in _ODD if is_it(state.st_mode)), _DEVICE))
    return _too_large(location, most) if state.st_size > most else None


def _location(root: Path, path: Path) -> Location:
    folder, _, file = str(path).rpartition(os.sep)
    return Location(_place_of(str(root), folder)[1] + file)


def _too_large(location: Location, most: int) -> Problem:
    return Problem("file-too-large", location, details={"limit": f"{most // 2**20} MB"})


def _bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file, one more than allowed at most."""
    with os.fdopen(os.open(path, _OPENING), "rb") as file:
        # Room for the largest is not made for each of thousands of small ones.
        data = file.read(min(_NEARLY_ALL, most + 1))
        return data if len(data) < _NEARLY_ALL else data + file.read(most + 1 - len(data))


def _lost_link(location: Location, error: OSError) -> Problem | None:
    what = {errno.ENOENT: _NOWHERE, errno.ELOOP: _CIRCLE}.get(error.errno or 0)
    return not_a_file(location, what) if what else None


def _is_inside(path: str, root: str) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


@cache
def _place_of(root: str, folder: str) -> tuple[bool, str]:
    """Return whether a folder really lies in the project, and how its files' names begin. Cached by folder."""
    inside = Path(folder).relative_to(root).as_posix()
    return _is_inside(folder, root), f"{inside}/".removeprefix("./")
