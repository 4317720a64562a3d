"""Data for others: every kind as JSON and CSV, and all figures and all winners, one a row.

Only public fields of the public catalogue are written.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, partial

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.citations import CitedFigure, every_figure, figures_by_metric, published
from generator.catalogue.editions import series_name
from generator.catalogue.names import name_of
from generator.catalogue.places import places_of
from generator.catalogue.winners import CitedHonour, level_of, winner_of, winners_of
from generator.data_files.columns import FIGURE_COLUMNS, WINNER_COLUMNS, columns_of, name_column
from generator.printing.urls import table_path
from generator.records.declared import fields_of
from generator.records.document import Document
from generator.records.edition import Edition, EditionStatus
from generator.records.fields import Model, Reference
from generator.records.kinds import KINDS, Kind, kind_of
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.roll_line import people_in
from generator.records.series import Series

# Fields that hold one of these are left out; those that hold 否 or 0 say something.
_NOTHING = (None, (), "")
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
    yield "data/figures.json", lambda: _json(figure_rows(catalogue))
    yield "data/figures.csv", lambda: _figures_csv(figure_rows(catalogue))
    yield "data/winners.json", lambda: _json(winner_rows(catalogue))
    yield "data/winners.csv", partial(_winners_csv, catalogue)
    for metric in published(catalogue, kind_of(Metric)):
        # A table cannot lead on, so it is given at its former addresses too.
        for name in (metric.record.id, *metric.record.formerly):
            yield table_path(name), partial(_metric_csv, catalogue, metric.record.id)


def _records_json(catalogue: Catalogue, kind: Kind) -> str:
    return _json(record_rows(catalogue, kind))


def _records_csv(catalogue: Catalogue, kind: Kind) -> str:
    return _table([column.name for column in columns_of(kind)], record_rows(catalogue, kind))


@derived
def record_rows(catalogue: Catalogue, kind: Kind) -> Sequence[dict[str, object]]:
    """Return one row a record of a kind."""
    return [_record_row(catalogue, entry) for entry in catalogue.of(kind.model)]


def _record_row(catalogue: Catalogue, entry: Entry) -> dict[str, object]:
    """Return the public fields of a record, with the id and the name of each record that a field refers to.

    An edition may be called after its series and its year.
    """
    row: dict[str, object] = {} if entry.record.name else {"name": name_of(catalogue, entry)}
    references = _references(entry.kind.model)
    for name, held in public_fields(entry.record).items():
        reference = references.get(name)
        if reference is None:
            row[name] = held
            continue
        ids = held if isinstance(held, list) else [held]
        # A metric may be named where it is referred to; its id is what tells it.
        found = [target for text in ids if (target := catalogue.resolve(reference, str(text)))]
        row |= _told(name, [(target.key[1], name_of(catalogue, target)) for target in found], many=ids is held)
    return row


def _told(field: str, pairs: Sequence[tuple[str, str]], *, many: bool) -> dict[str, object]:
    """Return the two columns of a field that refers to others: their ids, and their names."""
    ids, names = [own for own, _ in pairs], [name for _, name in pairs]
    if many:
        return {field: ids, name_column(field): names}
    return {field: ids[0], name_column(field): names[0]} if pairs else {}


@cache
def _references(model: type[Model]) -> dict[str, Reference]:
    """Return what the fields of a kind refer to, by the fields that do."""
    return {shape.name: shape.reference for shape in fields_of(model).values() if shape.reference}


@table
def _places_told(catalogue: Catalogue, entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return the ids and the names of the places where a record is; a place is where it is."""
    ids = (entry.record.id,) if isinstance(entry.record, Place) else places_of(entry)
    return tuple((place.record.id, place.record.name) for own in ids if (place := catalogue.get(Place, own)))


def _sources_told(catalogue: Catalogue, documents: Sequence[str]) -> dict[str, object]:
    found = [entry for own in documents if (entry := catalogue.get(Document, own))]
    return _told("source", [(entry.key[1], name_of(catalogue, entry)) for entry in found], many=True)


def _metric_csv(catalogue: Catalogue, metric: str) -> str:
    return _figures_csv([figure_row(catalogue, cited) for cited in figures_by_metric(catalogue)[metric]])


@derived
def figure_rows(catalogue: Catalogue) -> Sequence[dict[str, object]]:
    """Return one row a figure."""
    return [figure_row(catalogue, cited) for cited in every_figure(catalogue)]


def _figures_csv(rows: Iterable[dict[str, object]]) -> str:
    return _table(FIGURE_FIELDS, rows)


