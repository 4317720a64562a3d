"""Acceptances: a warning that a person has judged stays silent, with the reason kept in the record.

``accept: {code: reason}`` in a record, or in the part of it that the warning is about, silences that rule there and
below. One that silences nothing is itself reported, so that reasons do not outlive what they explain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue.catalogue import Catalogue, Key
from generator.catalogue.citations import statements
from generator.problems import Location, Problem
from generator.reading.nodes import Path, key_at
from generator.records.parse import Entry
from generator.records.shape import dotted
from generator.rules.rule import Finding, Rule


class Acceptances:
    """The acceptances of all records, and which of them have been needed."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Gather them."""
        self._catalogue = catalogue
        self._given: dict[Key, dict[tuple[Path, str], str]] = {}
        self._used: set[tuple[Key, Path, str]] = set()
        for entry in catalogue.whole_and_partial():
            given = {(at, code): why for at, part, _ in statements(entry) for code, why in (part.accept or {}).items()}
            if given:
                self._given[entry.key] = given

    def cover(self, finding: Finding, code: str) -> bool:
        """Return whether a finding is accepted by its record or by a part around it, and note that it was needed."""
        given = self._given.get(finding.subject.key, {})
        for length in range(len(finding.at), -1, -1):
            at = finding.at[:length]
            if (at, code) in given:
                self._used.add((finding.subject.key, at, code))
                return True
        return False

    def left_over(self, rules: Mapping[str, Rule]) -> Iterator[Problem]:
        """Yield a problem for each acceptance of an unknown rule, of an error, or of nothing."""
        for key, given in self._given.items():
            entry = self._catalogue.entries.get(key)
            if entry is None:
                # Of a broken record nobody knows what its acceptances will be needed for.
                continue
            for at, code in given:
                if code not in rules:
                    yield _problem(entry, at, code, "accept-unknown")
                elif rules[code].message.severity == "error":
                    yield _problem(entry, at, code, "accept-error")
                elif (key, at, code) not in self._used:
                    yield _problem(entry, at, code, "accept-unused")


def _problem(entry: Entry, at: Path, code: str, problem: str) -> Problem:
    """Return a problem of an acceptance, at the code and not at the reason behind it."""
    path = (*at, "accept", code)
    key = key_at(entry.node, path)
    location = Location(entry.path, key.line, key.column) if key else entry.location(path)
    return Problem(problem, location, dotted(path), {"code": code})
