"""Data files do no harm in the programs that open them."""

from __future__ import annotations

import pytest

from generator.data_files.exports import exports, guarded, record_rows, winner_rows
from generator.recipes.check import check
from generator.records.edition import Edition
from generator.records.kinds import kind_of
from generator.records.metric import Metric
from tests.conftest import Project


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_is_run_as_a_formula(first: str) -> None:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe, also where it is a list."""
    assert guarded(f"{first}1+1") == f"'{first}1+1"
    assert guarded([f"{first}甲", "乙"]) == f"'{first}甲；乙"


def test_other_cells_stay_as_they_are() -> None:
    """A text with such a character further in is a text, a list is written in one cell, and nothing is empty."""
    assert [guarded(value) for value in ("甲=乙", ["甲", "乙"], 12, None)] == ["甲=乙", "甲；乙", "12", ""]


def test_one_row_a_winner(project: Project) -> None:
    """The table of winners has a row for each winner, two for a shared honour, and says what was revoked."""
    folder = project("""
        honours/series.yml: [{id: s, name: 甲评选, level: 市级, source: doc}]
        honours/a.yml:
            series: s
            year: 2024
            source: doc
            winners:
              最美志愿者:
                - 陶甲、黄乙（救援队队员）
                - {name: 王伟, unit: 某队, revoked: {by: 某办, date: 2025-03}}
    """)
    rows = [(row["name"], row["unit"], row["status"], row["year"]) for row in winner_rows(check(folder).catalogue)]
    assert rows == [
        ("陶甲", "救援队队员", "unstated", "2024"),
        ("黄乙", "救援队队员", "unstated", "2024"),
        ("王伟", "某队", "revoked", "2024"),
    ]


def test_winners_say_level_and_place(project: Project) -> None:
    """A winner has the level of the series, the name of the edition, and the place of the record, which may be one."""
    folder = project("""
        content/teams/red.yml: {name: 红马甲, place: city, source: doc}
        honours/a.yml:
            series: best
            year: 2024
            edition: 第三届
            source: doc
            winners:
              最美队伍: [{team: red}]
              最美城市: [{place: city}]
              最美志愿者: [王伟]
    """)
    shown = ("level", "edition_name", "round", "name", "place", "place_name", "source_name")
    edition = ("municipal", "最美（2024年 第三届）", "第三届")
    assert [tuple(row[name] for name in shown) for row in winner_rows(check(folder).catalogue)] == [
        (*edition, "红马甲", ["city"], ["某市"], ["一份来源"]),
        (*edition, "某市", ["city"], ["某市"], ["一份来源"]),
        (*edition, "王伟", [], [], ["一份来源"]),
    ]


def test_an_edition_is_named(project: Project) -> None:
    """An edition that is called after its series and year has that name in its table too."""
    folder = project("honours/a.yml: {series: best, year: 2024, source: doc}")
    (row,) = record_rows(check(folder).catalogue, kind_of(Edition))
    assert (row["name"], row["series"], row["series_name"]) == ("最美（2024年）", "best", "最美")


def test_a_metric_that_is_named_has_its_id(project: Project) -> None:
    """Where staff name a metric, the table has its id, and the name beside it; yes and no are said in words."""
    folder = project("""
        content/metrics.yml:
            - {id: volunteers, name: 注册志愿者, unit: 人, measure: 存量}
            - {id: active, name: 活跃志愿者, unit: 人, measure: 存量, part_of: 注册志愿者}
        content/places/city.yml: {name: 某市, level: 市, source: doc, parts_complete: 否}
    """)
    catalogue = check(folder).catalogue
    row = record_rows(catalogue, kind_of(Metric))[1]
    assert (row["part_of"], row["part_of_name"]) == ("volunteers", "注册志愿者")
    places = dict(exports(catalogue))["data/places.csv"]().splitlines()
    assert dict(zip(places[0].split(","), places[1].split(","), strict=True))["parts_complete"] == "否"
