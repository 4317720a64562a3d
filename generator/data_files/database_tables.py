"""The tables of the database, made from the columns of the CSV files.

A cell refers to one record at most, so that SQLite can hold it to that: a column that refers to several becomes a table
of its own, and the names of records stand once, in their own tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.data_files.columns import FIGURE_COLUMNS, WINNER_COLUMNS, Column, columns_of
from generator.records.kinds import BY_NAME, KINDS

FIGURES, WINNERS = "figures", "winners"
_TYPES = {"string": "TEXT", "number": "NUMERIC"}
# Of any kind: the two columns that tell a record.
_ANY_RECORD = {FIGURES: ("subject_kind", "subject"), WINNERS: ("record_kind", "record")}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns, and the words that make it."""

    name: str
    names: tuple[str, ...]
    sql: str


def quoted(name: str) -> str:
    """Return a name as SQL reads it, though it may be one of its words: ``where``, ``order``."""
    return f'"{name}"'


def _table(name: str, columns: dict[str, str], *more: str, end: str = "") -> Table:
    lines = ",\n  ".join((*(f"{quoted(column)} {words}" for column, words in columns.items()), *more))
    return Table(name, tuple(columns), f"CREATE TABLE {quoted(name)} (\n  {lines}\n){end}")


def _text(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "TEXT NOT NULL")


# The index of texts knows a record by its number.
RECORDS = _table(
    "records",
    {"number": "INTEGER PRIMARY KEY"} | _text("kind", "id", "name") | {"page": "TEXT"} | _text("text"),
    "UNIQUE (kind, id)",
)


def columns_by_table() -> dict[str, tuple[Column, ...]]:
    """Return the columns of the CSV file that each table is made from."""
    kinds = {kind.plural: columns_of(kind) for kind in KINDS}
    return {**kinds, FIGURES: FIGURE_COLUMNS, WINNERS: WINNER_COLUMNS}


@cache
def plain_tables() -> dict[str, Table]:
    """Return a table for each CSV file, by its name."""
    return {name: _plain_table(name, columns) for name, columns in columns_by_table().items()}


def _plain_table(name: str, columns: tuple[Column, ...]) -> Table:
    held = {column.name: _words(column) for column in columns if not column.names and not _is_list(column)}
    if name not in _ANY_RECORD:
        first = {"id": "TEXT PRIMARY KEY NOT NULL", "name": "TEXT NOT NULL"}
        return _table(name, first | {column: words for column, words in held.items() if column not in first})
    pair = ", ".join(_ANY_RECORD[name])
    return _table(name, {"id": "INTEGER PRIMARY KEY"} | held, f"FOREIGN KEY ({pair}) REFERENCES records (kind, id)")


def list_tables(name: str) -> Iterator[tuple[str, Table]]:
    """Yield the columns of a CSV file that refer to several records, each with a table of what it refers to."""
    key = "INTEGER" if name in _ANY_RECORD else "TEXT"
    for column in columns_by_table()[name]:
        if _is_list(column):
            held = {"id": f"{key} NOT NULL {_refers(name)}", "position": "INTEGER NOT NULL"}
            listed = held | {column.name: f"TEXT NOT NULL {_refers(BY_NAME[column.refers].plural)}"}
            yield (
                column.name,
                _table(f"{name}_{column.name}", listed, "PRIMARY KEY (id, position)", end=" WITHOUT ROWID"),
            )


def _is_list(column: Column) -> bool:
    return bool(column.refers) and column.many


def _words(column: Column) -> str:
    refers = f" {_refers(BY_NAME[column.refers].plural)}" if column.refers else ""
    return _TYPES[column.type] + refers


def _refers(table: str) -> str:
    return f"REFERENCES {quoted(table)} (id)"
