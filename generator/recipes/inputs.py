"""All that a build reads, as one digest: when it is as it was, so is the site.

Beside the texts of records these are the files of prose, handbook, ``static`` and ``snapshots``, the configurations and
what they ask of the environment, and the names of what lies around, since a file in the wrong place is a problem too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from generator.problems import Problem
from generator.reading.files import PICTURES
from generator.reading.folders import files_below, is_left_alone
from generator.recipes.project_folder import HANDBOOK, HANDBOOK_CONFIG
from generator.recipes.promised import LIST
from generator.recipes.record_files import RecordSources
from generator.recipes.snapshots import SNAPSHOTS
from generator.recipes.static_files import STATIC
from generator.records.kinds import KINDS

_ENV = re.compile(r"!ENV[^\n]*")
_NAME = re.compile(r"\w+")


def inputs_digest(sources: RecordSources, config: str, docs: str, site: Path) -> str:
    """Return a digest of all that a build of a project reads, the addresses that it promised itself aside."""
    root = sources.root
    texts = {file.source.path: file.source.text for file in sources.files if not isinstance(file.source, Problem)}
    folders = {STATIC, HANDBOOK, SNAPSHOTS, docs, *(kind.folder.partition("/")[0] for kind in KINDS)}
    paths = [*_files(root, folders), config]
    names = _names_around(root, folders, site)
    return _digest([*_contents(root, paths, texts), *names, *_environment(root, (config, HANDBOOK_CONFIG))])


def handbook_digest(root: Path) -> str:
    """Return a digest of all that the handbook is built from."""
    return _digest([*_contents(root, _files(root, (HANDBOOK,)), {}), *_environment(root, (HANDBOOK_CONFIG,))])


def _digest(parts: Iterable[bytes]) -> str:
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()


def _files(root: Path, folders: Collection[str]) -> list[str]:
    found = (path for folder in sorted(folders) for path in files_below(root, folder, leaving=lambda _: False).files)
    before = f"{root}{os.sep}"
    return [str(path).removeprefix(before) for path in found]


def _contents(root: Path, paths: Iterable[str], texts: dict[str, str]) -> Iterator[bytes]:
    """Yield the path and the content of each file; the texts that are there already are not read again."""
    for path in paths:
        yield path.encode("utf-8", "surrogateescape")
        text = texts.get(path.replace(os.sep, "/"))
        if path.lower().endswith(PICTURES):
            # Photographs are large: as long as size and time stay, so does what they show.
            yield _stamp(root / path)
            continue
        yield _read(root / path) if text is None else text.encode("utf-8", "surrogatepass")


def _stamp(path: Path) -> bytes:
    try:
        found = path.stat()
    except OSError as error:
        return str(error.errno).encode()
    return f"{found.st_size} {found.st_mtime_ns}".encode()


def _read(path: Path) -> bytes:
    """Return what a file holds; of what is no plain file, or cannot be read, only that it is so."""
    try:
        return path.read_bytes() if path.is_file() else b"no file"
    except OSError as error:
        return str(error.errno).encode()


def _names_around(root: Path, folders: Collection[str], site: Path) -> Iterator[bytes]:
    """Yield the names in the project's folder, and in the folders there that hold nothing a build reads."""
    for path in sorted(root.iterdir()):
        if is_left_alone(path.name) or path.name == LIST or path.resolve() == site:
            continue
        yield path.name.encode("utf-8", "surrogateescape")
        if path.is_dir() and path.name not in folders:
            yield "/".join(sorted(inner.name for inner in path.iterdir())).encode("utf-8", "surrogateescape")


def _environment(root: Path, configurations: Iterable[str]) -> Iterator[bytes]:
    """Yield the variables that a configuration asks for."""
    for config in configurations:
        for asked in _ENV.findall(_read(root / config).decode("utf-8", "replace")):
            for name in _NAME.findall(asked):
                yield f"{name}={os.environ.get(name)}".encode("utf-8", "surrogateescape")
