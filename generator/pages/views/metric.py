"""The page of a metric: what it counts, every figure that reports it, and how one subject's figures changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, Key
from generator.catalogue.citations import CitedFigure, figures_by_metric
from generator.pages.charts import TrendView, trend
from generator.pages.urls import table_path
from generator.pages.views.comparable import WORDS, facts_of, reasons_of, standing_for
from generator.pages.views.links import short_name
from generator.pages.views.page import LinkView
from generator.pages.views.paging import ROOM, size, split
from generator.pages.views.record import FactView, facts
from generator.pages.views.statements import FigureView, figure_view
from generator.records.metric import Metric
from generator.records.parse import Entry

# What a phone shows in a few turns; all are in the table for download.
MOST_ROWS = 24
_FULL = 100
# About how many bytes a row, a trend and a point on it print.
_ROW, _TREND, _POINT = 240, 800, 190
# Trends take this much of the page, so that rows are left room.
_TRENDS = 3_500
_SHOWN_APART = {"名称"}


@dataclass(frozen=True, slots=True)
class BarView:
    """One row: a figure, and the width of its bar in hundredths (0: no bar is drawn)."""

    figure: FigureView
    width: float


@dataclass(frozen=True, slots=True)
class MetricView:
    """A metric with its definition, its rows from the largest down, and the trends of its subjects."""

    id: str
    name: str
    lead: str
    facts: tuple[FactView, ...]
    rows: tuple[BarView, ...]
    more: int
    conclusion: str
    trends: tuple[tuple[LinkView, TrendView], ...]
    other_trends: int
    table: str


def metric_view(catalogue: Catalogue, entry: Entry) -> MetricView:
    """Return a metric's page."""
    metric = catalogue.record(Metric, "metric", entry.record.id)
    found = figures_by_metric(catalogue)[metric.id]
    all_trends = list(_trends(catalogue, found))
    trends = split(all_trends, _trend_size, _TRENDS, _TRENDS)[0]
    room = ROOM - sum(map(_trend_size, trends))
    rows = split(bars(catalogue, metric, found, MOST_ROWS), _row_size, room, room)[0]
    return MetricView(
        id=metric.id,
        name=metric.name,
        lead=metric.summary or "",
        facts=tuple(fact for fact in facts(catalogue, entry) if fact.label not in _SHOWN_APART),
        rows=tuple(rows),
        more=len(found) - len(rows),
        conclusion=_conclusion(found),
        trends=tuple(trends),
        other_trends=len(all_trends) - len(trends),
        table=table_path(metric.id),
    )


def bars(catalogue: Catalogue, metric: Metric, found: Sequence[CitedFigure], most: int) -> tuple[BarView, ...]:
    """Return so many figures from the largest down, with bars where there are several of one unit."""
    units = {cited.figure.value.counted_in or metric.unit for cited in found}
    drawn = len(found) > 1 and len(units) == 1
    top = max(cited.figure.value.number for cited in found) or 1
    ordered = sorted(found, key=lambda cited: cited.figure.value.number, reverse=True)
    return tuple(
        BarView(
            figure_view(catalogue, cited),
            round(float(cited.figure.value.number / top) * _FULL, 1) if drawn else 0,
        )
        for cited in ordered[:most]
    )


def _row_size(row: BarView) -> int:
    figure = row.figure
    links = (figure.subject, *figure.sources)
    return _ROW + size(figure.printed, figure.date, figure.scope, *(link.path for link in links), figure.subject.text)


def _trend_size(drawn: tuple[LinkView, TrendView]) -> int:
    return _TREND + _POINT * len(drawn[1].points)


def _conclusion(found: Sequence[CitedFigure]) -> str:
    """Say whether the figures may be set side by side, and in few words why not."""
    by_subject: defaultdict[Key, list[CitedFigure]] = defaultdict(list)
    for cited in found:
        by_subject[cited.entry.key].append(cited)
    standing = [standing_for(figures) for figures in by_subject.values()]
    if len(standing) < 2:  # noqa: PLR2004 - one subject is not compared
        return ""
    reasons = reasons_of((short_name(cited.entry), facts_of(cited)) for cited in standing[:MOST_ROWS])
    return f"{WORDS['unlike']}{reasons}。" if reasons else WORDS["alike"]


def _trends(catalogue: Catalogue, found: Iterable[CitedFigure]) -> Iterable[tuple[LinkView, TrendView]]:
    by_subject: defaultdict[tuple[str, str, str], list[CitedFigure]] = defaultdict(list)
    for cited in found:
        by_subject[(*cited.entry.key, cited.figure.value.counted_in)].append(cited)
    for figures in by_subject.values():
        drawn = trend(figures) if len(figures) > 1 else None
        if drawn is not None:
            yield figure_view(catalogue, figures[0]).subject, drawn
