"""Data for others: every kind as JSON and CSV, and all figures and all winners, one a row.

Only public fields of the public catalogue are written.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_by_metric, figures_of, published
from generator.catalogue.editions import series_name
from generator.catalogue.names import winner_name
from generator.catalogue.winners import CitedHonour, every_winner, winner_of
from generator.data_files.columns import FIGURE_COLUMNS, WINNER_COLUMNS, columns_of
from generator.printing.urls import table_path
from generator.records.declared import fields_of
from generator.records.edition import EditionStatus
from generator.records.fields import Model
from generator.records.kinds import KINDS, Kind, kind_of
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.roll_line import people_in
from generator.records.series import Series

_ROW = json.JSONEncoder(ensure_ascii=False)
# Excel shows a UTF-8 file's Chinese only when it begins with this mark.
_BOM = "\ufeff"
# A cell that begins with one of these would be run as a formula; Chinese Excel takes the full-width ones for the same.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def exports(catalogue: Catalogue) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the path of every data file, with what makes its text."""
    for kind in KINDS:
        yield f"data/{kind.plural}.json", partial(_records_json, catalogue, kind)
        yield f"data/{kind.plural}.csv", partial(_records_csv, catalogue, kind)
    yield "data/figures.json", lambda: _json(_figure_rows(catalogue))
    yield "data/figures.csv", lambda: _figures_csv(_figure_rows(catalogue))
    yield "data/winners.json", lambda: _json([*winner_rows(catalogue)])
    yield "data/winners.csv", partial(_winners_csv, catalogue)
    for metric in published(catalogue, kind_of(Metric)):
        # A table cannot lead on, so it is given at its former addresses too.
        for name in (metric.record.id, *metric.record.formerly):
            yield table_path(name), partial(_metric_csv, figures_by_metric(catalogue)[metric.record.id])


def _records_json(catalogue: Catalogue, kind: Kind) -> str:
    return _json([public_fields(entry.record) for entry in catalogue.of(kind.model)])


def _records_csv(catalogue: Catalogue, kind: Kind) -> str:
    columns = [column.name for column in columns_of(kind)]
    return _csv(columns, [_flat(entry) for entry in catalogue.of(kind.model)])


def _metric_csv(found: Iterable[CitedFigure]) -> str:
    return _figures_csv([figure_row(cited) for cited in found])


def _figure_rows(catalogue: Catalogue) -> list[dict[str, object]]:
    return [figure_row(cited) for entry in catalogue.entries.values() for cited in figures_of(catalogue, entry)]


def _figures_csv(rows: list[dict[str, object]]) -> str:
    return _table(FIGURE_FIELDS, rows)


FIGURE_FIELDS = tuple(column.name for column in FIGURE_COLUMNS)


def figure_row(cited: CitedFigure) -> dict[str, object]:
    """Return one figure with all fields of the contract; what is not known is null."""
    figure, record = cited.figure, cited.entry.record
    values = (
        record.id,
        cited.entry.kind.name,
        record.name,
        cited.metric.id,
        cited.metric.name,
        cited.metric.measure.value,
        _number(figure.value.number),
        figure.value.qualifier.value,
        figure.value.counted_in or cited.metric.unit,
        figure.value.printed,
        str(cited.as_of) if cited.as_of else None,
        str(figure.period) if figure.period else None,
        cited.basis.value,
        figure.scope or cited.metric.scope,
        list(cited.documents),
        cited.where,
    )
    return dict(zip(FIGURE_FIELDS, values, strict=True))


WINNER_FIELDS = tuple(column.name for column in WINNER_COLUMNS)


def winner_rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    """Yield one row a winner, two where two share an honour."""
    for cited in every_winner(catalogue):
        for name in people_in(winner_name(catalogue, cited.honour)):
            yield _winner_row(catalogue, cited, name)


def _winner_row(catalogue: Catalogue, cited: CitedHonour, name: str) -> dict[str, object]:
    """Return one winner with the edition that names it; a line that was revoked says so."""
    edition, winner = cited.edition, winner_of(catalogue, cited.honour)
    status = EditionStatus.REVOKED if cited.is_revoked else edition.status
    values = (
        edition.series,
        series_name(catalogue.record(Series, edition.series), edition),
        edition.id,
        str(edition.year) if edition.year else None,
        edition.edition,
        status.value,
        cited.category,
        name,
        cited.honour.unit,
        winner.kind.name if winner else None,
        winner.record.id if winner else None,
        list(cited.documents),
        cited.where,
    )
    return dict(zip(WINNER_FIELDS, values, strict=True))


def _winners_csv(catalogue: Catalogue) -> str:
    return _table(WINNER_FIELDS, winner_rows(catalogue))


def public_fields(model: Model) -> dict[str, object]:
    """Return the public fields of a record that hold something, in the order declared."""
    found: dict[str, object] = {}
    for shape in fields_of(type(model)).values():
        held = getattr(model, shape.name)
        if not shape.public or held in (None, (), ""):
            continue
        found[shape.name] = [_plain(item) for item in held] if shape.many else _plain(held)
    return found


def _plain(value: object) -> object:
    if isinstance(value, Model):
        return public_fields(value)
    return value if isinstance(value, bool) else str(value)


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _flat(entry: Entry) -> dict[str, str]:
    fields = public_fields(entry.record)
    return {column.name: guarded(fields.get(column.name)) for column in columns_of(entry.kind)}


def guarded(value: object) -> str:
    """Return a value as the text of a cell that no spreadsheet runs as a formula."""
    text = "" if value is None else "；".join(map(str, value)) if isinstance(value, list) else str(value)
    return "'" + text if text.startswith(_FORMULA) else text


def _json(rows: list[dict[str, object]]) -> str:
    """Return rows as JSON, one a line: an encoder that indents takes eight times as long."""
    lines = ",\n".join(map(_ROW.encode, rows))
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _table(columns: Sequence[str], rows: Iterable[dict[str, object]]) -> str:
    return _csv(list(columns), [{name: guarded(value) for name, value in row.items()} for row in rows])


def _csv(columns: list[str], rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return _BOM + out.getvalue()
