"""Teams: the page names the people, the honours and the tree, and says nothing twice."""

from __future__ import annotations

from generator.cli import main
from generator.pages.people.team_page import TeamView
from generator.recipes.check import check
from tests.conftest import Project
from tests.sites import pages_made

TREE = """
    content/people.yml:
        - {id: lian, name: 孙巧莲, team: red, role: 退休教师, source: doc, consent: 是}
        - {id: wei, name: 王伟, team: red, role: 司机, source: doc, consent: 是}
    content/teams.yml:
        - {id: union, name: 联合会, type: 联合会, place: city, source: doc}
        - id: red
          name: 红队
          type: 服务队
          parent: union
          founded: 2009
          source: doc
          aliases: [红马甲]
          units: [一小队]
          roles: [{person: lian, role: 队长}, 李芳，副队长]
        - {id: sub, name: 红队分队, parent: red, source: doc}
    projects/a.yml: {name: 敲门, owner: red, source: doc}
    honours/best-2020.yml:
        series: best
        year: 2020
        revoked: {date: 2021-03, by: 市文明办}
        source: doc
        winners:
          最佳队伍: [team: red]
"""


def view(project: Project, name: str) -> TeamView:
    """Return what the page of a team shows."""
    found = pages_made(check(project(TREE)))[f"teams/{name}.html"].view
    assert isinstance(found, TeamView)
    return found


def test_the_people_of_a_team(project: Project) -> None:
    """Who holds a role comes first with the office, then who is said to be of the team; nobody stands twice."""
    members = [(one.person.text, one.words) for one in view(project, "red").members]
    assert members == [("孙巧莲", "队长"), ("李芳", "副队长"), ("王伟", "司机")]


def test_nothing_stands_twice(project: Project) -> None:
    """What the line above the name, the people and the tree say is not listed among facts and related records too."""
    red = view(project, "red")
    assert red.what == ("服务队", "2009年成立")
    assert [fact.label for fact in red.facts] == ["别名"]
    assert [group.anchor for group in red.record.related] == ["projects"]
    assert red.tree is not None
    assert red.tree.link.text == "联合会"


def test_what_is_above_a_lone_team_is_a_fact(project: Project) -> None:
    """A team with nothing but one team above it has no tree; that one is among its facts."""
    folder = project("""
        content/teams.yml:
            - {id: union, name: 联合会, source: doc}
            - {id: red, name: 红队, parent: union, source: doc}
    """)
    red = pages_made(check(folder))["teams/red.html"].view
    assert isinstance(red, TeamView)
    assert red.tree is None
    assert [(fact.label, fact.values[0].path) for fact in red.facts] == [("上级队伍", "teams/union.html")]


def test_a_revoked_honour_is_not_a_teams(project: Project) -> None:
    """An honour that was revoked is not on the page of the team that had it."""
    assert view(project, "red").honours == ()


def test_a_team_without_deeds_is_untold(project: Project) -> None:
    """A team of which neither deeds nor figures nor projects are recorded is one whose story is missing."""
    assert view(project, "sub").is_untold
    assert not view(project, "red").is_untold


def test_the_source_is_named_once(project: Project) -> None:
    """A team of which all was printed in one document names it once, below its figures or at its end."""
    folder = project("""
        content/teams.yml:
            - {id: red, name: 红队, source: doc, figures: [注册志愿者: 20人], summary: 一支队伍。}
            - {id: blue, name: 蓝队, source: doc, summary: 一支队伍。}
        honours/best-2020.yml: {series: best, year: 2020, source: doc, winners: {最佳队伍: [team: blue]}}
    """)
    assert main(["-C", str(folder), "build"]) == 0
    pages = [(folder / f"site/teams/{name}.html").read_text("utf-8") for name in ("red", "blue")]
    assert [page.count("《一份来源》") for page in pages] == [1, 1]
