"""Fields of service: which projects belong to which, and what is wrong with a list of them."""

from __future__ import annotations

from generator.catalogue.domains import domain_of, projects_by_domain
from generator.recipes.check import check
from tests.conftest import Project as Folder

TREE = """
    content/domains.yml:
        - {编号: elderly, 名称: 助老, 颜色: 赭, 图形: 寿桃, 别名: [敬老]}
        - {编号: talks, 名称: 宣讲, 颜色: brown, 图形: speech}
    projects/a.yml:
        - {id: one, name: 甲, domain: 助老, source: doc}
        - {id: two, name: 乙, domain: 敬老, source: doc}
        - {id: three, name: 丙, domain: 城市运行, source: doc}
        - {id: four, name: 丁, source: doc}
"""


def test_words_of_sources_count_as_a_field(project: Folder) -> None:
    """A project belongs to the field whose name or other words its own word is; the word stays as printed."""
    catalogue = check(project(TREE)).catalogue
    found = {
        key[1]: domain_of(catalogue, entry.record) for key, entry in catalogue.entries.items() if key[0] == "project"
    }
    assert {name: entry and entry.record.name for name, entry in found.items()} == {
        "one": "助老", "two": "助老", "three": None, "four": None,
    }  # fmt: skip
    assert catalogue.entries["project", "two"].record.domain == "敬老"
    assert [entry.record.id for entry in projects_by_domain(catalogue)["elderly"]] == ["one", "two"]
    assert "talks" not in projects_by_domain(catalogue)


def test_without_a_list_no_project_has_a_field(project: Folder) -> None:
    """A city that has no list of fields is sound, and each project keeps its word."""
    checked = check(project(f"    projects/a.yml{TREE.partition('projects/a.yml')[2]}"))
    assert checked.problems == []
    assert projects_by_domain(checked.catalogue) == {}


def test_a_colour_or_sign_that_is_none(project: Folder) -> None:
    """A wrong colour and a wrong sign are reported at their places, with the list of what there is."""
    tree = TREE.replace("颜色: 赭", "颜色: 赤").replace("speech", "喇叭")
    found = [problem for problem in check(project(tree)).problems if problem.code == "not-a-choice"]
    assert [(problem.location.line, problem.field) for problem in found] == [(1, "colour"), (2, "sign")]
    assert "赭、蓝、玫红" in found[0].help("zh")
    assert "寿桃、书、风筝" in found[1].help("zh")


def test_a_word_in_two_fields(project: Folder) -> None:
    """A word that two fields count as theirs is an error of the second, at the word."""
    tree = TREE.replace("图形: speech}", "图形: speech, 别名: [讲课, 敬老]}")
    [problem] = check(project(tree)).problems
    assert (problem.code, problem.severity, problem.location.line) == ("word-of-two-domains", "error", 2)
    assert "“敬老”已经算在领域“助老”里" in problem.message("zh")
