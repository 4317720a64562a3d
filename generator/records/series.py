"""Series: a run of honours under one name, of which each edition is one."""

from __future__ import annotations

from generator.records.dates import DateField
from generator.records.fields import Line, Model, PlaceRef, field
from generator.records.level import Level
from generator.records.picture import Pictured
from generator.records.record import Record


class FormerName(Model):
    """A name that a series or a category had, and the last year in which it did."""

    from_pair = ("name", "until")

    name: Line = field("名称", "以前的名称，照当年的文件", example="最美志愿服务社区")
    until: DateField = field("用到", "最后用这个名称的年份", example="2023")

    @property
    def words(self) -> str:
        """Return the name with its last year, as a reader says it."""
        return f"“{self.name}”（用到{self.until.label}）"


class Series(Pictured, Record):
    """A run of honours under one name."""

    level: Level = field("级别", "全国、省级、市级、区县级", example="全国")
    issuer: tuple[Line, ...] = field("授予单位", "由谁授予", default=())
    categories: tuple[Line, ...] = field("类别", "奖项里有哪几类", default=())
    former_names: tuple[FormerName, ...] = field("曾用名", "改过名的，写以前的名称和最后一年", default=())
    former_categories: tuple[FormerName, ...] = field("曾用类别", "改过名的类别，写以前的名称和最后一年", default=())
    place: PlaceRef | None = field("地区", "哪个地区的荣誉", default=None, is_fact=False)
    approval: Line | None = field("批准文件", "名称含“全国”“中国”的奖项，写批准它的文件", default=None)
