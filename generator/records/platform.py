"""Platform: a way to reach voluntary service, such as a hotline or a mini-programme."""

from __future__ import annotations

from generator.records.addresses import WebAddress
from generator.records.fields import Choice, Line, TeamRef, field
from generator.records.record import Subject


class PlatformType(Choice):
    """How people reach it."""

    SITE = "site", "信息平台"
    MINI_PROGRAMME = "mini-programme", "小程序"
    APP = "app", "客户端"
    HOTLINE = "hotline", "热线"
    DEVICE = "device", "设备"
    LIBRARY = "library", "项目库"


class Platform(Subject):
    """An information platform, mini-programme, hotline or device."""

    type: PlatformType = field("类型", "信息平台、小程序、客户端、热线、设备或项目库", example="小程序")
    owner: tuple[TeamRef, ...] = field("运营单位", "由谁运营；几家共同运营的，一行一个", default=())
    hotline: Line | None = field(
        "公开热线", "单位对外公布、谁都可以打的号码；只有这里可以是手机号", default=None, is_fact=False
    )
    url: WebAddress | None = field("网址", "公开的网址", default=None, is_fact=False)
    functions: tuple[Line, ...] = field("功能", "能做什么，一行一项", default=())
