"""What each source says, record by record: the way back from a document to every statement that cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, table
from generator.catalogue.citations import anchor_of, statements
from generator.reading.nodes import Path
from generator.records.kinds import KINDS
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.record import Record
from generator.records.sourced import Sourced


@dataclass(frozen=True, slots=True)
class CitedRecord:
    """A record of which a document says something, with its statements there; the record itself is not one of them."""

    entry: Entry
    parts: tuple[tuple[Path, Sourced], ...]

    @property
    def anchor(self) -> str:
        """Return the record's anchor on the page of the document."""
        return f"{self.entry.kind.name}-{self.entry.record.id}"


def anchor_in_source(entry: Entry, at: Path) -> str:
    """Return a statement's anchor on the page of its document."""
    return f"{entry.kind.name}-{entry.record.id}-{anchor_of(at)}"


@table
def statements_by_source(catalogue: Catalogue) -> Mapping[str, Sequence[CitedRecord]]:
    """Return what each document says of each record, by the document's id, in the order of the kinds."""
    found: defaultdict[str, list[CitedRecord]] = defaultdict(list)
    for kind in KINDS:
        # Metrics are definitions of ours; what a document says of them it says as a figure.
        for entry in catalogue.of(kind.model) if kind.model is not Metric else ():
            for document, parts in _by_document(entry).items():
                if entry.key != ("document", document):
                    found[document].append(CitedRecord(entry, tuple(parts)))
    return dict(found)


def _by_document(entry: Entry) -> dict[str, list[tuple[Path, Sourced]]]:
    found: dict[str, list[tuple[Path, Sourced]]] = {}
    for at, part, documents in statements(entry):
        for document in documents:
            parts = found.setdefault(document, [])
            if not isinstance(part, Record):
                parts.append((at, part))
    return found
