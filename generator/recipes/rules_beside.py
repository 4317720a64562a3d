"""Ask the rules in a process beside this one, which goes on with the plan meanwhile.

Problems come back as plain data; those of a rule have its words, which both processes know.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor
from functools import cached_property, partial

from generator.problems import Message, Problem, has_errors
from generator.processes import can_inherit, inheriting
from generator.reading.files import SourceFile
from generator.recipes.generated_lines import written_by_staff
from generator.rules.material import Material
from generator.rules.registry import BY_CODE, run_rules

# To begin a process costs about as much as the rules take for so many records.
_WORTH_IT = 1_000
_held: list[Material] = []


class AskedRules:
    """The rules while they are asked: in another process where there is a core for it, else at once."""

    def __init__(self, material: Material, handbook: Sequence[SourceFile], jobs: int) -> None:
        """Begin to ask; what the generator wrote into the handbook is no problem of anyone's."""
        self._material = material
        self._handbook = handbook
        self._executor: Executor | None = None
        if jobs > 1 and len(material.catalogue.entries) > _WORTH_IT and can_inherit():
            self._executor = inheriting(1, partial(_held.append, material))
            self._answer = self._executor.submit(_ask)
        else:
            self.problems  # noqa: B018 - asked now

    @property
    def found_errors(self) -> bool:
        """Return whether it is known already that there are errors."""
        return (self._executor is None or self._answer.done()) and has_errors(self.problems)

    @cached_property
    def problems(self) -> list[Problem]:
        """Wait for what the rules found."""
        return [*written_by_staff(self._found(), self._handbook)]

    def _found(self) -> Iterable[Problem]:
        if self._executor is None:
            return run_rules(self._material)
        try:
            return [Problem.of_data(one, words_of_rule) for one in json.loads(self._answer.result())]
        except BrokenExecutor:
            # The machine took the process away.
            return run_rules(self._material)
        finally:
            self._executor.shutdown()


def _ask() -> str:
    return json.dumps([problem.as_data() for problem in run_rules(_held[0])], ensure_ascii=False)


def words_of_rule(code: str) -> Message:
    """Return the words that a rule has of its own."""
    return BY_CODE[code].message
