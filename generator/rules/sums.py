"""Rules about figures that must agree with each other: parts and wholes, contradictions, series in time.

Printed numbers stand for intervals here too, so a rule reports only what no reading of the words can bring to agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.citations import CitedFigure, every_figure, figures_of, of_one_scope, of_one_time
from generator.reading.nodes import Path
from generator.records.metric import Measure
from generator.rules.rule import Finding, at_value, warning


@warning(
    zh=("“{metric}”有两个对不上的数值：{one} 和 {two}", "核对日期和口径，写明区别；或者删掉错的一个"),
    en=(
        "'{metric}' has two values that cannot both hold: {one} and {two}",
        "tell their dates or scopes apart, or delete the wrong one",
    ),
)
def contradicting_figures(catalogue: Catalogue) -> Iterator[Finding]:
    """Report two values of one metric, subject, date and scope that cannot both hold.

    A practice with figures of its own is a subject of its own.

    同一主体、同一指标、同一日期、同一口径，却有两个不能同时成立的数值。写在不同做法里的数据说的是不同的事，不互相比较。

      projects/a.yml:
          name: 甲
          source: doc
          figures:
    ✗       - 注册志愿者: 245万余人
    ✗       - 注册志愿者: 230万人
    ✓       - {metric: 注册志愿者, value: 245万余人, as_of: 2023}
    ✓       - {metric: 注册志愿者, value: 230万人, as_of: 2022}
    """
    for found in _at_one_time(catalogue):
        # What has been reported is compared no further: one wrong value gives one problem.
        agreeing: list[CitedFigure] = []
        for other in found:
            one = next((one for one in agreeing if not _overlap(one, other)), None)
            if one is None:
                agreeing.append(other)
                continue
            yield at_value(other, metric=one.metric.name, one=one.figure.value.printed, two=other.figure.value.printed)


@warning(
    zh=("“{metric}”的同一个数写了两遍：{one} 和 {two}", "留下一条；说的是两件事的，写明日期或口径"),
    en=("the same number for '{metric}' stands twice: {one} and {two}", "keep one, or tell their dates or scopes"),
    needs=("contradicting-figures",),
)
def figure_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report two figures of one metric, subject, date, scope and source that may be one number.

    同一主体、同一指标、同一日期、同一口径的数写了两条，会被算两遍。

      projects/a.yml:
          name: 甲
          source: doc
          figures:
    ✗       - 注册志愿者: 245万余人
    ✗       - 注册志愿者: 245万人
    ✓       - {metric: 注册志愿者, value: 245万余人, as_of: 2023}
    ✓       - {metric: 注册志愿者, value: 230万人, as_of: 2022}
    """
    for found in _at_one_time(catalogue):
        first: dict[tuple[str, ...], CitedFigure] = {}
        for other in found:
            one = first.setdefault(other.documents, other)
            if one is not other and _overlap(one, other):
                words = one.figure.value.printed, other.figure.value.printed
                yield at_value(other, metric=one.metric.name, one=words[0], two=words[1])


