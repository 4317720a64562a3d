"""What the tests of the reports share: a catalogue of a few codes of their own, and a report made of them.

The words of the real catalogue may change any day; what a report does with words does not depend on them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from generator.problems import Language, Location, Phrase, Problem
from generator.reporters.contents import Report

CATALOGUE = tomllib.loads("""
[wrong-word]
severity = "error"
example = "name: 梦圆"
zh = {message = "没有“{word}”这个栏目", help = "可以写：name、place", why = "写错的栏目不会显示。所以要查。"}
en = {message = "there is no field '{word}'", help = "one of: name, place", why = "It would be lost. So we check."}

[odd-number]
severity = "warning"
zh = {message = "{number} 不像{metric}", help = "核对原文"}
en = {message = "{number} is odd for {metric}", help = "look it up\\nin the text"}

[any-words]
severity = "error"
zh = {message = "{words}", help = "{words}"}
en = {message = "{words}", help = "{words}"}
""")

LINES = {
    ("projects/梦圆.yml", 2): "名称: “给我一个心愿，圆你一个梦想” plcae: 青岛",
    ("projects/梦圆.yml", 13): "\tvalue: １２３人",
    ("projects/a.yml", 1): "plcae: city",
    ("projects/a.yml", 2): "summary: "
    + "海尔集团发起，为乡村留守儿童实现心愿、安排亲子团聚、开设梦想课堂。" * 3
    + "结尾",
    ("projects/a.yml", 3): "x: \x1b[31m\u202e红",
}


@pytest.fixture(scope="module", autouse=True)
def _catalogue() -> Iterator[None]:
    """Put the tests' own catalogue in place of the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.problems._catalogue", lambda: CATALOGUE)
        yield


def line_at(spot: Location) -> str | None:
    """Return a line of the sample."""
    return LINES.get((spot.path, spot.line))


def wrong(path: str, line: int, column: int, word: str = "plcae") -> Problem:
    """Return an error."""
    return Problem("wrong-word", Location(path, line, column), f"fields.{word}", {"word": word})


def odd(path: str, line: int, column: int) -> Problem:
    """Return a warning, whose details have words in both languages."""
    return Problem(
        "odd-number", Location(path, line, column), "", {"number": "123", "metric": Phrase("人数", "people")}
    )


SAMPLE: tuple[Problem, ...] = (
    wrong("mkdocs.yml", 1, 1),
    *(wrong("projects/a.yml", line, 1) for line in range(1, 8)),
    odd("projects/a.yml", 2, 109),
    wrong("projects/梦圆.yml", 2, 21),
    odd("projects/梦圆.yml", 13, 10),
)


def report(
    problems: Sequence[Problem] = SAMPLE, *, language: Language = "zh", records: int = 3, **other: Any
) -> Report:
    """Return a report on the sample, or on other problems."""
    ordered = tuple(sorted(problems, key=lambda problem: (problem.location, problem.code)))
    return Report(ordered, language, records, **{"line_at": line_at, **other})


def saying(words: str, *, path: str = "a.yml", line: int = 1, column: int = 1) -> Problem:
    """Return an error whose message and help are any words."""
    return Problem("any-words", Location(path, line, column), "", {"words": words})
