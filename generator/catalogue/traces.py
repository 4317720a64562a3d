"""What something was made from, in words that mean the same in another run, with a digest of each as it was.

A cell is a record, or an element of a table (``catalogue/noted.py``). When all cells that a page was made from are as
they were, the page is as it was: verifying traces, as in "Build Systems à la Carte" (Mokhov, Mitchell, Peyton Jones,
2018).
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
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
_ENTRIES = ("entries",)
# Records and figures stay as they are and where they are; each is kept with its text, so that no other takes its place.
_TEXTS: dict[int, tuple[object, str]] = {}
# How the name of a cell begins that is told by a record, or by words.
_ENTRY, _WORDS = "@", "#"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_FIELDS = ("entries", "kinds", "links_to", "metric_names", "pictures")


class Traces:
    """Makes things and tells what each was made from; names and digests of cells are worked out once.

    ``cells`` are all that were met so far, and a thing's trace is their positions.
    """

    def __init__(self, catalogue: Catalogue, digests: Mapping[str, str] | None = None) -> None:
        """Watch a catalogue that notes what is read of it (``noting_catalogue``).

        ``digests`` are those of cells of this catalogue that were worked out already, by the names of the cells.
        """
        self._catalogue = catalogue
        self._digests = digests or {}
        self._known: dict[object, int] = {}
        # What is noted of an entry that is asked for, by the entry.
        self._asked = {entry: (_ENTRIES, key) for key, entry in _plain(catalogue.entries).items()}
        self.cells: list[Cell] = []

    def made(self, make: Callable[[], T]) -> tuple[T, array[int]]:
        """Make something; return it with the positions of the cells that were read."""
        read: set[object] = set()
        with noting(read):
            found = make()
        with noting(None):
            cells = cells_in(read, self._catalogue.made_from or {})
            # Whoever read a record knows that it is there.
            own = cells.difference(map(self._asked.get, cells))
            known = self._known.get
            return found, array("L", [known(cell) or self._learn(cell) for cell in own])

    def _learn(self, cell: Any) -> int:
        if not self.cells:
            # No cell has the position 0, which would read as none.
            self.cells.append(("", ""))
        if isinstance(cell, Entry):
            known = f"{_RECORD} {cell.kind.name} {cell.held.id}", cell.digest
        else:
            known = self._of(*cell)
        self.cells.append(known)
        self._known[cell] = len(self.cells) - 1
        return self._known[cell]

    def _of(self, key: tuple[Any, ...], element: object) -> Cell:
        name, *args = key
        word = name if isinstance(name, str) else table_name(name)
        own = f"{word} {_named(args, element)}"
        return own, self._digests.get(own) or _digest(_made(self._catalogue, word, args), element)


class Verified:
    """Tells which cells of an earlier run are as they were."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Compare with a catalogue."""
        # A process that builds again, as under a server, need not hold what it has written before.
        _TEXTS.clear()
        self._catalogue = catalogue
        self._entries = _plain(catalogue.entries)
        # The digests that were worked out so far, by the names of the cells; nothing for what is no longer there.
        self.digests: dict[str, str] = {}
        # Those without arguments.
        self._tables: dict[str, Any] = {}

    def holds(self, name: str, digest: str) -> bool:
        """Return whether a cell has the digest that it had."""
        now = self.digests.get(name)
        if now is None:
            now = self.digests[name] = self._digest(name)
        return now == digest

    def _digest(self, name: str) -> str:
        word, _, rest = name.partition(" ")
        if word == _RECORD:
            kind, _, own = rest.partition(" ")
            entry = self._entries.get((kind, own))
            return entry.digest if entry else ""
        try:
            with noting(None):
                return self._digest_of_cell(word, rest)
        except (LookupError, ValueError, TypeError):
            # What it was made from is no longer there.
            return ""

    def _digest_of_cell(self, word: str, rest: str) -> str:
        args, element = self._read(rest)
        if args:
            return _digest(_made(self._catalogue, word, args), element)
        if word not in self._tables:
            self._tables[word] = _made(self._catalogue, word, args)
        return _digest(self._tables[word], element)

    def _read(self, text: str) -> tuple[Sequence[Any], Any]:
        """Return the arguments and the element that ``_named`` has named."""
        if text[:1] == _ENTRY:
            kind, _, own = text[1:].partition(" ")
            return (self._entries[kind, own],), None
        if text[:1] == _WORDS:
            return (), tuple(text[1:].split(" "))
        *args, element = self._values(json.loads(text))
        return args, element

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


