"""Parsed files, kept by kind, path and text, so that a project that is read again is parsed where it has changed.

What is kept follows from these three alone and is never changed, so whoever takes it may use it as if it had just been
parsed: in memory from one check to the next, or as rows (``records/rows.py``) on the disk from one run to the next.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.problems import Problem
from generator.publish.cache import Cache
from generator.reading.files import SourceFile, read_file
from generator.records.kinds import Kind
from generator.records.parse import ParsedFile
from generator.records.rows import digest_of

_ROWS = "rows"
# A file that was changed so short a time ago, in nanoseconds, may change again within one tick of its clock.
_FRESH = 2_000_000_000
_Stamp = tuple[int, int, int, int]


def _texts(kept: Any) -> dict[str, str]:
    return {str(digest): str(rows) for digest, rows in kept.items()}


class ParsedFiles:
    """Keeps in memory what the last text of each file gave."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[tuple[str, str], tuple[str, ParsedFile]] = {}
        self._sources: dict[Path, tuple[_Stamp, SourceFile]] = {}

    def read(self, root: Path, path: Path) -> SourceFile | Problem:
        """Read a file, or take its text from before where the system says that it has not been touched since."""
        stamp = _stamp(path)
        before = self._sources.get(path)
        if before and before[0] == stamp:
            return before[1]
        source = read_file(root, path)
        if stamp and isinstance(source, SourceFile):
            self._sources[path] = stamp, source
        return source

    def find(self, source: SourceFile | Problem, kind: Kind) -> ParsedFile | None:
        """Return what a file gave when it had this very text, or None."""
        if isinstance(source, Problem):
            return None
        text, parsed = self._kept.get((kind.name, source.path), ("", None))
        return parsed if text == source.text else None

    def keep(self, source: SourceFile | Problem, kind: Kind, parsed: ParsedFile) -> None:
        """Keep what a file gave."""
        if isinstance(source, SourceFile):
            self._kept[kind.name, source.path] = (source.text, parsed)


class NothingKept(ParsedFiles):
    """Keeps nothing, for who reads a project once: the texts of a large city need not stay."""

    def read(self, root: Path, path: Path) -> SourceFile | Problem:
        """Read a file."""
        return read_file(root, path)

    def keep(self, source: SourceFile | Problem, kind: Kind, parsed: ParsedFile) -> None:
        """Let it go."""


class KeptRows:
    """Keeps the rows of sound files by digest, on the disk."""

    def __init__(self, cache: Cache | None = None) -> None:
        """Begin with what was kept."""
        self._cache = cache or Cache(None)
        self._kept: Mapping[str, str] = self._cache.load(_ROWS, _texts) or {}
        self._used: dict[str, str] = {}

    def save(self) -> None:
        """Keep what this run has asked for, and so what is still there, for the next one."""
        if self._used.keys() != self._kept.keys():
            self._cache.save(_ROWS, self._used)

    def find(self, source: SourceFile | Problem, kind: Kind) -> str | None:
        """Return the rows of a file that has this very text, or None."""
        digest = self._digest(source, kind) if self._kept else ""
        if digest in self._kept:
            self._used[digest] = self._kept[digest]
        return self._kept.get(digest)

    def keep(self, source: SourceFile | Problem, kind: Kind, rows: str) -> None:
        """Keep the rows of a file."""
        if self._cache.folder:
            self._used[self._digest(source, kind)] = rows

    @staticmethod
    def _digest(source: SourceFile | Problem, kind: Kind) -> str:
        return digest_of(f"{kind.name} {source.path} {source.text}") if isinstance(source, SourceFile) else ""


def _stamp(path: Path) -> _Stamp | None:
    """Return what changes when a plain file does; nothing for a link, and for a file that has just been changed."""
    try:
        state = os.lstat(path)
    except OSError:
        return None
    touched = max(state.st_mtime_ns, state.st_ctime_ns)
    if not stat.S_ISREG(state.st_mode) or time.time_ns() - touched < _FRESH:
        return None
    return state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino
