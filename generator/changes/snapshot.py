"""A state of the public data: the rows of every data file, of now, of a site's ``data/``, or kept in the project.

A kept one is a file of JSON, ``snapshots/2025.json``, one row a line. In it is what the site publishes, nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue.catalogue import Catalogue, derived
from generator.data_files.exports import figure_rows, record_rows, winner_rows
from generator.records.kinds import KINDS
from generator.records.rows import digest_of

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
FIGURES, WINNERS = "figures", "winners"
# What each row must say, in words; an edition may have no name of its own.
_NEEDED = {
    FIGURES: ("subject", "subject_kind", "metric", "as_printed"),
    WINNERS: ("edition", "status", "category", "name"),
    "honours": ("id",),
}
TABLES = (*(kind.plural for kind in KINDS), FIGURES, WINNERS)
_MARK, _FORM = "showcase-snapshot", 1
_ENCODER = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The rows of each table by its name, and what the state is called; a table that is not there was not kept.

    ``digest`` is of the text that it was read from.
    """

    label: str
    tables: Tables
    digest: str = ""


class NotTablesError(ValueError):
    """A text holds no tables of ours."""


@derived
def tables_of(catalogue: Catalogue) -> Tables:
    """Return the tables of a public catalogue."""
    records = {kind.plural: record_rows(catalogue, kind) for kind in KINDS}
    return {**records, FIGURES: figure_rows(catalogue), WINNERS: winner_rows(catalogue)}


def written(tables: Tables) -> str:
    """Return tables as the text of a file, in which a changed row is a changed line."""
    parts = [f'"{name}": [\n{_lines(tables[name])}]' for name in TABLES if name in tables]
    return "{\n" + ",\n".join([f'"{_MARK}": {_FORM}', *parts]) + "\n}\n"


def _lines(rows: Sequence[Row]) -> str:
    return ",\n".join(map(_ENCODER.encode, rows)) + "\n" if rows else ""


def read_snapshot(text: str, label: str) -> Snapshot:
    """Read the text of a kept state.

    :raises NotTablesError: it is none.
    """
    held = _parsed(text)
    if not isinstance(held, dict) or held.get(_MARK) != _FORM:
        raise NotTablesError
    return Snapshot(label, {name: _sound(name, held[name]) for name in TABLES if name in held}, digest_of(text))


def read_table(text: str, name: str) -> Sequence[Row]:
    """Read the text of one data file of a site.

    :raises NotTablesError: it holds no such table.
    """
    return _sound(name, _parsed(text))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise NotTablesError from None


def _no_number(_: str) -> Any:
    raise NotTablesError


def _sound(name: str, rows: Any) -> Sequence[Row]:
    needed = _NEEDED.get(name, ("id", "name"))
    if not isinstance(rows, list) or not all(_says(row, needed) for row in rows):
        raise NotTablesError
    return rows


def _says(row: Any, needed: Sequence[str]) -> bool:
    return isinstance(row, dict) and all(isinstance(row.get(name), str) for name in needed)
