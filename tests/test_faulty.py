"""Faulty cases: a file of records beside the problems that it must give, found by listing.

``tests/faulty/KIND/CASE.yml`` is put into its kind's folder on top of a small sound project and checked;
``CASE.problems.txt`` holds a line a problem: line, column, code, field. ``tests/faulty/trees/CASE.txt`` is a whole
tree, whose problems carry their path too. Adding a case is adding a file; ``make renew`` writes the other side.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problem
from generator.recipes.check import check
from generator.records.kinds import KINDS
from generator.rules.manual import codes
from generator.rules.registry import BY_CODE
from tests.conftest import BASE, write_tree

FAULTY = Path(__file__).parent / "faulty"
FILES = sorted(FAULTY.glob("*/*.yml"))
TREES = sorted(FAULTY.glob("trees/*.txt"))
FOLDERS = {kind.plural: kind.folder for kind in KINDS}
RENEW = "run `make renew` and read the diff"


def name_of(path: Path) -> str:
    """Return ``projects/unknown-key``."""
    return path.relative_to(FAULTY).with_suffix("").as_posix()


def line_of(problem: Problem, *, with_path: bool) -> str:
    """Write a problem as one line of an expectation."""
    spot = problem.location
    place = f"{spot.path}:{spot.line}:{spot.column}" if with_path else f"{spot.line}:{spot.column}"
    return f"{place} {problem.code} {problem.field}".rstrip()


def compare(expected: Path, lines: list[str], *, renew: bool) -> None:
    """Compare what was found with the expectation beside the case."""
    text = "\n".join(lines) + "\n"
    if renew:
        expected.write_text(text, encoding="utf-8")
    assert expected.read_text(encoding="utf-8") == text, RENEW


@pytest.mark.parametrize("case", FILES, ids=name_of)
def test_faulty_file(case: Path, tmp_path: Path, *, renew: bool) -> None:
    """A faulty file gives the problems written beside it, at their lines and columns, and no others."""
    write_tree(tmp_path, BASE)
    target = tmp_path / FOLDERS[case.parent.name] / case.name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(case.read_bytes())
    problems = check(tmp_path).problems
    assert {problem.location.path for problem in problems} == {target.relative_to(tmp_path).as_posix()}
    compare(case.with_suffix(".problems.txt"), [line_of(p, with_path=False) for p in problems], renew=renew)


@pytest.mark.parametrize("case", TREES, ids=name_of)
def test_faulty_tree(case: Path, tmp_path: Path, *, renew: bool) -> None:
    """A faulty tree gives the problems written beside it, and each of them can be said."""
    write_tree(tmp_path, BASE)
    write_tree(tmp_path, case.read_text(encoding="utf-8"))
    problems = check(tmp_path).problems
    said = [words for p in problems for words in (p.message("zh"), p.help("zh"), p.message("en"), p.help("en"))]
    assert all(words.strip() for words in said)
    compare(case.with_suffix(".problems"), [line_of(p, with_path=True) for p in problems], renew=renew)


# Codes that no record file can give: they belong to a command or to the disk.
ELSEWHERE = {
    "file-too-large", "outside-project", "not-a-project", "no-config", "wrong-config",
    "site-not-ours", "site-busy", "no-such-folder", "no-such-path", "no-such-code", "disk-failed",
    "mkdocs-warning", "mkdocs-stopped", "internal-error", "foreign-files", "site-disturbed",
    "cannot-read", "not-a-file", "addresses-not-kept", "live-page", "many-files-not-read",
    "serve-not-installed", "no-free-port", "no-such-executor", "no-cluster", "cluster-not-installed",
    "picture-heic", "folder-not-empty", "not-a-folder", "no-such-kind", "no-such-series", "id-needed",
    "record-exists", "file-exists", "not-a-site",
    "site-without-list", "site-list-damaged", "site-file-missing", "site-file-renamed", "site-file-changed",
    "site-line-endings", "site-file-foreign", "site-broken-link", "site-broken-anchor", "site-rooted-link",
    "site-other-host", "site-no-policy", "site-weak-policy", "site-inline-code", "site-page-cut",
    "site-page-too-large",
    "nothing-to-compare", "data-damaged", "snapshot-year", "snapshot-exists",
}  # fmt: skip


def test_every_code_has_a_case() -> None:
    """Each code is given by a rule, whose own example is its case, by some case here, or by a test of a command."""
    expectations = [*FAULTY.glob("*/*.problems.txt"), *FAULTY.glob("trees/*.problems")]
    lines = [line for path in expectations for line in path.read_text(encoding="utf-8").splitlines() if line]
    shown = {line.split()[1] for line in lines}
    assert sorted(set(codes()) - shown - set(BY_CODE)) == sorted(ELSEWHERE)


@pytest.mark.parametrize("case", FILES, ids=name_of)
def test_messages_in_both_languages(case: Path, tmp_path: Path) -> None:
    """Every problem says in both languages what is wrong and how to mend it, with nothing left unfilled."""
    write_tree(tmp_path, BASE)
    target = tmp_path / FOLDERS[case.parent.name] / case.name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(case.read_bytes())
    for problem in check(tmp_path).problems:
        for words in (problem.message("zh"), problem.help("zh"), problem.message("en"), problem.help("en")):
            assert words.strip()
            assert "{" not in (words.replace(problem.mended.strip(), "") if problem.mended else words)
