"""Statistics: the metrics that several report, side by side as small multiples, and the way to every other one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_by_metric
from generator.catalogue.citations import reported as reported_metrics
from generator.pages.lists.long_lists import kind_pages
from generator.pages.views.metric_page import BarView, bars
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import JumpView
from generator.printing.page import LinkView
from generator.printing.urls import list_path, record_path, table_path
from generator.records.kinds import kind_of
from generator.records.metric import Metric

_MULTIPLES = 6
_ROWS = 3


@dataclass(frozen=True, slots=True)
class MultipleView:
    """A metric that several report: its largest figures, how many more there are, and its table."""

    id: str
    link: LinkView
    definition: str
    rows: tuple[BarView, ...]
    more: int
    table: str


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """Small multiples of what several report, and the ways into the list of all metrics."""

    multiples: tuple[MultipleView, ...]
    all: LinkView
    jumps: tuple[JumpView, ...]
    metrics: int
    figures: int


def statistics_view(catalogue: Catalogue, where: Whereabouts) -> StatisticsView:
    """Return the statistics page."""
    found = figures_by_metric(catalogue)
    kind = kind_of(Metric)
    reported = [catalogue.record(Metric, entry.record.id) for entry in reported_metrics(catalogue, kind)]
    shared = [metric for metric in reported if len({cited.entry.key for cited in found[metric.id]}) > 1]
    shared.sort(key=lambda metric: len(found[metric.id]), reverse=True)
    return StatisticsView(
        multiples=tuple(_multiple(catalogue, where, metric) for metric in shared[:_MULTIPLES]),
        all=LinkView(f"全部 {len(reported)} 个指标", list_path(kind)),
        jumps=kind_pages(catalogue, kind)[0].jumps,
        metrics=len(reported),
        figures=figure_count(catalogue),
    )


def figure_count(catalogue: Catalogue) -> int:
    """Return how many figures there are."""
    return sum(map(len, figures_by_metric(catalogue).values()))


def _multiple(catalogue: Catalogue, where: Whereabouts, metric: Metric) -> MultipleView:
    found = figures_by_metric(catalogue)[metric.id]
    return MultipleView(
        id=metric.id,
        link=LinkView(metric.name, record_path("metric", metric.id)),
        definition="；".join(word for word in (f"单位：{metric.unit}", metric.scope) if word),
        rows=bars(catalogue, where, found, _ROWS),
        more=max(0, len(found) - _ROWS),
        table=table_path(metric.id),
    )
