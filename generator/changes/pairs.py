"""Which record of the old state is which of the new: by kind and id, former ids followed; and what may not be repeated.

Nobody can tell a person who withdrew from one whose record was deleted, so whoever was in the old state and is not in
the new one by the same name is hidden: no old words that hold such a name are handed out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from generator.catalogue.catalogue import Key
from generator.changes.snapshot import Row, Snapshot
from generator.records.edition import EditionStatus
from generator.records.kinds import KINDS, Kind

_PERSON = "person"
_REVOKED = "已撤销"
_STANDING: dict[str, str] = {EditionStatus.NOTICE: "公示中", EditionStatus.REVOKED: _REVOKED}


class Pairs:
    """The records of two states, matched."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        """Match the records of two states."""
        self.old, self.new = old, new
        self.kinds = tuple(kind for kind in KINDS if kind.plural in old.tables and kind.plural in new.tables)
        self.before = {key: row for kind in self.kinds for key, row in _by_key(old, kind)}
        self.after = {key: row for kind in self.kinds for key, row in _by_key(new, kind)}
        self.renamed = self._renamed()

    def both(self, table: str) -> bool:
        """Return whether both states hold a table."""
        return table in self.old.tables and table in self.new.tables

    def now(self, kind: str, record_id: str) -> Key:
        """Return the key that a record of the old state has in the new one."""
        return self.renamed.get((kind, record_id), (kind, record_id))

    def name(self, key: Key) -> str:
        """Return the name of a record of the new state, or of the old one that is gone; its id where it has none."""
        row, state = self.after.get(key), self.new
        if row is None:
            row, state = self.before.get(key), self.old
        return _named(row, state) if row else key[1]

    def may_say(self, *words: object) -> bool:
        """Return whether words out of the old state may be repeated."""
        return not any(name in str(word) for word in words for name in self._hidden_names)

    @cached_property
    def _hidden_names(self) -> frozenset[str]:
        known = {str(row["name"]) for (kind, _), row in self.after.items() if kind == _PERSON}
        gone = [row for (kind, _), row in self.before.items() if kind == _PERSON and row["name"] not in known]
        return frozenset(name for row in gone for name in (row["name"], *_words(row, "aliases")) if name)

    def _renamed(self) -> dict[Key, Key]:
        """Return the new key of each record whose id was changed."""
        return {
            (key[0], former): key
            for key, row in self.after.items()
            for former in _words(row, "formerly")
            if (key[0], former) in self.before and (key[0], former) not in self.after and key not in self.before
        }


def _by_key(state: Snapshot, kind: Kind) -> Iterator[tuple[Key, Row]]:
    return (((kind.name, row["id"]), row) for row in state.tables[kind.plural])


def _words(row: Row, name: str) -> list[str]:
    held = row.get(name)
    return [str(word) for word in held] if isinstance(held, list) else []


def _named(row: Row, state: Snapshot) -> str:
    """Return a record's name; an edition without one has that of its series and its time, and says where it stands."""
    if "series" not in row:
        return str(row["name"])
    series = next((own for own in state.tables.get("series", ()) if own["id"] == row["series"]), None)
    time = "" if row.get("name") else " ".join(str(row[name]) for name in ("year", "edition") if row.get(name))
    mark = _REVOKED if row.get("revoked") else _STANDING.get(str(row.get("status")), "")
    words = "，".join(filter(None, (time, mark)))
    name = str(row.get("name") or (series["name"] if series else row["id"]))
    if words in name:
        # A name that was made of series and time says it already.
        return name
    return f"{name}{f'（{words}）' if words else ''}"
