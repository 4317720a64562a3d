"""The files of the folder ``static``, which are published as they are, at the site's root.

Here stands what a host or another service asks for: a domain's name, a proof of ownership, ``robots.txt``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.problems import Location, Problem
from generator.publish.artefact import Artefact
from generator.publish.inventory import DROPPED

STATIC = "static"


def read_static(root: Path) -> tuple[tuple[Artefact, ...], list[Problem]]:
    """Return the files of the folder as artefacts, by path, and those that cannot be published as problems."""
    found = [(path, _fault(root, path)) for path in _paths(root / STATIC)]
    files = tuple(_artefact(root, path) for path, fault in found if fault is None)
    return files, [Problem(fault, Location(_name(root, path))) for path, fault in found if fault]


def _paths(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(parent, name) for name in sorted(names) if name not in DROPPED)


def _fault(root: Path, path: Path) -> str | None:
    """Return what forbids publishing a file: it lies outside the project, or is none that can be copied."""
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return "outside-project"
    return None if path.is_file() else "not-a-file"


def _artefact(root: Path, path: Path) -> Artefact:
    return Artefact(path.relative_to(root / STATIC).as_posix(), _name(root, path), "asset", path.read_bytes)


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
