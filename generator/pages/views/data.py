"""The page of open data: every data file with what it holds and how much, and the columns of the figures."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_by_metric
from generator.pages.columns import FIGURE_COLUMNS, Column
from generator.records.kinds import KINDS

_ABOUT = {
    "place": "省、市、区县、镇街、社区，和它们的上级",
    "team": "组织和队伍，所在地区、上级、类别",
    "person": "公开表彰或点名介绍的志愿者，隐去名字的照样隐去",
    "station": "开展服务的场所和站点",
    "brand": "区域品牌和项目品牌，以及它们包括什么",
    "activity": "活动、行动、培训和赛事，日期、主办单位",
    "incentive": "星级认证、积分、礼遇、保险和基金",
    "platform": "信息平台、小程序、热线和设备",
    "document": "来源的题名、发布单位、日期和已知缺陷",
    "vocabulary": "各地自己的说法，每一条是什么意思",
    "metric": "每个指标的单位、性质和口径",
    "project": "服务谁、谁在做、怎么做、成效",
    "series": "荣誉系列的级别、授予单位和类别",
    "edition": "每一届的状态、文号和获奖名单，未列名荣誉只有数量",
}


@dataclass(frozen=True, slots=True)
class FilesView:
    """What is given as CSV and as JSON under one name."""

    name: str
    label: str
    about: str
    count: int


@dataclass(frozen=True, slots=True)
class DataView:
    """The files of all kinds, that of the figures first, and its columns."""

    files: tuple[FilesView, ...]
    columns: tuple[Column, ...]
    figures: int
    records: int


def data_view(catalogue: Catalogue) -> DataView:
    """Return the page of open data."""
    figures = sum(map(len, figures_by_metric(catalogue).values()))
    kinds = [FilesView(kind.plural, kind.label, _ABOUT[kind.name], len(catalogue.of(kind.name))) for kind in KINDS]
    return DataView(
        files=(FilesView("figures", "数据", "全部记录里的数字，一行一个，各带来源", figures), *kinds),
        columns=FIGURE_COLUMNS,
        figures=figures,
        records=len(catalogue.entries),
    )
