"""The list of projects: facets with counts, and what a card says to them."""

from __future__ import annotations

import json

from generator.catalogue.catalogue import Catalogue, build_catalogue
from generator.cli import main
from generator.pages.projects.projects_page import ProjectsView, domain_view, projects_index, projects_view
from generator.recipes.check import check
from generator.records.domain import Domain
from tests.conftest import Project

TREE = """
    content/domains.yml:
        - {id: learning, name: 助学, colour: 蓝, sign: 书, aliases: [助困]}
        - {id: elderly, name: 助老, colour: ochre, sign: peach}
        - {id: law, name: 法律, colour: 靛, sign: 天平}
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
        - {id: top, name: 大赛, level: 全国, source: doc}
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
        domain: 助困
        source: doc
    projects/d.yml:
        name: 丁
        source: doc
"""


def first_page(catalogue: Catalogue) -> ProjectsView:
    """Return the first page of all projects."""
    return projects_view(catalogue, 1)


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


def test_natural_order(project: Project) -> None:
    """Numbers in the names of files stand as numbers: 第2 before 第10."""
    files = "\n".join(f"    projects/p{at}.yml:\n        {{name: 第{at}号, source: doc}}" for at in (10, 9, 100))
    [group] = projects(project, files).list.groups
    assert [one.link.text for one in group.rows] == ["第9号", "第10号", "第100号"]


def test_a_district_counts_for_its_city(project: Project) -> None:
    """The place facet has the city, and below it the district; a project of the district counts for both."""
    view = projects(project)
    expected = [("city", "某市", 2), ("east", "东区", 1), ("other", "别市", 1), ("none", "未注明", 1)]
    assert answers(view, "place") == expected
    [facet] = [facet for facet in view.facets if facet.name == "place"]
    assert [value.is_district for value in facet.values] == [False, True, False, False]


def test_a_project_of_several_places_counts_for_each(project: Project) -> None:
    """A project of two cities counts for both and for their districts, and stands once, under the first."""
    view = projects(project, TREE.replace("place: east", "place: [east, other]"))
    assert answers(view, "place")[:3] == [("city", "某市", 2), ("east", "东区", 1), ("other", "别市", 2)]
    assert [(group.anchor, group.count) for group in view.list.groups] == [("city", 2), ("other", 1), ("elsewhere", 1)]


def test_counts(project: Project) -> None:
    """Years stand by the latest, audiences by how common they are; what sources do not say is the last answer."""
    view = projects(project, TREE.replace("domain: 助困", "audience: [为老]"))
    assert answers(view, "since") == [("2020", "2020年", 1), ("2011", "2011年", 1), ("none", "未注明", 2)]
    assert answers(view, "audience") == [("为老", "为老", 2), ("为困", "为困", 1), ("none", "未注明", 2)]


def test_library_entries(project: Project) -> None:
    """A project is in a library, has left each that it was in, or has no entry."""
    expected = [("in", "在库", 1), ("left", "已出库", 1), ("none", "没有入库记录", 2)]
    assert answers(projects(project), "library") == expected


def test_fields_stand_as_staff_have_ordered_them(project: Project) -> None:
    """The grid has each field that has projects, by its own words or others', and last how many are in none."""
    view = projects(project)
    assert [(pick.label, pick.count) for pick in view.picks] == [("助学", 1), ("助老", 2), ("未分类", 1)]
    assert [pick.path for pick in view.picks] == ["domains/learning.html", "domains/elderly.html", ""]
    assert [(cover.colour, cover.sign) for cover in view.covers] == [("blue", "book"), ("ochre", "peach")]


def test_a_word_without_a_field_stays_as_printed(project: Project) -> None:
    """A project whose word no field counts as its own keeps it, and has the motif with its short name."""
    view = projects(project, TREE.replace("domain: 助困", "domain: 扶贫\n        short: “小丙”"))
    [card] = [one for group in view.list.groups for one in group.rows if one.link.text == "丙"]
    assert (card.meta, card.cover.words, card.cover.colour) == ("别市 · 扶贫", "小丙", "")
    assert view.picks == ()


def test_the_second_of_a_field_is_composed_another_way(project: Project) -> None:
    """On a page every second cover of a field, or of none, differs from the one before."""
    cards = [one for group in projects(project).list.groups for one in group.rows]
    assert [(one.cover.words, one.cover.is_second) for one in cards] == [
        ("助老", False), ("助老", True), ("助学", False), ("丁", False),
    ]  # fmt: skip


def test_a_field_has_a_page_of_its_projects(project: Project) -> None:
    """The page of a field lists its projects under their cities, and leads to the other fields and to all."""
    catalogue = check(project(TREE)).catalogue
    entry = catalogue.get(Domain, "elderly")
    assert entry
    view = domain_view(catalogue, entry, 1)
    assert [one.link.text for group in view.list.groups for one in group.rows] == ["甲", "乙"]
    assert (view.title, len(view.picks), view.all.path, view.all_count) == ("助老", 3, "projects/index.html", 4)


def test_a_field_without_projects_has_no_page(project: Project) -> None:
    """A new city's list of fields makes no empty pages."""
    folder = project(TREE)
    assert main(["-C", str(folder), "build"]) == 0
    assert sorted(path.name for path in (folder / "site/domains").iterdir()) == ["elderly.html", "learning.html"]


def test_the_index_names_the_positions_of_values(project: Project) -> None:
    """The index carries for each project where its values stand in each facet, and nothing where it has none."""
    catalogue = check(project(TREE)).catalogue
    index = json.loads(projects_index(catalogue).removeprefix("window.SHOWCASE_PROJECTS = ").removesuffix(";\n"))
    rows = {name: (path, keys) for group in index["groups"] for path, name, *_, keys in group["rows"]}
    assert index["facets"] == ["domain", "place", "since", "library"]
    assert rows["甲"] == ("a.html", "1|0 1|1|0")
    assert rows["丁"] == ("d.html", "2|3|2|2")


def test_a_facet_that_says_little_is_not_shown(project: Project) -> None:
    """A facet with one answer, or to which fewer than a third know one, stays away; an order by it likewise."""
    few = "\n".join(
        f"    projects/p{at}.yml:\n        {{name: 第{at}号, place: other, source: doc}}" for at in range(9)
    )
    view = projects(project, f"{TREE}{few}\n")
    assert [facet.name for facet in view.facets] == ["place"]
    assert [word for word, _ in view.orders] == ["place", "name"]


def test_honours_are_asked_for_however_few_have_one(project: Project) -> None:
    """The facet of honours shows where two levels were given; nobody looks for projects that were not honoured."""
    more = """
    honours/top-2023.yml:
        series: top
        year: 2023
        source: doc
        winners: {金奖: [{project: b}]}
    """
    assert answers(projects(project, TREE + more), "level") == [("national", "全国", 1), ("municipal", "市级", 1)]


def test_the_rest_of_a_long_facet_shows_on_request(project: Project) -> None:
    """Eight values show at first; the others, the less common, come with the index."""
    files = (
        f"    projects/p{at}.yml:\n        {{name: 第{at}个, since: 20{at}, source: doc}}\n" for at in range(10, 20)
    )
    [facet] = projects(project, "\n".join(files)).facets
    assert (len(facet.values), len(facet.hidden_values)) == (8, 2)
    assert [value.key for value in (*facet.values, *facet.hidden_values)] == list(range(10))


def test_no_projects() -> None:
    """A list without projects has no groups and no facets."""
    view = first_page(build_catalogue([]))
    assert (view.list.count, view.list.groups, view.facets) == (0, (), ())
