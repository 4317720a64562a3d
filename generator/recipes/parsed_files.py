"""Parsed files, kept by kind, path and text, so that a project that is read again is parsed where it has changed.

What is kept follows from these three alone and is never changed, so whoever takes it may use it as if it had just been
parsed: in memory from one check to the next, or as rows (``records/rows.py``) on the disk from one run to the next.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.problems import Problem
from generator.publish.cache import Cache
from generator.reading.files import SourceFile
from generator.records.kinds import Kind
from generator.records.parse import ParsedFile
from generator.records.rows import digest_of

_ROWS = "rows"


class ParsedFiles:
    """Keeps in memory what the last text of each file gave."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[tuple[str, str], tuple[str, ParsedFile]] = {}

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


class KeptRows:
    """Keeps the rows of sound files by digest, on the disk."""

    def __init__(self, cache: Cache | None = None) -> None:
        """Begin with what was kept."""
        self._cache = cache or Cache(None)
        self._kept: Mapping[str, str] = self._cache.load(_ROWS) or {}
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
        self._used[self._digest(source, kind)] = rows

    @staticmethod
    def _digest(source: SourceFile | Problem, kind: Kind) -> str:
        return digest_of(f"{kind.name} {source.path} {source.text}") if isinstance(source, SourceFile) else ""
