"""Station: a named place where service happens, or a named kind of such places."""

from __future__ import annotations

from generator.records.addresses import Mailbox, WebAddress
from generator.records.fields import Choice, Line, TeamRef, field
from generator.records.record import Subject
from generator.records.telephones import PublicPhone
from generator.records.way import Way


class StationType(Choice):
    """What sort of place it is."""

    CENTRE = "centre", "中心所站"
    SERVICE = "service", "服务站点"
    EXCHANGE = "exchange", "积分兑换点"
    VENUE = "venue", "场馆"
    BASE = "base", "基地"
    NETWORK = "network", "站点类型"


class Station(Subject):
    """A place where service happens. Counts without names are figures of a place, not stations."""

    type: StationType = field("类型", "中心所站、服务站点、兑换点、场馆、基地或一类站点", default=StationType.SERVICE)
    owner: tuple[TeamRef, ...] = field("管理单位", "由谁管理；几家共管的，一行一个", default=())
    address: Line | None = field("地址", "对外公布的地址", default=None, is_fact=False)
    hours: Line | None = field(
        "开放时间", "什么时候开放，照原文", default=None, example="周一至周五 9:00—17:00", is_fact=False
    )
    phone: PublicPhone | None = field(
        "公开电话",
        "单位对外公布的座机、短号或 400 号码，不能是手机号",
        default=None,
        example="0532-12345",
        is_fact=False,
    )
    url: WebAddress | None = field(
        "网址", "它自己公开的网站", default=None, example="https://www.example.org/", is_fact=False
    )
    mailbox: Mailbox | None = field(
        "公开邮箱", "单位对外公布的邮箱，不能是个人的", default=None, example="office@example.org", is_fact=False
    )
    take_part: Way | None = field(
        "怎么参加",
        "想参加的人怎么做：写一句话，或者分开写说明、电话、网址、地址、时间；地址、开放时间、公开电话已经写在自己的栏目里的，不再写",
        default=None,
        example="周末来值班，先到前台登记",
        is_fact=False,
    )
