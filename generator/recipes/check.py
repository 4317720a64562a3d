"""The recipe of a check: read records, settings and prose, link the records, ask the rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue.catalogue import Catalogue, build_catalogue
from generator.catalogue.public import public_catalogue
from generator.problems import Problem, has_errors, in_order
from generator.publish.artefact import Artefact, collisions
from generator.reading.files import SourceFile
from generator.recipes.project_folder import (
    planned_handbook,
    planned_prose,
    read_prose,
    read_records,
    read_settings,
)
from generator.recipes.static_files import read_static
from generator.records.settings import Settings
from generator.rules.archive import read_archive
from generator.rules.material import Material, RenderedPage
from generator.rules.registry import run_rules

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a project holds, and everything that is wrong with it."""

    material: Material
    problems: list[Problem]

    @property
    def catalogue(self) -> Catalogue:
        """Return the records."""
        return self.material.catalogue

    @property
    def settings(self) -> Settings:
        """Return the site's settings."""
        return self.material.settings.settings

    @property
    def prose(self) -> tuple[SourceFile, ...]:
        """Return the prose pages' sources."""
        return self.material.prose

    @property
    def publishable(self) -> bool:
        """Return whether a site may be made of it."""
        return not has_errors(self.problems)


def check(root: Path, *, archive: Path | None = None, config: str = CONFIG) -> CheckResult:
    """Read and check everything in a project folder; every problem of every file is in the result.

    :raises OSError: the disk failed.
    """
    records = read_records(root)
    catalogue = build_catalogue(records.entries, records.broken, records.partial)
    settings, of_settings = read_settings(root, config)
    prose, of_prose = read_prose(root)
    static, of_static = read_static(root)
    texts = None if archive is None else read_archive(catalogue, archive)
    material = Material(catalogue, settings, prose, texts)
    problems = [*records.problems, *of_settings, *of_prose, *of_static, *run_rules(material)]
    if not has_errors(problems):
        problems.extend(_planned_twice(material, (*planned_handbook(root), *static)))
    return CheckResult(material, in_order(problems))


def check_links(checked: CheckResult, rendered: Iterable[RenderedPage], paths: Collection[str]) -> list[Problem]:
    """Check the links of the prose pages, once they and the paths of all files of the site are made."""
    material = replace(checked.material, rendered=tuple(rendered), paths=frozenset(paths))
    return in_order([*run_rules(material, only=("broken-link",))])


def _planned_twice(material: Material, ready: Sequence[Artefact]) -> Iterator[Problem]:
    """Report each path that two things would have: the site is planned, and nothing of it is made."""
    # What plans pages takes a moment to import, and is in vain while there are errors.
    from generator.pages.plan import plan  # noqa: PLC0415

    prose = planned_prose(material.prose)
    return collisions(plan(public_catalogue(material.catalogue), material.settings.settings, prose, ready))
