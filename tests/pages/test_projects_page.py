"""The list of projects: facets with counts, and what a card says to them."""

from __future__ import annotations

import json

from generator.catalogue.catalogue import Catalogue, build_catalogue
from generator.pages.views.projects_page import ProjectsView, projects_index, projects_view
from generator.recipes.check import check
from tests.conftest import Project

TREE = """
    content/places/east.yml:
        name: 东区
        level: 区县
        parent: city
        source: doc
    content/places/other.yml:
        name: 别市
        level: 市
        source: doc
    content/teams/team.yml:
        name: 一支队伍
        source: doc
    honours/series.yml:
        - {id: best, name: 最美, level: 市级, source: doc}
    honours/best-2023.yml:
        series: best
        year: 2023
        source: doc
        winners:
          最佳项目:
            - project: a
    projects/a.yml:
        name: 甲
        place: east
        domain: 助老
        since: 2011-05
        audience: [为老, 为困]
        library:
          - {name: 示范库, entered: 2012}
        source: doc
    projects/b.yml:
        name: 乙
        place: city
        domain: 助老
        since: 2020
        library:
          - {name: 示范库, entered: 2012, left: 2015}
        source: doc
    projects/c.yml:
        name: 丙
        place: other
        domain: 助学
        source: doc
    projects/d.yml:
        name: 丁
        source: doc
"""


def first_page(catalogue: Catalogue) -> ProjectsView:
    """Return the first page of all projects."""
    return projects_view(catalogue)


def projects(project: Project, tree: str = TREE) -> ProjectsView:
    """Return the page of all projects of a small project."""
    return first_page(check(project(tree)).catalogue)


def answers(view: ProjectsView, name: str) -> list[tuple[str, str, int]]:
    """Return word, label and count of a facet's values."""
    facet = next(facet for facet in view.facets if facet.name == name)
    return [(value.word, value.label, value.count) for value in (*facet.values, *facet.hidden_values)]


def test_every_project_stands_under_its_city(project: Project) -> None:
    """Projects are grouped by city, those of a district under its city, those without a place last."""
    view = projects(project)
    groups = [(group.anchor, [one.link.text for one in group.rows]) for group in view.list.groups]
    assert groups == [("city", ["甲", "乙"]), ("other", ["丙"]), ("elsewhere", ["丁"])]
    assert view.list.count == 4


def test_a_district_counts_for_its_city(project: Project) -> None:
    """The place facet has the city, and below it the district; a project of the district counts for both."""
    view = projects(project)
    assert answers(view, "place") == [("city", "某市", 2), ("east", "东区", 1), ("other", "别市", 1)]
    [facet] = [facet for facet in view.facets if facet.name == "place"]
    assert [value.is_district for value in facet.values] == [False, True, False]


def test_a_project_of_several_places_counts_for_each(project: Project) -> None:
    """A project of two cities counts for both and for their districts, and stands once, under the first."""
    view = projects(project, TREE.replace("place: east", "place: [east, other]"))
    assert answers(view, "place") == [("city", "某市", 2), ("east", "东区", 1), ("other", "别市", 2)]
    assert [(group.anchor, group.count) for group in view.list.groups] == [("city", 2), ("other", 1), ("elsewhere", 1)]


def test_counts(project: Project) -> None:
    """Fields and audiences stand by how common they are, levels by height, years by the latest."""
    view = projects(project)
    assert answers(view, "domain") == [("助老", "助老", 2), ("助学", "助学", 1)]
    assert answers(view, "audience") == [("为困", "为困", 1), ("为老", "为老", 1)]
    assert answers(view, "level") == [("municipal", "市级荣誉", 1)]
    assert answers(view, "since") == [("2020", "2020年", 1), ("2011", "2011年", 1)]


def test_library_entries(project: Project) -> None:
    """A project is in a library, has left each that it was in, or has no entry."""
    expected = [("in", "在库", 1), ("left", "已出库", 1), ("none", "没有入库记录", 2)]
    assert answers(projects(project), "library") == expected


def test_the_index_names_the_positions_of_values(project: Project) -> None:
    """The index carries for each project where its values stand in each facet, and nothing where it has none."""
    catalogue = check(project(TREE)).catalogue
    index = json.loads(projects_index(catalogue).removeprefix("window.SHOWCASE_PROJECTS = ").removesuffix(";\n"))
    names = [facet.name for facet in first_page(catalogue).facets]
    rows = {name: (path, keys) for group in index["groups"] for path, name, *_, keys in group["rows"]}
    assert names == ["place", "domain", "audience", "level", "since", "library"]
    assert rows["甲"] == ("a.html", "0 1|0|1 0|0|1|0")
    assert rows["丁"] == ("d.html", "|||||2")


def test_a_facet_that_parts_nothing_is_not_shown(project: Project) -> None:
    """A facet shows where it has two values, or one that some projects lack; an order by it likewise."""
    view = projects(
        project,
        """
    projects/a.yml:
        {name: 甲, place: city, domain: 助老, source: doc}
    projects/b.yml:
        {name: 乙, place: city, source: doc}
    """,
    )
    assert [facet.name for facet in view.facets] == ["domain"]
    assert [word for word, _ in view.orders] == ["place", "name"]


def test_the_rest_of_a_long_facet_shows_on_request(project: Project) -> None:
    """Eight values show at first; the others, the less common, come with the index."""
    files = (
        f"    projects/p{at}.yml:\n        {{name: 第{at}个, domain: 领域{at}, source: doc}}\n" for at in range(10)
    )
    [facet] = projects(project, "\n".join(files)).facets
    assert (len(facet.values), len(facet.hidden_values)) == (8, 2)
    assert [value.key for value in (*facet.values, *facet.hidden_values)] == list(range(10))


def test_no_projects() -> None:
    """A list without projects has no groups and no facets."""
    view = first_page(build_catalogue([]))
    assert (view.list.count, view.list.groups, view.facets) == (0, (), ())
