"""Acceptances: a warning that a person has judged stays silent, with the reason kept in the record.

``accept: {code: reason}`` in a record, or in the part of it that the warning is about, silences that rule there and
below. The reason holds the numbers that were judged: when one of them changes, the reason no longer has it, and the
person is asked again. One that silences nothing is reported too, so that reasons do not outlive what they explain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.catalogue.catalogue import Catalogue, Key
from generator.catalogue.citations import statements
from generator.problems import Location, Problem, families, message_of
from generator.reading.nodes import Path, key_at
from generator.records.parse import Entry
from generator.records.quantity import is_quantity
from generator.records.shape import dotted
from generator.rules.rule import Finding, Rule

# Details of a finding that tell where something stands, not what it is.
_PLACES = {"first", "line", "other", "page", "mended", "id", "known", "others"}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?[万萬亿億]?[余餘多]?[万萬亿億]?%?")


# Codes that no rule speaks for, such as bad-date: they cannot be accepted whatever they are.
_ERRORS = frozenset(code for family in families() for code in family.codes if message_of(code).severity == "error")


class Acceptances:
    """The acceptances of all records, and which of them have been needed."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Gather none before they are asked for: a preview asks only for errors, which nobody accepts."""
        self._catalogue = catalogue
        self._used: set[tuple[Key, Path, str]] = set()
        self._outdated: dict[tuple[Key, Path, str], list[str]] = {}

    @cached_property
    def _given(self) -> dict[Key, dict[tuple[Path, str], str]]:
        found = {}
        for entry in self._catalogue.whole_and_partial():
            accepting = [(at, part.accept) for at, part, _ in statements(entry) if part.accept]
            if accepting:
                found[entry.key] = {(at, code): why for at, accept in accepting for code, why in accept.items()}
        return found

    def cover(self, finding: Finding, code: str) -> bool:
        """Return whether a finding is accepted by its record or by a part around it, and note that it was needed."""
        given = self._given.get(finding.subject.key, {})
        for length in range(len(finding.at), -1, -1):
            at = finding.at[:length]
            if (at, code) in given:
                judged = (finding.subject.key, at, code)
                self._used.add(judged)
                missing = [number for number in judged_numbers(finding) if not _holds(given[at, code], number)]
                if missing:
                    self._outdated.setdefault(judged, []).extend(missing)
                return True
        return False

    def left_over(self, rules: Mapping[str, Rule]) -> Iterator[Problem]:
        """Yield a problem for each acceptance of an unknown rule, of an error, or of nothing."""
        for key, given in self._given.items():
            entry = self._catalogue.entries.get(key)
            if entry is None:
                # Of a broken record nobody knows what its acceptances will be needed for.
                continue
            for (at, code), reason in given.items():
                if missing := self._outdated.get((key, at, code)):
                    numbers = "、".join(dict.fromkeys(missing))
                    yield _problem(entry, at, code, "accept-outdated", numbers=numbers, reason=reason)
                elif code in _ERRORS or (code in rules and rules[code].message.severity == "error"):
                    yield _problem(entry, at, code, "accept-error")
                elif code not in rules:
                    yield _problem(entry, at, code, "accept-unknown")
                elif (key, at, code) not in self._used:
                    yield _problem(entry, at, code, "accept-unused")


def judged_numbers(finding: Finding) -> Iterator[str]:
    """Yield the numbers that a finding is about, as its message shows them; places in files are none."""
    for name, value in finding.details.items():
        if name not in _PLACES and isinstance(value, str) and _is_arithmetic(value):
            yield from (match[0] for match in _NUMBER.finditer(unicodedata.normalize("NFKC", value)))


def _is_arithmetic(value: str) -> bool:
    """Return whether words are a quantity, or several with signs between them; a sentence with a number is neither."""
    return all(map(is_quantity, filter(None, re.split(r"[+×÷/=≈、，\s]+", value))))


def _holds(reason: str, number: str) -> bool:
    """Return whether a reason has a number as a whole: 23% is not in 123%, nor 8000 in 8000余."""
    whole = rf"(?<![\d.]){re.escape(number)}(?![\d%余餘多万萬亿億]|[.,]\d)"
    return re.search(whole, unicodedata.normalize("NFKC", reason)) is not None


def _problem(entry: Entry, at: Path, code: str, problem: str, **details: str) -> Problem:
    """Return a problem of an acceptance, at the code and not at the reason behind it."""
    path = (*at, "accept", code)
    key = key_at(entry.node, path)
    location = Location(entry.path, key.line, key.column) if key else entry.location(path)
    return Problem(problem, location, dotted(path), {"code": code, **details})
