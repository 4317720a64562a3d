"""Make and publish the site of a project that is checked, or is being checked: the second half of a build.

It is slow to import, and in vain where nothing has changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.catalogue.traces import Traces
from generator.problems import Problem, has_errors, in_order
from generator.processes import can_inherit
from generator.publish.artefact import Artefact, collisions
from generator.publish.cache import Cache
from generator.publish.inventory import refuse_foreign
from generator.publish.output import Output
from generator.publish.staging import publish, staged
from generator.recipes.build_options import BuildOptions, BuildResult
from generator.recipes.check import BegunCheck, CheckOptions, CheckResult
from generator.recipes.cluster import Cluster
from generator.recipes.compose import compose
from generator.recipes.crews import Crew, Inheriting, told_here
from generator.recipes.kept_handbook import KeptHandbook
from generator.recipes.kept_site import KeptSite
from generator.recipes.last_build import LastBuild, Published
from generator.recipes.maker import Made, Maker
from generator.recipes.parsed_files import KeptRows
from generator.recipes.project_folder import BuiltHandbook
from generator.recipes.promised import keep_promised
from generator.recipes.record_files import RecordSources
from generator.recipes.sent_project import sent_project

# So many artefacts are worth other processes, so many tables of a large city, and so many variants of pictures.
_WORTH_IT, _HEAVY, _PICTURES = 500, 4, 16


class Publication:
    """The checking, making and publishing of one project's site."""

    def __init__(self, root: Path, target: Path, options: BuildOptions, cache: Cache, last: LastBuild) -> None:
        """Connect to the cluster that is to make pages, where one is.

        :raises Refusal: it cannot be used.
        """
        self._root, self._target, self._options = root, target, options
        self._cache, self._last = cache, last
        self._rows = KeptRows(cache)
        self._cluster = Cluster(options.executor) if options.executor else None

    def close(self) -> None:
        """Leave the cluster."""
        if self._cluster:
            self._cluster.close()

    def check(self, sources: RecordSources) -> BegunCheck:
        """Begin to check the project."""
        own = self._options
        options = CheckOptions(
            config=own.config,
            today=own.today,
            jobs=own.jobs,
            rows=self._rows,
            cache=self._cache,
            traced=own.cache,
            looking=own.looking,
        )
        return BegunCheck(self._root, options, sources)

    def publish(self, begun: BegunCheck, sources: RecordSources, inputs: str) -> BuildResult:
        """Make and publish the site, under the lock; while it is made, the rules may still be asked.

        :raises OSError: the disk failed.
        """
        target, options = self._target, self._options
        refuse = (lambda _: None) if options.discard_foreign else refuse_foreign
        refuse(target)
        with TemporaryDirectory(prefix="showcase-") as workspace:
            handbook = KeptHandbook(self._cache, self._root, begun.read.handbook, Path(workspace) / "handbook").build()
            artefacts = (*(one for one in begun.artefacts if one.content != "handbook"), *handbook.artefacts)
            kept = KeptSite(self._cache, target, begun.public) if options.cache else None
            traces = Traces(begun.public, kept.digests) if kept else None
            with staged(target) as staging:
                old, new = kept.split(artefacts) if kept else ([], artefacts)
                made = self._made(begun, sources, new, Maker(Output(staging), traces))
                problems = in_order([*begun.result.problems, *_new_problems(begun.result, handbook, artefacts)])
                if has_errors(problems) or made is None:
                    return BuildResult(begun.records, problems, target)
                if kept:
                    made.add(kept.take_over(old, staging))
                refuse(target)
                stamps = publish(staging, target, made.files)
        problems = in_order([*problems, *keep_promised(self._root, artefacts)])
        if kept:
            self._rows.save()
            kept.keep(artefacts, made, stamps, inputs)
            self._last.keep(Published(begun.records, problems, stamps), inputs)
        return BuildResult(begun.records, problems, target, len(stamps), len(new))

    def _made(
        self, begun: BegunCheck, sources: RecordSources, artefacts: Sequence[Artefact], maker: Maker
    ) -> Made | None:
        """Make artefacts; nothing where the rules find an error meanwhile, for which making may stumble over it."""

        def progress(done: int, of: int) -> None:
            if begun.is_refused:
                raise _Unsound
            self._options.progress(done, of)

        try:
            return compose(artefacts, maker, progress, self._crew(begun, sources, artefacts))
        except Exception:
            if begun.result.publishable:
                raise
            return None

    def _crew(self, begun: BegunCheck, sources: RecordSources, artefacts: Sequence[Artefact]) -> Crew | None:
        """Return who makes artefacts beside this process."""
        own = self._options
        few = own.jobs == 1 or not _worth_others(artefacts, len(sources.files))
        if self._cluster is None and (few or can_inherit()):
            return None if few else Inheriting(own.jobs)
        read = begun.read
        told = sent_project(sources, read.material, read.pages, read.kept, traced=own.cache)
        return self._cluster.crew(told) if self._cluster else told_here(own.jobs, told)


def _worth_others(artefacts: Sequence[Artefact], files: int) -> bool:
    """Return whether artefacts take longer than to begin other processes for them."""
    of = Counter(artefact.content for artefact in artefacts)
    return len(artefacts) >= _WORTH_IT or of["picture"] >= _PICTURES or (of["data"] >= _HEAVY and files >= _WORTH_IT)


class _Unsound(Exception):  # noqa: N818 - it only leads out of the making
    """The rules have found an error, and what is being made is in vain."""


def _new_problems(checked: CheckResult, handbook: BuiltHandbook, artefacts: Sequence[Artefact]) -> list[Problem]:
    """Return what a check could not find of the handbook: the theme around a page may make more problems and files."""
    new = [problem for problem in handbook.problems if problem not in checked.problems]
    return [*new, *(own for own in collisions(artefacts) if own not in checked.problems)]
