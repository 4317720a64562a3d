"""Document: a source, with its date, the basis of that date, and its known defects."""

from __future__ import annotations

from generator.records.addresses import WebAddress
from generator.records.dates import DateField
from generator.records.fields import Choice, Line, PlaceRef, Prose, field
from generator.records.record import Record
from generator.records.sourced import Basis


class DocumentType(Choice):
    """What sort of text it is."""

    NEWS = "news", "新闻报道"
    BRIEFING = "briefing", "工作简报"
    ARTICLE = "article", "经验文章"
    AWARD_CASE = "award-case", "参评案例"
    COMMENDATION = "commendation", "表彰文件"
    POLICY = "policy", "政策法规"
    STATISTICS = "statistics", "统计资料"


class Script(Choice):
    """The script that a text is printed in."""

    SIMPLIFIED = "simplified", "简体"
    TRADITIONAL = "traditional", "繁体"
    MIXED = "mixed", "繁简混排"


class Document(Record):
    """A source. Its text is kept privately; facts and figures carry over, sentences do not."""

    title: Line | None = field("原题", "文件上印的标题；没有就不写", default=None)
    type: DocumentType = field("类型", "新闻报道、工作简报、经验文章等", example="工作简报")
    issuer: Line | None = field("发布单位", "由谁发布", default=None)
    series: Line | None = field("刊期", "第几期、总第几期", default=None)
    date: DateField | None = field("日期", "文件日期，可以只写到年", default=None)
    date_basis: Basis = field("日期依据", "文中写明、推定或未说明", default=Basis.NOT_GIVEN)
    date_reason: Line | None = field("日期说明", "推定的理由", default=None)
    script: Script = field("文字", "简体、繁体或混排", default=Script.SIMPLIFIED)
    places: tuple[PlaceRef, ...] = field("涉及地区", "说的是哪些地区", default=())
    url: WebAddress | None = field("网址", "公开的原文网址", default=None)
    defects: tuple[Prose, ...] = field("已知缺陷", "残缺、错字、前后不一，一条一句", default=())
    archive: Line | None = field("存档文件", "内部存档的文件名，核对原文时用，不会公开", default=None, public=False)
