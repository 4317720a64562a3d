"""Place: a tree by ``parent``, from province to community."""

from __future__ import annotations

from generator.records.fields import Choice, Line, PlaceRef, field
from generator.records.record import Subject


class PlaceLevel(Choice):
    """The rung of a place in the tree."""

    COUNTRY = "country", "国家"
    PROVINCE = "province", "省"
    CITY = "city", "市"
    DISTRICT = "district", "区县"
    STREET = "street", "镇街"
    COMMUNITY = "community", "社区村"


class Place(Subject):
    """A province, city, district, street or community."""

    level: PlaceLevel = field("级别", "省、市、区县、镇街或社区村", example="区县")
    parent: PlaceRef | None = field("上级", "上级地区的编号", default=None, example="qingdao")
    short: Line | None = field("简称", "列表里用的短名", default=None, example="市南", is_fact=False)