def _made(catalogue: Catalogue, word: str, args: Sequence[Any]) -> Any:
    """Return a table as it is now.

    :raises LookupError: it cannot be made any more.
    """
    return _plain(getattr(catalogue, word) if word in _FIELDS else TABLES[word](catalogue, *args))


def _digest(table: Any, element: object) -> str:
    """Return the digest of an element, or of the whole."""
    value = table
    if element is not None:
        try:
            value = table[element]
        except LookupError:
            return GONE
    text = canonical(value)
    return text if len(text) <= _SHORT else digest_of(text)


def canonical(value: Any) -> str:
    """Return a text that two values share only if nobody who looks into them can tell them apart.

    Of an entry alone this is what it names, since whoever reads its record has that noted; of a statement, which holds
    parts of its record, it is the record too.

    :raises TypeError: it is a function, which may change behind its back.
    """
    return _writer(type(value))(value)


def _writer(kind: type) -> Callable[[Any], str]:
    """Return how values of a type are written; it is looked for once."""
    write = _WRITERS.get(kind)
    if write is None:
        write = _WRITERS[kind] = _new_writer(kind)
    return write


def _new_writer(kind: type) -> Callable[[Any], str]:
    found = next((how for known, how in _KINDS if issubclass(kind, known)), None)
    if found is None and is_dataclass(kind):
        names = [own.name for own in fields(kind)]
        return lambda value: f"{kind.__name__}({','.join([canonical(getattr(value, name)) for name in names])})"
    return found or _any


def _any(value: object) -> str:
    if callable(value):
        raise TypeError(f"{value} cannot be compared with what it was")
    return repr(value)


def _once(write: Callable[[T], str]) -> Callable[[T], str]:
    """Let a value be written once: a few metrics stand in very many figures, and each figure in several tables."""

    def written(value: T) -> str:
        known = _TEXTS.get(id(value))
        if known is None:
            known = _TEXTS[id(value)] = (value, write(value))
        return known[1]

    return written


_text_of: Callable[[Record], str] = _once(repr)


def _link(value: Link) -> str:
    # Who reads the record that it comes from has that noted.
    origin = value.origin
    return f"{origin.kind.name}/{origin.held.id}{value.at}"


def _sequence(value: Sequence[Any]) -> str:
    kinds = set(map(type, value))
    # Nearly all hold many of one type.
    write = _writer(kinds.pop()) if len(kinds) == 1 else canonical
    return f"[{','.join(map(write, value))}]"


def _mapping(value: Mapping[Any, Any]) -> str:
    return f"{{{','.join([f'{canonical(key)}:{canonical(inner)}' for key, inner in value.items()])}}}"


def _cited(value: Cited) -> str:
    # All else that it holds follows from the record and the path.
    return f"{value.entry.kind.name}/{value.entry.held.id}@{value.entry.digest}{value.at}"


@_once
def _figure(value: CitedFigure) -> str:
    # Of its record it holds no more than this, so that the rest may change.
    own = f"{value.entry.kind.name}/{value.entry.held.id}{value.at}"
    said = f"{value.subject!r} {value.documents} {value.where!r} {vars(value.figure)}"
    return f"{own} {said} {value.as_of} {value.basis} {_text_of(value.metric)}"


def _cited_record(value: CitedRecord) -> str:
    return f"{value.entry.kind.name}/{value.entry.held.id}@{value.entry.digest}{[at for at, _ in value.parts]}"


# How values of these types are written; an earlier line goes first.
_KINDS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (Entry, lambda value: f"{value.kind.name}/{value.held.id}"),
    (Link, _link),
    (CitedFigure, _figure),
    (Cited, _cited),
    (CitedRecord, _cited_record),
    (Record, _text_of),
    (Kind, lambda value: str(value.name)),
    (str, repr),
    (Mapping, _mapping),
    (AbstractSet, lambda value: f"{{{','.join(sorted(map(canonical, value)))}}}"),
    (Sequence, _sequence),
)
_WRITERS: dict[type, Callable[[Any], str]] = {}


def _plain(value: Any) -> Any:
    return value.plain if isinstance(value, (NotedMapping, NotedSequence)) else value


def _named(args: Sequence[object], element: object) -> str:
    """Return the arguments of a table and the element as a text: most are one record, or words without a space."""
    if not args and isinstance(element, tuple):
        words = [word for word in element if isinstance(word, str) and " " not in word]
        if words and len(words) == len(element):
            return f"{_WORDS}{' '.join(words)}"
    if element is None and len(args) == 1 and isinstance(args[0], Entry):
        return f"{_ENTRY}{args[0].kind.name} {args[0].held.id}"
    return _ENCODE([*map(_data, args), _data(element)])


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
