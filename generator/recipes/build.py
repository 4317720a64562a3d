"""The recipe of a build: check, render, plan, compose, publish. Both doors call it.

Nothing is published unless everything is sound, and then the site is published whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.catalogue.public import public_catalogue
from generator.pages.plan import plan
from generator.problems import Problem, has_errors, in_order
from generator.publish.artefact import Artefact, collisions
from generator.publish.staging import publish, staged
from generator.recipes.check import CONFIG, CheckResult, check, check_links
from generator.recipes.compose import Progress, compose
from generator.recipes.handbook import build_handbook
from generator.recipes.host import load
from generator.recipes.prose import render_prose
from generator.rules.material import RenderedPage


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build found, where it published, and how many files; nothing was published where there is no folder."""

    records: int
    problems: list[Problem]
    site: Path | None = None
    files: int = 0


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """A site ready to be made, and everything that is wrong with it."""

    artefacts: Sequence[Artefact]
    problems: list[Problem]


def build(
    root: Path, *, config: str = CONFIG, site: Path | None = None, progress: Progress = lambda _, __: None
) -> BuildResult:
    """Build a project's site and publish it, in ``site`` or where its configuration says.

    :raises Refusal: the configuration is wrong, or the site's folder cannot be used.
    :raises OSError: the disk failed.
    """
    checked = check(root, config=config)
    records = len(checked.catalogue.entries)
    if not checked.publishable:
        return BuildResult(records, checked.problems)
    target = site.resolve() if site else Path(load(root / config, with_door=True).site_dir)
    with TemporaryDirectory(prefix="showcase-") as workspace, staged(target) as staging:
        ready = prepare(root, checked, Path(workspace), config=config)
        if has_errors(ready.problems):
            return BuildResult(records, ready.problems)
        compose(ready.artefacts, staging, progress)
        publish(staging, target)
    return BuildResult(records, ready.problems, target, len(ready.artefacts))


def prepare(root: Path, checked: CheckResult, workspace: Path, *, config: str = CONFIG) -> PreparedSite:
    """Render the prose and the handbook of a checked project, and plan its site.

    :raises Refusal: a configuration is wrong.
    """
    prose = render_prose(load(root / config, with_door=True), workspace / "prose")
    handbook = build_handbook(root, workspace / "handbook")
    artefacts = plan(public_catalogue(checked.catalogue), checked.settings, prose.pages, handbook.artefacts)
    rendered = [RenderedPage(page.origin, page.path, page.content) for page in prose.pages]
    links = check_links(checked, rendered, [artefact.path for artefact in artefacts])
    problems = [*checked.problems, *prose.problems, *handbook.problems, *collisions(artefacts), *links]
    return PreparedSite(artefacts, in_order(problems))
