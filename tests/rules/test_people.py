"""Persons: whom no pages may name is found under every disguise, in every place that is published."""

from __future__ import annotations

import pytest

from generator.recipes.check import check
from generator.rules.hidden_names import HiddenNames
from generator.rules.name_pinyin import gives_away
from tests.conftest import Project

HIDDEN = HiddenNames({"郑晓明": "p1", "李明": "p2"}, {"郑晓明": [], "李明": []})


@pytest.mark.parametrize(
    "text",
    [
        "鄭曉明",
        "郑 晓\u200b明",
        "郑<b>晓</b>明",
        "郑&#26195;明",
        "郑&nbsp;晓&#x660e;",
        "郑/晓/明",
        "郑，晓，明",
        "郑晓\n明",
        "**郑**晓明",
        "[郑晓](https://example.org/a)明",
        "<p>郑<i>晓明</i></p>",
    ],
)
def test_a_hidden_name_is_found_in_every_disguise(text: str) -> None:
    """A hidden name is found once, at its first character, whatever stands inside it."""
    [(name, record_id, index)] = HIDDEN.found_in(f"由{text}写成。")
    assert (name, record_id) == ("郑晓明", "p1")
    assert f"由{text}"[index] in "郑鄭"


@pytest.mark.parametrize(
    "text", ["行李，明天", "行李（明天）", "- 行李\n- 明天", "行李。\n\n明天", "行李|明天", "晓明", ""]
)
def test_words_side_by_side_are_no_name(text: str) -> None:
    """Characters of two words, of two items or of a part of a name are nobody's name."""
    assert list(HIDDEN.found_in(text)) == []


@pytest.mark.parametrize(
    ("record_id", "name"),
    [
        ("wang-xiaoming", "王小明"),
        ("wangxiaoming2", "王小明"),
        ("xiaoming", "王小明"),
        ("xiao-ming-wang", "王小明"),
        ("volunteer-wangxiaoming", "王小明"),
        ("shan-hong", "单红"),
        ("ouyang-wei", "欧阳伟"),
        ("lv-hong", "吕红"),
        ("lyu-hong", "吕红"),
        ("zhengxiaoming", "鄭曉明"),
        ("john-smith", "John Smith"),
    ],
)
def test_an_id_that_spells_a_name_gives_it_away(record_id: str, name: str) -> None:
    """An id gives a name away that spells it whole, given name alone or turned round, in any reading."""
    assert gives_away(record_id, name)


@pytest.mark.parametrize("record_id", ["p1", "wxm", "wang", "wang-2", "volunteer-3", "xm-2024", "masked"])
def test_an_id_that_spells_less_gives_nothing_away(record_id: str) -> None:
    """A number, a surname or initials give nobody away."""
    assert not gives_away(record_id, "王小明")


def test_a_hidden_name_is_found_wherever_it_would_be_published(project: Project) -> None:
    """Menu, settings, names of pages, prose and records that hold a hidden name are each reported at their place."""
    folder = project("""
        content/people.yml:
            - {id: p1, name: 郑晓明, display: 已撤回, source: doc}
        projects/a.yml:
            name: 甲
            summary: 由鄭曉明发起。
        content/郑晓明.md:
            # 关于

            由郑&#26195;明写成。
        mkdocs.yml:
            site_name: 试验站
            nav:
              - 郑晓明: about.md
            plugins:
              - showcase: {tagline: 郑晓明的站}
    """)
    problems = [problem for problem in check(folder).problems if problem.code == "withdrawn-person-named"]
    assert [(problem.location.path, problem.location.line, problem.location.column) for problem in problems] == [
        ("content/郑晓明.md", 1, 1),
        ("content/郑晓明.md", 3, 2),
        ("mkdocs.yml", 3, 5),
        ("mkdocs.yml", 5, 25),
        ("projects/a.yml", 2, 11),
    ]


def test_what_mark_up_took_apart_is_found_on_the_rendered_page(project: Project) -> None:
    """A name or a number that only the rendered page shows is reported at its source; what the source says, once."""
    checked = check(
        project("""
        content/people.yml:
            - {id: p1, name: 郑晓明, display: 已撤回, source: doc}
        content/about.md:
            # 关于

            郑<i>晓</i>明，138<b>1234</b>5678
    """)
    )
    found = [(problem.code, problem.location.path) for problem in checked.problems]
    assert found == [("withdrawn-person-named", "content/about.md"), ("mobile-number", "content/about.md")]


@pytest.mark.parametrize(
    "role", ["实验小学三年级学生", "市南中学初二学生", "小学生志愿者", "某某小学四年级", "16岁志愿者"]
)
def test_a_child_is_declared(project: Project, role: str) -> None:
    """Who seems to be a child is not published by name until the record says whether it is one."""
    person = f"{{id: p1, name: 王小明, consent: 是, role: {role}, source: doc"
    outcomes = [
        [problem.code for problem in check(project(f"content/people.yml:\n    - {person}{more}}}\n")).problems]
        for more in ("", ", minor: 是", ", minor: 否", ", display: 隐去名字")
    ]
    assert outcomes == [["minor-undeclared"], [], [], []]


@pytest.mark.parametrize(
    "role", ["实验小学退休教师", "某某幼儿园园长", "中学校长", "少年宫老师", "大学三年级学生", "68岁老党员"]
)
def test_a_grown_up_is_no_child(project: Project, role: str) -> None:
    """A teacher, a student of a university or an old person is taken for no child."""
    tree = f"content/people.yml:\n    - {{id: p1, name: 王小明, consent: 是, role: {role}, source: doc}}\n"
    assert check(project(tree)).problems == []


def test_a_masked_person_is_not_named_by_the_own_record(project: Project) -> None:
    """What a masked person's own page prints besides the name is asked too; the name and aliases are masked by us."""
    folder = project("""
        content/people/p1.yml:
            name: 王小明
            aliases: [小明]
            display: 隐去名字
            source: doc
            summary: 王小明是一位志愿者。
            role: 一位队长
            sayings: [我叫王小明。]
            practices: [王小明每周去看老人。]
            remark: 王小明的电话另存。
    """)
    found = [problem.field for problem in check(folder).problems if problem.code == "withdrawn-person-named"]
    assert found == ["summary", "sayings[0].text", "practices[0].text"]


def test_who_withdrew_may_keep_the_own_record(project: Project) -> None:
    """The record of a person who withdrew is in no page, so its texts may name them."""
    folder = project("content/people/p1.yml: {name: 王小明, display: 已撤回, source: doc, summary: 王小明是志愿者。}")
    assert check(folder).problems == []
