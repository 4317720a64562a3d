"""The recipe of a build: check, plan, compose, publish. Both doors call it.

Nothing is published unless everything is sound, and then the site is published whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.problems import Problem, has_errors, in_order
from generator.publish.artefact import Artefact, collisions
from generator.publish.inventory import refuse_foreign, refuse_others
from generator.publish.staging import PATIENCE, locked, publish, staged, stamp
from generator.recipes.check import CONFIG, CheckResult, check
from generator.recipes.compose import Progress, compose
from generator.recipes.configuration import site_folder
from generator.recipes.handbook import build_handbook
from generator.recipes.promised import keep_promised


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: from which configuration, to where, and what to call while it lasts.

    Without ``site`` the configuration says where. ``waiting`` is called once where another build has to end first,
    for which it has ``patience`` seconds. ``today`` is the day of the check.
    """

    config: str = CONFIG
    site: Path | None = None
    discard_foreign: bool = False
    patience: float = PATIENCE
    today: dt.date | None = None
    waiting: Callable[[], None] = lambda: None
    progress: Progress = lambda _, __: None


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build found, where it publishes, and how many files it published; None where it published nothing."""

    records: int
    problems: list[Problem]
    site: Path
    files: int | None = None


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """A site ready to be made, and everything that is wrong with it."""

    artefacts: Sequence[Artefact]
    problems: list[Problem]


def build(root: Path, options: BuildOptions) -> BuildResult:
    """Build a project's site and publish it.

    :raises Refusal: the configuration is wrong, or the site's folder cannot be used.
    :raises OSError: the disk failed.
    """
    target = options.site.resolve() if options.site else site_folder(root, options.config)
    refuse_others(target)
    seen = stamp(target)
    checked = check(root, config=options.config, today=options.today)
    if not checked.publishable:
        return BuildResult(len(checked.catalogue.entries), checked.problems, target)
    with locked(target, waiting=options.waiting, patience=options.patience):
        if stamp(target) != seen:
            # Another build has published meanwhile, perhaps from newer records than those read here.
            checked = check(root, config=options.config, today=options.today)
        return _publish(root, checked, target, options)


def _publish(root: Path, checked: CheckResult, target: Path, options: BuildOptions) -> BuildResult:
    """Make and publish a checked project's site, under the lock."""
    records = len(checked.catalogue.entries)
    refuse = (lambda _: None) if options.discard_foreign else refuse_foreign
    refuse(target)
    with TemporaryDirectory(prefix="showcase-") as workspace:
        ready = prepare(root, checked, Path(workspace))
        if has_errors(ready.problems):
            return BuildResult(records, ready.problems, target)
        with staged(target) as staging:
            sizes = compose(ready.artefacts, staging, options.progress)
            refuse(target)
            publish(staging, target, sizes)
    problems = in_order([*ready.problems, *keep_promised(root, ready.artefacts)])
    return BuildResult(records, problems, target, len(sizes))


def prepare(root: Path, checked: CheckResult, workspace: Path) -> PreparedSite:
    """Build the handbook of a checked project, and put its artefacts into the plan.

    :raises Refusal: a configuration is wrong.
    """
    handbook = build_handbook(root, checked.handbook, workspace / "handbook")
    planned = (artefact for artefact in checked.artefacts if artefact.content != "handbook")
    artefacts = (*planned, *handbook.artefacts)
    # The theme around a page may make more of them, and nothing else is new.
    new = [problem for problem in handbook.problems if problem not in checked.problems]
    problems = [*checked.problems, *new, *collisions(artefacts)]
    return PreparedSite(artefacts, in_order(problems))
