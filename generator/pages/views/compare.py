"""Places side by side: what at least two of them report, and whether the figures may be compared.

Every place and every such metric stands in one table, with bars only where all figures of a row may be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_of
from generator.pages.urls import record_path
from generator.pages.views.comparable import NEAR, WORDS, facts_of, reasons_of, year_of
from generator.pages.views.links import link_to, short_name
from generator.pages.views.page import LinkView
from generator.pages.views.statements import FigureView, figure_view
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel

MOST = 4
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
    alike: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class PlaceColumn:
    """A place that can be chosen."""

    id: str
    name: str
    link: LinkView


@dataclass(frozen=True, slots=True)
class CompareView:
    """Places by metrics; ``others`` report figures, but none that another place reports too."""

    places: tuple[PlaceColumn, ...]
    rows: tuple[RowView, ...]
    others: tuple[LinkView, ...]
    words: tuple[tuple[str, str], ...]
    most: int
    near: int


def compare_view(catalogue: Catalogue) -> CompareView:
    """Return the comparison of cities and districts."""
    told = {entry.key: _figures_by_metric(catalogue, entry) for entry in catalogue.of("place") if _is_compared(entry)}
    reporting = [entry for entry in catalogue.of("place") if told.get(entry.key)]
    shared = [
        catalogue.record(Metric, "metric", entry.record.id)
        for entry in catalogue.of("metric")
        if sum(entry.record.id in told[place.key] for place in reporting) > 1
    ]
    chosen = [place for place in reporting if any(metric.id in told[place.key] for metric in shared)]
    return CompareView(
        places=tuple(PlaceColumn(e.record.id, short_name(e), link_to(catalogue, e)) for e in chosen),
        rows=tuple(
            _row(catalogue, metric, [(place, *_chosen(told[place.key].get(metric.id, []))) for place in chosen])
            for metric in shared
        ),
        others=tuple(link_to(catalogue, place) for place in reporting if place not in chosen),
        words=tuple(WORDS.items()),
        most=MOST,
        near=NEAR,
    )


def _row(catalogue: Catalogue, metric: Metric, found: list[tuple[Entry, CitedFigure | None, int]]) -> RowView:
    told = [(short_name(place), cited) for place, cited, _ in found if cited]
    reasons = reasons_of((name, facts_of(cited)) for name, cited in told)
    top = max(cited.figure.value.number for _, cited in told) or Decimal(1)
    cells = []
    for place, cited, others in found:
        width = 0 if reasons or not cited else round(float(cited.figure.value.number / top) * _FULL, 1)
        values = (_value(catalogue, place, cited, others, width),) if cited else ()
        cells.append(CellView(place.record.id, short_name(place), values))
    return RowView(
        metric=LinkView(metric.name, record_path("metric", metric.id)),
        definition="；".join(part for part in (f"单位：{metric.unit}", metric.scope or "") if part),
        cells=tuple(cells),
        alike=not reasons,
        verdict=f"{WORDS['unlike']}{reasons}。" if reasons else WORDS["alike"],
    )


def _value(catalogue: Catalogue, place: Entry, cited: CitedFigure, others: int, width: float) -> ValueView:
    facts = facts_of(cited)
    return ValueView(
        figure=figure_view(catalogue, cited),
        link=LinkView(place.record.name, f"{record_path('place', place.record.id)}#{cited.anchor}"),
        more=f"另有 {others} 条" if others else "",
        facts=(
            ("unit", facts.unit),
            ("scope", facts.scope),
            ("span", facts.span),
            ("year", facts.year),
            ("number", f"{cited.figure.value.number:f}"),
        ),
        width=width,
    )


def _chosen(figures: list[CitedFigure]) -> tuple[CitedFigure | None, int]:
    """Return the figure that stands for a place, by the metric's own definition, then the latest, and how many more."""
    best = max(figures, key=lambda cited: (not cited.figure.scope, year_of(cited) or 0), default=None)
    return best, len(figures) - 1


def _figures_by_metric(catalogue: Catalogue, entry: Entry) -> dict[str, list[CitedFigure]]:
    found: dict[str, list[CitedFigure]] = {}
    for cited in figures_of(catalogue, entry):
        # Figures of a place's practices count what one practice did, not what the place has.
        if cited.at[0] == "figures":
            found.setdefault(cited.metric.id, []).append(cited)
    return found


def _is_compared(entry: Entry) -> bool:
    return isinstance(entry.record, Place) and entry.record.level in {PlaceLevel.CITY, PlaceLevel.DISTRICT}
