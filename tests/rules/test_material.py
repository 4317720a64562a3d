"""Rules look at more than records: settings, prose pages, the archive, and the links of made pages."""

from __future__ import annotations

from generator.problems import Location, Problem
from generator.recipes.check import check
from generator.recipes.page_links import check_links
from generator.rules.meant_records import suggest
from tests.conftest import Project


def places(problems: list[Problem], code: str) -> list[tuple[str, int, int, str]]:
    """Return where a code was reported, with the field."""
    spots = [(problem.location, problem.field) for problem in problems if problem.code == code]
    return [(spot.path, spot.line, spot.column, field) for spot, field in spots]


def test_one_rule_looks_everywhere(project: Project) -> None:
    """A mobile number is reported by one rule in records, in names of files, in settings and in lines of prose."""
    folder = project("""
        projects/a.yml:
            name: 甲
            summary: 电话 13812345678。
        projects/13812345679.yml:
            - {id: b, name: 乙}
        mkdocs.yml:
            site_name: 试验站
            plugins:
              - showcase: {tagline: 请拨 13812345670, contact: 13812345671}
        content/about.md:
            # 关于

            请拨 13812345672。
    """)
    assert places(check(folder).problems, "mobile-number") == [
        ("content/about.md", 3, 4, ""),
        ("mkdocs.yml", 3, 25, "tagline"),
        ("projects/13812345679.yml", 1, 3, ""),
        ("projects/a.yml", 2, 13, "summary"),
    ]


def test_links_are_checked_where_they_are_written(project: Project) -> None:
    """A link to no page is reported at its line and column in the source; one that leads somewhere or out is not."""
    links = ("places/cty.html#top", "./places/city.html", "#content", "https://example.org/x.html", "%E7%94%B2.html")
    text = "、".join(f"[甲]({link})" for link in links)
    found = check(project(f"content/about.md:\n    # 关于\n\n    看{text}。\ncontent/甲.md:\n    # 甲\n")).problems
    assert [(problem.code, problem.location) for problem in found] == [
        ("broken-link", Location("content/about.md", 3, 6)),
        ("prose-name", Location("content/甲.md", 1, 1)),
    ]
    assert found[0].message("en") == "the site has no page 'places/cty.html#top'"
    assert found[0].help("en").startswith("did you mean 'places/city.html'?")


def test_checking_links_says_nothing_else(project: Project) -> None:
    """What the check has reported already, idle acceptances included, is not reported with the links."""
    checked = check(project("projects/a.yml:\n    name: 甲\n    accept: {same-name: 理由}\n    place: cty\n"))
    assert [problem.code for problem in checked.problems] == ["accept-unused", "unknown-reference"]
    assert check_links(checked.material, []) == []


def test_a_name_in_place_of_an_id_is_understood(project: Project) -> None:
    """A whole name, or its beginning, leads to the record's id; else the id most alike is suggested, or nothing."""
    catalogue = check(project("content/places/east.yml:\n    {name: 东河区, level: 区县, parent: city}\n")).catalogue
    guesses = {text: suggest(catalogue, "place", text) for text in ("东河区", "东河", "easst", "xyz")}
    assert guesses == {"东河区": "east", "东河": "east", "easst": "east", "xyz": ""}
