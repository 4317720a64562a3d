"""Every rule there is, in the order they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.catalogue.catalogue import Catalogue
from generator.problems import Problem
from generator.rules import figures, honours, people, references

Rule = Callable[[Catalogue], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    references.unknown_reference,
    references.circular_parent,
    figures.figure_without_source,
    honours.honour_without_edition,
    honours.honour_without_source,
    honours.honour_without_recipient,
    people.withdrawn_person_named,
)


def run_rules(catalogue: Catalogue) -> list[Problem]:
    """Ask every rule and gather what they find."""
    return [problem for rule in RULES for problem in rule(catalogue)]
