"""What a build has written into the site folder: so nothing else is deleted in silence, and any copy can be verified.

The list stands in the site itself and travels with it: size in bytes and digest of every file, by its path.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import NamedTuple

from generator.problems import Location, Problem, Refusal

# Its name has no dot in front: hosts and copies leave such files out.
MARK = "showcase.json"
# Where the list stood once, with sizes alone.
_FORMER = ".showcase"
# What systems drop into a folder that is looked at; it is nobody's work.
_DROPPED = {".DS_Store", "Thumbs.db", "desktop.ini"}
_NAMED, _DIGEST = 5, 12
# The size of a file in bytes and the time of its last change in nanoseconds.
Stamp = tuple[int, int]


class Written(NamedTuple):
    """A file as it was written: its size in bytes, and a digest that only these bytes have."""

    size: int
    digest: str


def written(data: bytes) -> Written:
    """Return what the list says of a file with these bytes."""
    return Written(len(data), bytes_digest(data))


def written_there(path: Path) -> Written:
    """Return what the list would say of a file, which may be larger than the memory.

    :raises OSError: it cannot be read.
    """
    with path.open("rb") as file:
        digest = file_digest(file, lambda: blake2b(digest_size=_DIGEST)).hexdigest()
    return Written(path.stat().st_size, digest)


def bytes_digest(data: bytes) -> str:
    """Return a short text that only these bytes have, the same as ``b2sum -l 96`` gives."""
    return blake2b(data, digest_size=_DIGEST).hexdigest()


def write_inventory(folder: Path, files: Mapping[str, Written]) -> None:
    """Write down what a build has put into a folder, a line a file."""
    lines = (f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(own)}" for path, own in sorted(files.items()))
    text = '{"made by": "showcase", "digest": "blake2b-96", "files": {\n' + ",\n".join(lines) + "\n}}\n"
    (folder / MARK).write_text(text, encoding="utf-8", newline="\n")


def read_inventory(site: Path) -> dict[str, Written]:
    """Return what a build has written into a site, by path.

    :raises OSError: there is no list.
    :raises ValueError: it is damaged.
    """
    try:
        files = json.loads((site / MARK).read_text(encoding="utf-8"))["files"]
        return {path: Written(int(size), str(digest)) for path, (size, digest) in files.items()}
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(MARK) from error


def is_ours(site: Path) -> bool:
    """Return whether a folder may be replaced: it is empty, or a build of ours made it."""
    return site.is_dir() and ((site / MARK).is_file() or (site / _FORMER).is_file() or not any(site.iterdir()))


def refuse_others(site: Path) -> None:
    """Refuse a folder that no build has made.

    :raises Refusal: it holds other files, which publishing would delete.
    """
    if site.exists() and not is_ours(site):
        raise Refusal(Problem("site-not-ours", Location(str(site)), details={"site": str(site)}))


def refuse_foreign(site: Path) -> None:
    """Refuse to replace a site in which files stand that no build has written.

    :raises Refusal: there are such files; the first few are named.
    """
    found = foreign_files(site)
    if found:
        named = "、".join(found[:_NAMED]) + (" …" if len(found) > _NAMED else "")
        details = {"site": str(site), "files": named, "count": str(len(found))}
        raise Refusal(Problem("foreign-files", Location(str(site)), details=details))


def foreign_files(site: Path) -> list[str]:
    """Return the files of a site that its build has not written, or not as they are now, sorted by path.

    Of a site whose list cannot be read nothing is known, and it may be replaced.
    """
    try:
        sizes = _sizes(site)
    except (OSError, ValueError, KeyError, TypeError):
        return []
    found = stamps_in(site).items()
    return sorted(path for path, (size, _) in found if sizes.get(path) != size and not is_dropped(path))


def _sizes(site: Path) -> dict[str, int]:
    if not (site / MARK).is_file():
        return dict(json.loads((site / _FORMER).read_text(encoding="utf-8"))["files"])
    return {path: own.size for path, own in read_inventory(site).items()}


def differs(found: Mapping[str, Stamp], files: Mapping[str, Written]) -> list[str]:
    """Return the paths at which a folder does not hold what was written, sorted."""
    held = {path: size for path, (size, _) in found.items()}
    sizes = {path: own.size for path, own in files.items()}
    return sorted(path for path in held.keys() | sizes.keys() if held.get(path) != sizes.get(path))


def stamps_in(folder: Path) -> dict[str, Stamp]:
    """Return the stamp of every file below a folder but the list itself, by path."""
    found: dict[str, Stamp] = {}
    waiting = [("", str(folder))]
    while waiting:
        before, here = waiting.pop()
        # Strings: to join ten thousand paths takes long.
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{before}{entry.name}/", entry.path))
                elif before or entry.name not in {MARK, _FORMER}:
                    state = entry.stat(follow_symlinks=False)
                    found[before + entry.name] = (state.st_size, state.st_mtime_ns)
    return found


def is_dropped(path: str) -> bool:
    """Return whether a file is one that systems drop into folders."""
    return path.rpartition("/")[2] in _DROPPED
