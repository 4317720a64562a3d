"""Every text of the records, walked once for all the rules that read texts."""

from __future__ import annotations

from typing import NamedTuple

from generator.catalogue.catalogue import Catalogue
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.records.structure import texts


class Said(NamedTuple):
    """One text of a record with the path of its field, and whether pages may show it."""

    entry: Entry
    at: Path
    text: str
    public: bool


def texts_of(catalogue: Catalogue) -> list[Said]:
    """Return every text of every record, in file order; those of broken records, as far as they could be read, last."""
    return catalogue.once(
        "texts",
        lambda: [Said(entry, *said) for entry in catalogue.whole_and_partial() for said in texts(entry.record)],
    )
