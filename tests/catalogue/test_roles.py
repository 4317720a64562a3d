"""Roles: a team says who led it, the page of a person says what they led, and nobody hidden is named."""

from __future__ import annotations

import json

from generator.catalogue.public import public_catalogue
from generator.data_files.exports import public_fields
from generator.pages.people.person_page import PersonView
from generator.pages.people.team_page import TeamView
from generator.recipes.check import check
from tests.conftest import Project
from tests.sites import pages_made

TREE = """
    content/people.yml:
        - {id: yang, name: 杨志刚, consent: 是, source: doc}
        - {id: p1, name: 李小红, display: 隐去名字, source: doc}
        - {id: p2, name: 赵撤回, display: 已撤回, source: doc}
    content/teams/red.yml:
        名称: 红队
        来源: doc
        负责人:
          - {人物: yang, 职务: 队长, 期间: 2011—2018}
          - {person: p1, role: 副队长}
          - {person: p2, role: 秘书长}
          - 王芳，队长，2018年至今
          - 顾问: 孙伟
"""


def test_the_page_of_a_team(project: Project) -> None:
    """A team lists its roles in order; a person with a page is linked, one who is masked is masked."""
    view = pages_made(check(project(TREE)))["teams/red.html"].view
    assert isinstance(view, TeamView)
    assert [(one.person.text, one.words, one.person.path) for one in view.members] == [
        ("杨志刚", "队长，2011年至2018年", "people/yang.html"),
        ("李某某", "副队长", "people/p1.html"),
        ("王芳", "队长，2018年至今", ""),
        ("孙伟", "顾问", ""),
    ]


def test_the_page_of_a_person(project: Project) -> None:
    """A person's page lists the roles, each with its team, and that of nobody else does."""
    pages = pages_made(check(project(TREE)))
    held = {}
    for name in ("yang", "p1"):
        view = pages[f"people/{name}.html"].view
        assert isinstance(view, PersonView)
        held[name] = [(one.team.path, one.words) for one in view.teams]
    assert held == {"yang": [("teams/red.html", "队长，2011年至2018年")], "p1": [("teams/red.html", "副队长")]}


def test_who_withdrew_is_gone(project: Project) -> None:
    """Nothing of a role of somebody who withdrew is left in the public catalogue."""
    catalogue = public_catalogue(check(project(TREE)).catalogue)
    fields = json.dumps(public_fields(catalogue.entries["team", "red"].record), ensure_ascii=False)
    assert "p2" not in fields
    assert "秘书长" not in fields
    assert "杨志刚" not in fields
    assert "yang" in fields
