"""Activity: what volunteers take part in, dated."""

from __future__ import annotations

from generator.records.dates import DateField
from generator.records.fields import BrandRef, Choice, Line, ProjectRef, TeamRef, field
from generator.records.periods import PeriodField
from generator.records.record import Subject
from generator.records.way import Way


class ActivityType(Choice):
    """What sort of event it is."""

    CAMPAIGN = "campaign", "主题活动"
    SERVICE = "service", "服务行动"
    TRAINING = "training", "培训"
    COMPETITION = "competition", "赛事"
    PUBLICITY = "publicity", "宣传"
    EVENT = "event", "重大活动保障"


class Activity(Subject):
    """A dated event, campaign, training or competition."""

    type: ActivityType = field("类型", "主题活动、服务行动、培训、赛事、宣传、重大活动保障", example="服务行动")
    owner: tuple[TeamRef, ...] = field("主办单位", "由谁主办；几家联合主办的，一行一个", default=())
    teams: tuple[TeamRef, ...] = field("参与队伍", "参加的队伍", default=())
    projects: tuple[ProjectRef, ...] = field("相关项目", "属于哪个项目", default=())
    brands: tuple[BrandRef, ...] = field("相关品牌", "原文写明的品牌", default=())
    date: DateField | None = field("日期", "哪一天", default=None)
    period: PeriodField | None = field("期间", "从哪天到哪天", default=None)
    items: tuple[Line, ...] = field("内容项", "活动包括哪些项，一行一项", default=())
    take_part: Way | None = field(
        "怎么参加",
        "想参加的人怎么做：写一句话，或者分开写说明、电话、网址、地址、时间；不写就显示主办单位的",
        default=None,
        example="开始前一周打电话报名",
        is_fact=False,
    )
