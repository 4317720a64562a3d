"""Metric: a definition. Two figures are comparable only if they have the same metric."""

from __future__ import annotations

from generator.records.fields import Choice, Line, MetricRef, field
from generator.records.record import Record

# What a number tells residents, by the group of its metric; whatever stands in no group here says what came of it.
ASPECTS = (
    ("谁在做", frozenset({"志愿者", "队伍", "组织"})),
    ("在哪里做", frozenset({"阵地", "站点", "场所"})),
    ("做成了什么", frozenset[str]()),
)


class Measure(Choice):
    """What may be done with the numbers: stocks add up over places, flows over places within one period."""

    STOCK = "stock", "存量"
    FLOW = "flow", "流量"
    RATIO = "ratio", "比率"
    MEAN = "mean", "均值"


class Metric(Record):
    """A definition of what is counted."""

    unit: Line = field("单位", "人、人次、支、小时……", example="人")
    measure: Measure = field("性质", "存量、流量、比率或均值", example="存量")
    scope: Line | None = field("口径", "统计范围", default=None)
    numerator: MetricRef | None = field("分子", "比率的分子指标", default=None)
    denominator: MetricRef | None = field("分母", "比率的分母指标", default=None)
    part_of: MetricRef | None = field("属于", "它是哪个指标的一部分", default=None)
    attendance: MetricRef | None = field("对应人次", "时长指标对应的人次指标，用来核对每人次时长", default=None)
    group: Line | None = field("分组", "列表里归在哪一组", default=None, example="队伍")

    @property
    def aspect(self) -> str:
        """Return what its numbers tell residents: who, where, or what came of it."""
        return next((title for title, groups in ASPECTS if self.group in groups), ASPECTS[-1][0])
