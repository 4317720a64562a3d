"""The page of a metric: what it counts, every figure that reports it by sort of subject, and how they changed.

The list of metrics has a line for each, and stands for those that one figure alone reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_by_metric
from generator.catalogue.comparability import sort_of, sort_rank
from generator.pages.figures.bars import GroupView, RowView, by_subject, group_view, rows_of, trends
from generator.pages.lists.long_lists import kind_pages
from generator.pages.views.figures_view import FigureView
from generator.pages.views.statement_views import figure_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.charts import TrendView
from generator.printing.listed import ListPage
from generator.printing.page import LinkView
from generator.printing.urls import record_path, table_path
from generator.records.kinds import kind_of
from generator.records.metric import Measure, Metric
from generator.records.parse import Entry

# What a phone shows in a few turns; all are in the table for download.
_MOST_ROWS = 24
# More lines through time are in the table.
_TRENDS = 4
_HOW = {
    Measure.STOCK: "到某一天为止一共有多少",
    Measure.FLOW: "一段时间里做了多少",
    Measure.RATIO: "占多大一部分",
    Measure.MEAN: "平均下来是多少",
}


@dataclass(frozen=True, slots=True)
class MetricView:
    """A metric: how it is counted, its figures in groups of one sort each, the rest, and the trends of its subjects."""

    id: str
    name: str
    lead: str
    counted: tuple[tuple[str, LinkView], ...]
    groups: tuple[GroupView, ...]
    rest: tuple[RowView, ...]
    more: int
    trends: tuple[tuple[LinkView, TrendView], ...]
    other_trends: int
    table: str


@dataclass(frozen=True, slots=True)
class MetricLine:
    """A metric in the list of all: the figure that stands first, and how many more there are."""

    id: str
    metric: LinkView
    figure: FigureView
    others: int


@dataclass(frozen=True, slots=True)
class MetricsView:
    """A page of the list of metrics."""

    title: str
    list: ListPage[MetricLine]


def metric_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Metric]) -> MetricView:
    """Return a metric's page."""
    metric = entry.record
    found = figures_by_metric(catalogue)[metric.id]
    subjects = by_subject(found)
    groups = tuple(_groups(catalogue, where, subjects))
    rest = tuple(rows_of(catalogue, where, subjects))[:_MOST_ROWS]
    drawn = [(LinkView(of.record.name, record_path(of.kind.name, of.record.id)), line) for of, line in trends(found)]
    shown = len(rest) + sum(len(group.rows) + len(group.others) for group in groups)
    return MetricView(
        id=metric.id,
        name=metric.name,
        lead=metric.summary or "",
        counted=tuple(_counted(catalogue, where, metric)),
        groups=groups,
        rest=rest,
        more=len(found) - shown,
        trends=tuple(drawn[:_TRENDS]),
        other_trends=max(0, len(drawn) - _TRENDS),
        table=table_path(metric.id),
    )


def metrics_view(catalogue: Catalogue, where: Whereabouts, number: int) -> MetricsView:
    """Return a page of the list of metrics."""
    page = kind_pages(catalogue, kind_of(Metric))[number - 1]
    return MetricsView(kind_of(Metric).title, page.shown_as(lambda entry: _line(catalogue, where, entry)))


def _line(catalogue: Catalogue, where: Whereabouts, entry: Entry) -> MetricLine:
    metric = catalogue.record(Metric, entry.record.id)
    found = figures_by_metric(catalogue)[metric.id]
    # Places before what is inside them, so that a city's number stands for a metric, and not that of a project.
    first = min(found, key=lambda cited: sort_rank(cited.entry))
    link = LinkView(metric.name, where.metric(metric))
    return MetricLine(metric.id, link, figure_view(catalogue, where, first), len(found) - 1)


def _groups(
    catalogue: Catalogue, where: Whereabouts, subjects: Mapping[Entry, Sequence[CitedFigure]]
) -> Iterator[GroupView]:
    """Yield the subjects of each sort, as many as the page has room for."""
    sorts: dict[tuple[int, int], dict[Entry, Sequence[CitedFigure]]] = {}
    for entry, figures in subjects.items():
        sorts.setdefault(sort_rank(entry), {})[entry] = figures
    room = _MOST_ROWS
    for _, of in sorted(sorts.items()):
        if room > 0:
            group = group_view(catalogue, where, sort_of(next(iter(of))), of, room)
            room -= len(group.rows) + len(group.others)
            yield group


def _counted(catalogue: Catalogue, where: Whereabouts, metric: Metric) -> Iterator[tuple[str, LinkView]]:
    """Yield how a metric is counted, as label and words."""
    yield "单位", LinkView(metric.unit)
    yield "数的是", LinkView(_HOW[metric.measure])
    if metric.scope:
        yield "算哪些", LinkView(metric.scope)
    for label, name in (("分子", metric.numerator), ("分母", metric.denominator), ("它属于", metric.part_of)):
        other = catalogue.find_metric(name)
        if other:
            yield label, LinkView(other.name, where.metric(other))
