"""The catalogue: every record by kind and id, with links both ways.

In go parsed records in file order; out comes one frozen object that rules and pages ask. A reference that leads
nowhere makes no link; the rules report it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from generator.reading.nodes import Path
from generator.records.fields import Reference
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.record import Record
from generator.records.structure import references

Key = tuple[str, str]
R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Link:
    """One reference: the record that holds it, the path of the field, and the record it names."""

    origin: Entry
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
    which a whole list could not be read; ``partial`` is what is left of broken records, for the rules that can do with
    less; ``duplicates`` are those whose id another had first; ``dangling`` are references that lead
    nowhere. Pages know only ``entries``.
    """

    entries: Mapping[Key, Entry]
    kinds: Mapping[str, tuple[Entry, ...]]
    broken: frozenset[Key]
    lost: frozenset[str]
    partial: tuple[Entry, ...]
    duplicates: tuple[Entry, ...]
    links_to: Mapping[Key, tuple[Link, ...]]
    dangling: tuple[Dangling, ...]
    metric_names: Mapping[str, str]
    memo: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, made once: what is derived from a frozen catalogue never changes."""
        if key not in self.memo:
            self.memo[key] = make()
        made: T = self.memo[key]
        return made

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of one kind, in file order."""
        return self.kinds.get(kind, ())

    def whole_and_partial(self) -> Iterator[Entry]:
        """Yield every entry, those of which only a part could be read included."""
        yield from self.entries.values()
        yield from self.partial

    def get(self, kind: str, record_id: str) -> Entry | None:
        """Return the entry with this id, or None."""
        return self.entries.get((kind, record_id))

    def record(self, model: type[R], kind: str, record_id: str) -> R:
        """Return a record, as its model, that the rules have seen to be there.

        :raises KeyError: it is not.
        """
        record = self.entries[kind, record_id].record
        if not isinstance(record, model):
            raise KeyError(kind, record_id)
        return record

    def resolve(self, reference: Reference, text: str) -> Entry | None:
        """Return the entry that a reference names, by id or, where the field allows it, by name."""
        found = self.get(reference.kind, text)
        if found is None and reference.by_name:
            found = self.get(reference.kind, self.metric_names.get(text, ""))
        return found

    def is_broken(self, reference: Reference, text: str) -> bool:
        """Tell whether a reference may name a record that could not be read."""
        return reference.kind in self.lost or (reference.kind, text) in self.broken

    def find_metric(self, text: str) -> Metric | None:
        """Return the metric with this id or name, or None."""
        entry = self.get("metric", text) or self.get("metric", self.metric_names.get(text, ""))
        return entry.record if entry and isinstance(entry.record, Metric) else None

    def metric(self, text: str) -> Metric:
        """Return the metric that a figure names.

        :raises KeyError: there is none; the rules report it before any page is made.
        """
        metric = self.find_metric(text)
        if metric is None:
            raise KeyError(text)
        return metric

    def citing(self, kind: str, record_id: str, origin: str | None = None) -> Iterator[Link]:
        """Yield the links that lead to a record, of one kind of origin or of all."""
        for link in self.links_to.get((kind, record_id), ()):
            if origin is None or link.origin.kind.name == origin:
                yield link


def build_catalogue(entries: Iterable[Entry], broken: Collection[Key] = (), partial: Iterable[Entry] = ()) -> Catalogue:
    """Gather entries (the first of two with one id is kept) and link them both ways.

    A broken id that is empty stands for a whole list.
    """
    by_key: dict[Key, Entry] = {}
    duplicates = [entry for entry in entries if by_key.setdefault(entry.key, entry) is not entry]
    kinds: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in by_key.values():
        kinds[entry.kind.name].append(entry)
    names: dict[str, str] = {}
    for entry in kinds["metric"]:
        for name in (entry.record.name, *entry.record.aliases):
            names.setdefault(name, entry.record.id)
    of_kind = {kind: tuple(found) for kind, found in kinds.items()}
    ids = frozenset((kind, record_id) for kind, record_id in broken if record_id)
    lost = frozenset(kind for kind, record_id in broken if not record_id)
    bare = Catalogue(by_key, of_kind, ids, lost, tuple(partial), tuple(duplicates), {}, (), names)
    dangling: list[Dangling] = []
    links: defaultdict[Key, list[Link]] = defaultdict(list)
    for entry in by_key.values():
        for at, reference, text in references(entry.record):
            target = bare.resolve(reference, text)
            if target is not None:
                links[target.key].append(Link(entry, at, target))
            else:
                dangling.append(Dangling(entry, at, reference, text))
    both_ways = {key: tuple(found) for key, found in links.items()}
    return replace(bare, memo={}, links_to=both_ways, dangling=tuple(dangling))