@warning(
    zh=("“{part}”{value} 可能超过它所属的“{whole}”{total}", "核对两个数；都对时，写“接受”和理由"),
    en=("'{part}' {value} may be above its whole '{whole}' {total}", "check both; if right, accept with the reason"),
    needs=("contradicting-figures",),
)
def part_above_whole(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a part that is, or may be, larger than its whole.

    部分不能大于整体。“8万余”可能到9万，整体只有83948时，部分就可能超过整体，需要人来判断。

      content/metrics.yml:
          - {id: all, name: 全部, unit: 人, measure: 存量}
          - {id: some, name: 部分, unit: 人, measure: 存量, part_of: 全部}
    ✗ projects/a.yml: {name: 甲, source: doc, figures: [全部: 83948人, 部分: 8万余人]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [全部: 103177人, 部分: 8万余人]}
    """
    for whole, parts in _wholes(catalogue):
        for part in parts:
            if _is_above(part, whole):
                yield at_value(part, part=part.metric.name, value=part.figure.value.printed, **_of_whole(whole))


@warning(
    zh=("各部分相加（{parts}）超过“{whole}”{total}", "核对各部分是不是互相包含；都对时，写“接受”和理由"),
    en=(
        "the parts ({parts}) come to more than '{whole}' {total}",
        "check whether the parts overlap; if right, accept with the reason",
    ),
    needs=("contradicting-figures",),
)
def parts_above_whole(catalogue: Catalogue) -> Iterator[Finding]:
    """Report parts that together are larger than their whole.

    各部分加起来不能大于整体：391 支里如果已经有 391 支常态化队伍，就放不下另外 13 支专业化队伍。

      content/metrics.yml:
          - {id: all, name: 全部, unit: 支, measure: 存量}
          - {id: one, name: 甲类, unit: 支, measure: 存量, part_of: 全部}
          - {id: two, name: 乙类, unit: 支, measure: 存量, part_of: 全部}
    ✗ projects/a.yml: {name: 甲, source: doc, figures: [全部: 391支, 甲类: 391支, 乙类: 13支]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [全部: 404支, 甲类: 391支, 乙类: 13支]}
    """
    for whole, parts in _wholes(catalogue):
        total = sum((part.figure.value.bounds[0] for part in parts), Decimal(0))
        # One part that is above by itself is reported as such.
        if total > whole.figure.value.bounds[1] and not any(_is_above(part, whole) for part in parts):
            shown = " + ".join(f"{part.metric.name}{part.figure.value.printed}" for part in parts)
            yield at_value(whole, parts=shown, **_of_whole(whole))


@warning(
    zh=("累计数从 {before} 降到了 {after}", "核对两个日期和口径"),
    en=("the cumulative value falls from {before} to {after}", "check both dates and scopes"),
    needs=("contradicting-figures",),
)
def cumulative_falls(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a cumulative value that is lower at a later date.

    累计的数值只增不减：后来的日期却比早先的小，其中一个多半有误。

      content/metrics.yml: [{id: h, name: 累计时长, unit: 小时, measure: 流量}]
      projects/a.yml:
          name: 甲
          source: doc
          figures:
    ✗       - {metric: 累计时长, value: 30万小时, as_of: 2021}
    ✗       - {metric: 累计时长, value: 20万小时, as_of: 2022}
    ✓       - {metric: 累计时长, value: 20万小时, as_of: 2021}
    ✓       - {metric: 累计时长, value: 30万小时, as_of: 2022}
    """
    dated = (cited for cited in every_figure(catalogue) if cited.as_of and not cited.figure.period)
    for found in _grouped(cited for cited in dated if cited.metric.measure is Measure.FLOW):
        for before, after in pairwise(sorted(found, key=lambda cited: str(cited.as_of))):
            # A year may mean its end: 2022 is not surely before 2022-03.
            later = before.as_of and after.as_of and after.as_of.is_surely_after(before.as_of)
            if later and after.figure.value.bounds[1] < before.figure.value.bounds[0]:
                yield at_value(after, before=before.figure.value.printed, after=after.figure.value.printed)


def subject_of(cited: CitedFigure) -> Path:
    """Return the path of the practice that a figure is about, empty where it is about the record itself.

    Two practices are two subjects: what one has done is not set against what the other has.
    """
    return cited.at[:-2]


def _grouped(figures: Iterable[CitedFigure], *, by_time: bool = False) -> Iterable[list[CitedFigure]]:
    """Return figures by record, metric, scope and subject, and perhaps by time, in the order written."""
    groups: defaultdict[tuple[object, ...], list[CitedFigure]] = defaultdict(list)
    for cited in figures:
        time = (str(cited.as_of), str(cited.figure.period)) if by_time else ()
        groups[cited.entry.key, cited.metric.id, cited.figure.scope or "", subject_of(cited), time].append(cited)
    return groups.values()


@derived
def _at_one_time(catalogue: Catalogue) -> Iterable[list[CitedFigure]]:
    """Return the figures of all records that speak of one thing at one time, together."""
    return _grouped(every_figure(catalogue), by_time=True)


def _wholes(catalogue: Catalogue) -> Iterator[tuple[CitedFigure, list[CitedFigure]]]:
    """Yield each figure of a record with the figures there that are parts of it, one a metric."""
    for whole in every_figure(catalogue):
        parts: dict[str, CitedFigure] = {}
        for part in _parts_of(catalogue, whole):
            parts.setdefault(part.metric.id, part)
        if parts:
            yield whole, list(parts.values())


def _parts_of(catalogue: Catalogue, whole: CitedFigure) -> list[CitedFigure]:
    figures = figures_of(catalogue, whole.entry)
    return [
        part
        for part in figures
        if part.metric.part_of and catalogue.find_metric(part.metric.part_of) is whole.metric and part is not whole
        if of_one_time(part, whole)
        if not _is_anothers(whole, part, figures) and not _is_narrower(whole, part, figures)
    ]


def _is_anothers(whole: CitedFigure, part: CitedFigure, figures: Sequence[CitedFigure]) -> bool:
    """Return whether a whole is another practice's, while the part's own practice or the record states one."""
    near = {(), subject_of(part)}
    others = (subject_of(other) for other in figures if other.metric is whole.metric)
    return subject_of(whole) not in near and not near.isdisjoint(others)


def _is_narrower(whole: CitedFigure, part: CitedFigure, figures: Sequence[CitedFigure]) -> bool:
    """Return whether a whole is of a scope that the part is not, while the record states one that is as wide."""
    if not whole.figure.scope or of_one_scope(whole, part):
        return False
    others = (other for other in figures if other.metric is whole.metric)
    return any(not other.figure.scope or of_one_scope(other, part) for other in others)


def _of_whole(whole: CitedFigure) -> dict[str, str]:
    return {"whole": whole.metric.name, "total": whole.figure.value.printed}


def _is_above(part: CitedFigure, whole: CitedFigure) -> bool:
    return part.figure.value.bounds[1] > whole.figure.value.bounds[1]


def _overlap(one: CitedFigure, other: CitedFigure) -> bool:
    (low, high), (least, most) = one.figure.value.bounds, other.figure.value.bounds
    return low <= most and least <= high
