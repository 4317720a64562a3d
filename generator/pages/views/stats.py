"""Statistics: the metrics that several report, side by side as small multiples, and the way to every other one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_by_metric, with_page
from generator.pages.urls import list_path, record_path, table_path
from generator.pages.views.lists import list_views
from generator.pages.views.metric import BarView, bars
from generator.pages.views.page import LinkView
from generator.pages.views.paging import JumpView
from generator.records.kinds import BY_NAME
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
class StatsView:
    """Small multiples of what several report, and the ways into the list of all metrics."""

    multiples: tuple[MultipleView, ...]
    all: LinkView
    jumps: tuple[JumpView, ...]
    metrics: int
    figures: int


def stats_view(catalogue: Catalogue) -> StatsView:
    """Return the statistics page."""
    found = figures_by_metric(catalogue)
    reported = [catalogue.record(Metric, "metric", entry.record.id) for entry in with_page(catalogue, "metric")]
    kind = BY_NAME["metric"]
    shared = [metric for metric in reported if len({cited.entry.key for cited in found[metric.id]}) > 1]
    shared.sort(key=lambda metric: len(found[metric.id]), reverse=True)
    return StatsView(
        multiples=tuple(_multiple(catalogue, metric) for metric in shared[:_MULTIPLES]),
        all=LinkView(f"全部 {len(reported)} 个指标", list_path(kind)),
        jumps=list_views(catalogue, kind)[0].list.jumps,
        metrics=len(reported),
        figures=sum(map(len, found.values())),
    )


def _multiple(catalogue: Catalogue, metric: Metric) -> MultipleView:
    found = figures_by_metric(catalogue)[metric.id]
    rows = bars(catalogue, metric, found, _ROWS)
    words = [f"单位：{metric.unit}", metric.scope or ""]
    definition = "；".join(word for word in words if word)
    return MultipleView(metric.id, _link(metric), definition, rows, max(0, len(found) - _ROWS), table_path(metric.id))


def _link(metric: Metric) -> LinkView:
    return LinkView(metric.name, record_path("metric", metric.id))
