"""A problem is a value: what is wrong, where, and how to mend it.

Every stage returns problems beside its result; nothing raises them and nothing prints them. The words come
from one catalogue, ``messages.toml``, so that a problem can be told in either language when it is reported.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Language = Literal["zh", "en"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: a path with ``/`` relative to the project, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """One phrase in both languages, for use inside a message."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        """Return the phrase in ``language``."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. ``code`` is a key of the message catalogue, ``field`` a dotted path in the record."""

    code: str
    location: Location
    field: str = ""
    details: Mapping[str, str | Words] = dataclasses.field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Return the severity that the catalogue gives to the code."""
        return severity_of(self.code)

    def message(self, language: Language) -> str:
        """Say what is wrong, in one sentence."""
        return self._say("message", language)

    def help(self, language: Language) -> str:
        """Say how to mend it, in one sentence."""
        text = self._say("help", language)
        if self.details.get("suggestion"):
            return self._say("suggest", language) + text
        return text

    def _say(self, part: str, language: Language) -> str:
        template: str = _catalogue()[self.code][language].get(part, "")
        return template.format_map(
            {name: value[language] if isinstance(value, Words) else value for name, value in self.details.items()}
        )


class Refusal(Exception):  # noqa: N818 - it carries a problem to where it is reported
    """Stop at once, because of one problem."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem."""
        super().__init__(problem.code)
        self.problem = problem


def severity_of(code: str) -> Severity:
    """Return the severity of a code.

    :raises KeyError: there is no such code.
    """
    severity: Severity = _catalogue()[code]["severity"]
    return severity


def reason_of(code: str, language: Language) -> tuple[str, str]:
    """Return why a code matters, and an example; both are empty for codes whose rule explains itself."""
    entry = _catalogue()[code]
    return entry[language].get("why", ""), entry.get("example", "").strip()


def codes() -> tuple[str, ...]:
    """Return every code there is, in the catalogue's order."""
    return tuple(_catalogue())


def in_order(problems: list[Problem]) -> list[Problem]:
    """Sort by place, then code, so that two runs report the same in the same order."""
    return sorted(problems, key=lambda problem: (problem.location, problem.code, problem.field))


def has_errors(problems: list[Problem], *, strict: bool = False) -> bool:
    """Tell whether the problems forbid publishing: an error, or anything at all when strict."""
    return any(strict or problem.severity == "error" for problem in problems)


@cache
def _catalogue() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("generator").joinpath("messages.toml").read_text(encoding="utf-8"))
