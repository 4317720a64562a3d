"""The home page without any setting: names of several rolls, and places to go on from."""

from __future__ import annotations

from generator.pages.views.home_page import HomeView
from generator.recipes.check import check
from tests.conftest import Project
from tests.sites import pages_made

ROLL = """
    honours/{id}.yml:
        series: best
        year: 2024
        source: doc
        winners:
            最美: [{names}]
"""
PLACES = """
    content/places/more.yml:
        - {id: east, name: 东区, level: 区县, parent: city, source: doc}
        - {id: west, name: 西区, level: 区县, parent: city, source: doc}
        - {id: lane, name: 小巷, level: 社区村, parent: east, source: doc}
"""


def home(project: Project, text: str) -> HomeView:
    """Return the home page of a project."""
    view = pages_made(check(project(text)))["index.html"].view
    assert isinstance(view, HomeView)
    return view


def test_a_long_roll_does_not_take_all(project: Project) -> None:
    """Of each roll of a year three names come first, then those of the other rolls, then the rest."""
    rolls = ROLL.format(id="long", names="甲一, 甲二, 甲三, 甲四, 甲五") + ROLL.format(id="short", names="乙一, 乙二")
    names = [name.link.text for name in home(project, rolls).names]
    assert sorted(names[:5]) == ["乙一", "乙二", "甲一", "甲三", "甲二"]
    assert names[5:] == ["甲四", "甲五"]


def test_one_city_shows_its_parts(project: Project) -> None:
    """Where all is in one city, the home page names its districts, and not what lies in them."""
    assert [place.link.text for place in home(project, PLACES).places] == ["东区", "西区"]


def test_several_cities_show_themselves(project: Project) -> None:
    """Where there are several cities, the home page names them."""
    other = f"{PLACES}        - {{id: other, name: 邻市, level: 市, source: doc}}\n"
    assert {place.link.text for place in home(project, other).places} == {"某市", "邻市"}
