"""Edition: one round of a series, with its document and its winners. A commendation document becomes one file."""

from __future__ import annotations

from generator.records.dates import DateField, YearField
from generator.records.fields import (
    BrandRef,
    Choice,
    Line,
    Model,
    PersonRef,
    PlaceRef,
    ProjectRef,
    Prose,
    SeriesRef,
    StationRef,
    TeamRef,
    field,
)
from generator.records.picture import Pictured
from generator.records.quantity import QuantityField
from generator.records.record import Record
from generator.records.roll_line import name_and_unit
from generator.records.sourced import Sourced


class EditionStatus(Choice):
    """Where an edition stands in its procedure."""

    NOTICE = "notice", "公示"
    FINAL = "final", "正式"
    REVOKED = "revoked", "撤销"
    UNSTATED = "unstated", "未说明"


class Order(Choice):
    """How the names of a roll are ordered."""

    DOCUMENT = "document", "按来源原文顺序"
    NONE = "none", "排名不分先后"
    VOTES = "votes", "得票数"
    STROKES = "strokes", "姓氏笔画"
    PINYIN = "pinyin", "姓氏拼音"


class Revocation(Sourced):
    """That an honour was taken back: when, by whom, and where that was said."""

    date: DateField | None = field("日期", "撤销的日期", default=None, example="2025-03")
    by: Line | None = field("撤销单位", "由谁撤销", default=None, example="市文明办")
    reason: Line | None = field("原因", "来源写明的原因", default=None)


class Honour(Sourced):
    """One winner line: a name, or a reference where there is a page."""

    from_text = name_and_unit

    name: Line | None = field("名称", "获奖者的名称；有自己页面的，改写下面的编号", default=None)
    unit: Line | None = field("单位", "获奖者的单位", default=None)
    person: PersonRef | None = field("人物", "人物编号", default=None)
    team: TeamRef | None = field("队伍", "队伍编号", default=None)
    project: ProjectRef | None = field("项目", "项目编号", default=None)
    brand: BrandRef | None = field("品牌", "品牌编号", default=None)
    place: PlaceRef | None = field("社区", "社区或地区编号", default=None)
    station: StationRef | None = field("阵地", "阵地编号", default=None)
    reason: Prose | None = field("事迹", "为什么授予，用自己的话写一两句", default=None)
    note: Prose | None = field("说明", "读者需要知道的话", default=None)
    revoked: Revocation | None = field("撤销", "只撤销这一个的，写何时、由谁撤销", default=None)


class HonourGroup(Model):
    """The winners of one category."""

    category: Line = field("类别", "奖项类别", example="最美志愿者")
    honours: tuple[Honour, ...] = field("名单", "一行一个", example="王伟（青岛市某某志愿服务队）")


class Total(Model):
    """How many won in one category, where the text names only some of them."""

    from_pair = ("category", "count")

    category: Line = field("类别", "奖项类别", example="最美志愿者")
    count: QuantityField = field("数量", "这一类一共多少，照原文写", example="100名")


class Claim(Sourced):
    """A counted honour without names; never turned into entries."""

    category: Line = field("类别", "奖项类别", example="最美志愿服务社区")
    count: QuantityField = field("数量", "照原文写", example="4个")
    place: PlaceRef | None = field("地区", "哪个地区的", default=None)
    team: TeamRef | None = field("队伍", "哪个队伍的", default=None)
    note: Prose | None = field("说明", "读者需要知道的话", default=None)


class Edition(Pictured, Record):
    """One edition of a series: its document and its winners."""

    keyed = {"winners": ("category", "honours")}  # noqa: RUF012 - declared ClassVar by the base

    name: Line = field("名称", "不写就用系列名称加年份", default="", is_fact=False)
    series: SeriesRef = field("系列", "荣誉系列的编号", example="sige100")
    year: YearField | None = field("年份", "原文写明的年份，跨两年的照原文写", default=None, example="2024")
    edition: Line | None = field("届次", "第几届；原文没有年份和届次时写“未注明”", default=None, example="第七届")
    status: EditionStatus = field("状态", "公示、正式、撤销或未说明", default=EditionStatus.UNSTATED)
    notice_from: DateField | None = field("公示开始", "公示的第一天", default=None)
    notice_to: DateField | None = field("公示结束", "公示的最后一天", default=None)
    revoked: Revocation | None = field("撤销", "整份名单撤销的，写何时、由谁撤销", default=None)
    issued: DateField | None = field("发文日期", "表彰文件的日期", default=None)
    issuer: tuple[Line, ...] = field("授予单位", "由谁授予；不写就用系列的", default=())
    document_no: Line | None = field("文号", "表彰文件的文号", default=None)
    order: Order = field("排序", "名单按什么排", default=Order.DOCUMENT)
    winners: tuple[HonourGroup, ...] = field("获奖名单", "按类别写，一行一个", default=())
    totals: tuple[Total, ...] = field("共计", "名单只列出一部分人时，写每一类一共多少", default=())
    unnamed: tuple[Claim, ...] = field("未列名荣誉", "只有数量、没有名单的荣誉", default=())
