"""The pictures of records: those that a record names, and the one that lies beside it under its id.

A cover needs no word: ``mengyuan.jpg`` beside ``mengyuan.yml`` is the cover of that project, and ``wang.jpg`` beside a
list file that of its item ``wang``.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.public import hides_face
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.picture import Picture, Pictured, PictureFacts


@dataclass(frozen=True, slots=True)
class NamedPicture:
    """A picture of a record: the path of its file, what the record says of it, and where it says so.

    One that lies there under the record's id has an empty ``at``.
    """

    path: str
    picture: Picture
    at: Path = ()


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A sound picture of a record, with what is known of its file."""

    path: str
    picture: Picture
    facts: PictureFacts


@derived
def named_pictures(catalogue: Catalogue, entry: Entry) -> Sequence[NamedPicture]:
    """Return the pictures of a record, the cover first, whether their files are there and sound or not."""
    if not issubclass(entry.kind.model, Pictured):
        return ()
    named = [NamedPicture(path_beside(entry, one.file), one, ("pictures", at)) for at, one in enumerate(_held(entry))]
    known = {one.path for one in named}
    beside = (path for path in covers_beside(catalogue, entry) if path not in known)
    return (*(NamedPicture(path, Picture(file=path)) for path in beside), *named)


def covers_beside(catalogue: Catalogue, entry: Entry) -> Sequence[str]:
    """Return the files that lie beside a record under its id; more than one is too many."""
    # Nearly no record of a city without pictures need ask for its own.
    if not _has_pictures(catalogue) or _hides(entry):
        return ()
    return _by_stem(catalogue).get(path_beside(entry, entry.record.id), ())


@derived
def pictures_of(catalogue: Catalogue, entry: Entry) -> Sequence[ShownPicture]:
    """Return the pictures of a record that can be shown, the cover first."""
    return tuple(_shown(catalogue, entry))


def path_beside(entry: Entry, name: str) -> str:
    """Return the path of a file that lies beside a record."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), name))


def _held(entry: Entry) -> tuple[Picture, ...]:
    return entry.record.pictures if isinstance(entry.record, Pictured) else ()


def _hides(entry: Entry) -> bool:
    """Return whether a record is of somebody whose face nobody may see."""
    return isinstance(entry.record, Person) and hides_face(entry.record)


def _shown(catalogue: Catalogue, entry: Entry) -> Iterator[ShownPicture]:
    for named in named_pictures(catalogue, entry):
        facts = catalogue.pictures.get(named.path)
        if isinstance(facts, PictureFacts):
            yield ShownPicture(named.path, named.picture, facts)


@table
def _has_pictures(catalogue: Catalogue) -> bool:
    return bool(catalogue.pictures)


@table
def _by_stem(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the files of each name without its ending."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in catalogue.pictures:
        found[posixpath.splitext(path)[0]].append(path)
    return {stem: tuple(sorted(paths)) for stem, paths in found.items()}
