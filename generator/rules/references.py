"""Rules about ids: that they are used once, and that a reference leads somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from generator.catalogue.catalogue import Catalogue, Key
from generator.problems import Location, Problem, Words
from generator.reading.nodes import Path
from generator.records.fields import Model
from generator.records.kinds import BY_NAME
from generator.records.parse import Entry
from generator.records.settings import Configured
from generator.records.shape import dotted
from generator.records.structure import references


def duplicate_id(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Report each record whose id another of its kind already has; the first in file order keeps it."""
    first: dict[Key, Entry] = {}
    for entry in entries:
        known = first.setdefault(entry.key, entry)
        if known is not entry:
            other = known.location()
            details: dict[str, str | Words] = {
                "id": entry.record.id,
                "kind": entry.kind.words,
                "other": f"{other.path}:{other.line}",
            }
            yield Problem("duplicate-id", entry.location(), "id", details)


def unknown_reference(catalogue: Catalogue) -> Iterator[Problem]:
    """Report each reference to a record that is not there; one to a broken record stays quiet."""
    for entry in catalogue.whole_and_partial():
        yield from _unknown(catalogue, entry.record, entry.location)


def unknown_in_settings(catalogue: Catalogue, configured: Configured) -> Iterator[Problem]:
    """Report each setting that names a record that is not there."""
    yield from _unknown(catalogue, configured.settings, configured.location)


def _unknown(catalogue: Catalogue, holder: Model, locate: Callable[[Path], Location]) -> Iterator[Problem]:
    for at, reference, text in references(holder):
        broken = (reference.kind, text) in catalogue.broken
        if broken or catalogue.resolve(reference, text) is not None:
            continue
        details: dict[str, str | Words] = {
            "id": text,
            "kind": BY_NAME[reference.kind].words,
            "folder": BY_NAME[reference.kind].folder,
            "suggestion": suggest(catalogue, reference.kind, text),
        }
        yield Problem("unknown-reference", locate(at), dotted(at), details)


def suggest(catalogue: Catalogue, kind: str, text: str) -> str:
    """Return the id (or a metric's name) that was most likely meant, or nothing.

    Staff who type a name in place of an id mean the record with that name, or whose name begins so.
    """
    names = {name: entry.record.id for entry in reversed(catalogue.of(kind)) for name in _names(entry)}
    begun = [record_id for name, record_id in names.items() if name.startswith(text)]
    if text in names or begun:
        return names.get(text) or begun[-1]
    known = [entry.record.id for entry in catalogue.of(kind)]
    if kind == "metric":
        known.extend(catalogue.metric_names)
    near = get_close_matches(text, known, n=1, cutoff=0.6)
    return near[0] if near else ""


def _names(entry: Entry) -> tuple[str, ...]:
    short = getattr(entry.record, "short", None)
    return (entry.record.name, *entry.record.aliases, *([short] if short else []))


def circular_parent(catalogue: Catalogue) -> Iterator[Problem]:
    """Report a record that is, over its ``parent``, its own ancestor."""
    for entry in catalogue.entries.values():
        seen = [entry.record.id]
        parent = getattr(entry.record, "parent", None)
        while parent is not None and parent not in seen:
            seen.append(parent)
            above = catalogue.get(entry.kind.name, parent)
            parent = getattr(above.record, "parent", None) if above else None
        if parent == entry.record.id:
            chain = " → ".join([*seen, parent])
            yield Problem("circular-parent", entry.location(("parent",)), "parent", {"chain": chain})
