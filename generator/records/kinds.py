"""Every kind of record there is: its word, its folder, its model. "What is there?" is answered by reading this."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Words
from generator.records.brand import Brand
from generator.records.document import Document
from generator.records.honour import Edition, Series
from generator.records.metric import Metric
from generator.records.offer import Activity, Incentive, Platform
from generator.records.person import Person
from generator.records.place import Place
from generator.records.project import Project
from generator.records.record import Record
from generator.records.station import Station
from generator.records.team import Team
from generator.records.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. ``folder`` holds its files (or ``folder.yml`` a list); ``plural`` names it in addresses."""

    name: str
    plural: str
    label: str
    folder: str
    model: type[Record]

    @property
    def words(self) -> Words:
        """Return the kind's name in both languages."""
        return Words(self.label, self.name)


KINDS: tuple[Kind, ...] = (
    Kind("place", "places", "地区", "content/places", Place),
    Kind("team", "teams", "队伍", "content/teams", Team),
    Kind("person", "people", "人物", "content/people", Person),
    Kind("station", "stations", "阵地", "content/stations", Station),
    Kind("brand", "brands", "品牌", "content/brands", Brand),
    Kind("activity", "activities", "活动", "content/activities", Activity),
    Kind("incentive", "incentives", "激励", "content/incentives", Incentive),
    Kind("platform", "platforms", "平台", "content/platforms", Platform),
    Kind("document", "documents", "来源", "content/documents", Document),
    Kind("vocabulary", "vocabularies", "词表", "content/vocabularies", Vocabulary),
    Kind("metric", "metrics", "指标", "content/metrics", Metric),
    Kind("project", "projects", "项目", "projects", Project),
    # Series first: their folder lies inside that of the editions.
    Kind("series", "series", "荣誉系列", "honours/series", Series),
    Kind("edition", "honours", "荣誉榜", "honours", Edition),
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
