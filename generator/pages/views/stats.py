"""Statistics: every metric with the figures that report it, as a table with bars from zero.

Bars are drawn only where figures may be set side by side: one unit, and no mean or ratio mixed with counts. Dates
and scopes stand in each row, since a bar alone would compare what its figures do not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_of
from generator.pages.views.statements import FigureView, figure_view
from generator.records.metric import Metric

OTHER = "其他"
_FULL = 100


@dataclass(frozen=True, slots=True)
class BarView:
    """One row: a figure, and the width of its bar in hundredths (0: no bar is drawn)."""

    figure: FigureView
    width: float


@dataclass(frozen=True, slots=True)
class MetricView:
    """A metric with its definition and its rows."""

    id: str
    name: str
    definition: str
    rows: tuple[BarView, ...]
    bars: bool


@dataclass(frozen=True, slots=True)
class StatsView:
    """Metrics by group."""

    groups: tuple[tuple[str, tuple[MetricView, ...]], ...]
    metrics: int
    figures: int


def stats_view(catalogue: Catalogue) -> StatsView:
    """Return the statistics page."""
    by_metric: defaultdict[str, list[CitedFigure]] = defaultdict(list)
    for entry in catalogue.entries.values():
        for cited in figures_of(catalogue, entry):
            by_metric[cited.metric.id].append(cited)
    groups: dict[str, list[MetricView]] = {}
    for entry in catalogue.of("metric"):
        metric = catalogue.record(Metric, "metric", entry.record.id)
        if by_metric[metric.id]:
            groups.setdefault(metric.group or OTHER, []).append(_metric_view(catalogue, metric, by_metric[metric.id]))
    ordered = sorted(groups.items(), key=lambda group: group[0] == OTHER)
    return StatsView(
        groups=tuple((title, tuple(metrics)) for title, metrics in ordered),
        metrics=sum(len(metrics) for metrics in groups.values()),
        figures=sum(len(found) for found in by_metric.values()),
    )


def _metric_view(catalogue: Catalogue, metric: Metric, found: list[CitedFigure]) -> MetricView:
    units = {cited.figure.value.counted_in or metric.unit for cited in found}
    drawn = len(found) > 1 and len(units) == 1
    top = max(cited.figure.value.number for cited in found) or 1
    rows = sorted(found, key=lambda cited: cited.figure.value.number, reverse=True)
    parts = [f"单位：{metric.unit}", metric.measure.label, metric.scope or "", metric.summary or ""]
    return MetricView(
        id=metric.id,
        name=metric.name,
        definition="；".join(part for part in parts if part),
        rows=tuple(
            BarView(
                figure_view(catalogue, cited),
                round(float(cited.figure.value.number / top) * _FULL, 1) if drawn else 0,
            )
            for cited in rows
        ),
        bars=drawn,
    )
