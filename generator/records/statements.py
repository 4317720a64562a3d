"""What records of several kinds say of their subject: figures, goals, practices, policies."""

from __future__ import annotations

from generator.records.dates import DateField
from generator.records.fields import (
    ActivityRef,
    BrandRef,
    IncentiveRef,
    Line,
    MetricRef,
    Model,
    PlatformRef,
    ProjectRef,
    Prose,
    StationRef,
    TeamRef,
    YesNo,
    field,
    practice_only,
    title_and_text,
    title_only,
)
from generator.records.periods import PeriodField
from generator.records.quantity import QuantityField
from generator.records.sourced import Basis, Sourced


class Named(Model):
    """A record that a statement is about besides its own: one key, the kind, with the record's id."""

    project: ProjectRef | None = field("项目", "项目编号", default=None)
    team: TeamRef | None = field("队伍", "队伍编号", default=None)
    brand: BrandRef | None = field("品牌", "品牌编号", default=None)
    station: StationRef | None = field("阵地", "阵地编号", default=None)
    incentive: IncentiveRef | None = field("激励", "激励编号", default=None)
    platform: PlatformRef | None = field("平台", "平台编号", default=None)
    activity: ActivityRef | None = field("活动", "活动编号", default=None)


class Answer(Named):
    """What answers a goal: another record, one of its practices, or a practice of the same record, by its title."""

    from_text = practice_only

    practice: Line | None = field(
        "做法", "一条做法的标题；没有写别的记录，就是本记录的做法", default=None, example="制度与专业并行"
    )


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
    sentence: Line | None = field(
        "一句话",
        "把这个数讲给居民听，从数字接着读下去；不写就用指标的名称",
        default=None,
        example="青岛有这么多人注册做了志愿者。",
    )
    about: tuple[Named, ...] = field(
        "相关记录",
        "这个数还说到哪一条记录，如站点、激励、队伍，写“阵地: 编号”；那一页也显示这个数，不重复计算",
        default=(),
        example="阵地: caihong-yizhan",
    )
    note: Prose | None = field("说明", "读者需要知道的话", default=None)


class Goal(Sourced):
    """A target: never a result.

    What answers it is a figure of the same subject; one without a number is answered by what is done, or is a plan.
    """

    text: Line = field("目标", "目标是什么，一句话", example="全市志愿者人数达到常住人口的10%")
    target: QuantityField | None = field("目标值", "照原文写的目标数值", default=None, example="10%")
    metric: MetricRef | None = field("指标", "目标说的是哪个指标", default=None)
    deadline: DateField | None = field("期限", "到什么时候", default=None, example="2015")
    period: PeriodField | None = field("周期", "按年、按季度的目标写周期", default=None, example="每年")
    theme: Line | None = field("分类", "目标属于哪一类", default=None, example="社会参与")
    answer: MetricRef | None = field("对应数据", "同一主体哪个指标的数据可以回答它", default=None)
    comparable: YesNo | None = field("可比", "对应数据与目标口径是否相同，能不能直接比", default=None)
    reason: Line | None = field("可比说明", "为什么能比或不能比", default=None)
    answered_by: tuple[Answer, ...] = field(
        "对应做法",
        "没有目标值的目标，由什么来回答：写“激励: 编号”“平台: 编号”等，或本记录里一条做法的标题",
        default=(),
        example="激励: xingji-renzheng",
    )


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
