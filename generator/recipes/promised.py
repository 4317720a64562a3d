"""Addresses once published: a list in the project, by which a check knows the addresses that a change would lose.

The list holds what others may have kept: pages of records, lists, prose pages, data files. Further pages of a list are
not in it, since they go when the list gets shorter, and neither are pages of persons and of metrics: who withdraws
shall not stand in a list of what once was, and a metric of one figure has no page of its own. Git keeps the list; a
build adds to it, a person takes out of it.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.printing.urls import list_path, record_path
from generator.problems import Location, Phrase, Problem
from generator.publish.artefact import Artefact
from generator.reading.files import SourceFile, read_file
from generator.records.kinds import KINDS
from generator.records.likeness import nearest

LIST = "published.txt"
_HEAD = (
    "# 发布过的网址，一行一个，由 showcase build 添加，请和记录一起提交。",
    "# 网页改名、删除后会在检查时报出来；确实不再保留的，删掉那一行。",
)
_MOST_BYTES = 64 * 1024 * 1024
# More than these of one folder have one cause, and are one problem.
_MOST = 10
# What two people's changes leave in a list that git could not merge; the list is both of them.
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_PASSING = tuple(kind for kind in KINDS if not kind.lasting)


@dataclass(frozen=True, slots=True)
class PromisedList:
    """The list as it is written: each address with its line, the lines of words, and whether git's marks are in it."""

    lines: dict[str, int]
    words: tuple[str, ...] = _HEAD
    in_conflict: bool = False


def read_promised(root: Path) -> tuple[PromisedList, list[Problem]]:
    """Read the list of a project; without one, nothing is promised.

    :raises OSError: the disk failed.
    """
    if not (root / LIST).is_file():
        return PromisedList({}), []
    source = read_file(root, root / LIST, most=_MOST_BYTES)
    return (PromisedList({}), [source]) if isinstance(source, Problem) else (_promised(source), [])


def lost_addresses(listed: PromisedList, artefacts: Iterable[Artefact]) -> Iterator[Problem]:
    """Report each listed address that the site would no longer have; many of one folder are one problem."""
    if not listed.lines:
        return
    planned = {artefact.path: artefact.lasting for artefact in artefacts}
    new = [path for path, is_lasting in planned.items() if is_lasting and path not in listed.lines]
    lost: defaultdict[str, list[str]] = defaultdict(list)
    for path in listed.lines:
        if path not in planned and not _may_go(path):
            lost[path.rpartition("/")[0]].append(path)
    for paths in lost.values():
        for path in paths if len(paths) <= _MOST else paths[:1]:
            yield _lost(path, listed.lines[path], len(paths), new)


def keep_promised(root: Path, artefacts: Iterable[Artefact]) -> list[Problem]:
    """Add the lasting addresses of a published site to the list; where that fails, say so: the site is published."""
    try:
        # Read again: another build may have added to it meanwhile.
        listed, problems = read_promised(root)
        if not problems:
            _write(root / LIST, listed, {artefact.path for artefact in artefacts if artefact.lasting})
    except OSError as error:
        return [Problem("addresses-not-kept", Location(LIST), details={"reason": error.strerror or str(error)})]
    return problems


def _promised(source: SourceFile) -> PromisedList:
    lines: dict[str, int] = {}
    words: list[str] = []
    in_conflict = False
    for number, line in enumerate(map(str.strip, source.text.splitlines()), 1):
        if line.startswith(_CONFLICT):
            in_conflict = True
        elif line.startswith("#"):
            words.append(line)
        elif line:
            lines.setdefault(line, number)
    return PromisedList(lines, tuple(dict.fromkeys(words)), in_conflict)


def _write(path: Path, listed: PromisedList, lasting: Collection[str]) -> None:
    """Write the list anew where it would say more or less than it does, at one stroke."""
    wanted = {*lasting, *(own for own in listed.lines if not _may_go(own))}
    if wanted == listed.lines.keys() and not listed.in_conflict:
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text("\n".join([*listed.words, *sorted(wanted), ""]), encoding="utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _may_go(path: str) -> bool:
    return any(path.startswith(f"{kind.plural}/") and path != list_path(kind) for kind in _PASSING)


def _lost(path: str, line: int, count: int, new: Iterable[str]) -> Problem:
    """Return the problem of a lost address, or of the first of many, with the guess where a record is now."""
    folder, _, name = path.rpartition("/")
    own_id = name.removesuffix(".html")
    is_record = any(path == record_path(kind.name, own_id) for kind in KINDS)
    near = [name.removesuffix(".html") for above, _, name in (own.rpartition("/") for own in new) if above == folder]
    more = Phrase(f" 等 {count} 个", f" and {count - 1} more")
    details: dict[str, str | Phrase] = {
        "address": path,
        "more": more if count > _MOST else "",
        "keep": _keep(own_id, is_record=is_record),
        "suggestion": nearest(own_id, near) if is_record and count <= _MOST else "",
    }
    return Problem("address-lost", Location(LIST, line), "", details)


def _keep(record_id: str, *, is_record: bool) -> Phrase:
    if not is_record:
        return Phrase("把这个文件放回来，写明新网址", "put the file back, and name the new address in it")
    zh, en = f"在接替它的记录里写“曾用编号: {record_id}”", f"write 'formerly: {record_id}' in the record in its place"
    return Phrase(f"{zh}，旧网址会转过去", f"{en}, and the old address leads there")
