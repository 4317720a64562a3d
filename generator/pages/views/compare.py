"""Places side by side: what at least two of them report, and whether the figures may be compared.

A page shows the first places and some of these metrics in one table, with bars only where all figures of a row may be
compared.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_of
from generator.pages.urls import page_path, record_path
from generator.pages.views.comparable import NEAR, WORDS, facts_of, reasons_of, standing_for
from generator.pages.views.lines import figure_path
from generator.pages.views.links import link_to, short_name
from generator.pages.views.page import LinkView
from generator.pages.views.paging import ROOM, Group, PagedView, paged, size
from generator.pages.views.statements import FigureView, figure_view
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel

MOST = 4
PATH = "compare.html"
# More columns nobody reads side by side; the page of a metric has every place that reports it.
_MOST_PLACES = 16
# The tags of a row, of a value, of an empty cell and of a place to choose, in bytes.
_ROW, _VALUE, _EMPTY, _PLACE = 260, 440, 80, 210
# The page has no crumbs, jumps and long texts as lists have, so its rows have more room.
_SPARE = 2_000
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
    """A page of places by metrics; ``others`` report figures, but none that another place reports too.

    ``left`` is how many places have no room.
    """

    places: tuple[PlaceColumn, ...]
    list: PagedView[RowView]
    others: tuple[LinkView, ...]
    left: int
    words: tuple[tuple[str, str], ...]
    most: int
    near: int


def compare_views(catalogue: Catalogue) -> tuple[CompareView, ...]:
    """Return the pages that compare cities and districts, cities first."""
    told = {entry.key: _figures_by_metric(catalogue, entry) for entry in catalogue.of("place") if _is_compared(entry)}
    reporting = sorted((entry for entry in catalogue.of("place") if told.get(entry.key)), key=_is_district)
    common = _common(catalogue, [told[place.key] for place in reporting])
    sharing = [place for place in reporting if any(metric.id in told[place.key] for metric in common)]
    chosen = sharing[:_MOST_PLACES]
    rows = [
        _row(catalogue, metric, [(place, *_standing(told[place.key].get(metric.id, []))) for place in chosen])
        for metric in _common(catalogue, [told[place.key] for place in chosen])
    ]
    group = Group("metrics", "", rows, len(rows))
    room = ROOM + _SPARE - _PLACE * len(chosen)
    pages = paged([group], _row_size, lambda number: page_path(PATH, number), room=room)
    columns = tuple(PlaceColumn(e.record.id, short_name(e), link_to(catalogue, e)) for e in chosen)
    others = tuple(link_to(catalogue, place) for place in reporting if place not in sharing)
    words = tuple(WORDS.items())
    left = len(sharing) - len(chosen)
    return tuple(CompareView(columns, page, others[:_MOST_PLACES], left, words, MOST, NEAR) for page in pages)


def _common(catalogue: Catalogue, told: list[dict[str, list[CitedFigure]]]) -> list[Metric]:
    """Return the metrics that at least two places report."""
    counts = Counter(metric for found in told for metric in found)
    entries = (entry for entry in catalogue.of("metric") if counts[entry.record.id] > 1)
    return [catalogue.record(Metric, "metric", entry.record.id) for entry in entries]


def _row_size(row: RowView) -> int:
    values = [value for cell in row.cells for value in cell.values]
    texts = (f"{value.figure.printed}{value.figure.date}{value.more}{value.link.path}" for value in values)
    held = _ROW + size(row.metric.text, row.definition, row.verdict, *texts)
    return held + _VALUE * len(values) + _EMPTY * (len(row.cells) - len(values))


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
        link=LinkView(place.record.name, figure_path(catalogue, cited)),
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


def _standing(figures: list[CitedFigure]) -> tuple[CitedFigure | None, int]:
    """Return the figure that stands for a place, and how many more there are."""
    return standing_for(figures) if figures else None, len(figures) - 1


def _figures_by_metric(catalogue: Catalogue, entry: Entry) -> dict[str, list[CitedFigure]]:
    found: dict[str, list[CitedFigure]] = {}
    for cited in figures_of(catalogue, entry):
        # Figures of a place's practices count what one practice did, not what the place has.
        if cited.at[0] == "figures":
            found.setdefault(cited.metric.id, []).append(cited)
    return found


def _is_district(entry: Entry) -> bool:
    return isinstance(entry.record, Place) and entry.record.level is PlaceLevel.DISTRICT


def _is_compared(entry: Entry) -> bool:
    return isinstance(entry.record, Place) and entry.record.level in {PlaceLevel.CITY, PlaceLevel.DISTRICT}
