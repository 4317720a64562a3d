"""Publish whole or not at all.

A build fills a folder beside the site; only when it is complete, and lies on the disk as it was planned, does it take
the site's place. A build that fails or is killed leaves the last site as it was. Who does not hold the lock writes and
removes nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.problems import Location, Problem, Refusal
from generator.publish.exchange import exchange, sync
from generator.publish.inventory import (
    MARK,
    Stamp,
    Written,
    differs,
    is_ours,
    refuse_others,
    stamps_in,
    write_inventory,
)

# How long a build waits for another one of the same site, in seconds.
PATIENCE = 20.0
# Whoever serves the site may read it, whatever the builder's own habit.
_PUBLIC = 0o022


@contextmanager
def locked(site: Path, *, waiting: Callable[[], None] = lambda: None, patience: float = PATIENCE) -> Iterator[None]:
    """Keep a second build of the same site out; the lock ends with the process, however it ends.

    Where another build holds it, call ``waiting`` once and wait.

    :raises Refusal: the other build did not end in time, or the folder holds other files.
    """
    refuse_others(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(site, "lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        _acquire(lock, site, patience)
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, site: Path, patience: float) -> None:
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        raise Refusal(Problem("site-busy", Location(str(site)), details={"site": str(site)})) from None


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """Give whoever holds the lock an empty folder to build into; what is not published of it is taken away."""
    _put_back(site)
    staging = _beside(site, "next")
    _remove(staging)
    umask = os.umask(_PUBLIC)
    try:
        staging.mkdir()
        yield staging
    finally:
        os.umask(umask)
        _remove(staging)


def publish(staging: Path, site: Path, files: Mapping[str, Written]) -> dict[str, Stamp]:
    """Let the finished folder, in which these files were written, take the site's place.

    Returns the stamps of the files published.

    :raises Refusal: on the disk lies something else than was written.
    :raises OSError: the exchange failed; the last site stands.
    """
    found = stamps_in(staging)
    if wrong := differs(found, files):
        details = {"site": str(site), "path": wrong[0], "count": str(len(wrong))}
        raise Refusal(Problem("site-disturbed", Location(str(site)), details=details))
    write_inventory(staging, files)
    sync(staging)
    aside = _beside(site, "last")
    exchange(staging, site, aside)
    _remove(aside)
    return found


def put_right(site: Path) -> None:
    """Put back the site that a build had moved aside when it was stopped; leave it to a build that is under way.

    :raises OSError: it cannot be put back.
    """
    if not site.exists() and _beside(site, "last").is_dir():
        lock = FileLock(_beside(site, "lock"))
        try:
            with lock.acquire(timeout=0):
                _put_back(site)
        except Timeout:
            return


def stamp(site: Path) -> object:
    """Return what changes whenever the site is published; None where there is none."""
    try:
        found = (site / MARK).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _put_back(site: Path) -> None:
    aside = _beside(site, "last")
    if aside.is_dir() and not site.exists() and is_ours(aside):
        aside.rename(site)
    _remove(aside)


def _remove(path: Path) -> None:
    """Take away a leftover, whatever it is."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _beside(site: Path, name: str) -> Path:
    return site.parent / f".{site.name}.{name}"
