"""Figures of several subjects in one group: side by side with bars where they may be compared, else as a plain list.

``catalogue/comparability.py`` decides, for statistics, the pages of metrics and the comparison alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure
from generator.catalogue.comparability import (
    LABELS,
    Comparability,
    comparability_of,
    reasons_of,
    representative_figure,
    side_by_side,
    unit_of,
)
from generator.catalogue.inhabitants import Rate, rate_of
from generator.catalogue.names import short_name
from generator.catalogue.peers import INHABITANTS
from generator.pages.views.figures_view import FigureView
from generator.pages.views.statement_views import figure_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.charts import TrendView, trend
from generator.records.metric import Measure
from generator.records.parse import Entry
from generator.records.place import Place

_FULL = 100
_FEW = 24
# Larger places have larger numbers; a share or a mean does not grow with a place.
_GROWING = {Measure.STOCK, Measure.FLOW}


@dataclass(frozen=True, slots=True)
class RowView:
    """One subject with its figure; ``width`` is that of its bar in hundredths, nought where none is drawn.

    ``rate`` says how much that is by the inhabitants, with its arithmetic; ``facts`` are what a script compares by.
    """

    id: str
    name: str
    figure: FigureView
    path: str
    width: float
    rate: str
    arithmetic: str
    more: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Figures of subjects of one sort: those with bars, the largest first, then the others.

    ``reason`` says why some, or all, are not compared; ``caveat`` what bars do not say; ``is_growing`` where larger
    places have more; ``said`` is the first figure, where all share its date and source; ``left`` is how many have no
    room.
    """

    title: str
    rows: tuple[RowView, ...]
    others: tuple[RowView, ...]
    reason: str
    caveat: str
    is_growing: bool
    said: FigureView | None
    left: int


@dataclass(frozen=True, slots=True)
class _Standing:
    """The figure that stands for a subject, with what decides beside which others."""

    entry: Entry
    cited: CitedFigure
    facts: Comparability
    rate: Rate | None
    others: Sequence[CitedFigure] = field(default=())


def by_subject(found: Iterable[CitedFigure]) -> dict[Entry, list[CitedFigure]]:
    """Return figures of a metric under the records that state them."""
    subjects: dict[Entry, list[CitedFigure]] = {}
    for cited in found:
        subjects.setdefault(cited.entry, []).append(cited)
    return subjects


def group_view(
    catalogue: Catalogue,
    where: Whereabouts,
    title: str,
    subjects: Mapping[Entry, Sequence[CitedFigure]],
    most: int,
) -> GroupView:
    """Return the figures of a metric of some subjects, at most so many; each has one that stands for it."""
    standing = [_standing(catalogue, entry, figures) for entry, figures in subjects.items()]
    at = set(side_by_side([own.facts for own in standing]))
    alike = [own for number, own in enumerate(standing) if number in at]
    by_rate = bool(alike) and all(own.rate for own in alike)
    alike.sort(key=lambda own: _size(own, by_rate=by_rate), reverse=True)
    is_growing = any(_grows(own) for own in standing)
    top = max((_size(own, by_rate=by_rate) for own in alike), default=Decimal(0)) or Decimal(1)
    unlike = [own for number, own in enumerate(standing) if number not in at]
    rows = [
        _row(catalogue, where, own, round(float(_size(own, by_rate=by_rate) / top) * _FULL, 1)) for own in alike[:most]
    ]
    others = [_row(catalogue, where, own, 0) for own in unlike[: most - len(rows)]]
    return GroupView(
        title=title,
        rows=tuple(rows),
        others=tuple(others),
        reason=_reason(alike, unlike) if len(standing) > 1 else "",
        caveat=LABELS["rated"] if by_rate else LABELS["unequal"] if alike and is_growing else "",
        is_growing=is_growing,
        said=_said([row.figure for row in (*rows, *others)]),
        left=len(standing) - len(rows) - len(others),
    )


def rows_of(
    catalogue: Catalogue, where: Whereabouts, subjects: Mapping[Entry, Sequence[CitedFigure]]
) -> Iterator[RowView]:
    """Yield what else subjects report of a metric besides the figure that stands for each."""
    for entry, figures in subjects.items():
        standing = representative_figure(figures)
        for cited in figures:
            if cited is not standing:
                yield _row(catalogue, where, _standing(catalogue, entry, [cited]), 0)


def trends(found: Iterable[CitedFigure]) -> Iterator[tuple[Entry, TrendView]]:
    """Yield how the figures of each subject changed, where it reported more than once in one unit."""
    lines: dict[tuple[Entry, str], list[CitedFigure]] = {}
    for cited in found:
        lines.setdefault((cited.entry, unit_of(cited)), []).append(cited)
    for (entry, _), figures in lines.items():
        drawn = trend(figures) if len(figures) > 1 else None
        if drawn is not None:
            yield entry, drawn


def _standing(catalogue: Catalogue, entry: Entry, figures: Sequence[CitedFigure]) -> _Standing:
    cited = representative_figure(figures)
    others = [other for other in figures if other is not cited]
    return _Standing(entry, cited, comparability_of(cited), rate_of(catalogue, cited), others)


def _size(own: _Standing, *, by_rate: bool) -> Decimal:
    return own.rate.number if by_rate and own.rate else own.cited.figure.value.number


def _reason(alike: Sequence[_Standing], unlike: Sequence[_Standing]) -> str:
    """Say why some, or all, are not compared; of a long list the records are not read, only names beside figures."""
    is_long = len(alike) + len(unlike) > _FEW
    named = [(own.cited.subject if is_long else short_name(own.entry), own.facts) for own in (*alike, *unlike)]
    reasons = reasons_of(named)
    return f"{LABELS['partly' if alike else 'unlike']}{reasons}。" if reasons else ""


def _said(figures: Sequence[FigureView]) -> FigureView | None:
    shared = {(figure.date, tuple(link.text for link in figure.sources)) for figure in figures}
    return figures[0] if len(shared) == 1 else None


def _grows(own: _Standing) -> bool:
    metric = own.cited.metric
    return own.entry.kind.model is Place and metric.measure in _GROWING and metric.name != INHABITANTS


def _row(catalogue: Catalogue, where: Whereabouts, own: _Standing, width: float) -> RowView:
    facts, figure = own.facts, own.cited.figure
    return RowView(
        id=own.entry.record.id,
        name=short_name(own.entry),
        figure=figure_view(catalogue, where, own.cited),
        path=where.figure(own.cited),
        width=width,
        rate=own.rate.words if own.rate else "",
        arithmetic=own.rate.arithmetic if own.rate else "",
        more=f"另有 {len(own.others)} 条" if own.others else "",
        facts=(
            ("sort", facts.sort),
            ("unit", facts.unit),
            ("scope", figure.scope or ""),
            ("span", facts.span),
            ("range", facts.range),
            ("year", facts.year),
            ("number", f"{figure.value.number:f}"),
            ("rate", f"{own.rate.number:.6f}" if own.rate else ""),
        ),
    )
