"""Every rule: its own examples, its words in both languages, and the acceptance of what a person has judged."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.reading.files import SourceFile
from generator.reading.yaml_text import read_yaml
from generator.recipes.check import check
from generator.records.shape import plain
from generator.rules.manual import codes, families, spelled_out, tree_files, wording
from generator.rules.registry import RULES, ordered
from generator.rules.rule import Find, Rule, error, explanation_in, warning
from tests.conftest import Project
from tests.rules.examples import found_in


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_failing_example_fails(rule: Rule, tmp_path: Path) -> None:
    """A rule's failing example gives that rule's problem, and no other."""
    assert {problem.code for problem in found_in(tmp_path, rule.explanation.fails)} == {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_passing_example_passes(rule: Rule, tmp_path: Path) -> None:
    """A rule's passing example gives no problem at all."""
    assert found_in(tmp_path, rule.explanation.passes) == []


def test_one_example_is_two_trees() -> None:
    """A line marked ✗ is of the failing tree, one marked ✓ of the passing tree, and all others are of both."""
    example = explanation_in("Report.\n\n中文。\n\n  a.yml:\n      name: 甲\n✗     since: 昨天\n✓     since: 2011")
    assert (example.en, example.zh) == ("Report.", "中文。")
    assert example.fails == "a.yml:\n    name: 甲\n    since: 昨天"
    assert example.passes == "a.yml:\n    name: 甲\n    since: 2011"


