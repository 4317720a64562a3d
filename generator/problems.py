"""A problem is a value: what is wrong, where, and how to mend it.

Every stage returns problems beside its result; nothing raises them and nothing prints them. The words of a rule's
problems are handed over by the rule; all others are in one catalogue, ``messages.toml``.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
class Phrase:
    """One phrase in both languages, for use inside a message."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        """Return the phrase in ``language``."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Message:
    """What all problems of one code say.

    In each language: what is wrong, how to mend it and, where a guess is possible, how to offer the guess before that.
    """

    severity: Severity
    zh: tuple[str, ...]
    en: tuple[str, ...]

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        """Return the texts in ``language``."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Family:
    """Codes that belong together, under one title."""

    name: str
    title: Phrase
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong.

    ``field`` is a dotted path in the record, ``wording`` is None for a code of the catalogue, and ``mended`` is the
    whole line as it should be typed, where that is known.
    """

    code: str
    location: Location
    field: str = ""
    details: Mapping[str, str | Phrase] = dataclasses.field(default_factory=dict)
    wording: Message | None = dataclasses.field(default=None, repr=False)
    mended: str = ""

    @property
    def severity(self) -> Severity:
        """Return how severe a problem of its code is."""
        return (self.wording or message_of(self.code)).severity

    def message(self, language: Language) -> str:
        """Return what is wrong, in one sentence."""
        return self._filled(0, language)

    def help(self, language: Language) -> str:
        """Return how to mend it, in one sentence, between the guess and the line to copy where there are such."""
        guess = self._filled(2, language) if self.details.get("suggestion") else ""
        return guess + self._filled(1, language) + (self._line_to_copy[language] if self.mended else "")

    @property
    def _line_to_copy(self) -> Phrase:
        line = self.mended.lstrip(" ")
        spaces = len(self.mended) - len(line)
        indent = Phrase(f"（行首 {spaces} 个空格）", f" ({spaces} spaces first)") if spaces else Phrase("", "")
        return Phrase(f"；整行写成{indent.zh}：{line}", f"; the whole line{indent.en}: {line}")

    def as_data(self) -> tuple[object, ...]:
        """Return it as plain data, for another process or another run, which knows the words of its code."""
        words = {name: [word.zh, word.en] if isinstance(word, Phrase) else word for name, word in self.details.items()}
        place = (self.location.path, self.location.line, self.location.column)
        return self.code, place, self.field, words, self.wording is not None, self.mended

    @classmethod
    def of_data(cls, data: Sequence[Any], wordings: Callable[[str], Message]) -> Problem:
        """Return the problem that was made into data; ``wordings`` gives the words that a code has of its own."""
        code, place, field, words, has_own, mended = data
        details = {name: Phrase(*word) if isinstance(word, list) else word for name, word in words.items()}
        return cls(code, Location(*place), field, details, wordings(code) if has_own else None, mended)

    def _filled(self, part: int, language: Language) -> str:
        return (self.wording or message_of(self.code))[language][part].format_map(
            {name: value[language] if isinstance(value, Phrase) else value for name, value in self.details.items()}
        )


class Refusal(Exception):  # noqa: N818 - it carries a problem to where it is reported
    """Stop at once, because of one problem."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem."""
        super().__init__(problem.code)
        self.problem = problem


@contextmanager
def working_on(name: str) -> Iterator[None]:
    """Note on whatever is raised inside what the work was about, so that an error of ours can name it."""
    try:
        yield
    except Exception as error:
        error.add_note(name)
        raise


def error_of_ours(error: Exception, folder: str) -> Problem:
    """Return an exception that nothing foresaw as a problem that names what was worked on."""
    at = next(iter(getattr(error, "__notes__", ())), folder)
    return Problem("internal-error", Location(at), details={"at": at, "reason": f"{type(error).__name__}: {error}"})


def message_of(code: str) -> Message:
    """Return the words that the catalogue has for a code.

    :raises KeyError: it has none.
    """
    entry = _catalogue()[code]
    zh, en = (tuple(entry[word].get(part, "") for part in ("message", "help", "suggest")) for word in ("zh", "en"))
    return Message(entry["severity"], zh, en)


def reason_of(code: str, language: Language) -> tuple[str, str]:
    """Return why a code of the catalogue matters, and an example; either may be empty."""
    entry = _catalogue()[code]
    return entry[language].get("why", ""), entry.get("example", "").strip()


@cache
def families() -> tuple[Family, ...]:
    """Return the catalogue's families of codes, in its order."""
    return tuple(
        Family(name, Phrase(**table["title"]), tuple(code for code in table if code != "title"))
        for name, table in _tables().items()
    )


def in_order(problems: list[Problem]) -> list[Problem]:
    """Sort by place, then code, so that two runs report the same in the same order."""
    return sorted(problems, key=lambda problem: (problem.location, problem.code, problem.field))


def has_errors(problems: list[Problem], *, strict: bool = False) -> bool:
    """Return whether the problems forbid publishing: an error, or anything at all when strict."""
    return any(strict or problem.severity == "error" for problem in problems)


@cache
def _catalogue() -> dict[str, dict[str, Any]]:
    """Return the catalogue's entries by code."""
    return {code: entry for table in _tables().values() for code, entry in table.items() if code != "title"}


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("generator").joinpath("messages.toml").read_text(encoding="utf-8"))
