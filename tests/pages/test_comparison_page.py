"""The comparison of places: what is compared, and the reason where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.figures.bars import GroupView
from generator.pages.figures.comparison_page import ComparisonView, comparison_view
from generator.pages.whereabouts import Whereabouts
from generator.recipes.check import check
from generator.records.settings import Settings
from tests.conftest import Project

TREE = """
    content/metrics.yml:
        - {{id: volunteers, name: 注册志愿者, unit: 人, measure: 存量}}
        - {{id: hours, name: 时长, unit: 小时, measure: 流量}}
        - {{id: teams, name: 队伍, unit: 支, measure: 存量}}
    content/documents/undated.yml:
        {{name: 无日期, type: 新闻报道, date_basis: 未说明}}
    content/places/east.yml:
        name: 东区
        level: 区县
        parent: city
        source: doc
        figures:
    {east}
    content/places/west.yml:
        name: 西区
        level: 区县
        parent: city
        source: doc
        figures:
    {west}
"""


def compared(project: Project, east: str, west: str) -> ComparisonView:
    """Return the comparison of two districts with a line of figures each."""
    lines = ["\n    ".join(f"          - {{{line}}}" for line in told.split(" | ")) for told in (east, west)]
    return view_of(project(TREE.format(east=lines[0], west=lines[1])))


def view_of(folder: Path, settings: Settings | None = None) -> ComparisonView:
    """Return the comparison."""
    catalogue = check(folder).catalogue
    return comparison_view(catalogue, Whereabouts(catalogue), settings or Settings())


def group(project: Project, east: str, west: str) -> GroupView:
    """Return the only metric that the two districts share."""
    [level] = compared(project, east, west).levels
    [found] = (*level.compared, *level.refused)
    return found.group


def widths(found: GroupView) -> list[float]:
    """Return the widths of the bars of a metric."""
    return [row.width for row in (*found.rows, *found.others)]


ALIKE = [
    ("metric: 注册志愿者, value: 2万余人", "metric: 注册志愿者, value: 1万人"),
    ("metric: 注册志愿者, value: 20人, as_of: 2020-12", "metric: 注册志愿者, value: 10名, as_of: 2021-01"),
    ("metric: 时长, value: 2小时, period: 2020", "metric: 时长, value: 1小时, period: 2021"),
    (
        "metric: 注册志愿者, value: 2人, scope: 城区, as_of: 2020",
        "metric: 注册志愿者, value: 1人, scope: 城区, as_of: 2020",
    ),
]


@pytest.mark.parametrize(("east", "west"), ALIKE)
def test_alike(project: Project, east: str, west: str) -> None:
    """Figures of one unit, scope and span, a year apart at most, are set side by side with bars from zero."""
    found = group(project, east, west)
    assert [row.name for row in found.rows] == ["东区", "西区"]
    assert widths(found) == [100, 50]
    assert found.reason == ""


UNLIKE = [
    ("metric: 注册志愿者, value: 2人次", "metric: 注册志愿者, value: 1人", "单位不同（东区：人次；西区：人）"),
    (
        "metric: 注册志愿者, value: 2人, scope: 只算城区",
        "metric: 注册志愿者, value: 1人",
        "算的范围不同（东区：只算城区；西区：没有另外说明）",
    ),
    (
        "metric: 注册志愿者, value: 2人, as_of: 2020",
        "metric: 注册志愿者, value: 1人",
        "日期相差 3 年（东区：2020年；西区：2023年）",
    ),
    (
        "metric: 注册志愿者, value: 2人, source: undated",
        "metric: 注册志愿者, value: 1人",
        "没有写明到哪一年（东区）",
    ),
    (
        "metric: 时长, value: 2小时, period: 2018/2020",
        "metric: 时长, value: 1小时, period: 2020",
        "算了多久不同（东区：3年；西区：1年）",
    ),
    (
        "metric: 时长, value: 2小时, period: 2019年以来",
        "metric: 时长, value: 1小时, period: 2019年以来",
        "没有写明到哪一年（东区、西区）",
    ),
    (
        "metric: 注册志愿者, value: 2人次, source: undated",
        "metric: 注册志愿者, value: 1人",
        "单位不同（东区：人次；西区：人）。没有写明到哪一年（东区）",
    ),
    (
        "metric: 注册志愿者, value: 3—5万人",
        "metric: 注册志愿者, value: 1人",
        "写的是一个范围（东区：3—5万人）",
    ),
]


@pytest.mark.parametrize(("east", "west", "reason"), UNLIKE)
def test_unlike(project: Project, east: str, west: str, reason: str) -> None:
    """Where unit, scope, span or year do not agree, the page says so in words and draws no bar."""
    found = group(project, east, west)
    assert not found.rows
    assert found.reason == f"不能放在一起比：{reason}。"
    assert widths(found) == [0, 0]


def test_two_words_for_one_unit(project: Project) -> None:
    """处 and 个 of one thing are one unit."""
    text = TREE.format(east="          - 站点: 20处", west="          - 站点: 10个").replace(
        "- {id: teams, name: 队伍, unit: 支", "- {id: teams, name: 站点, unit: 处"
    )
    [level] = view_of(project(text)).levels
    assert widths(level.compared[0].group) == [100, 50]


def test_only_what_two_places_report(project: Project) -> None:
    """A metric of one place is not compared, and a place without a shared metric is only named."""
    view = compared(project, "metric: 注册志愿者, value: 2人", "metric: 队伍, value: 1支")
    assert view.levels == ()
    assert [link.text for link in view.others] == ["东区", "西区"]


def test_a_place_is_known_by_its_definition_and_its_latest_figure(project: Project) -> None:
    """Of several figures of a place, that of the metric's own scope stands, then the latest; the others are counted."""
    east = (
        "metric: 注册志愿者, value: 9人, scope: 城区 | metric: 注册志愿者, value: 2人, as_of: 2022"
        " | metric: 注册志愿者, value: 3人, as_of: 2023"
    )
    row = group(project, east, "metric: 注册志愿者, value: 1人").rows[0]
    assert (row.figure.printed, row.more) == ("3人", "另有 2 条")
    assert row.path == "places/east.html#figures-2"


