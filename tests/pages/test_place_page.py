"""The page of a place: names first, four figures, three projects, and no ladder of headings."""

from __future__ import annotations

import re

from generator.catalogue.public import public_catalogue
from generator.pages.views.place_page import PlaceView, place_view
from generator.pages.whereabouts import Whereabouts
from generator.recipes.check import check
from tests.conftest import Project
from tests.sites import printed

METRICS = "".join(f"        - {{id: m{at}, name: 指标{at}, unit: 个, measure: 存量}}\n" for at in range(6))
FIGURES = "".join(
    f"          - {{metric: 指标{at}, value: {at}个{', sentence: 在做。' if at > 4 else ''}}}\n" for at in range(6)
)
TEAMS = "".join(f"        - {{id: t{at}, name: 第{at}队, place: east, source: doc}}\n" for at in range(10))
PROJECTS = "".join(f"        - {{id: p{at}, name: 项目{at}, place: east, source: doc}}\n" for at in range(5))
CITY = f"""
    content/metrics/own.yml:
{METRICS}
    content/places/east.yml:
        name: 东区
        short: 东
        level: 区县
        parent: city
        source: doc
        figures:
{FIGURES}
        practices:
          - {{title: 多层激励, text: 设三级激励。}}
        goals:
          - {{text: 接着做}}
    content/teams.yml:
{TEAMS}
    projects/all.yml:
{PROJECTS}
"""


def honours(*names: str) -> str:
    """Return an edition in which projects of the district are honoured, in this order."""
    lines = "".join(f"            - {{project: {name}}}\n" for name in names)
    head = "series: best\n        year: 2024\n        source: doc\n        winners:\n          最佳项目:\n"
    return f"    honours/one.yml:\n        {head}{lines}"


def view_of(project: Project, tree: str, place: str = "east") -> PlaceView:
    """Return the page of a place."""
    catalogue = public_catalogue(check(project(tree)).catalogue)
    return place_view(catalogue, Whereabouts(catalogue), catalogue.entries["place", place])


def test_four_figures_those_with_a_sentence_first(project: Project) -> None:
    """A number that tells something to residents stands large before others, and no number is lost."""
    view = view_of(project, CITY)
    assert [figure.printed for figure in view.key.items] == ["5个", "0个", "1个", "2个"]
    assert [figure.printed for figure in view.others.items] == ["3个", "4个"]


def test_names_stand_in_whole_rows(project: Project) -> None:
    """Of five names four stand on the stone; all five are in the list that is folded."""
    view = view_of(project, CITY + honours("p0", "p1", "p2", "p3", "p4"))
    assert [name.link.text for name in view.names] == ["项目0", "项目1", "项目2", "项目3"]
    assert (len(view.honours), view.honour_count) == (5, 5)


def test_two_names_need_no_stone(project: Project) -> None:
    """They are a list, with what they were honoured for."""
    view = view_of(project, CITY + honours("p0", "p1"))
    assert (view.names, len(view.honours)) == ((), 2)


def test_the_honoured_project_comes_first(project: Project) -> None:
    """Three projects have covers; all are in the list that is folded."""
    view = view_of(project, CITY + honours("p3"))
    assert [card.link.text for card in view.projects] == ["项目3", "项目0", "项目1"]
    assert view.all_projects is not None
    assert view.all_projects.count == len(view.all_projects.names) == 5


def test_few_records_stand_by_name(project: Project) -> None:
    """Where a place has few records they are not folded under their kinds; where it has many they are."""
    assert [shelf.title for shelf in view_of(project, CITY).shelves] == ["队伍"]
    small = "    content/teams.yml:\n        - {id: t0, name: 一队, place: city, source: doc}\n"
    view = view_of(project, small, "city")
    assert ([(part.link.text, part.words) for part in view.few], view.shelves) == ([("一队", "队伍")], ())


def test_who_serves_a_term_is_told_once(project: Project) -> None:
    """It stands with the vocabularies of the place or, where the list is that of the city above, on its own."""
    served = """
    content/vocabularies.yml:
        - {id: five, name: 五为, place: city, source: doc, terms: [为老, 为小]}
    projects/served.yml:
        name: 为小做的事
        place: east
        source: doc
        audience: [为小]
"""
    folder = project(CITY + served)
    for path in ("places/east.html", "places/city.html"):
        text = printed(check(folder), path)
        assert text.count("2 项里，1 项有项目或队伍写明") == 1, path


def test_a_part_tells_how_much_it_shows(project: Project) -> None:
    """Projects are counted or, where there are none, teams."""
    assert [(part.link.text, part.words) for part in view_of(project, CITY, "city").parts] == [("东区", "5 个项目")]


def test_no_ladder_of_headings(project: Project) -> None:
    """A place with something of everything has six headings of its own at most, and every anchor once."""
    text = printed(check(project(CITY + honours("p0", "p1", "p2", "p3"))), "places/east.html")
    assert len(re.findall("<h[12]", text)) <= 6
    anchors = re.findall(r' id="([^"]+)"', text)
    assert {f"figures-{at}" for at in range(6)} | {"practices-0", "goals-0", "teams", "projects"} <= set(anchors)
    assert len(anchors) == len(set(anchors))
