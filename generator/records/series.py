"""Series: a run of honours under one name, of which each edition is one."""

from __future__ import annotations

from generator.records.fields import Line, PlaceRef, field
from generator.records.level import Level
from generator.records.record import Record


class Series(Record):
    """A run of honours under one name."""

    level: Level = field("级别", "全国、省级、市级、区县级", example="全国")
    issuer: tuple[Line, ...] = field("授予单位", "由谁授予", default=())
    categories: tuple[Line, ...] = field("类别", "奖项里有哪几类", default=())
    place: PlaceRef | None = field("地区", "哪个地区的荣誉", default=None, is_fact=False)
    approval: Line | None = field("批准文件", "名称含“全国”“中国”的奖项，写批准它的文件", default=None)
