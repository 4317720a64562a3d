"""The catalogue that the public may see: persons who withdrew are gone, those to be masked are masked.

Pages, data and feeds are all made from this one, so nothing behind it can leak a name.
"""

from __future__ import annotations

from dataclasses import replace

from generator.catalogue.catalogue import Catalogue, build_catalogue
from generator.records.honour import Edition
from generator.records.parse import Entry
from generator.records.person import Display, Person


def public_catalogue(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue without persons who withdrew, and with masked names masked."""
    withdrawn = {
        entry.record.id
        for entry in catalogue.of("person")
        if isinstance(entry.record, Person) and entry.record.display is Display.WITHDRAWN
    }
    return build_catalogue(
        _public(entry, withdrawn)
        for (kind, record_id), entry in catalogue.entries.items()
        if kind != "person" or record_id not in withdrawn
    )


def masked(name: str) -> str:
    """Keep the first character of a name: 王某某 for 王小明."""
    return name[0] + "某" * max(1, len(name) - 1)


def _public(entry: Entry, withdrawn: set[str]) -> Entry:
    record = entry.record
    if isinstance(record, Person) and (record.display is Display.MASKED or record.minor):
        return replace(entry, record=record.model_copy(update={"name": masked(record.name), "aliases": ()}))
    if isinstance(record, Edition) and withdrawn:
        winners = tuple(
            group.model_copy(update={"honours": tuple(line for line in group.honours if line.person not in withdrawn)})
            for group in record.winners
        )
        return replace(entry, record=record.model_copy(update={"winners": winners}))
    return entry
