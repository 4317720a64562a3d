"""Whether figures may be set side by side, and in words why not: the one rule that decides on every bar.

Kind of subject (of places, their level), unit, scope and, for flows, the span counted must agree, and years be one
apart at most. ``assets/comparability.js`` decides the same of the places that a reader chooses, from the same facts and
words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from generator.catalogue.citations import CitedFigure
from generator.records.kinds import KINDS, Kind
from generator.records.metric import Measure
from generator.records.parse import Entry
from generator.records.place import DISTRICTS, Place, PlaceLevel
from generator.records.quantity import Qualifier
from generator.records.units import differ

NEAR = 1
LABELS = {
    "sort": "不是同一类",
    "unit": "单位不同",
    "scope": "算的范围不同",
    "usual": "没有另外说明",
    "span": "算了多久不同",
    "range": "写的是一个范围",
    "undated": "没有写明到哪一年",
    "apart": "日期相差 {} 年",
    "unlike": "不能放在一起比：",
    "partly": "有的不能放在一起比：",
    "unequal": "来源没有写全各地有多少人，所以数字大不等于做得好。",
    "rated": "条形按人口折算（推算），不按总数画。",
}
_MUST_AGREE = ("sort", "unit", "scope", "span")
# Of more names a reason gives the first ones, and how many there are.
_NAMED, _MOST_NAMED = 3, 4
# Of what is no place, teams come first and projects next; all others stay in the order of the kinds.
_AFTER_PLACES = ("team", "project")


@dataclass(frozen=True, slots=True)
class Comparability:
    """What decides beside which figures a figure may stand, in words."""

    sort: str
    unit: str
    scope: str
    span: str
    year: str
    range: str = ""


def comparability_of(cited: CitedFigure) -> Comparability:
    """Return the facts of a figure; of a range its words, since it is no one number."""
    year, value = year_of(cited), cited.figure.value
    return Comparability(
        sort=sort_of(cited.entry),
        unit=unit_of(cited),
        scope=cited.figure.scope or LABELS["usual"],
        span=_span(cited),
        year=str(year) if year else "",
        range=value.printed if value.qualifier is Qualifier.BETWEEN else "",
    )


def level_of(entry: Entry) -> PlaceLevel | None:
    """Return the level of a place; whatever stands between a city and its streets is a district."""
    # The record of what is no place is not read: a thousand projects may report a metric.
    if entry.kind.model is not Place:
        return None
    level = cast("Place", entry.record).level
    return PlaceLevel.DISTRICT if level in DISTRICTS else level


def sort_of(entry: Entry) -> str:
    """Return with what a subject may be compared, in a word: places of its level, or records of its kind."""
    level = level_of(entry)
    return level.label if level else entry.kind.called


def sort_rank(entry: Entry) -> tuple[int, int]:
    """Return where the sort of a subject stands among others: places from the top of their tree down, then the rest."""
    level = level_of(entry)
    return (0, level.rank) if level else (1, _rank_of(entry.kind))


def unit_of(cited: CitedFigure) -> str:
    """Return in what a figure is counted: 108个 of a metric in 处 are 处, since both words count the same things."""
    own, usual = cited.figure.value.counted_in, cited.metric.unit
    return own if own and differ(own, usual) else usual


def side_by_side(figures: Sequence[Comparability]) -> tuple[int, ...]:
    """Return which of some figures may stand side by side: as many as agree, of equally many the latest.

    Nothing is returned where no two of them do.
    """
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, own in enumerate(figures):
        if own.year and not own.range:
            groups[own.sort, own.unit, own.scope, own.span].append(at)
    best: tuple[int, int, list[int]] = (1, 0, [])
    for group in groups.values():
        years = Counter(int(figures[at].year) for at in group)
        count, first = max((sum(years[year + more] for more in range(NEAR + 1)), year) for year in years)
        if (count, first) > best[:2] and count > 1:
            best = count, first, [at for at in group if first <= int(figures[at].year) <= first + NEAR]
    return tuple(best[2])


def reasons_of(facts: Iterable[tuple[str, Comparability]]) -> str:
    """Say why figures of named subjects may not be compared; nothing where they may."""
    named = list(facts)
    reasons = []
    for fact in _MUST_AGREE:
        found = _gathered((getattr(own, fact), name) for name, own in named)
        if len(found) > 1:
            reasons.append(f"{LABELS[fact]}（{_words(found)}）")
    ranges = _gathered((own.range, name) for name, own in named if own.range)
    if ranges:
        reasons.append(f"{LABELS['range']}（{_words(ranges)}）")
    years = _gathered((own.year, name) for name, own in named)
    undated = years.pop("", [])
    if undated:
        reasons.append(f"{LABELS['undated']}（{_names(undated)}）")
    apart = max(map(int, years), default=0) - min(map(int, years), default=0)
    if apart > NEAR:
        found = {f"{year}年": names for year, names in years.items()}
        reasons.append(f"{LABELS['apart'].format(apart)}（{_words(found)}）")
    return "。".join(reasons)


def representative_figure(figures: Iterable[CitedFigure]) -> CitedFigure:
    """Return the figure that stands for its subject: by the metric's own definition first, then the latest."""
    return max(figures, key=lambda cited: (not cited.figure.scope, year_of(cited) or 0))


def year_of(cited: CitedFigure) -> int | None:
    """Return the year that a figure speaks of: of its date, or the last of its period."""
    if cited.as_of:
        return cited.as_of.year
    period = cited.figure.period
    return period.end.year if period and period.end else None


def _rank_of(kind: Kind) -> int:
    if kind.name in _AFTER_PLACES:
        return _AFTER_PLACES.index(kind.name)
    return len(_AFTER_PLACES) + KINDS.index(kind)


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact, name in pairs:
        found.setdefault(fact, []).append(name)
    return found


def _words(found: dict[str, list[str]]) -> str:
    return "；".join(f"{_names(names)}：{fact}" for fact, names in found.items())


def _names(names: Sequence[str]) -> str:
    """Return names in a row; of many the first, and how many there are."""
    if len(names) <= _MOST_NAMED:
        return "、".join(names)
    return f"{'、'.join(names[:_NAMED])}等 {len(names)} 个"


def _span(cited: CitedFigure) -> str:
    """Return over how long a flow was counted, in words; for all else it does not matter."""
    if cited.metric.measure is not Measure.FLOW:
        return ""
    period = cited.figure.period
    if period is None:
        return "没有写明时间段"
    if period.start and period.end and not (period.start.month or period.end.month):
        return f"{period.end.year - period.start.year + 1}年"
    return period.label
