"""Place: a tree by ``parent``, from province to community."""

from __future__ import annotations

from generator.records.addresses import Mailbox
from generator.records.fields import Choice, Line, PlaceRef, YesNo, field
from generator.records.record import Subject
from generator.records.telephones import PublicPhone


class PlaceLevel(Choice):
    """The rung of a place in the tree."""

    COUNTRY = "country", "国家"
    PROVINCE = "province", "省"
    CITY = "city", "市"
    DISTRICT = "district", "区县"
    COUNTY_CITY = "county-city", "县级市"
    ZONE = "zone", "开发区"
    STREET = "street", "镇街"
    COMMUNITY = "community", "社区村"


# What stands below a city and above streets, whatever it is called.
DISTRICTS = frozenset({PlaceLevel.DISTRICT, PlaceLevel.COUNTY_CITY, PlaceLevel.ZONE})


class Place(Subject):
    """A province, city, district, street or community."""

    level: PlaceLevel = field("级别", "省、市、区县、县级市、开发区、镇街或社区村", example="区县")
    parent: PlaceRef | None = field("上级", "上级地区的编号", default=None, example="qingdao")
    parts_complete: YesNo | None = field(
        "下级齐全",
        "下一级的地区是否都有记录；写“是”，而且各地都有同口径的数据，才相加成合计",
        default=None,
        is_fact=False,
    )
    short: Line | None = field("简称", "列表里用的短名", default=None, example="市南", is_fact=False)
    phone: PublicPhone | None = field(
        "公开电话",
        "单位对外公布的座机、短号或 400 号码，不能是手机号",
        default=None,
        example="0532-12345",
        is_fact=False,
    )
    mailbox: Mailbox | None = field(
        "公开邮箱", "单位对外公布的邮箱，不能是个人的", default=None, example="office@example.org", is_fact=False
    )
