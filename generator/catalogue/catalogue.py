"""The catalogue: every record by kind and id, with links both ways.

In go parsed records in file order; out comes one frozen object that rules and pages ask. A reference that leads
nowhere makes no link; the rules report it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

from typing_extensions import TypeVar as TypeVarWithDefault

from generator.catalogue.noted import WHOLE, NotedMapping, NotedSequence, note_cell, noted
from generator.reading.nodes import Path
from generator.records.declared import references
from generator.records.fields import Reference
from generator.records.kinds import kind_of
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.picture import PictureFile
from generator.records.reads import READS, noting
from generator.records.record import Record

Key = tuple[str, str]
R = TypeVar("R", bound=Record)
Origin_co = TypeVarWithDefault("Origin_co", bound=Record, default=Record, covariant=True)
P = ParamSpec("P")
T = TypeVar("T")
# What stands for a value that was not worked out yet.
_UNKNOWN = object()


@dataclass(frozen=True, slots=True)
class Link(Generic[Origin_co]):
    """One reference: the record that holds it, the path of the field, and the record it names."""

    origin: Entry[Origin_co]
    at: Path
    target: Entry


@dataclass(frozen=True, slots=True)
class Dangling:
    """One reference that leads to no record: the record that holds it, the path of the field, and what it says."""

    origin: Entry
    at: Path
    reference: Reference
    text: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every record of the project.

    ``broken`` are the ids of records that could not be read, and the names of such metrics; ``lost`` are the kinds of
    which a whole list could not be read; ``doubtful`` are the kinds of which a file has a fault, so that nobody knows
    all that it says; ``partial`` is what is left of broken records, for the rules that can do with
    less; ``duplicates`` are those whose id another had first; ``dangling`` are references that lead
    nowhere; ``pictures`` are the files that are meant as pictures, by path. Pages know only ``entries`` and these.
    """

    entries: Mapping[Key, Entry]
    kinds: Mapping[str, tuple[Entry, ...]]
    broken: frozenset[Key]
    lost: frozenset[str]
    partial: tuple[Entry, ...]
    duplicates: tuple[Entry, ...]
    doubtful: frozenset[str]
    links_to: Mapping[Key, tuple[Link, ...]]
    dangling: tuple[Dangling, ...]
    metric_names: Mapping[str, str]
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    memo: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    # Where what is read is noted: what each derived value was made from.
    made_from: dict[object, frozenset[object]] | None = field(default=None, compare=False, repr=False)

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Return the entries of one kind, in file order."""
        return cast("tuple[Entry[R], ...]", self.kinds.get(kind_of(model).name, ()))

    def get(self, model: type[R], record_id: str | None) -> Entry[R] | None:
        """Return the entry of a kind with this id, or None."""
        return cast("Entry[R] | None", self.entries.get((kind_of(model).name, record_id or "")))

    def record(self, model: type[R], record_id: str) -> R:
        """Return a record that the rules have seen to be there.

        :raises KeyError: it is not.
        """
        return cast("R", self.entries[kind_of(model).name, record_id].record)

    def whole_and_partial(self) -> Iterator[Entry]:
        """Yield every entry, those of which only a part could be read included."""
        yield from self.entries.values()
        yield from self.partial

    def partial_of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Return what is left of broken records of one kind."""
        kind = kind_of(model)
        return cast("tuple[Entry[R], ...]", tuple(entry for entry in self.partial if entry.kind is kind))

    def resolve(self, reference: Reference, text: str) -> Entry | None:
        """Return the entry that a reference names, by id or, where the field allows it, by name."""
        return _resolve(self.entries, self.metric_names, reference, text)

    def is_broken(self, reference: Reference, text: str) -> bool:
        """Return whether a reference may name a record that could not be read."""
        return reference.kind in self.lost or (reference.kind, text) in self.broken

    def find_metric(self, text: str | None) -> Metric | None:
        """Return the metric with this id or name, or None."""
        entry = self.get(Metric, text) or self.get(Metric, self.metric_names.get(text or ""))
        return entry.record if entry else None

    def metric(self, text: str) -> Metric:
        """Return the metric that a figure names.

        :raises KeyError: there is none; the rules report it before any page is made.
        """
        metric = self.find_metric(text)
        if metric is None:
            raise KeyError(text)
        return metric

    def citing(self, key: Key, origin: type[R]) -> Iterator[Link[R]]:
        """Yield the links that lead from records of one kind to a record."""
        kind = kind_of(origin)
        for link in self.links_to.get(key, ()):
            if link.origin.kind is kind:
                yield cast("Link[R]", link)


