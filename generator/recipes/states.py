"""A state of the public data, wherever it is: a project's folder, a site or its folder ``data/``, or a kept snapshot.

A project is checked first, since only what may be published is compared. Nothing outside what was named is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.public import public_catalogue
from generator.changes.snapshot import FIGURES, TABLES, NotTablesError, Row, Snapshot, read_table, tables_of
from generator.problems import Location, Problem, Refusal
from generator.reading.files import read_file
from generator.recipes.check import CheckOptions, check
from generator.recipes.snapshots import MOST_BYTES, read_kept

_PROJECT = ("mkdocs.yml", "content", "projects", "honours")


@dataclass(frozen=True, slots=True)
class Unfit:
    """A project that may not be published, and so is not compared, with all that is wrong with it."""

    root: Path
    problems: list[Problem]
    records: int


def read_state(path: Path, label: str, options: CheckOptions) -> Snapshot | Unfit:
    """Read a state; ``options`` say how a project is checked.

    :raises Refusal: there is none at the path, or it cannot be read.
    :raises OSError: the disk failed.
    """
    if path.is_file():
        return _sound(read_kept(path.resolve().parent, path.resolve()), label)
    for folder in (path, path / "data"):
        # A project may have a folder of that name, a site has no configuration.
        if (folder / f"{FIGURES}.json").is_file() and not (path / _PROJECT[0]).is_file():
            return _of_site(folder.resolve(), label)
    if not any((path / name).exists() for name in _PROJECT):
        raise Refusal(Problem("nothing-to-compare", Location(str(path)), details={"path": str(path)}))
    return project_state(path, label, options)


def project_state(root: Path, label: str, options: CheckOptions) -> Snapshot | Unfit:
    """Check a project and return its public data.

    :raises OSError: the disk failed.
    """
    checked = check(root, options)
    if not checked.publishable:
        return Unfit(root, checked.problems, len(checked.catalogue.entries))
    return Snapshot(label, tables_of(public_catalogue(checked.catalogue)))


def _sound(found: Snapshot | Problem, label: str) -> Snapshot:
    if isinstance(found, Problem):
        raise Refusal(found)
    return Snapshot(label, found.tables, found.digest)


def _of_site(folder: Path, label: str) -> Snapshot:
    names = [name for name in TABLES if (folder / f"{name}.json").exists()]
    return Snapshot(label, {name: _table(folder, name) for name in names})


def _table(folder: Path, name: str) -> list[Row]:
    path = folder / f"{name}.json"
    source = read_file(folder, path, most=MOST_BYTES)
    if isinstance(source, Problem):
        raise Refusal(source)
    try:
        return [*read_table(source.text, name)]
    except NotTablesError:
        raise Refusal(Problem("data-damaged", Location(str(path)), details={"path": str(path)})) from None