def test_figures_of_practices_are_not_those_of_the_place(project: Project) -> None:
    """What one practice counted is not set beside what another place has."""
    folder = project(TREE.format(east="          - 注册志愿者: 2人", west="          - 队伍: 1支"))
    west = folder / "content/places/west.yml"
    practice = "practices:\n  - {title: 培训, text: 教急救。, figures: [注册志愿者: 1人]}\n"
    west.write_text(west.read_text(encoding="utf-8") + practice, encoding="utf-8")
    assert view_of(folder).levels == ()


def districts(values: dict[str, str]) -> str:
    """Return districts of a city with a line of figures each, by their ids."""
    return "".join(
        f"""
    content/places/{name}.yml:
        name: {name}
        level: 区县
        parent: city
        source: doc
        figures: [{{{line}}}]
    """
        for name, line in values.items()
    )


def test_most_of_a_level_are_compared_and_the_rest_stand_apart(project: Project) -> None:
    """As many as agree have bars, of equally many the latest; the others are listed, with the reason once."""
    line = "metric: 注册志愿者, value: {}人, as_of: {}"
    folder = project(
        districts(
            {"a": line.format(4, 2015), "b": line.format(2, 2020), "c": line.format(3, 2021), "d": line.format(9, 2016)}
        )
    )
    [level] = view_of(folder).levels
    [found] = level.compared
    assert [row.id for row in found.group.rows] == ["c", "b"]
    assert [row.id for row in found.group.others] == ["a", "d"]
    assert "日期相差 6 年" in found.group.reason


def test_a_city_is_not_compared_with_a_district(project: Project) -> None:
    """Only places of one level stand side by side, and the level of the site's own place comes first."""
    city = """
    content/places/city.yml: {name: 某市, level: 市, source: doc, figures: [注册志愿者: 900人]}
    content/places/other.yml: {name: 别市, level: 市, source: doc, figures: [注册志愿者: 100人]}
    """
    folder = project(districts({"a": "注册志愿者: 4人", "b": "注册志愿者: 2人"}) + city)
    view = view_of(folder)
    assert [[name for name, _ in level.places] for level in view.levels] == [["city", "other"], ["a", "b"]]
    own = view_of(folder, Settings(place="b"))
    assert [[name for name, _ in level.places] for level in own.levels] == [["b", "a"], ["city", "other"]]


def test_bars_by_the_inhabitants(project: Project) -> None:
    """Where a source gives the inhabitants of all places near the date, bars go by them, marked and with arithmetic."""
    lines = {
        "big": "注册志愿者: 40万人}, {metric: 常住人口, value: 400万人, as_of: 2022",
        "small": "注册志愿者: 20万人}, {metric: 常住人口, value: 100万人",
    }
    metrics = """
    content/metrics.yml:
        - {id: volunteers, name: 注册志愿者, unit: 人, measure: 存量}
        - {id: residents, name: 常住人口, unit: 人, measure: 存量}
    """
    [level] = view_of(project(districts(lines) + metrics)).levels
    found = next(row.group for row in level.compared if row.metric.text == "注册志愿者")
    assert [(row.id, row.width, row.rate) for row in found.rows] == [
        ("small", 100, "每百名居民 20.0 人"),
        ("big", 50, "每百名居民 10.0 人"),
    ]
    assert found.rows[0].arithmetic == "20万人 ÷ 常住人口100万人"
    assert "推算" in found.caveat


def test_larger_is_not_better(project: Project) -> None:
    """Where the inhabitants are not known, the page says that a larger number is not a better one."""
    assert "不等于做得好" in group(project, *ALIKE[0]).caveat
