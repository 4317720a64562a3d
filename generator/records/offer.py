"""What supports volunteers and what they take part in: incentives, platforms, activities."""

from __future__ import annotations

from generator.records.addresses import WebAddress
from generator.records.dates import DateField, PeriodField
from generator.records.fields import BrandRef, Choice, Line, ProjectRef, TeamRef, field
from generator.records.record import Subject


class IncentiveType(Choice):
    """What sort of encouragement or protection it is."""

    STARS = "stars", "星级认证"
    POINTS = "points", "积分回馈"
    COURTESY = "courtesy", "礼遇"
    INSURANCE = "insurance", "保险"
    FUND = "fund", "基金"
    COMMENDATION = "commendation", "褒奖"
    OTHER = "other", "其他"


class Incentive(Subject):
    """A star scheme, points, courtesy, insurance or fund."""

    type: IncentiveType = field("类型", "星级认证、积分回馈、礼遇、保险、基金等", example="保险")
    owner: TeamRef | None = field("主办单位", "由谁推出", default=None)
    tiers: tuple[Line, ...] = field("等级", "分几级，一行一级", default=())
    since: DateField | None = field("开始", "什么时候开始", default=None)


class PlatformType(Choice):
    """How people reach it."""

    SITE = "site", "信息平台"
    MINI_PROGRAMME = "mini-programme", "小程序"
    APP = "app", "客户端"
    HOTLINE = "hotline", "热线"
    DEVICE = "device", "设备"


class Platform(Subject):
    """An information platform, mini-programme, hotline or device."""

    type: PlatformType = field("类型", "信息平台、小程序、客户端、热线或设备", example="小程序")
    owner: TeamRef | None = field("运营单位", "由谁运营", default=None)
    hotline: Line | None = field("公开热线", "对外公布的热线号码", default=None)
    url: WebAddress | None = field("网址", "公开的网址", default=None)
    functions: tuple[Line, ...] = field("功能", "能做什么，一行一项", default=())


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
    owner: TeamRef | None = field("主办单位", "由谁主办", default=None)
    teams: tuple[TeamRef, ...] = field("参与队伍", "参加的队伍", default=())
    projects: tuple[ProjectRef, ...] = field("相关项目", "属于哪个项目", default=())
    brands: tuple[BrandRef, ...] = field("相关品牌", "原文写明的品牌", default=())
    date: DateField | None = field("日期", "哪一天", default=None)
    period: PeriodField | None = field("期间", "从哪天到哪天", default=None)
    items: tuple[Line, ...] = field("内容项", "活动包括哪些项，一行一项", default=())
