"""The comparison of places: what is compared, and the reason where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.views.comparison_page import ComparisonView, RowView, comparison_pages, comparison_view
from generator.pages.whereabouts import Whereabouts
from generator.recipes.check import check
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


def view_of(folder: Path) -> ComparisonView:
    """Return the only page of the comparison."""
    catalogue = check(folder).catalogue
    assert len(comparison_pages(catalogue)) == 1
    return comparison_view(catalogue, Whereabouts(catalogue), 1)


def row(project: Project, east: str, west: str) -> RowView:
    """Return the only row."""
    [group] = compared(project, east, west).list.groups
    [found] = group.rows
    return found


def widths(found: RowView) -> list[float]:
    """Return the widths of the bars of a row."""
    return [value.width for cell in found.cells for value in cell.values]


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
    found = row(project, east, west)
    assert found.is_comparable
    assert widths(found) == [100, 50]
    assert found.verdict == "单位、口径相同，日期相近，可以比较。"


UNLIKE = [
    ("metric: 注册志愿者, value: 2人次", "metric: 注册志愿者, value: 1人", "单位不同（东区：人次；西区：人）"),
    (
        "metric: 注册志愿者, value: 2人, scope: 只算城区",
        "metric: 注册志愿者, value: 1人",
        "口径不同（东区：只算城区；西区：按指标的定义）",
    ),
    (
        "metric: 注册志愿者, value: 2人, as_of: 2020",
        "metric: 注册志愿者, value: 1人",
        "日期相差 3 年（东区：2020年；西区：2023年）",
    ),
    (
        "metric: 注册志愿者, value: 2人, source: undated",
        "metric: 注册志愿者, value: 1人",
        "没有写明截至哪一年（东区）",
    ),
    (
        "metric: 时长, value: 2小时, period: 2018/2020",
        "metric: 时长, value: 1小时, period: 2020",
        "时间段不同（东区：3年；西区：1年）",
    ),
    (
        "metric: 时长, value: 2小时, period: 2019年以来",
        "metric: 时长, value: 1小时, period: 2019年以来",
        "没有写明截至哪一年（东区、西区）",
    ),
    (
        "metric: 注册志愿者, value: 2人次, source: undated",
        "metric: 注册志愿者, value: 1人",
        "单位不同（东区：人次；西区：人）。没有写明截至哪一年（东区）",
    ),
]


@pytest.mark.parametrize(("east", "west", "reason"), UNLIKE)
def test_unlike(project: Project, east: str, west: str, reason: str) -> None:
    """Where unit, scope, span or year do not agree, the row says so in words and draws no bar."""
    found = row(project, east, west)
    assert not found.is_comparable
    assert found.verdict == f"不作比较：{reason}。"
    assert widths(found) == [0, 0]


def test_only_what_two_places_report(project: Project) -> None:
    """A metric of one place makes no row, and a place without a shared metric is only named."""
    view = compared(project, "metric: 注册志愿者, value: 2人", "metric: 队伍, value: 1支")
    assert (view.list.count, view.places) == (0, ())
    assert [link.text for link in view.others] == ["东区", "西区"]


def test_a_place_is_known_by_its_definition_and_its_latest_figure(project: Project) -> None:
    """Of several figures of a place, that of the metric's own scope stands, then the latest; the others are counted."""
    east = (
        "metric: 注册志愿者, value: 9人, scope: 城区 | metric: 注册志愿者, value: 2人, as_of: 2022"
        " | metric: 注册志愿者, value: 3人, as_of: 2023"
    )
    found = row(project, east, "metric: 注册志愿者, value: 1人")
    value = found.cells[0].values[0]
    assert (value.figure.printed, value.more) == ("3人", "另有 2 条")
    assert value.link.path == "places/east.html#figures-2"


def test_figures_of_practices_are_not_those_of_the_place(project: Project) -> None:
    """What one practice counted is not set beside what another place has."""
    folder = project(TREE.format(east="          - 注册志愿者: 2人", west="          - 队伍: 1支"))
    west = folder / "content/places/west.yml"
    practice = "practices:\n  - {title: 培训, text: 教急救。, figures: [注册志愿者: 1人]}\n"
    west.write_text(west.read_text(encoding="utf-8") + practice, encoding="utf-8")
    assert view_of(folder).list.count == 0
