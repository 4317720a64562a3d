"""Places side by side: what at least two of them report, and whether the figures may be compared.

A page shows the first places and some of these metrics in one table, with bars only where all figures of a row may be
compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.citations import CitedFigure, figures_of
from generator.catalogue.comparability import LABELS, NEAR, comparability_of, reasons_of, representative_figure
from generator.catalogue.names import short_name
from generator.pages.lists import limits
from generator.pages.lists.paging import Group, paged
from generator.pages.views.figures_view import FigureView
from generator.pages.views.links import link_to
from generator.pages.views.statement_views import figure_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.printing.page import LinkView
from generator.printing.urls import page_path, record_path
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import DISTRICTS, Place, PlaceLevel

MOST = 4
PATH = "compare.html"
# More columns nobody reads side by side; the page of a metric has every place that reports it.
_MOST_PLACES = 16
_COMPARED = {PlaceLevel.CITY, *DISTRICTS}
_FULL = 100


@dataclass(frozen=True, slots=True)
class ValueView:
    """One figure of one place: how it was printed, and the facts that decide what it may stand beside."""

    figure: FigureView
    link: LinkView
    more: str
    facts: tuple[tuple[str, str], ...]
    width: float


@dataclass(frozen=True, slots=True)
class CellView:
    """A place in a row, with its value where it reports one."""

    place: str
    name: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A metric over all places, and what is to be said of setting its figures side by side."""

    metric: LinkView
    definition: str
    cells: tuple[CellView, ...]
    is_comparable: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class PlaceColumn:
    """A place that can be chosen."""

    id: str
    name: str
    link: LinkView


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A page of places by metrics; ``others`` report figures, but none that another place reports too.

    ``left`` is how many places have no room.
    """

    places: tuple[PlaceColumn, ...]
    list: ListPage[RowView]
    others: tuple[LinkView, ...]
    left: int
    words: tuple[tuple[str, str], ...]
    most: int
    near: int


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The places that share a metric, and each metric that at least two of the first of them report."""

    reporting: tuple[Entry[Place], ...]
    sharing: tuple[Entry[Place], ...]
    pages: tuple[ListPage[Metric], ...]


def comparison_pages(catalogue: Catalogue) -> tuple[ListPage[Metric], ...]:
    """Return the pages of the comparison."""
    return _comparison(catalogue).pages


def comparison_view(catalogue: Catalogue, where: Whereabouts, number: int) -> ComparisonView:
    """Return a page that compares cities and districts, cities first."""
    found = _comparison(catalogue)
    chosen = found.sharing[:_MOST_PLACES]
    others = tuple(link_to(catalogue, place) for place in found.reporting if place not in found.sharing)
    return ComparisonView(
        places=tuple(PlaceColumn(e.record.id, short_name(e), link_to(catalogue, e)) for e in chosen),
        list=found.pages[number - 1].shown_as(lambda metric: _row(catalogue, where, metric, chosen)),
        others=others[:_MOST_PLACES],
        left=len(found.sharing) - len(chosen),
        words=tuple(LABELS.items()),
        most=MOST,
        near=NEAR,
    )


@table
def _comparison(catalogue: Catalogue) -> _Comparison:
    compared = [entry for entry in catalogue.of(Place) if entry.record.level in _COMPARED]
    reporting = sorted((e for e in compared if _figures(catalogue, e)), key=lambda entry: entry.record.level.rank)
    common = _common(catalogue, reporting)
    sharing = [place for place in reporting if any(metric.id in _figures(catalogue, place) for metric in common)]
    rows = _common(catalogue, sharing[:_MOST_PLACES])
    group = Group("metrics", "", rows, len(rows))
    pages = paged([group], limits.METRICS_A_PAGE, lambda number: page_path(PATH, number))
    return _Comparison(tuple(reporting), tuple(sharing), pages)


def _common(catalogue: Catalogue, places: Sequence[Entry[Place]]) -> list[Metric]:
    """Return the metrics that at least two of some places report."""
    counts = Counter(metric for place in places for metric in _figures(catalogue, place))
    return [entry.record for entry in catalogue.of(Metric) if counts[entry.record.id] > 1]


@derived
def _figures(catalogue: Catalogue, entry: Entry) -> dict[str, list[CitedFigure]]:
    """Return a place's own figures by metric."""
    found: dict[str, list[CitedFigure]] = {}
    for cited in figures_of(catalogue, entry):
        # Figures of a place's practices count what one practice did, not what the place has.
        if cited.at[0] == "figures":
            found.setdefault(cited.metric.id, []).append(cited)
    return found


def _row(catalogue: Catalogue, where: Whereabouts, metric: Metric, places: Sequence[Entry[Place]]) -> RowView:
    found = {place: of for place in places if (of := _figures(catalogue, place).get(metric.id))}
    shown = {place: representative_figure(of) for place, of in found.items()}
    reasons = reasons_of((short_name(place), comparability_of(cited)) for place, cited in shown.items())
    top = max(cited.figure.value.number for cited in shown.values()) or Decimal(1)

    def values(place: Entry[Place]) -> Iterator[ValueView]:
        if place in shown:
            width = 0 if reasons else round(float(shown[place].figure.value.number / top) * _FULL, 1)
            yield _value(catalogue, where, place, shown[place], len(found[place]) - 1, width)

    return RowView(
        metric=LinkView(metric.name, record_path("metric", metric.id)),
        definition="；".join(part for part in (f"单位：{metric.unit}", metric.scope) if part),
        cells=tuple(CellView(place.record.id, short_name(place), tuple(values(place))) for place in places),
        is_comparable=not reasons,
        verdict=f"{LABELS['unlike']}{reasons}。" if reasons else LABELS["alike"],
    )


def _value(  # noqa: PLR0913, PLR0917 - one cell of the table, and nothing of it can be left out
    catalogue: Catalogue, where: Whereabouts, place: Entry, cited: CitedFigure, others: int, width: float
) -> ValueView:
    facts = comparability_of(cited)
    return ValueView(
        figure=figure_view(catalogue, where, cited),
        link=LinkView(place.record.name, where.figure(cited)),
        more=f"另有 {others} 条" if others else "",
        facts=(
            ("unit", facts.unit),
            ("scope", cited.figure.scope or ""),
            ("span", facts.span),
            ("year", facts.year),
            ("number", f"{cited.figure.value.number:f}"),
        ),
        width=width,
    )
