"""Whether figures of several places may be set side by side, and in words why not.

Unit, scope and, for flows, the span counted must agree, and years be one apart at most. The script of the page
decides the same of the places that a reader chooses, from the same facts and words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.citations import CitedFigure
from generator.records.metric import Measure
from generator.records.units import differ

NEAR = 1
LABELS = {
    "usual": "按指标的定义",
    "unit": "单位不同",
    "scope": "口径不同",
    "span": "时间段不同",
    "undated": "没有写明截至哪一年",
    "apart": "日期相差 {} 年",
    "unlike": "不作比较：",
    "alike": "单位、口径相同，日期相近，可以比较。",
}
_MUST_AGREE = ("unit", "scope", "span")


@dataclass(frozen=True, slots=True)
class Comparability:
    """What decides beside which figures a figure may stand, in words."""

    unit: str
    scope: str
    span: str
    year: str


def comparability_of(cited: CitedFigure) -> Comparability:
    """Return the facts of a figure."""
    year = year_of(cited)
    return Comparability(
        unit=unit_of(cited),
        scope=cited.figure.scope or LABELS["usual"],
        span=_span(cited),
        year=str(year) if year else "",
    )


def unit_of(cited: CitedFigure) -> str:
    """Return in what a figure is counted: 108个 of a metric in 处 are 处, since both words count the same things."""
    own, usual = cited.figure.value.counted_in, cited.metric.unit
    return own if own and differ(own, usual) else usual


def reasons_of(facts: Iterable[tuple[str, Comparability]]) -> str:
    """Say why figures of named places may not be compared; nothing where they may."""
    named = list(facts)
    reasons = []
    for fact in _MUST_AGREE:
        found = _gathered((getattr(own, fact), name) for name, own in named)
        if len(found) > 1:
            reasons.append(f"{LABELS[fact]}（{_words(found)}）")
    years = _gathered((own.year, name) for name, own in named)
    undated = years.pop("", [])
    if undated:
        reasons.append(f"{LABELS['undated']}（{'、'.join(undated)}）")
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


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact, name in pairs:
        found.setdefault(fact, []).append(name)
    return found


def _words(found: dict[str, list[str]]) -> str:
    return "；".join(f"{'、'.join(names)}：{fact}" for fact, names in found.items())


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
