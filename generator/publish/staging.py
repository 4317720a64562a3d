"""Publish whole or not at all.

A build fills a folder beside the site; only when it is complete does it take the site's place, by two renames.
A build that fails or is killed leaves the last site as it was. Should the machine stop between the two renames,
the next build finds the last site under its waiting name and puts it back first.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.problems import Location, Problem, Refusal

MARK = ".showcase"
_MARK_TEXT = "This folder is made by showcase and replaced whole at each build.\n"


@contextmanager
def locked(site: Path) -> Iterator[None]:
    """Keep a second build of the same site out; the lock ends with the process, however it ends.

    :raises Refusal: another build holds the lock.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(site, "lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Refusal(Problem("site-busy", Location(str(site)), details={"site": str(site)})) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """Hold the lock of a site and give an empty folder to build into; what is not published of it is taken away.

    :raises Refusal: another build holds the lock, or the site folder holds other files.
    """
    with locked(site):
        staging = open_staging(site)
        try:
            yield staging
        finally:
            discard(site)


def open_staging(site: Path) -> Path:
    """Return an empty folder beside the site to build into, after putting right what a killed build left.

    :raises Refusal: the site folder holds other files, which publishing would delete.
    """
    waiting, staging = _beside(site, "last"), _beside(site, "next")
    if waiting.is_dir() and not site.exists():
        waiting.rename(site)
    if site.exists() and not is_ours(site):
        raise Refusal(Problem("site-not-ours", Location(str(site)), details={"site": str(site)}))
    for leftover in (waiting, staging):
        if leftover.exists():
            shutil.rmtree(leftover)
    staging.mkdir(parents=True)
    return staging


def publish(staging: Path, site: Path) -> None:
    """Let the finished folder take the site's place.

    :raises OSError: a rename failed; the last site is put back before this is raised.
    """
    (staging / MARK).write_text(_MARK_TEXT, encoding="utf-8")
    waiting = _beside(site, "last")
    if site.exists():
        site.rename(waiting)
    try:
        staging.rename(site)
    except OSError:
        if waiting.exists():
            waiting.rename(site)
        raise
    if waiting.exists():
        shutil.rmtree(waiting, ignore_errors=True)


def discard(site: Path) -> None:
    """Take away what a failed build has made."""
    shutil.rmtree(_beside(site, "next"), ignore_errors=True)


def is_ours(site: Path) -> bool:
    """Tell whether a folder may be replaced: it is empty, or a build of ours made it."""
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


def _beside(site: Path, name: str) -> Path:
    return site.parent / f".{site.name}.{name}"
