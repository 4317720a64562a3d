"""The folder ``snapshots``: the public data as it stood at the end of a year, one file a year, ``snapshots/2025.json``.

It holds what a site published then. From the newest two follows the page of what has changed; older ones are for who
compares by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generator.changes.snapshot import NotTablesError, Snapshot, Tables, read_snapshot, written
from generator.problems import Location, Problem, Refusal
from generator.reading.files import SourceFile, fault_of, read_file
from generator.reading.folders import files_below, place_in
from generator.recipes.report import write_report

SNAPSHOTS = "snapshots"
# Ten thousand records are some 10 MB.
MOST_BYTES = 256 * 1024 * 1024
_YEAR = re.compile(r"[12]\d{3}")
_NEWEST = 2


def read_snapshots(root: Path) -> tuple[tuple[Snapshot, ...], list[Problem]]:
    """Return the newest two states that a project keeps, the newest first, and what is wrong with the folder."""
    listing = files_below(root, SNAPSHOTS)
    kept = [path for path in listing.files if _is_snapshot(root, path)]
    problems = [*listing.problems, *_others(root, listing.files)]
    found: list[Snapshot] = []
    for path in sorted(kept, reverse=True)[:_NEWEST]:
        state = read_kept(root, path)
        if isinstance(state, Snapshot):
            found.append(state)
        else:
            problems.append(state)
    return tuple(found), problems


def read_kept(root: Path, path: Path) -> Snapshot | Problem:
    """Read one file of a kept state."""
    if fault := fault_of(root, path, most=MOST_BYTES):
        return fault
    stamp = path.stat()
    return _understood(root, path, (stamp.st_size, stamp.st_mtime_ns))


def snapshot_path(root: Path, year: str) -> Path:
    """Return the file of a year.

    :raises Refusal: the year is none, or the folder leads out of the project.
    """
    path = root / SNAPSHOTS / f"{year}.json"
    if not _YEAR.fullmatch(year):
        raise Refusal(Problem("snapshot-year", Location(year), details={"year": year}))
    if not path.parent.resolve().is_relative_to(root.resolve()):
        raise Refusal(Problem("outside-project", Location(SNAPSHOTS)))
    return path


def keep_snapshot(root: Path, path: Path, tables: Tables, *, replace: bool) -> bool:
    """Write the public data of a project into the file of a year; return whether it says something else than before.

    :raises Refusal: the file says something else and is not to be replaced.
    :raises OSError: the disk failed.
    """
    text = written(tables)
    path.parent.mkdir(exist_ok=True)
    if path.exists() or path.is_symlink():
        source = read_file(root, path, most=MOST_BYTES)
        if isinstance(source, SourceFile) and source.text == text:
            return False
        if not replace:
            name = f"{SNAPSHOTS}/{path.name}"
            raise Refusal(Problem("snapshot-exists", Location(name), details={"path": name, "year": path.stem}))
    write_report(path, text)
    return True


# A preview reads the folder after each save, and a large city's takes a second.
@lru_cache(maxsize=_NEWEST)
def _understood(root: Path, path: Path, _stamp: tuple[int, int]) -> Snapshot | Problem:
    source = read_file(root, path, most=MOST_BYTES)
    if isinstance(source, Problem):
        return source
    try:
        return read_snapshot(source.text, source.stem)
    except NotTablesError:
        return Problem("snapshot-damaged", Location(source.path), details={"path": source.path, "year": source.stem})


def _is_snapshot(root: Path, path: Path) -> bool:
    return path.parent == root / SNAPSHOTS and path.suffix == ".json" and _YEAR.fullmatch(path.stem) is not None


def _others(root: Path, files: list[Path]) -> Iterator[Problem]:
    for path in files:
        if not _is_snapshot(root, path) and path.name.lower() != "readme.md":
            yield Problem("snapshot-not-read", place_in(root, path))
