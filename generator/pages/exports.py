"""Data for others: every kind as JSON and CSV, and all figures with the fields of the design's contract.

Only public fields of the public catalogue are written.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_by_metric, figures_of
from generator.pages.columns import FIGURE_COLUMNS, columns_of
from generator.pages.urls import table_path
from generator.records.fields import Model
from generator.records.kinds import KINDS
from generator.records.parse import Entry
from generator.records.structure import fields_of

# Excel shows a UTF-8 file's Chinese only when it begins with this mark.
_BOM = "\ufeff"
# A cell that begins with one of these would be run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def exports(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield path and text of every data file."""
    for kind in KINDS:
        entries = catalogue.of(kind.name)
        rows = [public_fields(entry.record) for entry in entries]
        yield f"data/{kind.plural}.json", _json(rows)
        yield (
            f"data/{kind.plural}.csv",
            _csv([column.name for column in columns_of(kind)], [_flat(entry) for entry in entries]),
        )
    figures = [figure_row(cited) for entry in catalogue.entries.values() for cited in figures_of(catalogue, entry)]
    yield "data/figures.json", _json(figures)
    yield "data/figures.csv", _figures(figures)
    for metric, found in figures_by_metric(catalogue).items():
        yield table_path(metric), _figures([figure_row(cited) for cited in found])


def _figures(rows: list[dict[str, object]]) -> str:
    return _csv(list(FIGURE_FIELDS), [{name: _cell(value) for name, value in row.items()} for row in rows])


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
        figure.value.unit or cited.metric.unit,
        figure.value.printed,
        str(cited.as_of) if cited.as_of else None,
        str(figure.period) if figure.period else None,
        cited.basis.value,
        figure.scope or cited.metric.scope,
        list(cited.documents),
        cited.where,
    )
    return dict(zip(FIGURE_FIELDS, values, strict=True))


def public_fields(model: Model) -> dict[str, object]:
    """Return the public fields of a record that hold something, in the order declared."""
    found: dict[str, object] = {}
    for shape in fields_of(type(model)).values():
        held = getattr(model, shape.name)
        if not shape.public or held is None or held == ():
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
    return {column.name: _cell(fields.get(column.name)) for column in columns_of(entry.kind)}


def _cell(value: object) -> str:
    text = "" if value is None else "；".join(map(str, value)) if isinstance(value, list) else str(value)
    return "'" + text if text.startswith(_FORMULA) else text


def _json(rows: list[dict[str, object]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _csv(columns: list[str], rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return _BOM + out.getvalue()
