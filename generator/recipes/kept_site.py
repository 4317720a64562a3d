"""The last site, from which a build takes over the files that would be made just as they were.

A page is taken over when all that it was made from is as it was (``catalogue/traces.py``), and its file in the last
site has not been touched since. What is kept names no file outside the site.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.traces import Cell, Verified
from generator.publish.artefact import Artefact
from generator.publish.cache import Cache
from generator.publish.inventory import Stamp, Written, bytes_digest, stamps_in
from generator.recipes.maker import Made
from generator.records.rows import digest_of

# All that is kept, and what builds have made since; past so many files it becomes one again.
_ALL, _SINCE = "pages", "pages-since"
_MOST_SINCE = 400


class _File(NamedTuple):
    """A file as it was made: digests of its frame and its bytes, its stamp on the disk, the positions of its cells."""

    frame: str
    digest: str
    stamp: Stamp
    cells: list[int]

    def moved(self, by: int) -> _File:
        return self._replace(cells=[by + at for at in self.cells])


class _Kept(NamedTuple):
    """What was kept, under the name of the build that kept it."""

    name: str
    cells: list[Cell]
    files: dict[str, _File]


def _read(kept: Any) -> _Kept:
    name, cells, files = kept
    known = [(str(cell), str(digest)) for cell, digest in cells]
    found = {path: _File(frame, own, (size, at), held) for path, (frame, own, (size, at), held) in files.items()}
    if any(at >= len(known) for file in found.values() for at in file.cells[-1:]):
        raise ValueError(name)
    return _Kept(name, known, found)


class KeptSite:
    """What an earlier build kept of its site, and what this one keeps in its place."""

    def __init__(self, cache: Cache, site: Path, catalogue: Catalogue) -> None:
        """Load what was kept, and see what of it holds."""
        self._cache, self._site = cache, site
        kept, since = cache.load(_ALL, _read), cache.load(_SINCE, _read)
        self._name = kept.name if kept else None
        self._cells: list[Cell] = kept.cells if kept else []
        self._files = kept.files if kept else {}
        self._since: set[str] = set()
        if since and since.name == self._name:
            before = len(self._cells)
            self._cells += since.cells
            self._files |= {path: file.moved(before) for path, file in since.files.items()}
            self._since.update(since.files)
        self._on_disk = stamps_in(site) if self._files and site.is_dir() else {}
        verified = Verified(catalogue)
        self.digests: Mapping[str, str] = verified.digests
        self._changed = {at for at, cell in enumerate(self._cells) if not verified.holds(*cell)}
        self._taken: set[str] = set()

    def split(self, artefacts: Iterable[Artefact]) -> tuple[list[Artefact], list[Artefact]]:
        """Return the artefacts whose files may be taken over, and those to be made."""
        old: list[Artefact] = []
        new: list[Artefact] = []
        for artefact in artefacts:
            (old if self._is_as_it_was(artefact) else new).append(artefact)
        return old, new

    def take_over(self, artefacts: Iterable[Artefact], folder: Path) -> Made:
        """Put the files of the last site into a folder.

        :raises OSError: the disk failed.
        """
        made = Made()
        above: set[str] = set()
        for artefact in artefacts:
            inner = artefact.path.rpartition("/")[0]
            if inner not in above:
                (folder / inner).mkdir(parents=True, exist_ok=True)
                above.add(inner)
            _link(f"{self._site}{os.sep}{artefact.path}", f"{folder}{os.sep}{artefact.path}")
            kept = self._files[artefact.path]
            made.files[artefact.path] = Written(kept.stamp[0], kept.digest)
            self._taken.add(artefact.path)
        return made

    def keep(self, artefacts: Sequence[Artefact], made: Made, stamps: Mapping[str, Stamp], name: str) -> None:
        """Keep what the files of this site were made from, for the next build; ``name`` is this build's own."""
        numbers: dict[Cell, int] = {}
        new = {path: (made.files[path].digest, cells) for path, cells in made.read.by_path(numbers)}
        since = new.keys() | (self._since & self._taken)
        if self._name is None or len(since) > _MOST_SINCE:
            files = self._data(artefacts, new, stamps, numbers)
            self._cache.save(_ALL, (name, [*numbers], files))
        else:
            files = self._data([artefact for artefact in artefacts if artefact.path in since], new, stamps, numbers)
            self._cache.save(_SINCE, (self._name, [*numbers], files))

    def _data(
        self,
        artefacts: Sequence[Artefact],
        new: Mapping[str, tuple[str, list[int]]],
        stamps: Mapping[str, Stamp],
        numbers: dict[Cell, int],
    ) -> dict[str, _File]:
        """Return what is kept of files; the cells of those that were taken over are numbered after the new ones."""
        taken = [artefact.path for artefact in artefacts if artefact.path in self._taken]
        used = set[int]().union(*[self._files[path].cells for path in taken])
        number = {at: numbers.setdefault(self._cells[at], len(numbers)) for at in used}
        files: dict[str, _File] = {}
        for artefact in artefacts:
            path = artefact.path
            if path in new and artefact.frame:
                digest, cells = new[path]
                files[path] = _File(digest_of(artefact.frame()), digest, stamps[path], cells)
            elif path in self._taken:
                old = self._files[path]
                files[path] = old._replace(stamp=stamps[path], cells=[number[at] for at in old.cells])
        return files

    def _is_as_it_was(self, artefact: Artefact) -> bool:
        if artefact.frame is None or artefact.path not in self._files:
            return False
        kept = self._files[artefact.path]
        return (
            self._changed.isdisjoint(kept.cells)
            and digest_of(artefact.frame()) == kept.frame
            and self._lies_there(artefact.path, kept)
        )

    def _lies_there(self, path: str, kept: _File) -> bool:
        """Return whether a file is the one that was made; a copy of the site, as in CI, has other times."""
        size, time = self._on_disk.get(path, (-1, -1))
        if size != kept.stamp[0]:
            return False
        return time == kept.stamp[1] or bytes_digest((self._site / path).read_bytes()) == kept.digest


def _link(old: str, new: str) -> None:
    """Give a file a second name, or copy it where the disk cannot do that."""
    with suppress(OSError, NotImplementedError):
        os.link(old, new)
        return
    shutil.copy2(old, new)