def read(tree: str) -> dict[str, object]:
    """Return what the records of a tree say, by path; what is no record as its text."""
    nodes = {path: read_yaml(SourceFile(path, text))[0] for path, text in tree_files(tree).items()}
    return {path: plain(node) if node else None for path, node in nodes.items()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_an_example_is_spelled_out_in_other_lines_only(rule: Rule) -> None:
    """An example as readers see it, with one thing a line, says what the rule's own says."""
    for tree in (rule.explanation.fails, rule.explanation.passes):
        assert read(spelled_out(tree)) == read(tree)


def test_what_an_example_spells_out() -> None:
    """Keys and items stand below each other; words keep their quotes, and a small group in a list its one line."""
    tree = 'a.yml: {name: "5%", figures: [人: 1人, {metric: 人, value: 2人}, {metric: "a, b", value: 3人}], note: }'
    assert spelled_out(tree + "\na.md: 看[这里](b)。") == textwrap.dedent("""\
        a.yml:
            name: "5%"
            figures:
              - 人: 1人
              - {metric: 人, value: 2人}
              - metric: "a, b"
                value: 3人
            note:
        a.md:
            看[这里](b)。""")


def explained(catalogue: Catalogue) -> tuple[()]:
    """Report nothing.

    什么也不报告。

    ✗ projects/a.yml: {name: 甲}
    ✓ projects/a.yml: {name: 乙}
    """
    assert catalogue
    return ()


def unexplained(_: Catalogue) -> tuple[()]:
    """Say nothing."""
    return ()


SAID = ("what is wrong", "how to mend it")
NO_DOCSTRING = (
    "a docstring that begins with 'Report'; a Chinese paragraph in its docstring; "
    "an example in its docstring, with lines marked ✗ or ✓; one parameter: catalogue, or material"
)


@pytest.mark.parametrize(
    ("find", "en", "lacks"),
    [
        (explained, (), "en=(what is wrong, how to mend it) in its decorator"),
        (unexplained, SAID, NO_DOCSTRING),
    ],
)
def test_a_rule_that_lacks_a_part_is_refused(find: Find, en: tuple[str, ...], lacks: str) -> None:
    """A rule without words, explanation or examples is refused when it is declared, in a sentence."""
    with pytest.raises(ValueError, match="lacks") as refused:
        warning(zh=("什么不对", "怎么改"), en=en)(find)
    assert str(refused.value) == f"the rule {find.__name__} lacks {lacks}"


def test_a_rule_may_leave_its_words_to_the_catalogue() -> None:
    """A rule whose code is reported while reading too takes words and severity from there, and must agree with them."""

    def mojibake(catalogue: Catalogue) -> tuple[()]:
        return explained(catalogue)

    mojibake.__doc__ = explained.__doc__
    assert error()(mojibake).message == wording("mojibake")
    with pytest.raises(ValueError, match="lacks the catalogue's own severity"):
        warning()(mojibake)


def test_rules_run_after_those_they_need() -> None:
    """A rule stands below the rules that it needs, and no two have one code."""
    first = warning(zh=SAID, en=SAID)(explained)
    second = replace(first, code="second", needs=("explained",))
    assert ordered([first, second]) == (first, second)
    with pytest.raises(ValueError, match="the rule second must come after the rules it needs: explained"):
        ordered([second, first])
    with pytest.raises(ValueError, match="there are two rules explained"):
        ordered([first, first])


def test_every_code_is_in_one_family() -> None:
    """Codes of reading, of rules and of commands are listed once each, under a title in both languages."""
    assert len(codes()) == len(set(codes()))
    assert {rule.code for rule in RULES} < set(codes())
    assert all(family.title.zh and family.title.en for family in families())


WRONG_SHARE = """
content/metrics.yml:
    - {id: volunteers, name: 志愿者, unit: 人, measure: 存量}
    - {id: residents, name: 居民, unit: 人, measure: 存量}
    - {id: share, name: 占比, unit: "%", measure: 比率, numerator: 志愿者, denominator: 居民}
content/places/a.yml:
    name: 甲
    level: 社区村
    source: doc
"""


def test_an_accepted_warning_is_silent(project: Project) -> None:
    """A warning accepted at its own figure, or at the record around it, is not reported."""
    share = "{metric: 占比, value: 23%, accept: {ratio-mismatch: 830 除以 3500 是 23.7%，原文写 23%}}"
    at_figure = f"    figures: [志愿者: 830人, 居民: 3500人, {share}]\n"
    accepted = "    accept: {ratio-mismatch: 830 除以 3500 是 23.7%，原文写 23%}\n"
    at_record = f"{accepted}    figures: [志愿者: 830人, 居民: 3500人, 占比: 23%]\n"
    nowhere = "    figures: [志愿者: 830人, 居民: 3500人, 占比: 23%]\n"
    outcomes = [
        [problem.code for problem in check(project(WRONG_SHARE + lines)).problems]
        for lines in (at_figure, at_record, nowhere)
    ]
    assert outcomes == [[], [], ["ratio-mismatch"]]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ratio-mismatch", "accept-unused"),
        ("ratio-mismach", "accept-unknown"),
        ("duplicate-id", "accept-error"),
        ("words-not-found", "accept-error"),
    ],
)
def test_an_idle_acceptance_is_reported(project: Project, code: str, expected: str) -> None:
    """An acceptance that silences nothing, names no rule, or names an error is reported at its code."""
    folder = project(f"projects/a.yml:\n    name: 甲\n    accept:\n      {code}: 理由\n")
    [problem] = check(folder).problems
    assert (problem.code, problem.location.line, problem.location.column) == (expected, 3, 3)


def test_errors_forbid_and_warnings_do_not() -> None:
    """Private numbers and broken references are errors; what a person must judge is a warning."""
    judged = ("ratio-mismatch", "same-name", "unfinished-sentence")
    assert {wording(code).severity for code in ("mobile-number", "identity-number", "unknown-reference")} == {"error"}
    assert {wording(code).severity for code in judged} == {"warning"}


def test_one_cause_one_problem(project: Project) -> None:
    """A reference to a record that cannot be read is not called unknown."""
    folder = project("""
        projects/a.yml:
            name: 甲
            since: 去年
        projects/b.yml:
            name: 乙
            parent: a
    """)
    assert [problem.code for problem in check(folder).problems] == ["bad-date"]
