"""Projects that entered a library or left it, and stays that are no longer written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.changes.pairs import Pairs
from generator.changes.snapshot import Row


@dataclass(frozen=True, slots=True)
class LibraryChange:
    """A project that entered a library or left it, and when, as far as that is written; or a stay that is gone."""

    change: Literal["entered", "left", "unwritten"]
    project: str
    name: str
    library: str
    level: str
    date: str


# A project may be in a library for the second time.
_Stays = Mapping[tuple[str, str, int], Mapping[str, Any]]


def library_changes(pairs: Pairs) -> tuple[LibraryChange, ...]:
    """Return what changed in the libraries of the projects of the new state, in the order of their ids."""
    old = {pairs.now(*key)[1]: row for key, row in pairs.before.items() if key[0] == "project"}
    projects = sorted((key[1], row) for key, row in pairs.after.items() if key[0] == "project")
    return tuple(one for own, row in projects for one in _of_project(pairs, own, old.get(own, {}), row))


def _of_project(pairs: Pairs, project: str, old: Row, new: Row) -> Iterator[LibraryChange]:
    name, before, after = pairs.name(("project", project)), _stays(old), _stays(new)
    for key, stay in after.items():
        if key not in before:
            yield LibraryChange("entered", project, name, *key[:2], str(stay.get("entered", "")))
        if stay.get("left") and not before.get(key, {}).get("left"):
            yield LibraryChange("left", project, name, *key[:2], str(stay["left"]))
    for key in before:
        if key not in after and pairs.may_say(key):
            yield LibraryChange("unwritten", project, name, *key[:2], "")


def _stays(row: Row) -> _Stays:
    found: dict[tuple[str, str, int], Mapping[str, Any]] = {}
    held = row.get("library")
    for stay in held if isinstance(held, list) else ():
        if isinstance(stay, dict):
            name, level = str(stay.get("name", "")), str(stay.get("level", ""))
            times = sum(known[:2] == (name, level) for known in found)
            found[name, level, times] = stay
    return found
