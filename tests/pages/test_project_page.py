"""The page of a project: one section of what is done, numbers in its sentences, date and source said once."""

from __future__ import annotations

import re

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.public import public_catalogue
from generator.pages.projects.project_page import ProjectView, project_view
from generator.pages.whereabouts import Whereabouts
from generator.recipes.check import check
from tests.conftest import Project
from tests.sites import printed

DREAM = """
    content/metrics/own.yml:
        - {id: families, name: 结对家庭, unit: 个, measure: 存量}
        - {id: children, name: 结对孩子, unit: 个, measure: 存量}
        - {id: lessons, name: 课程, unit: 项, measure: 存量}
    projects/dream.yml:
        name: “圆梦”志愿服务项目
        short: 圆梦
        aliases: [“圆梦”, 圆梦行动]
        place: city
        since: 2011
        source: doc
        summary: 帮孩子实现心愿。
        figures:
          - {metric: 注册志愿者, value: 4527人, sentence: 做了这个项目的志愿者。}
        actions:
          - title: 微心愿
            text: 18个家庭与孩子结对，见[故事](https://example.org/12)，帮8个孩子圆梦，走了108个村。
            figures:
              - {metric: 结对家庭, value: 18个}
              - {metric: 结对孩子, value: 8个, period: 近5年}
              - {metric: 课程, value: 7项}
              - {metric: 注册志愿者, value: 12}
          - {title: 团聚, text: 陪孩子去看父母。}
        practices:
          - {title: 长效机制, text: 一年一年做下去。}
        goals:
          - {text: 让更多孩子圆梦}
          - {text: 再帮一百个孩子, target: 100个}
"""


def view_of(catalogue: Catalogue, name: str) -> ProjectView:
    """Return the page of a project."""
    return project_view(catalogue, Whereabouts(catalogue), catalogue.entries["project", name])


def dream(project: Project) -> ProjectView:
    """Return the page of the project above."""
    return view_of(public_catalogue(check(project(DREAM)).catalogue), "dream")


def test_what_is_done_is_one_section(project: Project) -> None:
    """Actions come first, practices go on, and the title counts them all."""
    view = dream(project)
    assert (view.deeds_title, [deed.title for deed in view.deeds]) == ("做三件事", ["微心愿", "团聚", "长效机制"])
    assert [deed.anchor for deed in view.deeds] == ["actions-0", "actions-1", "practices-0"]
    assert view.sections == ()


def test_numbers_in_sentences_are_marked(project: Project) -> None:
    """A printed value in the words carries its anchor, once; neither a longer number nor an address is touched."""
    text = str(dream(project).deeds[0].text)
    assert text.startswith('<p><strong id="actions-0-figures-0">18个</strong>家庭')
    assert 'href="https://example.org/12"' in text
    assert text.count('id="actions-0-figures-1"') == 1
    assert "走了108个村" in text


def test_a_number_that_the_words_do_not_say_stands_below_them(project: Project) -> None:
    """It is not lost, and one that is said is not said again."""
    assert [figure.printed for figure in dream(project).deeds[0].figures] == ["7项", "12"]


def test_date_and_source_are_said_once(project: Project) -> None:
    """Only the number of another time says its own."""
    view = dream(project)
    assert view.said is not None
    assert (view.said.words, view.said.is_of_all) == ("截至2023年（来源的日期）", False)
    assert re.findall("<small>(.*?)</small>", str(view.deeds[0].text)) == ["（近5年）"]


def test_the_name_is_said_once(project: Project) -> None:
    """The short name is the title, the full one stands below, and what differs in quotation marks alone is no alias."""
    view = dream(project)
    assert (view.name, view.full, view.time) == ("圆梦", "“圆梦”志愿服务项目", "2011年起")
    assert [alias.text for alias in view.aliases] == ["圆梦行动"]


def test_a_goal_without_a_number_is_a_sentence(project: Project) -> None:
    """It has no row of dashes: the table holds the goal with a number alone."""
    text = printed(check(project(DREAM)), "projects/dream.html")
    table = re.search(r"<table.*?</table>", text, re.DOTALL)
    assert table
    assert "再帮一百个孩子" in table[0]
    assert "让更多孩子圆梦" not in table[0]
    assert re.search(r'<li id="goals-0">让更多孩子圆梦', text)


def test_every_statement_keeps_its_anchor(project: Project) -> None:
    """Links from other pages lead to figures and deeds wherever they stand, and no anchor is there twice."""
    anchors = re.findall(r' id="([^"]+)"', printed(check(project(DREAM)), "projects/dream.html"))
    assert {"figures-0", "actions-0-figures-0", "actions-0-figures-2", "practices-0", "goals-1"} <= set(anchors)
    assert len(anchors) == len(set(anchors))
