"""Two states of the public data compared: records, figures, honours and libraries; a frozen value, in a fixed order.

What was public once and is no more may have been taken back: a person, or a line of a roll, that is gone is counted and
never named (see ``pairs``).
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, derived
from generator.changes.figure_changes import FigureChange, figure_changes
from generator.changes.honour_changes import HonourChange, honour_changes
from generator.changes.library_changes import LibraryChange, library_changes
from generator.changes.pairs import Pairs
from generator.changes.record_changes import RecordChanges, record_changes
from generator.changes.snapshot import TABLES, Snapshot, tables_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states; ``not_compared`` are the tables that only one of them holds."""

    old: str
    new: str
    records: RecordChanges
    figures: tuple[FigureChange, ...]
    honours: tuple[HonourChange, ...]
    libraries: tuple[LibraryChange, ...]
    not_compared: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing differs."""
        records = (self.records.new, self.records.gone, self.records.changed, self.records.unnamed)
        return not any((*records, self.figures, self.honours, self.libraries))


def compare(old: Snapshot, new: Snapshot) -> Comparison:
    """Compare two states."""
    pairs = Pairs(old, new)
    return Comparison(
        old.label,
        new.label,
        record_changes(pairs),
        figure_changes(pairs),
        honour_changes(pairs),
        library_changes(pairs),
        tuple(name for name in TABLES if (name in old.tables) != (name in new.tables)),
    )


@derived
def changes_since(catalogue: Catalogue, kept: Snapshot) -> Comparison:
    """Return what differs between a kept state and the public catalogue."""
    return compare(kept, Snapshot("", tables_of(catalogue)))
