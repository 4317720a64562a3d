"""Every rule: its own examples, its words in both languages, and the acceptance of what a person has judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import check
from generator.problems import codes, severity_of
from generator.rules.registry import RULES
from generator.rules.rule import Rule, explanation
from tests.conftest import BASE, Project, write_tree


def found_in(folder: Path, tree: str) -> list[str]:
    """Return the codes of the problems that a small tree on top of the base gives."""
    write_tree(folder, BASE)
    write_tree(folder, tree)
    return [problem.code for problem in check(folder).problems]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_failing_example_fails(rule: Rule, tmp_path: Path) -> None:
    """A rule's failing example gives that rule's problem, and no other."""
    assert set(found_in(tmp_path, explanation(rule).fails)) == {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_passing_example_passes(rule: Rule, tmp_path: Path) -> None:
    """A rule's passing example gives no problem at all."""
    assert found_in(tmp_path, explanation(rule).passes) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_explain_themselves(rule: Rule) -> None:
    """A rule has words of its own in both languages, and depends only on rules that run before it."""
    told = explanation(rule)
    assert any("\u4e00" <= sign <= "\u9fff" for sign in told.zh)
    assert told.en.startswith("Report ")
    assert rule.code in codes()
    before = [other.code for other in RULES[: RULES.index(rule)]]
    assert set(rule.needs) <= set(before)


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
    share = "{metric: 占比, value: 23%, accept: {ratio-mismatch: 口径不同}}"
    at_figure = f"    figures: [志愿者: 830人, 居民: 3500人, {share}]\n"
    at_record = "    accept: {ratio-mismatch: 口径不同}\n    figures: [志愿者: 830人, 居民: 3500人, 占比: 23%]\n"
    nowhere = "    figures: [志愿者: 830人, 居民: 3500人, 占比: 23%]\n"
    outcomes = [
        [problem.code for problem in check(project(WRONG_SHARE + lines)).problems]
        for lines in (at_figure, at_record, nowhere)
    ]
    assert outcomes == [[], [], ["ratio-mismatch"]]


@pytest.mark.parametrize(
    ("code", "expected"),
    [("ratio-mismatch", "accept-unused"), ("ratio-mismach", "accept-unknown"), ("duplicate-id", "accept-error")],
)
def test_an_idle_acceptance_is_reported(project: Project, code: str, expected: str) -> None:
    """An acceptance that silences nothing, names no rule, or names an error is reported at its code."""
    folder = project(f"projects/a.yml:\n    name: 甲\n    accept:\n      {code}: 理由\n")
    [problem] = check(folder).problems
    assert (problem.code, problem.location.line, problem.location.column) == (expected, 3, 3)


def test_errors_forbid_and_warnings_do_not() -> None:
    """Private numbers and broken references are errors; what a person must judge is a warning."""
    assert {severity_of(code) for code in ("mobile-number", "identity-number", "unknown-reference")} == {"error"}
    assert {severity_of(code) for code in ("ratio-mismatch", "same-name", "unfinished-sentence")} == {"warning"}


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
