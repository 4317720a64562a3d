"""Read the records of every kind: find their files, read each as text, and parse it, on all cores where there are many.

A sound file is parsed by way of its rows (``records/rows.py``), which another process may make, or an earlier run has
made. A file with anything wrong is parsed here, where its problems can be told.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.problems import Problem, working_on
from generator.processes import can_inherit, inheriting
from generator.reading.files import SourceFile, find_files, unread_files
from generator.reading.mended_lines import with_lines_mended
from generator.reading.remarks import remarks_of
from generator.reading.yaml_text import read_yaml
from generator.recipes.misnamed import misnamed
from generator.recipes.parsed_files import KeptRows, NothingKept, ParsedFiles
from generator.records.kinds import KINDS, Kind
from generator.records.parse import ParsedFile, parse_file
from generator.records.rows import file_of, rows_of

PROSE = "content"
# To begin processes costs about as much as to parse so many files, which are given out by so many.
_WORTH_IT = 400
_PART = 100


class RecordFile(NamedTuple):
    """A record file: of which kind its records are, where it lies, and its text or why it has none."""

    kind: Kind
    path: Path
    source: SourceFile | Problem


@dataclass(frozen=True, slots=True)
class RecordSources:
    """The record files of a project, and what is known before any is parsed."""

    root: Path
    files: list[RecordFile]
    known: ParsedFile


# The files to be parsed, in a process that parses some.
_held: list[Sequence[RecordFile]] = []


def read_records(root: Path, *, jobs: int = 1, kept: ParsedFiles | None = None) -> ParsedFile:
    """Read the records of every kind; files that an earlier check has parsed are not parsed again.

    :raises OSError: the disk failed.
    """
    sources = read_sources(root, kept)
    return parse_records(sources, jobs=jobs, kept=kept)


def read_sources(root: Path, kept: ParsedFiles | None = None) -> RecordSources:
    """Find the files of all kinds and read them as text, and say what lies there besides.

    What is kept and has not been touched since is not read again.

    :raises OSError: the disk failed.
    """
    kept = kept or NothingKept()
    everything = ParsedFile()
    found: dict[Path, Kind] = {}
    for kind in KINDS:
        paths, strays = find_files(root, kind.folder)
        everything.problems.extend(stray for stray in strays if stray not in everything.problems)
        if any(stray.severity == "error" for stray in strays):
            # What lies behind it nobody knows; a reference to it is not wrong.
            everything.broken.append((kind.name, ""))
        for path in paths:
            # The folder of series lies inside that of editions, and its files are read once.
            found.setdefault(path, kind)
    wrong = [*misnamed(root)]
    everything.problems.extend(wrong)
    within = tuple(f"{problem.location.path}/" for problem in wrong)
    unread = (stray for stray in unread_files(root, PROSE, found) if not stray.location.path.startswith(within))
    everything.problems.extend(stray for stray in unread if stray not in everything.problems)
    files = [RecordFile(kind, path, kept.read(root, path)) for path, kind in found.items()]
    return RecordSources(root, files, everything)


def parse_records(
    sources: RecordSources, *, jobs: int = 1, kept: ParsedFiles | None = None, rows: KeptRows | None = None
) -> ParsedFile:
    """Parse the records; what of them is kept, whole or as rows, is not parsed again."""
    everything = ParsedFile()
    everything.add(sources.known)
    kept = kept or NothingKept()
    found = [kept.find(file.source, file.kind) for file in sources.files]
    new = [file for file, parsed in zip(sources.files, found, strict=True) if parsed is None]
    new_rows = iter(_rows(new, jobs, KeptRows() if rows is None else rows))
    for file, old in zip(sources.files, found, strict=True):
        parsed = old or _parsed(sources.root, file, next(new_rows))
        if old is None:
            kept.keep(file.source, file.kind, parsed)
        everything.add(parsed)
    return everything


def _rows(files: Sequence[RecordFile], jobs: int, kept: KeptRows) -> Iterator[str | None]:
    """Yield the rows of each file, None where it is not sound."""
    found = [kept.find(file.source, file.kind) for file in files]
    new = [file for file, rows in zip(files, found, strict=True) if rows is None]
    several = jobs > 1 and len(new) > _WORTH_IT and can_inherit()
    new_rows = _rows_beside(new, jobs) if several else map(_rows_here, new)
    for file, rows in zip(files, found, strict=True):
        if rows is None and (rows := next(new_rows)):
            kept.keep(file.source, file.kind, rows)
        yield rows


def _rows_here(file: RecordFile) -> str | None:
    if isinstance(file.source, Problem):
        return None
    with working_on(file.source.path):
        return rows_of(file.source, file.kind)


def _rows_beside(files: Sequence[RecordFile], jobs: int) -> Iterator[str | None]:
    """Yield the rows of files as other processes make them."""
    with inheriting(jobs, partial(_held.append, files)) as executor:
        asked = deque(executor.submit(_rows_of_part, at) for at in range(0, len(files), _PART))
        for at in range(len(asked)):
            # What has been taken is let go, since the rows of a large city take much memory.
            part = asked.popleft()
            try:
                yield from part.result()
            except BrokenExecutor:
                # The machine took a process away; what it was to do is done here.
                yield from map(_rows_here, files[at * _PART : (at + 1) * _PART])


def _rows_of_part(at: int) -> list[str | None]:
    return [_rows_here(file) for file in _held[0][at : at + _PART]]


def _parsed(root: Path, file: RecordFile, rows: str | None) -> ParsedFile:
    """Return what a file gives."""
    source, kind = file.source, file.kind
    if isinstance(source, Problem):
        return ParsedFile(broken=[_lost(root, file)], problems=[source])
    parsed = file_of(source, kind, rows) if rows is not None else None
    if parsed is None:
        with working_on(source.path):
            parsed = _parsed_with_problems(root, file, source)
    parsed.remarks.extend(remarks_of(source))
    return parsed


def _parsed_with_problems(root: Path, file: RecordFile, source: SourceFile) -> ParsedFile:
    tree, problems = read_yaml(source)
    if tree is None:
        more = _beside(source, file.kind, problems)
        return ParsedFile(broken=[_lost(root, file)], problems=[*problems, *more])
    parsed = parse_file(source, file.kind, tree)
    parsed.problems.extend(problems)
    if any(problem.severity == "error" for problem in parsed.problems):
        parsed.doubtful.add(file.kind.name)
    return parsed


def _beside(source: SourceFile, kind: Kind, problems: Iterable[Problem]) -> list[Problem]:
    """Return what is wrong in a file besides the slips that stopped its reader, where their lines can be mended."""
    mended = with_lines_mended(source)
    tree = read_yaml(mended)[0] if mended else None
    lines = {problem.location.line for problem in problems}
    found = parse_file(source, kind, tree).problems if tree else []
    return [problem for problem in found if problem.location.line not in lines]


def _lost(root: Path, file: RecordFile) -> tuple[str, str]:
    """Return what a file that cannot be read would have given: a record, or those of a list, whose ids nobody knows."""
    kind, path, source = file
    text = "" if isinstance(source, Problem) else source.text
    is_list = path.parent / path.stem == root / kind.folder or re.match(r"(?:\s*(?:#.*)?\n)*\s*-\s", text)
    return kind.name, "" if is_list else path.stem