def derived(make: Callable[Concatenate[Catalogue, P], T]) -> Callable[Concatenate[Catalogue, P], T]:
    """Let a function of a catalogue be worked out once: what follows from a frozen catalogue never changes.

    Further arguments must be hashable; an entry is, by what it is and not by what it holds. Whoever asks is taken to
    have read all that the value was made from.
    """

    @wraps(make)
    def once(catalogue: Catalogue, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (make, *args)
        value = catalogue.memo.get(key, _UNKNOWN)
        if value is _UNKNOWN:
            if catalogue.made_from is None:
                value = make(catalogue, *args, **kwargs)
            else:
                read: set[object] = set()
                with noting(read):
                    value = make(catalogue, *args, **kwargs)
                catalogue.made_from[key] = cells_in(read, catalogue.made_from)
            catalogue.memo[key] = value
        if READS.noted is not None:
            READS.noted.add(key)
        return cast("T", value)

    return once


def table(make: Callable[Concatenate[Catalogue, P], T]) -> Callable[Concatenate[Catalogue, P], T]:
    """Let a function be worked out once, as ``derived``, whose value is a table that many look something up in.

    Whoever asks is taken to have read the elements asked for, and not all that the table was made from.
    """

    @wraps(make)
    def once(catalogue: Catalogue, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (make, *args)
        value = catalogue.memo.get(key, _UNKNOWN)
        if value is _UNKNOWN:
            with noting(None):
                value = make(catalogue, *args, **kwargs)
            value = catalogue.memo[key] = value if catalogue.made_from is None else noted(key, value)
        if READS.noted is not None and not isinstance(value, NotedMapping | NotedSequence):
            note_cell(key, WHOLE)
        return cast("T", value)

    TABLES[table_name(make)] = once
    return once


# Every table by its name.
TABLES: dict[str, Callable[..., Any]] = {}


def table_name(make: Callable[..., Any]) -> str:
    """Return what names a table from one run to the next."""
    return f"{make.__module__.rpartition('.')[2]}.{make.__name__}"


def cells_in(read: Iterable[object], made_from: Mapping[object, frozenset[object]]) -> frozenset[object]:
    """Return what was read, with what each derived value was made from in its place."""
    cells = frozenset(read)
    # Most values are made from few others, and a set is told from another much faster than cell by cell.
    derived_ones = cells & made_from.keys()
    return (cells - derived_ones).union(*[made_from[cell] for cell in derived_ones]) if derived_ones else cells


def noting_catalogue(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue that notes what is read of it."""
    return replace(
        catalogue,
        entries=NotedMapping(("entries",), catalogue.entries),
        kinds=NotedMapping(("kinds",), catalogue.kinds),
        links_to=NotedMapping(("links_to",), catalogue.links_to),
        metric_names=NotedMapping(("metric_names",), catalogue.metric_names),
        pictures=NotedMapping(("pictures",), catalogue.pictures),
        memo={},
        made_from={},
    )


def build_catalogue(
    entries: Iterable[Entry],
    broken: Collection[Key] = (),
    partial: Iterable[Entry] = (),
    doubtful: Collection[str] = (),
    pictures: Mapping[str, PictureFile] | None = None,
) -> Catalogue:
    """Gather entries (the first of two with one id is kept) and link them both ways.

    A broken id that is empty stands for a whole list.
    """
    by_key: dict[Key, Entry] = {}
    duplicates = [entry for entry in entries if by_key.setdefault(entry.key, entry) is not entry]
    kinds: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in by_key.values():
        kinds[entry.kind.name].append(entry)
    names = _metric_names(kinds["metric"])
    links, dangling = _follow(by_key, names)
    return Catalogue(
        entries=by_key,
        kinds={kind: tuple(found) for kind, found in kinds.items()},
        broken=frozenset((kind, record_id) for kind, record_id in broken if record_id),
        # Where two records have one id, another id is missing, and a reference to it is not wrong.
        lost=frozenset(kind for kind, record_id in broken if not record_id) | {entry.kind.name for entry in duplicates},
        partial=tuple(partial),
        doubtful=frozenset(doubtful).union(kind for kind, _ in broken),
        duplicates=tuple(duplicates),
        links_to={key: tuple(found) for key, found in links.items()},
        dangling=tuple(dangling),
        metric_names=names,
        pictures=pictures or {},
    )


def _metric_names(metrics: Iterable[Entry]) -> dict[str, str]:
    """Return the id of the metric that has each name or alias; the first one keeps it."""
    names: dict[str, str] = {}
    for entry in metrics:
        for name in (entry.record.name, *entry.record.aliases):
            names.setdefault(name, entry.record.id)
    return names


def _follow(entries: Mapping[Key, Entry], names: Mapping[str, str]) -> tuple[dict[Key, list[Link]], list[Dangling]]:
    """Follow every reference once: the links by what they lead to, and those that lead nowhere."""
    links: defaultdict[Key, list[Link]] = defaultdict(list)
    dangling: list[Dangling] = []
    for entry in entries.values():
        for at, reference, text in _references_of(entry):
            target = _resolve(entries, names, reference, text)
            if target is None:
                dangling.append(Dangling(entry, at, reference, text))
            else:
                links[target.key].append(Link(entry, at, target))
    return links, dangling


# A preview links all records after each save, of which one has changed; what a record refers to goes with its entry.
_REFERENCES: WeakKeyDictionary[Entry, list[tuple[Path, Reference, str]]] = WeakKeyDictionary()


def _references_of(entry: Entry) -> list[tuple[Path, Reference, str]]:
    record, found = entry.record, _REFERENCES.get(entry)
    if found is None:
        found = _REFERENCES[entry] = references(record)
    return found


def _resolve(entries: Mapping[Key, Entry], names: Mapping[str, str], reference: Reference, text: str) -> Entry | None:
    found = entries.get((reference.kind, text))
    if found is None and reference.by_name:
        found = entries.get((reference.kind, names.get(text, "")))
    return found
