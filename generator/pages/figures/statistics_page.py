"""Statistics: the reader's own city first, then its parts, then its peers, then the way to every metric."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_by_metric, reported
from generator.catalogue.comparability import representative_figure
from generator.catalogue.names import short_name
from generator.catalogue.peers import INHABITANTS, own_place, place_figures, shared_metrics
from generator.catalogue.places import children
from generator.pages.figures.bars import GroupView, group_view, trends
from generator.pages.figures.comparison_page import PeersView, peers_view
from generator.pages.lists.long_lists import kind_pages
from generator.pages.views.figures_view import FigureView
from generator.pages.views.statement_views import figure_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.charts import TrendView
from generator.printing.listed import JumpView
from generator.printing.page import LinkView
from generator.printing.urls import list_path, record_path
from generator.records.kinds import kind_of
from generator.records.metric import ASPECTS, Measure, Metric
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel
from generator.records.quantity import Qualifier
from generator.records.settings import Settings

_LINES = 8
_TRENDS = 4
_PART_METRICS, _PARTS = 3, 12
_HUNDRED = 100
_SHARE = re.compile(r"(.+?)占(.+?)的?(?:比例|比重|百分比|比率|比)")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class ShareView:
    """A share told by a hundred dots: how many are filled, and its sentence, parted around the number.

    ``whole`` says of how many it is told, where the place reports that.
    """

    dots: int
    before: str
    number: str
    after: str
    whole: str
    figure: FigureView


@dataclass(frozen=True, slots=True)
class LineView:
    """A number with the sentence it begins; date and source where they are not those of the page's other numbers."""

    figure: FigureView
    words: str
    date: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class AspectView:
    """What one place's numbers say of one thing: who, where, what came of it."""

    title: str
    lines: tuple[LineView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """A place's own numbers; ``date`` and ``sources`` are those of all lines that say nothing else."""

    share: ShareView | None
    trends: tuple[tuple[str, TrendView], ...]
    aspects: tuple[AspectView, ...]
    date: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the place: its name, one number of it, and how many more there are."""

    link: LinkView
    figure: FigureView
    more: int


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """The numbers of one place, of its parts and beside its peers; ``cities`` is how many there are."""

    place: LinkView | None
    is_chosen: bool
    cities: int
    own: PlaceFigures | None
    compared_parts: tuple[GroupView, ...]
    parts: tuple[PartView, ...]
    peers: PeersView | None
    all: LinkView
    jumps: tuple[JumpView, ...]
    metrics: int
    figures: int


def statistics_view(catalogue: Catalogue, where: Whereabouts, settings: Settings) -> StatisticsView:
    """Return the statistics page."""
    place, kind = own_place(catalogue, settings.place), kind_of(Metric)
    metrics = len(reported(catalogue, kind))
    cities = [entry for entry in catalogue.of(Place) if entry.record.level is PlaceLevel.CITY]
    parts = [part for part in children(catalogue, place.record.id) if place_figures(catalogue, part)] if place else []
    return StatisticsView(
        place=LinkView(short_name(place), record_path("place", place.record.id)) if place else None,
        is_chosen=settings.place is not None or len(cities) <= 1,
        cities=len(cities),
        own=_place_figures(catalogue, where, place) if place else None,
        compared_parts=tuple(_compared_parts(catalogue, where, parts)),
        parts=tuple(_part(catalogue, where, part, place) for part in parts[:_PARTS]) if place else (),
        peers=peers_view(catalogue, where, place),
        all=LinkView(f"全部 {metrics} 种数据", list_path(kind)),
        jumps=kind_pages(catalogue, kind)[0].jumps,
        metrics=metrics,
        figures=figure_count(catalogue),
    )


def figure_count(catalogue: Catalogue) -> int:
    """Return how many figures there are."""
    return sum(map(len, figures_by_metric(catalogue).values()))


def _place_figures(catalogue: Catalogue, where: Whereabouts, place: Entry[Place]) -> PlaceFigures:
    by_metric = place_figures(catalogue, place)
    standing = [representative_figure(figures) for figures in by_metric.values()]
    shares = [cited for cited in standing if _is_share(cited)]
    told = shares[0] if shares else None
    counted = [cited for cited in standing if cited is not told and cited.metric.name != INHABITANTS]
    views = [(cited, figure_view(catalogue, where, cited, place)) for cited in counted]
    date, sources = _shared([view for _, view in views])
    every = (cited for figures in by_metric.values() for cited in figures)
    drawn = [(cited.metric.name, line) for cited, line in _trends(every)]
    return PlaceFigures(
        share=_share(catalogue, by_metric, figure_view(catalogue, where, told, place), told) if told else None,
        trends=tuple(drawn[:_TRENDS]),
        aspects=tuple(_aspects(views, date, sources)),
        date=date,
        sources=sources,
    )


def _trends(figures: Iterable[CitedFigure]) -> Iterator[tuple[CitedFigure, TrendView]]:
    by_metric: dict[str, list[CitedFigure]] = {}
    for cited in figures:
        by_metric.setdefault(cited.metric.id, []).append(cited)
    for found in by_metric.values():
        yield from ((found[0], line) for _, line in trends(found))


def _shared(views: Sequence[FigureView]) -> tuple[str, tuple[LinkView, ...]]:
    """Return the date and the sources that most of some figures have."""
    dates = Counter(view.date for view in views)
    sources = Counter(tuple(link.text for link in view.sources) for view in views)
    if not views:
        return "", ()
    [(names, _)] = sources.most_common(1)
    links = next(view.sources for view in views if tuple(link.text for link in view.sources) == names)
    return dates.most_common(1)[0][0], links


def _aspects(
    views: Sequence[tuple[CitedFigure, FigureView]], date: str, sources: tuple[LinkView, ...]
) -> Iterator[AspectView]:
    """Yield the numbers in the order of the aspects; one without a number stays away."""
    names = tuple(link.text for link in sources)
    for title, _ in ASPECTS:
        lines = [
            LineView(
                figure=view,
                words=view.sentence or cited.metric.name,
                date="" if view.date == date else view.date,
                sources=() if tuple(link.text for link in view.sources) == names else view.sources,
            )
            for cited, view in views
            if cited.metric.aspect == title
        ]
        if lines:
            yield AspectView(title, tuple(lines[:_LINES]), max(0, len(lines) - _LINES))


def _is_share(cited: CitedFigure) -> bool:
    value = cited.figure.value
    is_one_number = value.qualifier is not Qualifier.BETWEEN and 0 < value.number <= _HUNDRED
    return cited.metric.measure is Measure.RATIO and value.unit == "%" and is_one_number


def _share(
    catalogue: Catalogue, by_metric: Mapping[str, Sequence[CitedFigure]], view: FigureView, cited: CitedFigure
) -> ShareView:
    """Tell a share of a hundred; only where the metric says of what it is one, else by its name."""
    metric, figure = cited.metric, cited.figure
    match = _SHARE.fullmatch(metric.name)
    part = catalogue.find_metric(figure.numerator or metric.numerator)
    whole = catalogue.find_metric(figure.denominator or metric.denominator)
    counted = part.name if part else match[1] if match else ""
    among = whole.name if whole else match[2] if match else ""
    dots = round(figure.value.number)
    is_about = figure.value.qualifier is not Qualifier.EXACT or dots != figure.value.number
    number = f"{'约' if is_about else ''}{_numeral(dots)}个"
    known = by_metric.get(part.id, ()) if part else ()
    words = f"{counted}共{representative_figure(known).figure.value}。" if known else ""
    if not (counted and among):
        return ShareView(dots, f"{metric.name}：一百个里", number, "。", words, view)
    return ShareView(dots, f"一百个{among}里，有", number, f"是{counted}。", words, view)


def _numeral(number: int) -> str:
    """Return a number up to a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    if number == _HUNDRED:
        return "一百"
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _compared_parts(catalogue: Catalogue, where: Whereabouts, parts: Sequence[Entry[Place]]) -> Iterator[GroupView]:
    """Yield what several parts of a place report, those first that may be compared."""
    groups = []
    for metric in shared_metrics(catalogue, parts):
        found: dict[Entry, Sequence[CitedFigure]] = {
            part: of for part in parts if (of := place_figures(catalogue, part).get(metric.id))
        }
        groups.append(group_view(catalogue, where, metric.name, found, _PARTS))
    yield from sorted(groups, key=lambda group: not group.rows)[:_PART_METRICS]


def _part(catalogue: Catalogue, where: Whereabouts, part: Entry[Place], whole: Entry[Place]) -> PartView:
    """Return a part of a place with the first number that the whole reports too, else with its own first."""
    by_metric = place_figures(catalogue, part)
    told = next((metric for metric in place_figures(catalogue, whole) if metric in by_metric), next(iter(by_metric)))
    first = representative_figure(by_metric[told])
    more = sum(map(len, by_metric.values())) - 1
    link = LinkView(short_name(part), record_path("place", part.record.id))
    return PartView(link, figure_view(catalogue, where, first), more)
