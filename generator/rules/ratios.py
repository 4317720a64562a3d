"""Rules about quotients: ratios, means, and hours an attendance.

Every printed number stands for an interval (29.6万 is good to half its last digit, 余 reaches up to the next step), so
a rule reports only what no reading of the words can bring to agree. What it finds may still be true: the arithmetic is
shown, a person decides, and the reason is kept in the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, every_figure, figures_of, of_one_scope, of_one_time
from generator.catalogue.places import places_of
from generator.records.metric import Measure, Metric
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.quantity import Qualifier
from generator.rules.rule import Finding, at_value, warning
from generator.rules.sums import subject_of

Bounds = tuple[Decimal, Decimal]
HALF_A_POINT = Decimal("0.5")
LEAST_HOURS, MOST_HOURS = Decimal("0.5"), Decimal(8)
_NEAR_PERCENT = 1


@warning(
    zh=("写的是 {value}，但 {quotient} 约为 {result}", "核对三个数的口径和日期；都对时，写“接受”和理由"),
    en=(
        "{value} is printed, but {quotient} is about {result}",
        "check scope and date of all three; if right, accept with the reason",
    ),
    needs=("unit-mismatch", "ratio-out-of-range"),
)
def ratio_mismatch(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a ratio more than half a point away from its numerator over its denominator.

    比率应当等于分子除以分母，相差不超过半个百分点。分子、分母写在指标里，或写在这条数据里。

      content/metrics.yml:
          - {id: volunteers, name: 志愿者, unit: 人, measure: 存量}
          - {id: residents, name: 居民, unit: 人, measure: 存量}
          - {id: share, name: 占比, unit: "%", measure: 比率, numerator: 志愿者, denominator: 居民}
    ✗ content/places/a.yml: {name: 甲, level: 区县, source: doc, figures: [志愿者: 830人, 居民: 3500人, 占比: 23%]}
    ✓ content/places/a.yml: {name: 甲, level: 区县, source: doc, figures: [志愿者: 830人, 居民: 3500人, 占比: 24%]}
    """
    for cited, top, bottom in _quotients(catalogue, Measure.RATIO):
        low, high = (part * 100 for part in _divide(top, bottom))
        least, most = _meant(cited)
        if most + HALF_A_POINT < low or high < least - HALF_A_POINT:
            yield at_value(cited, **_shown(cited, top, bottom, f"{_number(low)}%"))


