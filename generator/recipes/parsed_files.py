"""Parsed files, kept by path and text, so that a project that is read again is parsed where it has changed.

In go a file's text and its kind; out comes what parsing it gave, or nothing. What is kept follows from path, kind and
text alone and is never changed, so whoever takes it may use it as if it had just been parsed.
"""

from __future__ import annotations

from generator.reading.files import SourceFile
from generator.records.kinds import Kind
from generator.records.parse import ParsedFile


class ParsedFiles:
    """Keeps in memory what the last text of each file gave."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[tuple[str, str], tuple[str, ParsedFile]] = {}

    def find(self, source: SourceFile, kind: Kind) -> ParsedFile | None:
        """Return what a file gave when it had this very text, or None."""
        text, parsed = self._kept.get((kind.name, source.path), ("", None))
        return parsed if text == source.text else None

    def keep(self, source: SourceFile, kind: Kind, parsed: ParsedFile) -> None:
        """Keep what a file gave."""
        self._kept[kind.name, source.path] = (source.text, parsed)
