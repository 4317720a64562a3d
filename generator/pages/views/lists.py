"""Lists of records, grouped by the city they belong to."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.places import ancestors
from generator.pages.views.links import CardView, card
from generator.records.kinds import Kind
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel

ELSEWHERE = "其他"


@dataclass(frozen=True, slots=True)
class GroupView:
    """Cards under one heading, with an anchor to jump to."""

    anchor: str
    title: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """Every record of one kind."""

    title: str
    intro: str
    count: int
    groups: tuple[GroupView, ...]


INTROS = {
    "place": "每个地区的数据、目标、荣誉和项目。",
    "team": "志愿服务组织和队伍，按地区排列。",
    "person": "来源文件公开表彰或点名介绍的志愿者。",
    "station": "开展志愿服务的场所和站点类型；只有数量没有名称的，见各地区的数据。",
    "brand": "来源文件提到的志愿服务品牌。",
    "activity": "活动、行动、培训和赛事。",
    "incentive": "对志愿者的星级认证、积分、礼遇、保险和基金。",
    "platform": "信息平台、小程序、热线和设备。",
    "document": "本站所有内容的出处。每份来源列出它说了什么、有哪些缺陷。",
    "project": "品牌项目：做什么、为谁做、谁在做、有什么成效。",
    "vocabulary": "各地自己的说法。同一个词在不同城市可能指不同的内容。",
}


def list_view(catalogue: Catalogue, kind: Kind) -> ListView:
    """Return the list of a kind."""
    groups: dict[str, list[CardView]] = {}
    anchors: dict[str, str] = {}
    for entry in sorted(catalogue.of(kind.name), key=_rung):
        city = city_of(catalogue, entry)
        title = city.record.name if city else ELSEWHERE
        anchors.setdefault(title, city.record.id if city else "elsewhere")
        groups.setdefault(title, []).append(card(catalogue, entry))
    ordered = sorted(groups.items(), key=lambda group: group[0] == ELSEWHERE)
    return ListView(
        title=kind.label,
        intro=INTROS[kind.name],
        count=len(catalogue.of(kind.name)),
        groups=tuple(GroupView(anchors[title], title, tuple(found)) for title, found in ordered),
    )


def city_of(catalogue: Catalogue, entry: Entry) -> Entry | None:
    """Return the city that a record lies in; a province is its own."""
    record = entry.record
    place = record.id if isinstance(record, Place) else getattr(record, "place", None)
    place = place or next(iter(getattr(record, "places", ())), None)
    line = ancestors(catalogue, place) if place else []
    for above in line:
        if isinstance(above.record, Place) and above.record.level is PlaceLevel.CITY:
            return above
    return line[-1] if line else None


def _rung(entry: Entry) -> int:
    """Order places from the top of the tree down; everything else stays as it is."""
    return list(PlaceLevel).index(entry.record.level) if isinstance(entry.record, Place) else 0
