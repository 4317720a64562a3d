"""Winner lines: their order in time and by level, whatever order they were written in."""

from __future__ import annotations

from generator.catalogue.editions import edition_time
from generator.catalogue.winners import best_level, honours_inside, honours_of, latest_first, latest_honours, level_of
from generator.recipes.check import check
from tests.conftest import Project

HONOURS = """
    honours/series/low.yml:
        {name: 区里的奖, level: 区县级, source: doc}
    honours/series/high.yml:
        {name: 国家的奖, level: 全国, approval: 某部〔2024〕1号, source: doc}
    honours/a.yml:
        {series: low, year: 2024, source: doc, winners: {甲奖: [{project: a}]}}
    honours/b.yml:
        {series: high, edition: 未注明, source: doc, winners: {乙奖: [{project: a}], 丁奖: [{project: a}]}}
    honours/c.yml:
        {series: low, year: 2022, source: doc, winners: {丙奖: [{project: a}]}}
    projects/a.yml:
        {name: 甲, place: city, source: doc}
"""


def test_latest_first_and_unknown_last(project: Project) -> None:
    """Years fall, editions without a year come last, and what one time holds keeps its order."""
    catalogue = check(project(HONOURS)).catalogue
    lines = latest_first(honours_of(catalogue, ("project", "a")))
    assert [(edition_time(line.edition), line.category) for line in lines] == [
        ("2024年", "甲奖"),
        ("2022年", "丙奖"),
        ("年份未注明", "乙奖"),
        ("年份未注明", "丁奖"),
    ]


def test_highest_honours_first(project: Project) -> None:
    """The page of a place begins with the highest level."""
    catalogue = check(project(HONOURS)).catalogue
    lines = honours_inside(catalogue, "city")
    assert [level_of(catalogue, line.edition).label for line in lines] == ["全国", "全国", "区县级", "区县级"]


def test_latest_honours_first(project: Project) -> None:
    """The names of the home page begin with the newest year."""
    catalogue = check(project(HONOURS)).catalogue
    times = [edition_time(line.edition) for line in latest_honours(catalogue)]
    assert times == ["2024年", "2022年", "年份未注明", "年份未注明"]


LEVELS = ("district", "national", "municipal", "provincial")


def test_the_highest_of_all_levels_is_best(project: Project) -> None:
    """The honours inside a place fall from national to district, in whatever order they are written."""
    series = "".join(f"    - {{id: {level}, name: {level}, level: {level}}}\n" for level in LEVELS)
    editions = "".join(
        f"honours/{level}-2023.yml:\n    series: {level}\n    year: 2023\n    source: doc\n"
        f"    winners:\n      最佳项目: [{{project: a}}]\n"
        for level in LEVELS
    )
    record = "projects/a.yml:\n    name: 甲\n    place: city\n"
    catalogue = check(project(f"honours/series.yml:\n{series}{editions}{record}")).catalogue
    found = [cited.edition.series for cited in honours_inside(catalogue, "city")]
    assert found == ["national", "provincial", "municipal", "district"]
    assert best_level(catalogue, ("project", "a")).value == "national"
