"""Figures stand where their subject is, one figure makes no page, and goals without a number accuse nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import goals_of
from generator.catalogue.public import public_catalogue
from generator.pages.figures.metric_page import metrics_view
from generator.pages.plan import plan
from generator.pages.views.record_page import RecordView, record_view
from generator.pages.views.statement_views import GoalView, goal_view
from generator.pages.whereabouts import Whereabouts
from generator.recipes.check import check
from tests.conftest import Project

CITY = """
    content/documents/guess.yml:
        name: 没有印日期的报道
        type: 新闻报道
        date: 2023
        date_basis: 推定
    content/metrics.yml:
        - {id: volunteers, name: 注册志愿者, unit: 人, measure: 存量, scope: 在平台上注册的}
        - {id: squads, name: 驿站, unit: 座, measure: 存量}
    content/places/city.yml:
        name: 某市
        level: 市
        source: doc
        figures:
          - {metric: 注册志愿者, value: 20人, scope: 只算城区}
          - {metric: 驿站, value: 100座, about: {station: rest}}
        practices:
          - {title: 多层激励, text: 设三级激励。}
        goals:
          - {text: 注册志愿者占一成, target: 10%}
          - {text: 完善激励, answered_by: [多层激励, {incentive: stars, practice: 每年评一次}]}
          - {text: 评星, answered_by: {incentive: stars}}
          - {text: 建成一座好城}
    content/places/east.yml:
        name: 东区
        level: 区县
        parent: city
        source: guess
        figures:
          - 注册志愿者: 10人
    content/stations/rest.yml:
        name: 驿站
        place: city
        source: doc
    content/incentives/stars.yml:
        name: 星级认证
        type: 星级认证
        place: city
        source: doc
        practices:
          - {title: 每年评一次, text: 年底评定。}
"""


@pytest.fixture
def folder(project: Project) -> Path:
    """Return a project with figures and goals of each sort."""
    return project(CITY)


@pytest.fixture
def catalogue(folder: Path) -> Catalogue:
    """Return its public catalogue."""
    found = check(folder)
    assert [problem.code for problem in found.problems] == []
    return public_catalogue(found.catalogue)


def page(catalogue: Catalogue, kind: str, name: str) -> RecordView:
    """Return the page of a record."""
    return record_view(catalogue, Whereabouts(catalogue), catalogue.entries[kind, name])


def goals(catalogue: Catalogue) -> list[GoalView]:
    """Return the goals of the city as its page shows them."""
    city = catalogue.entries["place", "city"]
    return [goal_view(catalogue, Whereabouts(catalogue), cited) for cited in goals_of(catalogue, city)]


def test_only_a_goal_with_a_number_is_unreported(catalogue: Catalogue) -> None:
    """A goal without a target value names what answers it, or is a plan."""
    assert [goal.actual for goal in goals(catalogue)] == ["未报告", "", "", "计划"]


def test_what_answers_a_goal_is_linked(catalogue: Catalogue) -> None:
    """A record leads to its page, a practice, of the same record or of one that is named, to its place there."""
    _, encouraged, starred, _ = ([(link.text, link.path) for link in goal.answers] for goal in goals(catalogue))
    assert encouraged == [
        ("多层激励", "places/city.html#practices-0"),
        ("每年评一次", "incentives/stars.html#practices-0"),
    ]
    assert starred == [("星级认证", "incentives/stars.html")]


def test_a_record_shows_the_figure_that_names_it(catalogue: Catalogue) -> None:
    """What a city counts of a station stands on the station's page too, and says whose it is."""
    [figure] = page(catalogue, "station", "rest").figures.items
    assert (figure.printed, figure.owner and figure.owner.text, figure.anchor) == ("100座", "某市", "city-figures-1")
    own = page(catalogue, "place", "city").figures.items[1]
    assert (own.owner, [link.path for link in own.about]) == (None, ["stations/rest.html"])


def test_a_metric_of_one_figure_has_no_page(catalogue: Catalogue, folder: Path) -> None:
    """It leads to its figure, from the list of metrics, from the search, from the page of another record."""
    paths = {artefact.path for artefact in plan(catalogue, check(folder).settings)}
    assert {path for path in paths if path.startswith(("metrics/", "data/metrics/"))} == {
        "metrics/index.html",
        "metrics/volunteers.html",
        "data/metrics/volunteers.csv",
    }
    listed = metrics_view(catalogue, Whereabouts(catalogue), 1).list.groups
    assert [line.metric.path for group in listed for line in group.rows] == [
        "metrics/volunteers.html",
        "places/city.html#figures-1",
    ]
    assert page(catalogue, "station", "rest").figures.items[0].metric.path == "places/city.html#figures-1"
    assert page(catalogue, "place", "city").figures.items[1].metric.path == ""


def test_how_a_figure_was_counted(catalogue: Catalogue) -> None:
    """What the metric means comes first, then how this figure differs, which is asserted of no other."""
    figure = page(catalogue, "place", "city").figures.items[0]
    assert (figure.scope, figure.explained) == ("只算城区", "在平台上注册的。只算城区。")
    assert page(catalogue, "place", "east").figures.items[0].explained == "在平台上注册的。"


def test_a_printed_date_differs_from_an_inferred_one(catalogue: Catalogue) -> None:
    """A figure without a date takes that of its source, and says whether it was printed there."""
    assert page(catalogue, "place", "city").figures.items[0].date == "截至2023年（来源的日期）"
    assert page(catalogue, "place", "east").figures.items[0].date == "截至2023年（按文章推算）"
