"""What a build has written into the site folder, so that nothing else there is ever deleted in silence.

The list stands in the site itself: the size in bytes of every file by its path.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from generator.problems import Location, Problem, Refusal

MARK = ".showcase"
# What systems drop into a folder that is looked at; it is nobody's work.
_DROPPED = {".DS_Store", "Thumbs.db", "desktop.ini"}
_NAMED = 5
# The size of a file in bytes and the time of its last change in nanoseconds.
Stamp = tuple[int, int]


def write_inventory(folder: Path, sizes: Mapping[str, int]) -> None:
    """Write down what a build has put into a folder."""
    text = json.dumps({"made by": "showcase", "files": dict(sorted(sizes.items()))}, ensure_ascii=False, indent=0)
    (folder / MARK).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def is_ours(site: Path) -> bool:
    """Return whether a folder may be replaced: it is empty, or a build of ours made it."""
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


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

    Earlier versions kept no list; of a site that they made nothing is known, and it may be replaced.
    """
    try:
        written = json.loads((site / MARK).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    found = stamps_in(site).items()
    return sorted(path for path, (size, _) in found if written.get(path) != size and not _is_dropped(path))


def differs(found: Mapping[str, Stamp], sizes: Mapping[str, int]) -> list[str]:
    """Return the paths at which a folder does not hold what was written, sorted."""
    held = {path: size for path, (size, _) in found.items()}
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
                elif before or entry.name != MARK:
                    state = entry.stat(follow_symlinks=False)
                    found[before + entry.name] = (state.st_size, state.st_mtime_ns)
    return found


def _is_dropped(path: str) -> bool:
    return path.rpartition("/")[2] in _DROPPED
