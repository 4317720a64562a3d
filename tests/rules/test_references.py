"""References by an id that a record had before."""

from __future__ import annotations

from generator.recipes.check import check
from tests.conftest import Project


def test_a_former_id_is_guessed(project: Project) -> None:
    """A reference to a former id is unknown, and the record's id of today is offered, however unlike it is."""
    folder = project(
        "content/teams.yml:\n    - {id: haier, name: 甲队, place: city, source: doc, formerly: team-one}\n"
        "projects/a.yml:\n    name: 甲\n    place: city\n    source: doc\n    owner: team-one\n"
    )
    [problem] = check(folder).problems
    assert (problem.code, problem.location.line) == ("unknown-reference", 4)
    assert problem.help("zh").startswith("这条记录改过编号，是不是现在的“haier”？")
    assert problem.help("en").startswith("it was renamed; did you mean 'haier'?")


def test_a_former_id_is_listed_once(project: Project) -> None:
    """The second to list a former id is reported, in another record or the same, and so is one's own id."""
    folder = project(
        "projects.yml:\n"
        "    - {id: a, name: 甲, source: doc, formerly: [old, old]}\n"
        "    - {id: b, name: 乙, source: doc, formerly: old}\n"
        "    - {id: c, name: 丙, source: doc, formerly: c}\n"
        "    - {id: d, name: 丁, source: doc, formerly: city}\n"
    )
    found = [(problem.code, problem.location.line, problem.field) for problem in check(folder).problems]
    assert found == [
        ("former-id-taken", 1, "formerly[1]"),
        ("former-id-taken", 2, "formerly[0]"),
        ("former-id-taken", 3, "formerly[0]"),
    ]


def test_several_places_in_a_circle(project: Project) -> None:
    """Places that lie in each other are a circle, and a text that names both is unknown; neither stops the check."""
    folder = project("""
        content/places/east.yml: {name: 东区, level: 区县, parent: west, source: doc}
        content/places/west.yml: {name: 西区, level: 区县, parent: east, source: doc}
        projects/a.yml: {name: 甲, place: east、west, source: doc}
    """)
    assert {problem.code for problem in check(folder).problems} == {"circular-parent", "unknown-reference"}


def test_several_references_in_one_text(project: Project) -> None:
    """Several ids or names in one text are given back as the list that was meant, where all of them are known."""
    tree = """
        content/places/east.yml: {name: 东区, level: 区县, parent: city, source: doc}
        content/places/west.yml: {name: 西区, level: 区县, parent: city, source: doc}
        projects/a.yml: {name: 甲, place: PLACES, source: doc}
    """
    for written in (
        "east、west",
        "东区，西区",
        "east west",
        "'east, west'",
        "[east；西区]",
        "east和west",
        "east 和 west",
    ):
        [problem] = check(project(tree.replace("PLACES", written))).problems
        assert "“[east, west]”" in problem.help("zh"), written
    for written in ("某市 东区", "east、east"):
        [problem] = check(project(tree.replace("PLACES", written))).problems
        assert "是不是“east”" in problem.help("zh"), written
    for written in ("east、qqq", "、", "、；"):
        [problem] = check(project(tree.replace("PLACES", written))).problems
        assert "[" not in problem.help("zh"), written
