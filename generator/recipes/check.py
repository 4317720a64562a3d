"""The recipe of a check: read records, settings, prose and handbook, link the records, ask the rules.

Whatever a build would refuse is found here: the pages of prose and handbook are rendered, and the site is planned. Each
step can be taken alone, since a preview shows the pages before the rules have been asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.catalogue.catalogue import Catalogue, build_catalogue, noting_catalogue
from generator.catalogue.public import public_catalogue
from generator.changes.snapshot import Snapshot
from generator.printing.page import ProsePage
from generator.problems import Problem, has_errors, in_order
from generator.publish.artefact import Artefact, collisions
from generator.publish.cache import Cache
from generator.reading.files import MARKDOWN, SUFFIXES, SourceFile
from generator.reading.folders import files_below
from generator.recipes.build_options import Progress
from generator.recipes.configuration import CONFIG, read_configuration
from generator.recipes.generated_lines import written_by_staff
from generator.recipes.page_links import check_links
from generator.recipes.parsed_files import KeptRows, ParsedFiles
from generator.recipes.picture_files import planned_pictures, read_pictures
from generator.recipes.project_folder import (
    planned_handbook,
    read_handbook,
    read_prose,
    read_settings,
)
from generator.recipes.promised import PromisedList, lost_addresses, read_promised
from generator.recipes.prose_pictures import with_pictures
from generator.recipes.record_files import RecordSources, parse_records, read_sources
from generator.recipes.rendering import RenderedPages, rendered_pages
from generator.recipes.rules_beside import AskedRules
from generator.recipes.snapshots import read_snapshots
from generator.recipes.static_files import read_static, static_texts
from generator.records.settings import Settings
from generator.rules.archive import read_archive
from generator.rules.material import Material
from generator.rules.registry import run_rules


@dataclass(frozen=True, slots=True)
class ReadProject:
    """Everything that a project holds, read and rendered, and what reading it found; no rule has been asked yet.

    ``kept`` are earlier states of the public data, the newest first;
    ``ready`` are the files that are published as they are. The handbook's among them only hold their addresses free:
    they are made when it is built.
    """

    root: Path
    material: Material
    problems: list[Problem]
    handbook: tuple[SourceFile, ...]
    pages: tuple[ProsePage, ...]
    ready: tuple[Artefact, ...]
    promised: PromisedList
    kept: tuple[Snapshot, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a project holds, and everything that is wrong with it; its site is planned where nothing forbids it."""

    material: Material
    problems: list[Problem]
    artefacts: tuple[Artefact, ...] = ()

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
        """Return the sources of the prose pages and of the handbook's."""
        return self.material.prose

    @property
    def publishable(self) -> bool:
        """Return whether a site may be made of it."""
        return not has_errors(self.problems)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How to check: with which original texts, by which configuration, on how many cores, from what is kept.

    ``parsed`` and ``rows`` are files of an earlier check, and ``cache`` keeps what was seen of pictures; with
    ``traced``, it is noted what pages are made from. ``looking`` is told how many pictures have been looked at.
    ``today`` is the day of the check; without it no date is held to lie in the future.
    """

    archive: Path | None = None
    config: str = CONFIG
    today: dt.date | None = None
    jobs: int = 1
    parsed: ParsedFiles | None = None
    rows: KeptRows | None = None
    cache: Cache | None = None
    traced: bool = False
    looking: Progress = lambda _, __: None


_DEFAULT = CheckOptions()


def check(root: Path, options: CheckOptions = _DEFAULT, sources: RecordSources | None = None) -> CheckResult:
    """Read and check everything in a project folder; every problem of every file is in the result.

    Record files that were read already are handed in as ``sources``.

    :raises OSError: the disk failed.
    """
    return BegunCheck(root, options, sources).result


class BegunCheck:
    """A check of which the rules may still be asked, while the site is planned already, and may be made on trust."""

    def __init__(self, root: Path, options: CheckOptions, sources: RecordSources | None = None) -> None:
        """Read a project, begin to ask the rules, and plan the site where nothing forbids it yet."""
        self.read = read_project(root, options, sources)
        self._rules = AskedRules(self.read.material, self.read.handbook, options.jobs)
        public = public_catalogue(self.read.material.catalogue)
        self.public = noting_catalogue(public) if options.traced else public
        self.artefacts = () if self.is_refused else self._planned_meanwhile()

    @property
    def records(self) -> int:
        """Return how many records there are."""
        return len(self.read.material.catalogue.entries)

    @property
    def is_refused(self) -> bool:
        """Return whether it is known already that no site may be made."""
        return has_errors(self.read.problems) or self._rules.found_errors

    @cached_property
    def result(self) -> CheckResult:
        """Wait for the rules, and look at the plan where they find no error."""
        problems = [*self.read.problems, *self._rules.problems]
        artefacts = () if has_errors(problems) else self.artefacts
        if not has_errors(problems):
            problems.extend(faults_of_plan(self.read, artefacts))
        return CheckResult(self.read.material, in_order(problems), artefacts)

    def _planned_meanwhile(self) -> tuple[Artefact, ...]:
        """Plan the site while the rules are asked; with an error in the records a plan may not come about."""
        try:
            return planned(self.read, self.public)
        except Exception:
            if not has_errors(self._rules.problems):
                raise
            return ()


def read_project(
    root: Path,
    options: CheckOptions = _DEFAULT,
    sources: RecordSources | None = None,
    rendered: RenderedPages | None = None,
) -> ReadProject:
    """Read and render everything in a project folder; what is kept, or ``rendered`` already, is not made again.

    :raises OSError: the disk failed.
    """
    host = rendered or RenderedPages()
    sources = sources or read_sources(root, options.parsed)
    records = parse_records(sources, jobs=options.jobs, kept=options.parsed, rows=options.rows)
    configuration = read_configuration(root, options.config)
    pictures, of_pictures = read_pictures(
        root, configuration.docs, jobs=options.jobs, cache=options.cache, looking=options.looking
    )
    catalogue = build_catalogue(records.entries, records.broken, records.partial, records.doubtful, pictures)
    settings, of_settings = read_settings(configuration)
    prose, of_prose = read_prose(root, configuration.docs)
    handbook, of_handbook = read_handbook(root)
    pages = host.prose(root, configuration, prose)
    shown = with_pictures(pages.pages, pictures)
    of_its_own = host.handbook(root, handbook, of_handbook)
    static, of_static = read_static(root)
    promised, of_promised = read_promised(root)
    kept, of_kept = read_snapshots(root)
    material = Material(
        catalogue,
        settings,
        (*prose, *handbook),
        None if options.archive is None else read_archive(catalogue, options.archive),
        rendered_pages((*shown, *of_its_own.pages)),
        unpublished=frozenset(_beside_pages(root, configuration.docs)),
        static=static_texts(root, static),
        remarks=tuple(records.remarks),
        today=options.today,
    )
    found = [*records.problems, *of_settings, *of_prose, *of_handbook, *pages.problems, *of_its_own.problems]
    problems = _once([*found, *of_static, *of_promised, *of_pictures, *of_kept])
    ready = (*planned_handbook(root, handbook), *static)
    return ReadProject(root, material, problems, handbook, shown, ready, promised, kept)


def judged(read: ReadProject, *, only: Collection[str] = ()) -> list[Problem]:
    """Return what reading a project found, and what the rules find, or those of some codes."""
    return [*read.problems, *written_by_staff(run_rules(read.material, only=only), read.handbook)]


def planned(read: ReadProject, public: Catalogue | None = None) -> tuple[Artefact, ...]:
    """Plan the site of a project, of which nothing is made, from its public catalogue."""
    # What plans pages takes a moment to import, and is in vain while there are errors.
    from generator.pages.plan import plan  # noqa: PLC0415

    catalogue = public or public_catalogue(read.material.catalogue)
    ready = (*read.ready, *planned_pictures(read.root, catalogue, read.pages))
    return plan(catalogue, read.material.settings.settings, read.pages, ready, read.kept)


def planned_record(read: ReadProject, path: str) -> Artefact | None:
    """Plan the page of one record alone, as it will stand in the plan of the whole."""
    from generator.pages.plan import plan_record  # noqa: PLC0415 - as above

    catalogue = public_catalogue(read.material.catalogue)
    settings, updates = read.material.settings.settings, bool(read.kept)
    return plan_record(catalogue, settings, read.pages, path, updates=updates)


def faults_of_plan(read: ReadProject, artefacts: Sequence[Artefact]) -> list[Problem]:
    """Return what is wrong with a planned site: addresses that meet, are lost, or are linked to and not there."""
    lost = lost_addresses(read.promised, artefacts)
    return [*collisions(artefacts), *lost, *check_links(read.material, artefacts)]


def _beside_pages(root: Path, docs: str) -> Iterator[str]:
    """Yield the path of each file beside the prose pages that is neither a page nor a record, and is not published."""
    for path in files_below(root, docs).files:
        if not path.name.endswith((*MARKDOWN, *SUFFIXES)):
            yield path.relative_to(root / docs).as_posix()


def _once(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what several readers met: a folder that cannot be read is one problem."""
    found: list[Problem] = []
    for problem in in_order([*problems]):
        if not found or problem != found[-1]:
            found.append(problem)
    return found
