"""Walk a folder: every file in it, in a fixed order, and what keeps others from being found. Nothing is opened.

What other programs leave behind (``._a.yml``, ``~$a.yml``, ``a.yml~``) is left alone: nobody put it there. All else is
either a file to be read or named in a problem, so that nothing vanishes.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Location, Phrase, Problem

# Locks and copies of editors and Office, what Windows and macOS put beside files.
_DROPPED = re.compile(
    r"\._.*|\.#.*|\.ds_store|~.*|.*~|#.*#|.*\.sw[a-p]|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r?|__macosx",
    re.IGNORECASE,
)
# A folder with such a name was meant as a file, or was one when it was unpacked.
_LIKE_FILES = (".yml", ".yaml", ".md")
_MACHINE = {errno.EIO, errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM}
FOLDER = Phrase("文件夹", "a folder")
LINK_TO_FOLDER = Phrase("指向文件夹的链接", "a link to a folder")


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder and those below it: files, and a problem for each thing that could not be looked into."""

    files: list[Path]
    problems: list[Problem]


def is_dropped(name: str) -> bool:
    """Return whether a file is another program's, which nobody meant to put there."""
    return _DROPPED.fullmatch(name) is not None


def is_left_alone(name: str) -> bool:
    """Return whether a file is another program's, or hidden, and so no record."""
    return name.startswith(".") or is_dropped(name)


def place_in(root: Path, path: Path) -> Location:
    """Return the location of a file or folder as a whole."""
    return Location(path.relative_to(root).as_posix())


def files_below(root: Path, folder: str, *, leaving: Callable[[str], bool] = is_left_alone) -> Listing:
    """Return every file below a folder, those of a folder by name before those of its folders.

    Whatever is no folder counts as a file here; reading it says what it is. Names that ``leaving`` picks are passed by.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    waiting = [root / folder]
    while waiting:
        here = waiting.pop()
        try:
            found = sorted(_entries(here, leaving), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(unreadable(place_in(root, here), error))
            continue
        inner = []
        for entry in found:
            if not _is_folder(entry):
                files.append(here / entry.name)
            elif entry.is_symlink() or entry.name.lower().endswith(_LIKE_FILES):
                what = LINK_TO_FOLDER if entry.is_symlink() else FOLDER
                problems.append(not_a_file(place_in(root, here / entry.name), what))
            else:
                inner.append(here / entry.name)
        waiting.extend(reversed(inner))
    return Listing(files, problems)


def not_a_file(location: Location, what: Phrase) -> Problem:
    """Return the problem of something that stands where a file should, and is none."""
    return Problem("not-a-file", location, details={"what": what})


def unreadable(location: Location, error: OSError) -> Problem:
    """Return the problem of a file or folder that may not be read.

    :raises OSError: it is the machine that failed, and other files will fare no better.
    """
    if error.errno in _MACHINE:
        raise error
    return Problem("cannot-read", location, details={"reason": error.strerror or type(error).__name__})


def _entries(folder: Path, leaving: Callable[[str], bool]) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from (entry for entry in entries if not leaving(entry.name))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder or leads to one; a link that leads nowhere is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False
