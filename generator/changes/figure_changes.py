"""Figures that changed, and by what.

Figures of one subject, metric and scope are one row of values over time. A value of the same time that reads otherwise
was corrected; one of a later time follows the latest before it. A share is told only where the units are the same and
the printed words cannot mean the same number; of a flow only within one time, since two periods may differ in length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from generator.changes.pairs import Pairs
from generator.changes.snapshot import FIGURES, Row
from generator.records.fields import NotReadError
from generator.records.metric import Measure
from generator.records.quantity import Qualifier, Quantity, parse_quantity

_TENTH = Decimal("0.1")
Change = Literal["new", "changed", "corrected", "gone"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure's words, its unit and its time."""

    printed: str
    unit: str
    as_of: str
    period: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What a figure was and is, and by what it changed: in per cent or, of a ratio, in points, perhaps roughly."""

    change: Change
    kind: str
    subject: str
    subject_name: str
    metric: str
    metric_name: str
    scope: str
    before: Reading | None
    after: Reading | None
    percent: Decimal | None = None
    points: Decimal | None = None
    about: bool = False


_Series = tuple[str, str, str, str]


def figure_changes(pairs: Pairs) -> tuple[FigureChange, ...]:
    """Return what changed in the figures of records that both states hold, by subject and metric."""
    if not pairs.both(FIGURES):
        return ()
    old, new = defaultdict[_Series, list[Row]](list), defaultdict[_Series, list[Row]](list)
    in_both = {pairs.now(*key) for key in pairs.before} & pairs.after.keys()
    for row in pairs.old.tables[FIGURES]:
        old[_series(pairs, row)].append(row)
    for row in pairs.new.tables[FIGURES]:
        new[_series(None, row)].append(row)
    series = sorted(one for one in old.keys() | new.keys() if one[:2] in in_both)
    return tuple(change for one in series for change in _of_series(pairs, one, old[one], new[one]))


def _series(pairs: Pairs | None, row: Row) -> _Series:
    kind, subject, metric = row["subject_kind"], row["subject"], row["metric"]
    if pairs:
        (kind, subject), metric = pairs.now(kind, subject), pairs.now("metric", metric)[1]
    return kind, subject, metric, str(row.get("scope") or "")


def _of_series(pairs: Pairs, series: _Series, old: list[Row], new: list[Row]) -> Iterator[FigureChange]:
    """Yield the changes of one row of values: first those of one time, then those that came, then those that went."""
    kind, subject, metric, scope = series
    begun = (kind, subject, pairs.name((kind, subject)), metric, pairs.name(("metric", metric)), scope)

    def told(change: Change, before: Row | None, after: Row | None) -> FigureChange | None:
        if before and not pairs.may_say(*begun, _reading(before)):
            before = None
        if before is None and after is None:
            return None
        by = _difference(before, after) if before and after else (None, None, False)
        return FigureChange(change, *begun, _reading(before), _reading(after), *by)

    gone = list(old)
    came = [row for row in new if not _taken(gone, _said(row), _said)]
    found: list[FigureChange | None] = []
    for row in list(came):
        if before := _taken(gone, _time(row), _time):
            came.remove(row)
            found.append(told("corrected", before, row))
    for row in came:
        earlier = [one for one in old if _as_of(one) < _as_of(row)] if _as_of(row) else []
        last = max(earlier, key=_as_of, default=None)
        replaced = gone[0] if len(gone) == len(came) == 1 else None
        if replaced and (last is None or replaced is last):
            gone.clear()
            found.append(told("changed", replaced, row))
        else:
            found.append(told("changed" if last else "new", last, row))
    found += [told("gone", row, None) for row in gone]
    yield from (change for change in found if change)


def _taken(rows: list[Row], wanted: Any, key: Any) -> Row | None:
    """Take the first row out of a list that has a key."""
    at = next((at for at, row in enumerate(rows) if key(row) == wanted), None)
    return None if at is None else rows.pop(at)


def _said(row: Row) -> object:
    return _reading(row)


def _time(row: Row) -> object:
    return row.get("as_of"), row.get("period")


def _as_of(row: Row) -> str:
    return str(row.get("as_of") or "")


def _reading(row: Row | None) -> Reading | None:
    return (
        None
        if row is None
        else Reading(*(str(row.get(name) or "") for name in ("as_printed", "unit", "as_of", "period")))
    )


def _difference(before: Row, after: Row) -> tuple[Decimal | None, Decimal | None, bool]:
    old, new = _quantity(before), _quantity(after)
    if not (old and new) or before.get("unit") != after.get("unit") or old.number <= 0:
        return None, None, False
    is_flow = after.get("measure") == Measure.FLOW
    if (is_flow and _time(before) != _time(after)) or Qualifier.BETWEEN in {old.qualifier, new.qualifier}:
        return None, None, False
    if old.bounds[0] <= new.bounds[1] and new.bounds[0] <= old.bounds[1]:
        return None, None, False
    by, about = new.number - old.number, {old.qualifier, new.qualifier} != {Qualifier.EXACT}
    if after.get("measure") == Measure.RATIO:
        return None, by if after.get("unit") == "%" else None, about
    return (by * 100 / old.number).quantize(_TENTH), None, about


def _quantity(row: Row) -> Quantity | None:
    try:
        return parse_quantity(row["as_printed"])
    except NotReadError:
        return None
