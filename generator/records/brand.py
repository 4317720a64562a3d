"""Brand: a name over several projects or teams."""

from __future__ import annotations

from generator.records.fields import Choice, ProjectRef, TeamRef, field
from generator.records.record import Subject


class BrandType(Choice):
    """What the name stands over."""

    CITY = "city", "城市品牌"
    REGION = "region", "区域品牌"
    PROJECT = "project", "项目品牌"
    SERVICE = "service", "服务品牌"


class Brand(Subject):
    """A name over several projects or teams."""

    type: BrandType = field("类型", "城市、区域、项目或服务品牌", default=BrandType.SERVICE)
    owner: tuple[TeamRef, ...] = field("所属单位", "打造它的组织；有几家的，一行一个", default=())
    teams: tuple[TeamRef, ...] = field("队伍", "原文写明的队伍", default=())
    projects: tuple[ProjectRef, ...] = field("项目", "原文写明的项目", default=())
