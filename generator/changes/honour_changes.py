"""Honours that were granted, put on public notice or revoked, and lines of rolls that are gone.

A line that is gone is named only where it names a record that is public still and is no person: nobody knows whether
who stood there asked to be left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.changes.pairs import Pairs
from generator.changes.snapshot import WINNERS, Row
from generator.records.edition import EditionStatus

Change = Literal["granted", "announced", "revoked", "unwritten"]
_OF_STATUS: dict[str, Change] = {EditionStatus.NOTICE: "announced", EditionStatus.REVOKED: "revoked"}
_ORDER: tuple[Change, ...] = ("granted", "announced", "revoked", "unwritten")


@dataclass(frozen=True, slots=True)
class HonourChange:
    """What changed in one category of an edition: the names in the order of the roll, and how many have none here."""

    change: Change
    edition: str
    edition_name: str
    category: str
    names: tuple[str, ...]
    unnamed: int = 0


def honour_changes(pairs: Pairs) -> tuple[HonourChange, ...]:
    """Return what changed on the rolls of the new state, by edition and category."""
    if not (pairs.both(WINNERS) and pairs.both("honours")):
        return ()
    before = _rolls(pairs, pairs.old.tables[WINNERS])
    found: list[HonourChange] = []
    for edition, rows in sorted(_rolls(None, pairs.new.tables[WINNERS]).items()):
        found += _of_edition(pairs, edition, before.pop(edition, []), rows)
    for edition, rows in sorted(before.items()):
        if ("edition", edition) in pairs.after:
            found += _of_edition(pairs, edition, rows, [])
    return tuple(found)


def _rolls(pairs: Pairs | None, rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[pairs.now("edition", row["edition"])[1] if pairs else row["edition"]].append(row)
    return dict(found)


def _of_edition(pairs: Pairs, edition: str, old: list[Row], new: list[Row]) -> list[HonourChange]:
    matched = _matched(pairs, old, new)
    names: defaultdict[tuple[str, Change], list[str]] = defaultdict(list)
    for row, before in zip(new, matched, strict=True):
        change = _OF_STATUS.get(row["status"], "granted")
        if before is None or change != _OF_STATUS.get(before["status"], "granted"):
            names[row["category"], change].append(row["name"])
    kept = {id(row) for row in matched if row}
    unnamed: Counter[str] = Counter()
    for row in old:
        if id(row) not in kept and row["status"] != EditionStatus.REVOKED:
            if name := _public_name(pairs, row):
                names[row["category"], "unwritten"].append(name)
            else:
                unnamed[row["category"]] += 1
    title = pairs.name(("edition", edition))
    keys = dict.fromkeys([*names, *((category, "unwritten") for category in unnamed if pairs.may_say(category))])
    return [
        HonourChange(
            change, edition, title, category, tuple(names[category, change]), _count(unnamed, category, change)
        )
        for category, change in sorted(keys, key=lambda key: _ORDER.index(key[1]))
    ]


def _count(unnamed: Counter[str], category: str, change: Change) -> int:
    return unnamed[category] if change == "unwritten" else 0


def _matched(pairs: Pairs, old: list[Row], new: list[Row]) -> list[Row | None]:
    """Return which old line each new one is: by record or, where one of both has none, by name, in its category."""
    found: list[Row | None] = [None] * len(new)
    used: set[int] = set()
    for key_of in (_by_record, _by_name):
        left: defaultdict[object, list[Row]] = defaultdict(list)
        for row in old:
            if id(row) not in used:
                left[key_of(row, pairs)].append(row)
        for at, row in enumerate(new):
            key = key_of(row, None)
            if found[at] is None and key and left[key]:
                found[at] = left[key].pop(0)
                used.add(id(found[at]))
    return found


def _by_record(row: Row, pairs: Pairs | None) -> object:
    kind, record = row.get("record_kind"), row.get("record")
    if not (kind and record):
        return None
    return row["category"], *(pairs.now(kind, record) if pairs else (kind, record))


def _by_name(row: Row, _: Pairs | None) -> object:
    return row["category"], row["name"]


def _public_name(pairs: Pairs, row: Row) -> str:
    key = pairs.now(str(row.get("record_kind")), str(row.get("record")))
    is_public = key[0] != "person" and key in pairs.after and pairs.may_say(row["category"])
    return pairs.name(key) if is_public else ""
