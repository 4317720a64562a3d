"""Incentive: what encourages or protects volunteers."""

from __future__ import annotations

from generator.records.dates import DateField
from generator.records.fields import Choice, Line, TeamRef, field
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
    owner: tuple[TeamRef, ...] = field("主办单位", "由谁推出；几家联合推出的，一行一个", default=())
    tiers: tuple[Line, ...] = field("等级", "分几级，一行一级", default=())
    since: DateField | None = field("开始", "什么时候开始", default=None)
