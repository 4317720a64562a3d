"""Trends and targets: what they draw, and what they dare to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.citations import CitedFigure, figures_of
from generator.printing.charts import HEIGHT, WIDTH, target, trend
from generator.reading.nodes import Mapping
from generator.recipes.check import check
from generator.records.dates import PartialDate
from generator.records.kinds import BY_NAME
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.quantity import parse_quantity
from generator.records.sourced import Basis
from generator.records.statements import Figure
from tests.conftest import Project

HEAD = """
    content/metrics.yml:
        - {id: volunteers, name: 注册志愿者, unit: 人, measure: 存量}
    content/places/east.yml:
        name: 东区
        level: 区县
        source: doc
        figures:
"""


def _figures(project: Project, *rows: str) -> list[CitedFigure]:
    catalogue = check(project(HEAD + "".join(f"          - {{metric: 注册志愿者, {row}}}\n" for row in rows))).catalogue
    entry = catalogue.get(Place, "east")
    assert entry is not None
    return list(figures_of(catalogue, entry))


def test_one_moment_is_no_trend(project: Project) -> None:
    """Figures of one moment, or without one, make no line."""
    assert trend(_figures(project, "value: 10人, as_of: 2020", "value: 12人, as_of: 2020")) is None


def test_a_rise(project: Project) -> None:
    """Points stand in the order of time on a zero baseline, and a rise that no reading denies is called one."""
    drawn = trend(_figures(project, "value: 20万余人, as_of: 2022", "value: 10万人, as_of: 2020"))
    assert drawn is not None
    first, last = drawn.points
    assert (first.time, first.approximate, last.time, last.approximate) == ("2020年", False, "2022年", True)
    assert first.x < last.x
    assert drawn.base - first.y == pytest.approx((drawn.base - last.y) / 2)
    assert drawn.conclusion == "2020年到2022年：从10万人到20万余人，增加。"


def test_a_range_is_no_point(project: Project) -> None:
    """A range is no one number, so it is not on the line."""
    rows = ("value: 10人, as_of: 2020", "value: 12—15人, as_of: 2021", "value: 20人, as_of: 2022")
    drawn = trend(_figures(project, *rows))
    assert drawn is not None
    assert [point.time for point in drawn.points] == ["2020年", "2022年"]


def test_what_the_words_leave_open(project: Project) -> None:
    """约10万 and 10.5万 may be the same number, so nothing is said to have grown."""
    drawn = trend(_figures(project, "value: 约10万人, as_of: 2020", "value: 10.5万人, as_of: 2022"))
    assert drawn is not None
    assert drawn.conclusion.endswith("大体持平。")


def test_a_change_of_scope_breaks_the_line(project: Project) -> None:
    """Where the scope changes, the line ends, a mark says so, and nothing is concluded across it."""
    rows = ("value: 10人, as_of: 2020", "value: 12人, as_of: 2021", "value: 30人, as_of: 2022, scope: 含街道")
    drawn = trend(_figures(project, *rows))
    assert drawn is not None
    assert len(drawn.lines) == 1
    assert drawn.points[1].x < drawn.breaks[0] < drawn.points[2].x
    assert drawn.conclusion == "前后算的范围不同，不能连起来比。"


@pytest.mark.parametrize(
    ("actual", "goal", "words"),
    [
        ("80人", "100人", "为目标值的 80%"),
        ("120余人", "100人", "约为目标值的 120%"),
        ("1030人", "100人", "为目标值的 10.3 倍"),
    ],
)
def test_an_actual_beside_its_target(actual: str, goal: str, words: str) -> None:
    """The share is that of the two numbers, and only about so where one of them is."""
    drawn = target(parse_quantity(actual), parse_quantity(goal))
    assert drawn is not None
    assert drawn.words == words


def test_other_units_are_no_target() -> None:
    """人次 are not set against 人."""
    assert target(parse_quantity("80人次"), parse_quantity("100人")) is None


@given(actual=st.integers(0, 10**9), goal=st.integers(1, 10**9))
def test_bars_stay_on_the_canvas(actual: int, goal: int) -> None:
    """The longer of the two fills the bar, and none leaves it."""
    drawn = target(parse_quantity(f"{actual}人"), parse_quantity(f"{goal}人"))
    assert drawn is not None
    assert max(drawn.actual, drawn.target) == 100
    assert min(drawn.actual, drawn.target) >= 0


@given(st.lists(st.tuples(st.integers(1990, 2030), st.integers(0, 10**7)), min_size=2, max_size=12))
def test_points_stay_on_the_canvas(rows: list[tuple[int, int]]) -> None:
    """Whatever the numbers and years, every point lies on the canvas."""
    drawn = trend([_cited(year, number) for year, number in rows])
    for point in drawn.points if drawn else ():
        assert 0 < point.x < WIDTH
        assert 0 < point.y < HEIGHT


def _cited(year: int, number: int) -> CitedFigure:
    metric = Metric.model_validate({"id": "a", "name": "甲", "unit": "人", "measure": "存量"})
    figure = Figure.model_validate({"metric": "甲", "value": f"{number}人"})
    entry = Entry(BY_NAME["metric"], metric, "a.yml", lambda: Mapping((), 1, 1))
    return CitedFigure(entry, ("figures", 0), (), None, figure, metric, PartialDate(year), Basis.STATED, "")
