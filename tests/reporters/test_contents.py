"""What all reports share: groups, counts, and the closing line."""

from __future__ import annotations

import pytest

from generator.problems import Language
from generator.reporters.contents import closing
from tests.reporters.conftest import odd, report, wrong


def test_counts() -> None:
    """Errors and warnings are counted apart."""
    assert (report().errors, report().warnings) == (9, 2)


def test_most_of_one_code_in_one_file() -> None:
    """Of one code in one file only so many are shown; the lines of the rest are kept; other codes are not touched."""
    _, file, other = report().by_file(5)
    assert [problem.code for problem in file.shown].count("wrong-word") == 5
    assert file.rest == {"wrong-word": [6, 7]}
    assert (file.errors, file.warnings) == (7, 1)
    assert not other.rest


def test_nothing_is_lost() -> None:
    """What is shown and what is held back are together all problems, whatever the limit."""
    for most in (0, 1, 3, 100):
        files = report().by_file(most)
        assert sum(len(file.shown) + sum(map(len, file.rest.values())) for file in files) == 11


def test_most_frequent_rule_first() -> None:
    """Rules are listed by how often they were broken, then by name."""
    assert report().by_code() == [("wrong-word", 9), ("odd-number", 2)]
    assert report([odd("a.yml", 1, 1), wrong("a.yml", 2, 1)]).by_code() == [("odd-number", 1), ("wrong-word", 1)]


@pytest.mark.parametrize(
    ("language", "some", "none"),
    [
        ("zh", "查了 3 条记录，1 个错误，0 个提醒。", "查了 3 条记录，没有发现问题。"),
        ("en", "3 records checked. 1 error, 0 warnings.", "3 records checked. No problems found."),
    ],
)
def test_closing_line(language: Language, some: str, none: str) -> None:
    """The last line says what was checked and what was found, in the report's language."""
    assert closing(report([wrong("a.yml", 1, 1)], language=language)) == some
    assert closing(report([], language=language)) == none


def test_path_from_the_top() -> None:
    """A path is told as seen from the top of the repository where the project lies deeper."""
    problem = wrong("projects/a.yml", 1, 1)
    assert report().path_of(problem) == "projects/a.yml"
    assert report(folder="city/site").path_of(problem) == "city/site/projects/a.yml"
