"""Remarks in a file: what stands behind ``#``, with its place kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.reading.files import SourceFile

# A line that is all remark; or a remark behind a value without quotes, in which a # might be text.
_REMARK = re.compile(r"^[ \t]*(#.*)$|^[^\"'#\n]*[ \t](#.*)$", re.MULTILINE)


def remarks_of(source: SourceFile) -> Iterator[SourceFile]:
    """Yield the file with nothing but its remarks, each at its own line and column; nothing where it has none."""
    if "#" not in source.text:
        return
    kept: list[str] = []
    end = 0
    for match in _REMARK.finditer(source.text):
        start = match.start(match.lastindex or 0)
        kept += [re.sub(r"[^\n]", " ", source.text[end:start]), source.text[start : match.end()]]
        end = match.end()
    if kept:
        yield SourceFile(source.path, "".join(kept))
