"""Every kind of record. "What is there?" is answered by reading this, and all else about a kind follows from it.

A kind is declared once: its model in a module of its own, and here its words, its folder, and where readers meet it.
Menu, lists, pages of places, search, data files, JSON Schemas and the handbook are made from these lines; their order
is the order of the kinds everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.data.tables import for_residents
from generator.problems import Phrase
from generator.records.activity import Activity
from generator.records.brand import Brand
from generator.records.document import Document
from generator.records.domain import Domain
from generator.records.edition import Edition
from generator.records.incentive import Incentive
from generator.records.metric import Metric
from generator.records.person import Person
from generator.records.place import Place
from generator.records.platform import Platform
from generator.records.project import Project
from generator.records.record import Record
from generator.records.series import Series
from generator.records.station import Station
from generator.records.team import Team
from generator.records.vocabulary import Vocabulary

# Where the list of a kind is in the menu: among the main items, among the others, or not at all.
Menu = Literal["main", "other", ""]
# How a page lists the records that belong to a place or to another record: by cards, by names, or not at all.
Belonging = Literal["cards", "names", ""]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    ``folder`` holds its files (or ``folder.yml`` a list), ``plural`` names it in addresses. ``intro`` explains it to
    readers, ``guide`` explains to staff what to write as one. ``list_title`` is the title of its list where that is not
    its label. The addresses of a kind that is not ``lasting`` are not promised: a person may withdraw, and a metric may
    have no page of its own any more. ``asks`` names the fields that a new record stands open with though its model can
    do without: a rule asks for them. A kind that is ``listed_with`` another has no list of its own.
    """

    name: str
    plural: str
    label: str
    folder: str
    model: type[Record]
    intro: str
    guide: str
    menu: Menu = "other"
    belongs: Belonging = "names"
    list_title: str = ""
    lasting: bool = True
    asks: tuple[str, ...] = ()
    listed_with: str = ""

    @property
    def words(self) -> Phrase:
        """Return the kind's name in both languages."""
        return Phrase(self.label, self.name)

    @property
    def called(self) -> str:
        """Return what residents call a record of the kind."""
        return for_residents(self.label)

    @property
    def title(self) -> str:
        """Return what the list of the kind is called."""
        return self.list_title or self.called


KINDS: tuple[Kind, ...] = (
    Kind(
        "project", "projects", "项目", "projects", Project, menu="main", belongs="cards", list_title="品牌项目",
        intro="做什么、为谁做、谁在做、有什么成效。",
        guide="长年在做的品牌项目：为谁做、谁来做、怎么做、有什么结果。",
    ),
    # Series before editions: their folder lies inside that of the editions.
    Kind(
        "series", "series", "荣誉系列", "honours/series", Series, menu="", belongs="", listed_with="edition",
        intro="荣誉系列的级别、授予单位和类别。",
        guide="一项年年都评的荣誉：它的名称、级别、授予单位和类别。每一次评选另写一份荣誉榜。",
    ),
    Kind(
        "edition", "honours", "荣誉榜", "honours", Edition, menu="main", belongs="", asks=("year", "source"),
        intro="每一届的状态、文号和获奖名单；没有名单的，只写数量。",
        guide="一次评选的结果：一份表彰文件写成一个文件。获奖只写在这里，项目、队伍、人物的页面会自动显示。",
    ),
    Kind(
        "place", "places", "地区", "content/places", Place, menu="main", belongs="cards",
        intro="每个地区的数据、目标、荣誉和项目。",
        guide="省、市、区县、镇街、社区，用“上级”连成一棵树。",
    ),
    Kind(
        "team", "teams", "队伍", "content/teams", Team, belongs="cards",
        intro="志愿服务组织和队伍，按地区排列。",
        guide="做志愿服务的组织和队伍：联合会、协会、总队、服务队、企业等。",
    ),
    Kind(
        "person", "people", "人物", "content/people", Person, lasting=False, asks=("consent", "source"),
        intro="来源文件公开表彰或点名介绍的志愿者。",
        guide="获得荣誉、已经公开报道的志愿者。只有一个名字的不用建记录，写在荣誉榜的名单里就行。",
    ),
    Kind(
        "brand", "brands", "品牌", "content/brands", Brand,
        intro="来源文件提到的志愿服务品牌。",
        guide="罩在几个项目或几支队伍上面的名称：城市品牌、区域品牌、项目品牌、服务品牌。",
    ),
    Kind(
        "station", "stations", "阵地", "content/stations", Station,
        intro="开展志愿服务的场所和站点类型；只有数量没有名称的，见各地区的数据。",
        guide="有名称的服务地点，或者有名称的一类站点。只知道有多少个、没有名称的，写成地区的数据。",
    ),
    Kind(
        "activity", "activities", "活动", "content/activities", Activity,
        intro="活动、行动、培训和赛事。",
        guide="有时间的一次活动、培训、赛事或一段主题活动。长年做的事写成项目。",
    ),
    Kind(
        "incentive", "incentives", "激励", "content/incentives", Incentive,
        intro="对志愿者的星级认证、积分、礼遇、保险和基金。",
        guide="对志愿者的激励和保障：星级、积分、礼遇、保险、基金等。",
    ),
    Kind(
        "platform", "platforms", "平台", "content/platforms", Platform,
        intro="信息平台、小程序、热线、设备和项目库。",
        guide="群众找得到志愿服务的渠道：信息平台、小程序、热线、设备；收项目的项目库也写在这里。",
    ),
    Kind(
        "domain", "domains", "领域", "content/domains", Domain,
        menu="", belongs="", lasting=False, listed_with="project",
        intro="按领域看项目：每个领域一种颜色、一个图形。",
        guide="项目属于哪个领域。本站自己定有哪些，各用什么颜色和图形，来源里的哪些说法也算；没有归进来的说法照原文写。",
    ),
    Kind(
        "vocabulary", "vocabularies", "词表", "content/vocabularies", Vocabulary, asks=("place", "date", "terms"),
        intro="各地自己的说法。同一个词在不同城市可能指不同的内容。",
        guide="一个地方自己的说法里有哪几项，例如“五为”“六进”。同一个词在别的城市、别的年份可能是另一份清单。",
    ),
    Kind(
        "document", "documents", "来源", "content/documents", Document, belongs="",
        intro="本站所有内容的出处。每份来源列出它说了什么、有哪些缺陷。",
        guide="说出这些事的文件：报道、简报、表彰文件、统计资料。别的记录用编号指到它；原文不公开。",
    ),
    Kind(
        "metric", "metrics", "指标", "content/metrics", Metric, menu="", belongs="", lasting=False,
        list_title="各种数据", intro="每种数据数的是什么，谁报告过多少。",
        guide="数的是什么、怎么数：单位、性质和口径。写数据时用它的名称或编号。",
    ),
)  # fmt: skip

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
_BY_MODEL = {kind.model: kind for kind in KINDS}


def kind_of(model: type[Record]) -> Kind:
    """Return the kind that a model is declared for.

    :raises KeyError: there is none.
    """
    return _BY_MODEL[model]
