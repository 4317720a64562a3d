"""Lists of records, grouped by the city they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_by_metric, with_page
from generator.catalogue.places import ancestors
from generator.pages.urls import list_path, page_path
from generator.pages.views.links import CardView, card, short_name
from generator.pages.views.page import LinkView
from generator.pages.views.paging import Group, PagedView, group_rows, paged, size
from generator.pages.views.tree import TreeView, forest
from generator.records.kinds import Kind
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel

ELSEWHERE = "其他"
# The tags of a card with a cover, and the places where its name may break.
_CARD = 230
_BRANCH = 130


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list of cards, with pictures or without; ``tool`` leads to other ways to look.

    The first page of the places has them as ``trees`` besides.
    """

    title: str
    intro: str
    covers: bool
    list: PagedView[CardView]
    tool: LinkView | None = None
    trees: tuple[TreeView, ...] = ()


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
    "metric": "每个指标数的是什么，谁报告过多少。",
    "vocabulary": "各地自己的说法。同一个词在不同城市可能指不同的内容。",
}


def list_views(catalogue: Catalogue, kind: Kind) -> tuple[ListView, ...]:
    """Return the pages that list a kind."""
    if kind.name == "metric":
        groups = by_subject(catalogue)
    else:
        groups = by_city(catalogue, sorted(catalogue.of(kind.name), key=_rung))
    trees = forest(catalogue, kind.name) if kind.name == "place" else ()
    furniture = _BRANCH * sum(tree.size for tree in trees)
    path, title, intro = list_path(kind), kind.label, INTROS[kind.name]
    first, *others = paged(groups, card_size, lambda number: page_path(path, number), furniture)
    begun = ListView(title, intro, covers=False, list=first, trees=trees)
    return begun, *(ListView(title, intro, covers=False, list=page) for page in others)


def by_city(catalogue: Catalogue, entries: Iterable[Entry]) -> list[Group[CardView]]:
    """Return cards under the city that each belongs to, those of none last."""
    groups = group_rows((_city_key(catalogue, entry), card(catalogue, entry)) for entry in entries)
    return sorted(groups, key=lambda group: group.title == ELSEWHERE)


def by_subject(catalogue: Catalogue) -> list[Group[CardView]]:
    """Return the cards of metrics that somebody reports, under what they are about, those about nothing named last."""
    reported = with_page(catalogue, "metric")
    titles = dict.fromkeys(_about(entry) for entry in sorted(reported, key=lambda entry: _about(entry) == ELSEWHERE))
    anchors = {title: f"group-{number}" for number, title in enumerate(titles, 1)}
    ordered = sorted(reported, key=lambda entry: list(titles).index(_about(entry)))
    return group_rows(((anchors[_about(entry)], _about(entry)), _metric_card(catalogue, entry)) for entry in ordered)


def _metric_card(catalogue: Catalogue, entry: Entry) -> CardView:
    """Return the card of a metric, with what is reported first and how much there is besides."""
    found = figures_by_metric(catalogue)[entry.record.id]
    others = f"，共 {len(found)} 条" if len(found) > 1 else ""
    words = f"{short_name(found[0].entry)}：{found[0].figure.value.printed}{others}"
    return replace(card(catalogue, entry), text=words)


def card_views(
    path: str, title: str, intro: str, groups: Iterable[Group[CardView]], *, covers: bool = False
) -> tuple[ListView, ...]:
    """Return the pages of a list of cards, the first of them at ``path``."""
    pages = paged(groups, card_size, lambda number: page_path(path, number))
    return tuple(ListView(title, intro, covers, page) for page in pages)


def card_size(item: CardView) -> int:
    """Return about how many bytes a card prints."""
    return _CARD + size(item.link.text, item.link.path, item.meta, item.text, item.badge)


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


def _city_key(catalogue: Catalogue, entry: Entry) -> tuple[str, str]:
    if isinstance(entry.record, Place) and entry.record.level in {PlaceLevel.COUNTRY, PlaceLevel.PROVINCE}:
        return "provinces", PlaceLevel.PROVINCE.label
    city = city_of(catalogue, entry)
    return (city.record.id, city.record.name) if city else ("elsewhere", ELSEWHERE)


def _about(entry: Entry) -> str:
    return getattr(entry.record, "group", None) or ELSEWHERE


def _rung(entry: Entry) -> int:
    """Order places from the top of the tree down; everything else stays as it is."""
    return list(PlaceLevel).index(entry.record.level) if isinstance(entry.record, Place) else 0
