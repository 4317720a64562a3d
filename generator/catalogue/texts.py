"""Every text of the records, walked once for all the rules that read texts."""

from __future__ import annotations

from typing import NamedTuple

from generator.catalogue.catalogue import Catalogue, derived
from generator.reading.nodes import Path
from generator.records.declared import texts
from generator.records.parse import Entry


class SourceText(NamedTuple):
    """One text of a record with the path of its field, and whether pages may show it."""

    entry: Entry
    at: Path
    text: str
    public: bool


@derived
def texts_of(catalogue: Catalogue) -> tuple[SourceText, ...]:
    """Return every text of every record, in file order; those of broken records, as far as they could be read, last."""
    return tuple(SourceText(entry, *text) for entry in catalogue.whole_and_partial() for text in texts(entry.record))
