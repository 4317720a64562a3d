"""The recipe of a build: check, plan, compose, publish. Both doors call it.

Nothing is published unless everything is sound, and then the site is published whole. What has not changed since the
last build is taken over from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.catalogue.traces import Traces
from generator.problems import Problem, has_errors, in_order
from generator.processes import can_inherit
from generator.publish.artefact import Artefact, collisions
from generator.publish.cache import FOLDER, Cache
from generator.publish.inventory import refuse_foreign, refuse_others
from generator.publish.output import Output
from generator.publish.staging import PATIENCE, locked, publish, staged, stamp
from generator.recipes.check import CONFIG, BegunCheck, CheckOptions, CheckResult
from generator.recipes.cluster import Cluster
from generator.recipes.compose import Progress, compose
from generator.recipes.configuration import read_configuration, site_folder
from generator.recipes.crews import Crew, Inheriting, told_here
from generator.recipes.handbook import BuiltHandbook
from generator.recipes.inputs import inputs_digest
from generator.recipes.kept_handbook import KeptHandbook
from generator.recipes.kept_site import KeptSite
from generator.recipes.last_build import LastBuild, Published
from generator.recipes.maker import Made, Maker
from generator.recipes.parsed_files import KeptRows
from generator.recipes.promised import keep_promised
from generator.recipes.record_files import RecordSources, read_sources
from generator.recipes.sent_project import sent_project

# So many artefacts are worth other processes, and so many tables of a large city.
_WORTH_IT, _HEAVY = 500, 4


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: from which configuration, to where, and what to call while it lasts.

    Without ``site`` the configuration says where. ``waiting`` is called once where another build has to end first,
    for which it has ``patience`` seconds. Without ``cache`` nothing is kept, and nothing that was kept is used.
    With ``executor``, ``dask:HOST:PORT``, a cluster makes the pages.
    ``today`` is the day of the check.
    """

    config: str = CONFIG
    site: Path | None = None
    discard_foreign: bool = False
    patience: float = PATIENCE
    today: dt.date | None = None
    waiting: Callable[[], None] = lambda: None
    progress: Progress = lambda _, __: None
    jobs: int = 1
    cache: bool = True
    executor: str = ""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build found, where it publishes, and how many files it published; None where it published nothing.

    ``made`` is how many of them it made; the others are those of the last site.
    """

    records: int
    problems: list[Problem]
    site: Path
    files: int | None = None
    made: int = 0


class _Build:
    """One build of a project into a folder, with what is kept from the last one."""

    def __init__(self, root: Path, options: BuildOptions) -> None:
        self.root, self.options = root, options
        self.target = options.site.resolve() if options.site else site_folder(root, options.config)
        self.cache = Cache(root / FOLDER if options.cache else None)
        self.rows = KeptRows(self.cache)
        self.last = LastBuild(self.cache, root, self.target)
        self.cluster = Cluster(options.executor) if options.executor else None

    def crew(self, begun: BegunCheck, sources: RecordSources, artefacts: Sequence[Artefact]) -> Crew | None:
        """Return who makes artefacts beside this process."""
        own = self.options
        heavy = sum(artefact.content == "data" for artefact in artefacts)
        few = own.jobs == 1 or (len(artefacts) < _WORTH_IT and (heavy < _HEAVY or len(sources.files) < _WORTH_IT))
        if self.cluster is None and (few or can_inherit()):
            return None if few else Inheriting(own.jobs)
        told = sent_project(sources, begun.read.material.settings, begun.read.pages, traced=own.cache)
        return self.cluster.crew(told) if self.cluster else told_here(own.jobs, told)

    def inputs(self, sources: RecordSources) -> str:
        """Return a digest of all that this build reads, and its day."""
        docs = read_configuration(self.root, self.options.config).docs
        return f"{inputs_digest(sources, self.options.config, docs, self.target)} {self.options.today}"

    def check(self, sources: RecordSources) -> BegunCheck:
        """Begin to check the project."""
        own = self.options
        return BegunCheck(
            self.root, CheckOptions(None, own.config, own.today, own.jobs, rows=self.rows, traced=own.cache), sources
        )


def build(root: Path, options: BuildOptions) -> BuildResult:
    """Build a project's site and publish it.

    :raises Refusal: the configuration is wrong, or the site's folder cannot be used.
    :raises OSError: the disk failed.
    """
    own = _Build(root, options)
    try:
        return _build(own)
    finally:
        if own.cluster:
            own.cluster.close()


def _build(own: _Build) -> BuildResult:
    root, options = own.root, own.options
    refuse_others(own.target)
    seen = stamp(own.target)
    sources = read_sources(root)
    inputs = own.inputs(sources) if options.cache else ""
    if stands := own.last.unchanged(inputs):
        return BuildResult(stands.records, [*stands.problems], own.target, len(stands.stamps))
    begun = own.check(sources)
    if begun.is_refused:
        return BuildResult(begun.records, begun.result.problems, own.target)
    with locked(own.target, waiting=options.waiting, patience=options.patience):
        if stamp(own.target) != seen:
            # Another build has published meanwhile, perhaps from newer records than those read here.
            sources = read_sources(root)
            inputs, begun = own.inputs(sources), own.check(sources)
        return _publish(own, begun, sources, inputs)


def _publish(own: _Build, begun: BegunCheck, sources: RecordSources, inputs: str) -> BuildResult:
    """Make and publish a project's site, under the lock; while it is made, the rules may still be asked."""
    target = own.target
    refuse = (lambda _: None) if own.options.discard_foreign else refuse_foreign
    refuse(target)
    with TemporaryDirectory(prefix="showcase-") as workspace:
        handbook = KeptHandbook(own.cache, own.root, begun.read.handbook, Path(workspace) / "handbook").build()
        artefacts = (*(one for one in begun.artefacts if one.content != "handbook"), *handbook.artefacts)
        kept = KeptSite(own.cache, target, begun.public) if own.options.cache else None
        with staged(target) as staging:
            old, new = kept.split(artefacts) if kept else ([], artefacts)
            made = _made(own, begun, sources, new, staging)
            problems = in_order([*begun.result.problems, *_new_problems(begun.result, handbook, artefacts)])
            if has_errors(problems) or made is None:
                return BuildResult(begun.records, problems, target)
            if kept:
                made.add(kept.take_over(old, staging))
            refuse(target)
            stamps = publish(staging, target, made.sizes)
    problems = in_order([*problems, *keep_promised(own.root, artefacts)])
    if kept:
        own.rows.save()
        kept.keep(artefacts, made, stamps, inputs)
        own.last.keep(Published(begun.records, problems, stamps), inputs)
    return BuildResult(begun.records, problems, target, len(stamps), len(new))


class _Unsound(Exception):  # noqa: N818 - it only leads out of the making
    """The rules have found an error, and what is being made is in vain."""


def _made(
    own: _Build, begun: BegunCheck, sources: RecordSources, artefacts: Sequence[Artefact], staging: Path
) -> Made | None:
    """Make artefacts; nothing where the rules find an error meanwhile, for which making may stumble over it."""

    def progress(done: int, of: int) -> None:
        if begun.is_refused:
            raise _Unsound
        own.options.progress(done, of)

    maker = Maker(Output(staging), Traces(begun.public) if own.options.cache else None)
    try:
        return compose(artefacts, maker, progress, own.crew(begun, sources, artefacts))
    except Exception:
        if begun.result.publishable:
            raise
        return None


def _new_problems(checked: CheckResult, handbook: BuiltHandbook, artefacts: Sequence[Artefact]) -> list[Problem]:
    """Return what a check could not find of the handbook: the theme around a page may make more problems and files."""
    new = [problem for problem in handbook.problems if problem not in checked.problems]
    return [*new, *(own for own in collisions(artefacts) if own not in checked.problems)]
