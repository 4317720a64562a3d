"""What records of several kinds say of their subject: figures, goals, practices, policies."""

from __future__ import annotations

from generator.records.dates import DateField
from generator.records.fields import Line, MetricRef, Prose, YesNo, field, title_and_text, title_only
from generator.records.periods import PeriodField
from generator.records.quantity import QuantityField
from generator.records.sourced import Basis, Sourced


class Figure(Sourced):
    """One observation: what was counted, the value as printed, when."""

    from_pair = ("metric", "value")

    metric: MetricRef = field("指标", "指标的名称或编号", example="注册志愿者")
    value: QuantityField = field("数值", "照原文写，余、近、约都保留", example="245万余人")
    as_of: DateField | None = field("截至", "数据截至的日期，可以只写到年或月", default=None, example="2023")
    period: PeriodField | None = field("期间", "数据覆盖的时间段", default=None, example="2019年以来")
    basis: Basis | None = field("日期依据", "日期是文中写明还是推定", default=None, example="推定")
    scope: Line | None = field("口径", "与指标定义不同或更窄的统计范围", default=None, example="只含中心城区")
    numerator: MetricRef | None = field("分子", "比率或均值的分子，与指标定义不同时写", default=None)
    denominator: MetricRef | None = field("分母", "比率或均值的分母，与指标定义不同时写", default=None)
    note: Prose | None = field("说明", "读者需要知道的话", default=None)


class Goal(Sourced):
    """A target: never a result. What answers it is a figure of the same subject."""

    text: Line = field("目标", "目标是什么，一句话", example="全市志愿者人数达到常住人口的10%")
    target: QuantityField | None = field("目标值", "照原文写的目标数值", default=None, example="10%")
    metric: MetricRef | None = field("指标", "目标说的是哪个指标", default=None)
    deadline: DateField | None = field("期限", "到什么时候", default=None, example="2015")
    period: PeriodField | None = field("周期", "按年、按季度的目标写周期", default=None, example="每年")
    theme: Line | None = field("分类", "目标属于哪一类", default=None, example="社会参与")
    answer: MetricRef | None = field("对应数据", "同一主体哪个指标的数据可以回答它", default=None)
    comparable: YesNo | None = field("可比", "对应数据与目标口径是否相同，能不能直接比", default=None)
    reason: Line | None = field("可比说明", "为什么能比或不能比", default=None)


class Practice(Sourced):
    """One thing that is done: a title and a few plain sentences."""

    from_text = title_and_text
    from_pair = ("title", "text")

    title: Line | None = field("标题", "做法的名称", default=None, example="微心愿")
    text: Prose = field("内容", "用自己的话写清做什么", example="员工家庭与留守儿童结对，帮孩子实现小心愿。")
    since: DateField | None = field("开始", "从什么时候起", default=None)
    figures: tuple[Figure, ...] = field("数据", "这一做法的数据", default=())


class Policy(Sourced):
    """A regulation, rule or plan that a text names."""

    from_text = title_only

    title: Line = field("名称", "文件全称，不加书名号", example="文明行为促进条例")
    text: Prose | None = field("内容", "它规定了什么", default=None)
    date: DateField | None = field("日期", "出台时间", default=None)
    issuer: Line | None = field("发布单位", "由谁出台", default=None)
