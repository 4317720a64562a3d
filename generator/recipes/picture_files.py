"""The pictures of a project: found beside records and prose, looked at on all cores, and planned as clean variants.

To look at a picture is to decode it, which takes a tenth of a second; what was seen is kept while a file is as it was.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.shown_pictures import ShownPicture, pictures_of
from generator.pictures.naming import shared_path, variant_path, widths_of
from generator.printing.page import ProsePage
from generator.problems import Location, Problem
from generator.processes import can_inherit, inheriting
from generator.publish.artefact import Artefact
from generator.publish.cache import Cache
from generator.reading.files import PICTURES, fault_of
from generator.reading.folders import files_below
from generator.recipes.build_options import Progress
from generator.records.kinds import KINDS
from generator.records.picture import Focus, Picture, Pictured, PictureFacts, PictureFault, PictureFile, picture_facts

_KEPT = "pictures"
_NO_READER = PictureFault("picture-heic")
# To begin processes costs about as much as to look at so many pictures.
_WORTH_IT = 8
# What is larger is not even opened.
_MOST_READ = 400 * 1024 * 1024


def find_pictures(root: Path, docs: str) -> list[Path]:
    """Return every file in the folders of records and prose that is meant as a picture."""
    folders = {docs, *(kind.folder for kind in KINDS)}
    found = (path for folder in sorted(folders) for path in files_below(root, folder).files)
    return [*dict.fromkeys(path for path in found if path.name.lower().endswith(PICTURES))]


def read_pictures(
    root: Path,
    docs: str,
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    looking: Progress = lambda _, __: None,
) -> tuple[Mapping[str, PictureFile], list[Problem]]:
    """Look at every picture of a project, and say which are no plain files of it.

    Those that were looked at before, and are as they were, are not opened.

    :raises OSError: the disk failed.
    """
    everything = find_pictures(root, docs)
    if not everything:
        return {}, []
    faults = {path: fault_of(root, path, most=_MOST_READ) for path in everything}
    paths = [path for path, fault in faults.items() if fault is None]
    kept = KeptFacts(cache or Cache(None))
    stamps = [_stamp(path) for path in paths]
    found = [kept.find(stamp) for stamp in stamps]
    new = [path for path, facts in zip(paths, found, strict=True) if facts is None]
    looked = _told(_look_at_all(new, jobs), len(new), looking)
    answer: dict[str, PictureFile] = {}
    for path, stamp, before in zip(paths, stamps, found, strict=True):
        facts = before or next(looked)
        kept.keep(stamp, facts)
        answer[path.relative_to(root).as_posix()] = facts
    kept.save()
    unread = [_without_reader(path) for path, facts in answer.items() if facts == _NO_READER]
    return answer, [*(fault for fault in faults.values() if fault), *unread]


def _without_reader(path: str) -> Problem:
    return Problem("picture-heic", Location(path))


def planned_pictures(root: Path, catalogue: Catalogue, prose: Iterable[ProsePage] = ()) -> Iterator[Artefact]:
    """Yield the variants of every picture that the public may see, of records and prose pages, each once."""
    seen: set[str] = set()
    for shown in (*_every_picture(catalogue), *_of_prose(catalogue, prose)):
        data, facts, focus = root / shown.path, shown.facts, shown.picture.focus
        made = [(variant_path(facts, width), partial(_variant, data, width)) for width in widths_of(facts.width)]
        made.append((shared_path(facts, focus), partial(_shared, data, focus)))
        for path, make in made:
            if path not in seen:
                seen.add(path)
                yield Artefact(path, shown.path, "picture", make, frame=lambda: "")


def _every_picture(catalogue: Catalogue) -> Iterator[ShownPicture]:
    if catalogue.pictures:
        for kind in KINDS:
            if issubclass(kind.model, Pictured):
                for entry in catalogue.of(kind.model):
                    yield from pictures_of(catalogue, entry)


def _of_prose(catalogue: Catalogue, prose: Iterable[ProsePage]) -> Iterator[ShownPicture]:
    for path in (path for page in prose for path in page.pictures):
        facts = catalogue.pictures.get(path)
        if isinstance(facts, PictureFacts):
            yield ShownPicture(path, Picture(file=path), facts)


def _variant(path: Path, width: int) -> bytes:
    from generator.pictures.variants import variant  # noqa: PLC0415 - it takes a moment to import, and most cities have none

    return variant(path.read_bytes(), width)


def _shared(path: Path, focus: Focus) -> bytes:
    from generator.pictures.variants import shared  # noqa: PLC0415 - as above

    return shared(path.read_bytes(), focus)


class KeptFacts:
    """What was seen of pictures, by path, size and time of their files."""

    def __init__(self, cache: Cache) -> None:
        """Begin with what was kept."""
        self._cache = cache
        self._by_stamp: dict[str, PictureFacts] = cache.load(_KEPT, _read) or {}
        self._used: dict[str, PictureFacts] = {}

    def find(self, stamp: str) -> PictureFacts | None:
        """Return what was seen of a file that has not been touched since."""
        return self._by_stamp.get(stamp)

    def keep(self, stamp: str, facts: PictureFile) -> None:
        """Keep what was seen of a sound picture; of others little was seen."""
        if stamp and isinstance(facts, PictureFacts):
            self._used[stamp] = facts

    def save(self) -> None:
        """Keep what this run has asked for."""
        if self._used.keys() != self._by_stamp.keys():
            self._cache.save(_KEPT, {stamp: asdict(facts) for stamp, facts in self._used.items()})


def _read(kept: Any) -> dict[str, PictureFacts]:
    return {str(stamp): picture_facts(facts) for stamp, facts in kept.items()}


def _stamp(path: Path) -> str:
    """Return what tells a file from what it was before; nothing where it is no plain file."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{path} {found.st_size} {found.st_mtime_ns}" if stat.S_ISREG(found.st_mode) else ""


def _told(looked: Iterator[PictureFile], of: int, looking: Progress) -> Iterator[PictureFile]:
    for done, facts in enumerate(looked, 1):
        looking(done, of)
        yield facts


def _look_at_all(paths: Sequence[Path], jobs: int) -> Iterator[PictureFile]:
    """Look at pictures, on all cores where there are many; what a lost process was to do is done here."""
    done = 0
    if jobs > 1 and len(paths) >= _WORTH_IT and can_inherit():
        with suppress(BrokenExecutor), inheriting(jobs) as executor:
            for facts in executor.map(_look_at, paths):
                yield facts
                done += 1
    yield from map(_look_at, paths[done:])


def _look_at(path: Path) -> PictureFile:
    from generator.pictures.facts import facts_of  # noqa: PLC0415 - as above
    from generator.pictures.opening import PictureError  # noqa: PLC0415 - as above

    try:
        return facts_of(path.read_bytes())
    except PictureError as error:
        return PictureFault(error.code, tuple(error.details.items()))
