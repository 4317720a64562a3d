"""Ask the rules in a process beside this one, which goes on with the plan meanwhile.

Problems come back as plain data; those of a rule have its words, which both processes know.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property, partial

from generator.problems import Message, Problem, has_errors
from generator.processes import Beside, can_inherit
from generator.reading.files import SourceFile
from generator.recipes.generated_lines import written_by_staff
from generator.rules.material import Material
from generator.rules.registry import BY_CODE, run_rules

# To begin a process costs about as much as the rules take for so many records.
_WORTH_IT = 1_000


class AskedRules:
    """The rules while they are asked: in another process where there is a core for it, else at once."""

    def __init__(self, material: Material, handbook: Sequence[SourceFile], jobs: int) -> None:
        """Begin to ask; what the generator wrote into the handbook is no problem of anyone's."""
        self._material = material
        self._handbook = handbook
        self._beside: Beside | None = None
        if jobs > 1 and len(material.catalogue.entries) > _WORTH_IT and can_inherit():
            self._beside = Beside(partial(_ask, material))
        else:
            self.problems  # noqa: B018 - asked now

    @property
    def found_errors(self) -> bool:
        """Return whether it is known already that there are errors."""
        is_known = "problems" in vars(self) or self._beside is None or self._beside.is_done
        return is_known and has_errors(self.problems)

    @cached_property
    def problems(self) -> list[Problem]:
        """Wait for what the rules found."""
        return [*written_by_staff(self._found(), self._handbook)]

    def _found(self) -> Iterable[Problem]:
        found = self._beside.result() if self._beside else None
        if found is None:
            # They are asked here, or the process failed or was taken away: what it met, this one will meet.
            return run_rules(self._material)
        return [Problem.of_data(one, words_of_rule) for one in json.loads(found)]


def _ask(material: Material) -> str:
    return json.dumps([problem.as_data() for problem in run_rules(material)], ensure_ascii=False)


def words_of_rule(code: str) -> Message:
    """Return the words that a rule has of its own."""
    return BY_CODE[code].message
