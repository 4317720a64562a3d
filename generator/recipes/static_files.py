"""The files of the folder ``static``, which are published as they are, at the site's root.

Here stands what a host or another service asks for: a domain's name, a proof of ownership, ``robots.txt``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.problems import Problem
from generator.publish.artefact import Artefact
from generator.reading.files import SourceFile, fault_of, read_file
from generator.reading.folders import files_below, is_dropped

STATIC = "static"
# Hosts of static sites take no larger file.
_MOST_BYTES = 100 * 1024 * 1024


def read_static(root: Path) -> tuple[tuple[Artefact, ...], list[Problem]]:
    """Return the files of the folder as artefacts, by path, and those that cannot be published as problems."""
    listing = files_below(root, STATIC, leaving=is_dropped)
    faults = [fault_of(root, path, most=_MOST_BYTES) for path in listing.files]
    sound = (path for path, fault in zip(listing.files, faults, strict=True) if fault is None)
    return tuple(_artefact(root, path) for path in sound), [*listing.problems, *(fault for fault in faults if fault)]


def static_texts(root: Path, artefacts: Iterable[Artefact]) -> tuple[SourceFile, ...]:
    """Return the files with their text, in which and in whose names private things are looked for; of others none."""
    found = ((artefact.origin, read_file(root, root / artefact.origin)) for artefact in artefacts)
    return tuple(source if isinstance(source, SourceFile) else SourceFile(path, "") for path, source in found)


def _artefact(root: Path, path: Path) -> Artefact:
    name = path.relative_to(root / STATIC).as_posix()
    return Artefact(name, f"{STATIC}/{name}", "asset", path.read_bytes)
