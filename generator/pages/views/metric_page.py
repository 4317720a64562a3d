"""The page of a metric: what it counts, every figure that reports it, and how one subject's figures changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, Key
from generator.catalogue.citations import CitedFigure, figures_by_metric
from generator.catalogue.comparability import LABELS, comparability_of, reasons_of, representative_figure, unit_of
from generator.catalogue.names import short_name
from generator.pages.views.figures_view import FigureView
from generator.pages.views.links import FactView, facts, link_to
from generator.pages.views.statement_views import figure_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.charts import TrendView, trend
from generator.printing.page import LinkView
from generator.printing.urls import table_path
from generator.records.metric import Metric
from generator.records.parse import Entry

# What a phone shows in a few turns; all are in the table for download.
MOST_ROWS = 24
_FULL = 100
# More lines through time are in the table.
_TRENDS = 4


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


def metric_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Metric]) -> MetricView:
    """Return a metric's page."""
    metric = entry.record
    found = figures_by_metric(catalogue)[metric.id]
    drawn = list(trends(catalogue, found))
    return MetricView(
        id=metric.id,
        name=metric.name,
        lead=metric.summary or "",
        facts=facts(catalogue, entry, where.metric),
        rows=bars(catalogue, where, found, MOST_ROWS),
        more=max(0, len(found) - MOST_ROWS),
        conclusion=_conclusion(found),
        trends=tuple(drawn[:_TRENDS]),
        other_trends=max(0, len(drawn) - _TRENDS),
        table=table_path(metric.id),
    )


def bars(catalogue: Catalogue, where: Whereabouts, found: Sequence[CitedFigure], most: int) -> tuple[BarView, ...]:
    """Return so many figures from the largest down, with bars where there are several of one unit."""
    drawn = len(found) > 1 and len(set(map(unit_of, found))) == 1
    top = max(cited.figure.value.number for cited in found) or 1
    ordered = sorted(found, key=lambda cited: cited.figure.value.number, reverse=True)
    return tuple(
        BarView(
            figure_view(catalogue, where, cited),
            round(float(cited.figure.value.number / top) * _FULL, 1) if drawn else 0,
        )
        for cited in ordered[:most]
    )


def _conclusion(found: Sequence[CitedFigure]) -> str:
    """Say whether the figures may be set side by side, and in few words why not."""
    by_subject: defaultdict[Key, list[CitedFigure]] = defaultdict(list)
    for cited in found:
        by_subject[cited.entry.key].append(cited)
    standing = [representative_figure(figures) for figures in by_subject.values()]
    if len(standing) < 2:  # noqa: PLR2004 - one subject is not compared
        return ""
    reasons = reasons_of((short_name(cited.entry), comparability_of(cited)) for cited in standing[:MOST_ROWS])
    return f"{LABELS['unlike']}{reasons}。" if reasons else LABELS["alike"]


def trends(catalogue: Catalogue, found: Iterable[CitedFigure]) -> Iterable[tuple[LinkView, TrendView]]:
    """Yield how the figures of each subject changed, where it reported more than once."""
    by_subject: defaultdict[tuple[str, str, str], list[CitedFigure]] = defaultdict(list)
    for cited in found:
        by_subject[(*cited.entry.key, cited.figure.value.counted_in)].append(cited)
    for figures in by_subject.values():
        drawn = trend(figures) if len(figures) > 1 else None
        if drawn is not None:
            yield link_to(catalogue, figures[0].entry), drawn
