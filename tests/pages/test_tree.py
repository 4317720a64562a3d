"""Trees of teams and places."""

from __future__ import annotations

from generator.pages.views.list_page import ListView
from generator.pages.views.tree import TreeView, forest, tree_of
from generator.recipes.check import check
from generator.records.place import Place
from generator.records.team import Team
from tests.conftest import Project
from tests.sites import pages_made

TEAMS = """
    content/teams.yml:
        - {id: firm, name: 供电公司, type: 企业, place: city}
        - {id: corps, name: 总队, type: 总队, host: firm, place: city}
        - {id: east, name: 东支队, type: 支队, parent: corps, host: firm, place: city}
        - {id: west, name: 西支队, type: 支队, parent: corps, place: city}
        - {id: alone, name: 独立队, place: city}
"""


def _words(tree: TreeView) -> str:
    inner = "".join(_words(branch) for branch in tree.branches)
    return ("*" if tree.here else "") + tree.link.text + tree.label + (f"({inner})" if inner else "")


def test_team_tree(project: Project) -> None:
    """A team stands below its parent, else below its host, with all that lies below it and nothing beside it."""
    catalogue = check(project(TEAMS)).catalogue
    trees = {entry.record.id: tree_of(catalogue, entry) for entry in catalogue.of(Team)}
    assert {name: tree and _words(tree) for name, tree in trees.items()} == {
        "firm": "*供电公司企业(总队总队(东支队支队西支队支队))",
        "corps": "供电公司企业(*总队总队(东支队支队西支队支队))",
        "east": "供电公司企业(总队总队(*东支队支队))",
        "west": "供电公司企业(总队总队(*西支队支队))",
        "alone": None,
    }


def test_a_circle_ends(project: Project) -> None:
    """Teams that host each other, which no rule forbids, make no endless tree."""
    catalogue = check(
        project("""
        content/teams.yml:
            - {id: a, name: 甲, host: b, place: city}
            - {id: b, name: 乙, host: a, place: city}
    """)
    ).catalogue
    entry = catalogue.get(Team, "a")
    assert entry is not None
    tree = tree_of(catalogue, entry)
    assert tree is not None
    assert _words(tree) == "乙服务队(*甲服务队)"


def test_places_as_deep_as_the_page_allows(project: Project) -> None:
    """The tree of places is cut at the level that would pass what a page shows, and says how many are left out."""
    streets = "".join(
        f"        - {{id: s{n}, name: 第{n}街道, level: 镇街, parent: city, source: doc}}\n" for n in range(25)
    )
    homes = "".join(
        f"        - {{id: h{n}, name: 第{n}社区, level: 社区村, parent: s{n % 25}, source: doc}}\n" for n in range(40)
    )
    catalogue = check(project(f"\n    content/places/rest.yml:\n{streets}{homes}")).catalogue
    [tree] = forest(catalogue, Place)
    assert (len(tree.branches), tree.branches[0].branches, tree.branches[0].more) == (25, (), 2)


def test_a_tree_that_holds_all_is_the_list(project: Project) -> None:
    """The list of places is its tree, each place said once, unless the tree leaves some out."""
    few = "".join(
        f"        - {{id: s{n}, name: 第{n}街道, level: 镇街, parent: city, source: doc}}\n" for n in range(3)
    )
    many = "".join(
        f"        - {{id: t{n}, name: 第{n}社区, level: 社区村, parent: s0, source: doc}}\n" for n in range(60)
    )
    for text, is_tree in ((few, True), (few + many, False)):
        view = pages_made(check(project(f"\n    content/places/rest.yml:\n{text}")))["places/index.html"].view
        assert isinstance(view, ListView)
        assert view.is_tree is is_tree
