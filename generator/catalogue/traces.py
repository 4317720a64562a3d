"""What something was made from, in words that mean the same in another run, with a digest of each as it was.

A cell is a record, or an element of a table (``catalogue/noted.py``). When all cells that a page was made from are as
they were, the page is as it was: verifying traces, as in "Build Systems à la Carte" (Mokhov, Mitchell, Peyton Jones,
2018).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from functools import singledispatch
from typing import Any, TypeVar

from generator.catalogue.catalogue import TABLES, Catalogue, Link, cells_in, table_name
from generator.catalogue.citations import Cited, CitedFigure
from generator.catalogue.noted import NotedMapping, NotedSequence
from generator.catalogue.source_contents import CitedRecord
from generator.records.kinds import BY_NAME, Kind, kind_of
from generator.records.parse import Entry
from generator.records.reads import noting
from generator.records.record import Record
from generator.records.rows import digest_of

T = TypeVar("T")
# The name of a cell and its digest.
Cell = tuple[str, str]
# The digest of what is not there.
GONE = "-"
_SHORT = 24
_RECORD = "record"
# Records stay as they are and where they are; each is kept with its text, so that no other takes its place.
_TEXTS: dict[int, tuple[Record, str]] = {}
_FIELDS = ("entries", "kinds", "links_to", "metric_names")


class Traces:
    """Makes things and tells what each was made from; names and digests of cells are worked out once."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Watch a catalogue that notes what is read of it (``noting_catalogue``)."""
        self._catalogue = catalogue
        self._known: dict[object, Cell] = {}

    def made(self, make: Callable[[], T]) -> tuple[T, list[Cell]]:
        """Make something; return it with the name and the digest of each cell that was read."""
        read: set[object] = set()
        with noting(read):
            found = make()
        made_from = self._catalogue.made_from or {}
        with noting(None):
            return found, [self._known.get(cell) or self._learn(cell) for cell in cells_in(read, made_from)]

    def _learn(self, cell: Any) -> Cell:
        if isinstance(cell, Entry):
            known = f"{_RECORD} {cell.kind.name} {cell.held.id}", cell.digest
        else:
            known = self._of(*cell)
        self._known[cell] = known
        return known

    def _of(self, key: tuple[Any, ...], element: object) -> Cell:
        name, *args = key
        word = name if isinstance(name, str) else table_name(name)
        return f"{word} {_as_json([*args, element])}", digest_now(self._catalogue, key, element)


class Verified:
    """Tells which cells of an earlier run are as they were."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Compare with a catalogue."""
        self._catalogue = catalogue
        self._entries = _plain(catalogue.entries)

    def holds(self, name: str, digest: str) -> bool:
        """Return whether a cell has the digest that it had."""
        word, _, rest = name.partition(" ")
        if word == _RECORD:
            kind, _, own = rest.partition(" ")
            entry = self._entries.get((kind, own))
            return entry is not None and entry.digest == digest
        try:
            *args, element = self._values(json.loads(rest))
            table = word if word in _FIELDS else TABLES[word]
            with noting(None):
                return digest_now(self._catalogue, (table, *args), element) == digest
        except (LookupError, ValueError, TypeError):
            # What it was made from is no longer there.
            return False

    def _values(self, data: Any) -> Any:
        match data:
            case {"entry": [kind, own]}:
                return self._entries[kind, own]
            case {"kind": name}:
                return BY_NAME[name]
            case {"model": name}:
                return BY_NAME[name].model
            case list():
                return tuple(map(self._values, data))
        return data


def digest_now(catalogue: Catalogue, key: tuple[Any, ...], element: object) -> str:
    """Return the digest of a cell as it is now.

    :raises LookupError: the table cannot be made any more.
    """
    table, *args = key
    value = getattr(catalogue, table) if isinstance(table, str) else TABLES[table_name(table)](catalogue, *args)
    value = _plain(value)
    if element is not None:
        try:
            value = value[element]
        except LookupError:
            return GONE
    text = canonical(value)
    return text if len(text) <= _SHORT else digest_of(text)


@singledispatch
def canonical(value: object) -> str:
    """Return a text that two values share only if nobody who looks into them can tell them apart.

    Of an entry alone this is what it names, since whoever reads its record has that noted; of a statement, which holds
    parts of its record, it is the record too.

    :raises TypeError: it is a function, which may change behind its back.
    """
    if is_dataclass(value):
        return f"{type(value).__name__}({','.join(canonical(getattr(value, own.name)) for own in fields(value))})"
    if callable(value):
        raise TypeError(f"{value} cannot be compared with what it was")
    return repr(value)


@canonical.register
def _(value: Entry) -> str:
    return f"{value.kind.name}/{value.held.id}"


@canonical.register
def _(value: Link) -> str:
    # Who reads the record that it comes from has that noted.
    return f"{value.origin.kind.name}/{value.origin.held.id}{value.at}"


@canonical.register(str)
def _(value: str) -> str:
    return repr(value)


@canonical.register
def _(value: Mapping) -> str:  # type: ignore[type-arg]  # of anything
    return f"{{{','.join(f'{canonical(key)}:{canonical(inner)}' for key, inner in value.items())}}}"


@canonical.register
def _(value: AbstractSet) -> str:  # type: ignore[type-arg]  # likewise
    return f"{{{','.join(sorted(map(canonical, value)))}}}"


@canonical.register
def _(value: Sequence) -> str:  # type: ignore[type-arg]  # likewise
    return f"[{','.join(map(canonical, value))}]"


@canonical.register
def _(value: Record) -> str:
    return _text_of(value)


@canonical.register
def _(value: Kind) -> str:
    return value.name


@canonical.register
def _(value: Cited) -> str:
    # All else that it holds follows from the record and the path, but for what a figure has from others.
    own = f"{value.entry.kind.name}/{value.entry.held.id}@{value.entry.digest}{value.at}"
    return f"{own} {value.as_of} {value.basis} {_text_of(value.metric)}" if isinstance(value, CitedFigure) else own


@canonical.register
def _(value: CitedRecord) -> str:
    return f"{value.entry.kind.name}/{value.entry.held.id}@{value.entry.digest}{[at for at, _ in value.parts]}"


def _text_of(record: Record) -> str:
    """Return all that a record says; a few metrics stand in very many figures."""
    if id(record) not in _TEXTS:
        _TEXTS[id(record)] = (record, repr(record))
    return _TEXTS[id(record)][1]


def _plain(value: Any) -> Any:
    return value.plain if isinstance(value, NotedMapping | NotedSequence) else value


def _as_json(values: Sequence[object]) -> str:
    return json.dumps([*map(_data, values)], ensure_ascii=False, separators=(",", ":"))


def _data(value: object) -> object:
    match value:
        case Entry():
            return {"entry": value.key}
        case Kind():
            return {"kind": value.name}
        case type():
            return {"model": kind_of(value).name}
        case tuple():
            return [*map(_data, value)]
    return value
