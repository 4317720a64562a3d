"""What the generator itself wrote into the handbook, examples of what is wrong among it, is no finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from generator.problems import Problem
from generator.reading.files import SourceFile
from generator.recipes.project_folder import HANDBOOK_DOCS


def written_by_staff(problems: Iterable[Problem], handbook: Iterable[SourceFile]) -> Iterator[Problem]:
    """Leave out what is found in lines of the handbook that the generator wrote."""
    lines = {source.path: source.text.splitlines() for source in handbook}
    for problem in problems:
        at = problem.location
        if at.path not in lines or lines[at.path][at.line - 1] not in _generated(at.path):
            yield problem


@cache
def _generated(path: str) -> frozenset[str]:
    """Return the lines of a page of the handbook that the generator writes, or none."""
    # All pages are written to know one, which is in vain where nothing is found in them.
    from generator.desk.handbook_texts import pages  # noqa: PLC0415

    return frozenset(pages().get(path.removeprefix(f"{HANDBOOK_DOCS}/"), "").splitlines())