@warning(
    zh=("写的是 {value}，但 {quotient} 约为 {result}", "核对三个数的口径和日期；都对时，写“接受”和理由"),
    en=(
        "{value} is printed, but {quotient} is about {result}",
        "check scope and date of all three; if right, accept with the reason",
    ),
    needs=("unit-mismatch",),
)
def mean_mismatch(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a mean that is more than one per cent away from its total over its count.

    均值应当接近总量除以数量（相差不超过百分之一）。

      content/metrics.yml:
          - {id: n, name: 志愿者, unit: 人, measure: 存量}
          - {id: h, name: 总时长, unit: 小时, measure: 流量}
          - {id: m, name: 人均时长, unit: 小时, measure: 均值, numerator: 总时长, denominator: 志愿者}
    ✗ projects/a.yml: {name: 甲, source: doc, figures: [志愿者: 2795名, 总时长: 29.6万小时, 人均时长: 95.9小时]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [志愿者: 2795名, 总时长: 29.6万小时, 人均时长: 105.9小时]}
    """
    for cited, top, bottom in _quotients(catalogue, Measure.MEAN):
        low, high = _divide(top, bottom)
        least, most = _meant(cited)
        slack = cited.figure.value.number * _NEAR_PERCENT / 100
        if most + slack < low or high < least - slack:
            yield at_value(cited, **_shown(cited, top, bottom, _number(low)))


@warning(
    zh=(
        "{quotient} 约为每人次 {result} 小时，不在 0.5 到 8 小时之间",
        "核对时长和人次是不是同一口径；都对时，写“接受”和理由",
    ),
    en=(
        "{quotient} is about {result} hours an attendance, not between 0.5 and 8",
        "check that both count the same; if right, accept with the reason",
    ),
)
def hours_per_attendance(catalogue: Catalogue) -> Iterator[Finding]:
    """Report hours that come to less than half an hour or more than eight hours an attendance.

    每人次服务时长应在 0.5 到 8 小时之间。时长指标的“对应人次”说明它与哪个人次指标核对。

      content/metrics.yml:
          - {id: a, name: 人次, unit: 人次, measure: 流量}
          - {id: h, name: 时长, unit: 小时, measure: 流量, attendance: 人次}
    ✗ projects/a.yml: {name: 甲, source: doc, figures: [人次: 8000余人次, 时长: 8万小时]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [人次: 16万人次, 时长: 32万小时]}
    """
    for hours in every_figure(catalogue):
        for attendance in _attendances(catalogue, hours):
            low, high = _divide(hours, attendance)
            if high < LEAST_HOURS or low > MOST_HOURS:
                result = _number(high if high < LEAST_HOURS else low)
                yield at_value(hours, **_shown(hours, hours, attendance, result))


def _attendances(catalogue: Catalogue, hours: CitedFigure) -> list[CitedFigure]:
    """Return the counts of attendances that hours can be divided by: of the same subject and time, and not zero."""
    metric = catalogue.find_metric(hours.metric.attendance)
    return [
        other
        for other in (figures_of(catalogue, hours.entry) if metric else ())
        if other.metric is metric and of_one_time(hours, other) and subject_of(other) == subject_of(hours)
        if other.figure.value.number
    ]


def _quotients(catalogue: Catalogue, measure: Measure) -> Iterator[tuple[CitedFigure, CitedFigure, CitedFigure]]:
    """Yield each ratio or mean with the figures of its numerator and denominator, where both are stated."""
    for cited in every_figure(catalogue):
        if cited.metric.measure is measure:
            top = _stated(catalogue, cited, cited.figure.numerator or cited.metric.numerator)
            bottom = _stated(catalogue, cited, cited.figure.denominator or cited.metric.denominator)
            if top and bottom and bottom.figure.value.number:
                yield cited, top, bottom


def _stated(catalogue: Catalogue, cited: CitedFigure, name: str | None) -> CitedFigure | None:
    """Find the one figure of a metric in the same record, else in the records that lie in that place.

    It is of the same time and of the same scope; a narrower one says nothing about the quotient, nor does that of
    another practice. A quotient that names its own numerator or denominator has given its scope by that.
    """
    metric = catalogue.find_metric(name)
    if metric is None:
        return None
    own = [other for other in figures_of(catalogue, cited.entry) if other.metric is metric]
    if own:
        fitting = [other for other in own if subject_of(other) in {(), subject_of(cited)} and _fits(cited, other)]
        return min(fitting, key=lambda other: subject_of(other) != subject_of(cited), default=None)
    lying = _lying_in(catalogue, cited.entry, metric)
    return lying[0] if len(lying) == 1 and _fits(cited, lying[0]) else None


def _fits(cited: CitedFigure, other: CitedFigure) -> bool:
    own_parts = cited.figure.numerator or cited.figure.denominator
    return of_one_time(cited, other) and (of_one_scope(cited, other) or bool(own_parts and not other.figure.scope))


def _lying_in(catalogue: Catalogue, entry: Entry, metric: Metric) -> list[CitedFigure]:
    if not isinstance(entry.record, Place):
        return []
    return [
        cited
        for link in catalogue.links_to.get(entry.key, ())
        # What lies in several places is no part of one of them.
        if link.at[0] == "place" and places_of(link.origin) == (entry.record.id,)
        for cited in figures_of(catalogue, link.origin)
        if cited.metric is metric
    ]


def _divide(top: CitedFigure, bottom: CitedFigure) -> Bounds:
    low, high = top.figure.value.bounds
    least, most = bottom.figure.value.bounds
    return low / most, high / least if least else Decimal("Infinity")


def _meant(cited: CitedFigure) -> Bounds:
    """Return what a printed quotient can mean: 近25% lies below 25; an exact one has the rule's own slack only."""
    value = cited.figure.value
    return (value.number, value.number) if value.qualifier is Qualifier.EXACT else value.bounds


def _shown(cited: CitedFigure, top: CitedFigure, bottom: CitedFigure, result: str) -> dict[str, str]:
    quotient = f"{top.figure.value.printed} ÷ {bottom.figure.value.printed}"
    return {"value": cited.figure.value.printed, "quotient": quotient, "result": result}


def _number(number: Decimal) -> str:
    return f"{number:.1f}".removesuffix(".0")
