"""Records that are new, gone or changed, by kind and id; a former id makes an old record the same as a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalogue.catalogue import Key
from generator.changes.pairs import Pairs
from generator.changes.snapshot import Row
from generator.data_files.columns import name_column
from generator.records.declared import fields_of
from generator.records.fields import Model
from generator.records.kinds import BY_NAME

# What an edition without a name of its own is called after.
_NAMING = {"series", "series_name", "year", "edition", "status", "revoked"}
_UNTOLD = {"id", "formerly"}
_PLACE = {kind: at for at, kind in enumerate(BY_NAME)}


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record: what it is called, the fields that changed, and the id that it had before where that changed."""

    kind: str
    id: str
    name: str
    fields: tuple[str, ...] = ()
    formerly: str = ""


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """New, gone and changed records; those gone that may not be named are counted by kind."""

    new: tuple[RecordChange, ...]
    gone: tuple[RecordChange, ...]
    changed: tuple[RecordChange, ...]
    unnamed: tuple[tuple[str, int], ...]


def record_changes(pairs: Pairs) -> RecordChanges:
    """Return the records that differ, in the order of kinds and ids."""
    came_from = {new: old for old, new in pairs.renamed.items()}
    new: list[RecordChange] = []
    changed: list[RecordChange] = []
    for key in _in_order(pairs.after):
        before = pairs.before.get(came_from.get(key, key))
        if before is None:
            new.append(RecordChange(*key, pairs.name(key)))
            continue
        fields, former = _changed_fields(pairs, key, before), came_from[key][1] if key in came_from else ""
        if fields or former:
            changed.append(RecordChange(*key, pairs.name(key), fields, former))
    lost = [key for key in _in_order(pairs.before) if pairs.now(*key) not in pairs.after]
    named = [key for key in lost if key[0] != "person" and pairs.may_say(pairs.name(key))]
    unnamed = Counter(kind for kind, _ in lost)
    unnamed.subtract(kind for kind, _ in named)
    return RecordChanges(
        tuple(new),
        tuple(RecordChange(*key, pairs.name(key)) for key in named),
        tuple(changed),
        tuple((kind, count) for kind, count in unnamed.items() if count),
    )


def _in_order(rows: Mapping[Key, Row]) -> list[Key]:
    return sorted(rows, key=lambda key: (_PLACE[key[0]], key[1]))


def _changed_fields(pairs: Pairs, key: Key, before: Row) -> tuple[str, ...]:
    """Return the fields that say something else, in the order declared, then those of another version of the tool."""
    model, after = BY_NAME[key[0]].model, pairs.after[key]
    known = [*fields_of(model), *sorted((before.keys() | after.keys()) - fields_of(model).keys())]
    old = _with_new_ids(pairs, model, before)
    differing = [name for name in known if name not in _UNTOLD and old.get(name) != after.get(name)]
    # What a record is called that it refers to is no word of its own, nor is a name made of series and time.
    made = {name_column(name) for name in fields_of(model)}
    made |= {"name"} if key[0] == "edition" and _NAMING & {*differing} else set()
    return tuple(name for name in differing if name not in made)


def _with_new_ids(pairs: Pairs, model: type[Model], row: Row) -> Row:
    """Return an old row that names other records by the ids that they have now."""
    if not pairs.renamed:
        return row
    shapes = fields_of(model)

    def now(name: str, held: Any) -> Any:
        shape = shapes.get(name)
        if isinstance(held, list):
            return [now(name, one) for one in held]
        if shape and shape.model and isinstance(held, dict):
            return _with_new_ids(pairs, shape.model, held)
        return pairs.now(shape.reference.kind, held)[1] if shape and shape.reference and isinstance(held, str) else held

    return {name: now(name, held) for name, held in row.items()}
