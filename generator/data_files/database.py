"""The catalogue as one SQLite database: a table a kind, figures, winners, and views that answer common questions.

It is made in memory by the standard library from the rows that the CSV files have. The same records give the same
bytes: nothing in it tells when, where or by which SQLite it was made.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import published
from generator.catalogue.names import name_of
from generator.data_files.database_tables import FIGURES, RECORDS, WINNERS, Table, list_tables, plain_tables, quoted
from generator.data_files.database_views import SEARCH, VIEWS, union_views
from generator.data_files.exports import figure_rows, record_rows, winner_rows, yes_or_no
from generator.printing.urls import record_path
from generator.records.declared import texts
from generator.records.kinds import KINDS
from generator.records.parse import Entry

DATABASE = "data/showcase.sqlite"
# A page of a file as most disks have it, whatever this SQLite would take.
_PAGE_SIZE = 4096
# Where the header of a file holds the version of the SQLite that wrote it, which no reader needs.
_WRITER = slice(96, 100)
_JSON = json.JSONEncoder(ensure_ascii=False)
# What is no cell as it is.
_NO_CELL = (list, bool, int)
# SQLite holds whole numbers in 64 bits.
_TOO_LARGE = 2**63
# Names of winners stand in the table of winners, each with its standing.
_NOT_SEARCHED = {"id", "name", "formerly", "winners"}
# Nor what is no text of its own: where in a source something was said, and a yes or a no.
_WHERE, _YES_OR_NO = "where", {"True", "False"}


def database(catalogue: Catalogue) -> bytes:
    """Return the database as the bytes of a file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        made.execute("BEGIN")
        _fill(made, catalogue)
        for view in (*union_views(), *VIEWS):
            made.execute(f"CREATE VIEW {view.name} AS\n{view.sql}")
        for statement in SEARCH if finds_text() else ():
            made.execute(statement)
        made.execute("COMMIT")
        made.execute("VACUUM")
        data = bytearray(made.serialize())
    data[_WRITER] = bytes(4)
    return bytes(data)


def finds_text() -> bool:
    """Return whether this SQLite can make an index of texts by three characters, which those before 3.34 cannot."""
    with closing(sqlite3.connect(":memory:")) as asked:
        try:
            asked.execute("CREATE VIRTUAL TABLE known USING fts5(text, tokenize = 'trigram')")
        except sqlite3.OperationalError:
            return False
        return True


def _fill(made: sqlite3.Connection, catalogue: Catalogue) -> None:
    _insert(made, RECORDS, _records(catalogue))
    for kind in KINDS:
        _insert_rows(made, kind.plural, record_rows(catalogue, kind))
    for name, rows in ((FIGURES, figure_rows(catalogue)), (WINNERS, winner_rows(catalogue))):
        _insert_rows(made, name, [{"id": at, **row} for at, row in enumerate(rows, 1)])


def _insert_rows(made: sqlite3.Connection, name: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Make the table of some rows, and one for each column that refers to several records."""
    plain = plain_tables()[name]
    _insert(
        made,
        plain,
        ([_cell(held) if held.__class__ in _NO_CELL else held for held in map(row.get, plain.names)] for row in rows),
    )
    for column, listed in list_tables(name):
        _insert(made, listed, _items(rows, column))


def _items(rows: Iterable[Mapping[str, object]], column: str) -> Iterator[tuple[object, int, object]]:
    for row in rows:
        held = row.get(column)
        if isinstance(held, list):
            # A record that is named twice is meant once.
            yield from ((row["id"], at, item) for at, item in enumerate(dict.fromkeys(held), 1))


def _insert(made: sqlite3.Connection, table: Table, rows: Iterable[Sequence[object]]) -> None:
    made.execute(table.sql)
    places = ", ".join("?" * len(table.names))
    made.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({places})", rows)  # noqa: S608 - our own names


def _cell(value: object) -> object:
    """Return a value as a cell holds it: several words as JSON, which SQLite can take apart."""
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, int):
        return value if abs(value) < _TOO_LARGE else float(value)
    return _JSON.encode(value)


def _records(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    with_page = {entry.key for kind in KINDS for entry in published(catalogue, kind)}
    entries = (entry for kind in KINDS for entry in catalogue.of(kind.model))
    for number, entry in enumerate(entries, 1):
        page = record_path(*entry.key) if entry.key in with_page else None
        yield number, *entry.key, name_of(catalogue, entry), page, _said(entry)


def _said(entry: Entry) -> str:
    """Return the public texts of a record, one a line."""
    return "\n".join(
        text
        for at, text, public in texts(entry.record)
        if public and at[0] not in _NOT_SEARCHED and at[-1] != _WHERE and text not in _YES_OR_NO
    )