FIGURE_FIELDS = tuple(column.name for column in FIGURE_COLUMNS)


def figure_row(catalogue: Catalogue, cited: CitedFigure) -> dict[str, object]:
    """Return one figure with all fields of the contract; what is not known is null."""
    figure = cited.figure
    kind, subject = cited.entry.key
    values = (
        subject,
        kind,
        cited.subject,
        *_told("place", _places_told(catalogue, cited.entry), many=True).values(),
        cited.metric.id,
        cited.metric.name,
        cited.metric.measure.value,
        _number(figure.value.number),
        None if figure.value.most is None else _number(figure.value.most),
        figure.value.qualifier.value,
        figure.value.counted_in or cited.metric.unit,
        figure.value.printed,
        str(cited.as_of) if cited.as_of else None,
        str(figure.period) if figure.period else None,
        cited.basis.value,
        figure.scope or cited.metric.scope,
        *_sources_told(catalogue, cited.documents).values(),
        cited.where,
    )
    return dict(zip(FIGURE_FIELDS, values, strict=True))


WINNER_FIELDS = tuple(column.name for column in WINNER_COLUMNS)


@derived
def winner_rows(catalogue: Catalogue) -> Sequence[dict[str, object]]:
    """Return one row a winner, two where two share an honour."""
    return [row for entry in catalogue.of(Edition) for row in _rows_of_edition(catalogue, entry)]


def _rows_of_edition(catalogue: Catalogue, entry: Entry[Edition]) -> Iterator[dict[str, object]]:
    edition = entry.record
    own = (
        edition.series,
        series_name(catalogue.record(Series, edition.series), edition),
        level_of(catalogue, edition).value,
        edition.id,
        name_of(catalogue, entry),
        str(edition.year) if edition.year else None,
        edition.edition,
    )
    for cited in winners_of(catalogue, entry):
        winner = winner_of(catalogue, cited.honour)
        for name in people_in(name_of(catalogue, winner) if winner else cited.honour.name or ""):
            values = (*own, *_winner_values(catalogue, cited, name, winner))
            yield dict(zip(WINNER_FIELDS, values, strict=True))


def _winner_values(catalogue: Catalogue, cited: CitedHonour, name: str, winner: Entry | None) -> tuple[object, ...]:
    """Return what is said of one winner beside the edition; a line that was revoked says so."""
    status = EditionStatus.REVOKED if cited.is_revoked else cited.edition.status
    kind, record_id = winner.key if winner else (None, None)
    return (
        status.value,
        cited.category,
        name,
        cited.honour.unit,
        kind,
        record_id,
        *_told("place", _places_told(catalogue, winner) if winner else (), many=True).values(),
        *_sources_told(catalogue, cited.documents).values(),
        cited.where,
    )


def _winners_csv(catalogue: Catalogue) -> str:
    return _table(WINNER_FIELDS, winner_rows(catalogue))


def public_fields(model: Model) -> dict[str, object]:
    """Return the public fields of a record that hold something, in the order declared."""
    found: dict[str, object] = {}
    own = vars(model)
    for name, many in _public(type(model)):
        held = own[name]
        if held or held not in _NOTHING:
            found[name] = [_plain(item) for item in held] if many else _plain(held)
    return found


@cache
def _public(model: type[Model]) -> tuple[tuple[str, bool], ...]:
    """Return the public fields of a group, and whether each holds several values."""
    return tuple((shape.name, shape.many) for shape in fields_of(model).values() if shape.public)


def _plain(value: object) -> object:
    if isinstance(value, Model):
        return public_fields(value)
    return value if isinstance(value, bool) else str(value)


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def guarded(value: object) -> str:
    """Return a value as the text of a cell that no spreadsheet runs as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_or_no(value)
    text = value if isinstance(value, str) else "；".join(map(str, value)) if isinstance(value, list) else str(value)
    return "'" + text if text.startswith(_FORMULA) else text


def yes_or_no(value: bool) -> str:  # noqa: FBT001 - it is what is said
    """Return a yes or a no as readers of a table know it."""
    return "是" if value else "否"


def _json(rows: Iterable[dict[str, object]]) -> str:
    """Return rows as JSON, one a line: an encoder that indents takes eight times as long."""
    lines = ",\n".join(map(_ROW.encode, rows))
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _table(columns: Sequence[str], rows: Iterable[dict[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(row.get(name)) for name in columns] for row in rows)
    return _BOM + out.getvalue()
