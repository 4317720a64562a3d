"""The recipe of a check: read records, settings, prose and handbook, link the records, ask the rules.

Whatever a build would refuse is found here: the pages of prose and handbook are rendered, and the site is planned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.catalogue import Catalogue, build_catalogue, noting_catalogue
from generator.catalogue.public import public_catalogue
from generator.printing.page import ProsePage
from generator.problems import Problem, has_errors, in_order
from generator.publish.artefact import Artefact, collisions
from generator.reading.files import MARKDOWN, SUFFIXES, SourceFile
from generator.reading.folders import files_below
from generator.recipes.configuration import read_configuration
from generator.recipes.page_links import check_links
from generator.recipes.parsed_files import KeptRows, ParsedFiles
from generator.recipes.project_folder import (
    planned_handbook,
    read_handbook,
    read_prose,
    read_settings,
)
from generator.recipes.promised import lost_addresses, read_promised
from generator.recipes.record_files import RecordSources, parse_records, read_sources
from generator.recipes.rendering import rendered_handbook, rendered_pages, rendered_prose
from generator.recipes.rules_beside import AskedRules
from generator.recipes.static_files import read_static, static_texts
from generator.records.settings import Settings
from generator.rules.archive import read_archive
from generator.rules.material import Material

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a project holds, and everything that is wrong with it; its site is planned where nothing forbids it.

    The handbook's artefacts only hold its addresses free: they are made when it is built. ``public`` is the catalogue
    that the others are made from, where it notes what is read of it; ``pages`` are
    the prose pages as they are rendered.
    """

    material: Material
    problems: list[Problem]
    handbook: tuple[SourceFile, ...] = ()
    artefacts: tuple[Artefact, ...] = ()
    public: Catalogue | None = None
    pages: tuple[ProsePage, ...] = ()

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

    ``parsed`` and ``rows`` are files of an earlier check; with ``traced``, it is noted what pages are made from.
    ``today`` is the day of the check; without it no date is held to lie in the future.
    """

    archive: Path | None = None
    config: str = CONFIG
    today: dt.date | None = None
    jobs: int = 1
    parsed: ParsedFiles | None = None
    rows: KeptRows | None = None
    traced: bool = False


_DEFAULT = CheckOptions()


def check(root: Path, options: CheckOptions = _DEFAULT, sources: RecordSources | None = None) -> CheckResult:
    """Read and check everything in a project folder; every problem of every file is in the result.

    Record files that were read already are handed in as ``sources``.

    :raises OSError: the disk failed.
    """
    sources = sources or read_sources(root)
    records = parse_records(sources, jobs=options.jobs, kept=options.parsed, rows=options.rows)
    catalogue = build_catalogue(records.entries, records.broken, records.partial, records.doubtful)
    configuration = read_configuration(root, options.config)
    settings, of_settings = read_settings(configuration)
    prose, of_prose = read_prose(root, configuration.docs)
    handbook, of_handbook = read_handbook(root)
    pages = rendered_prose(root, configuration, prose)
    of_its_own = rendered_handbook(root, handbook, of_handbook)
    texts = None if options.archive is None else read_archive(catalogue, options.archive)
    rendered = rendered_pages((*pages.pages, *of_its_own.pages))
    unpublished = frozenset(_beside_pages(root, configuration.docs))
    static, of_static = read_static(root)
    as_they_are = static_texts(root, static)
    material = Material(
        catalogue,
        settings,
        (*prose, *handbook),
        texts,
        rendered,
        unpublished=unpublished,
        static=as_they_are,
        remarks=tuple(records.remarks),
        today=options.today,
    )
    promised, of_promised = read_promised(root)
    rules = AskedRules(material, handbook, options.jobs)
    read = [*records.problems, *of_settings, *of_prose, *of_handbook, *pages.problems, *of_its_own.problems]
    read = _once([*read, *of_static, *of_promised])
    artefacts: tuple[Artefact, ...] = ()
    public = public_catalogue(catalogue)
    public = noting_catalogue(public) if options.traced else public
    if not has_errors(read) and not rules.found_errors:
        artefacts = _planned(
            rules, public, settings.settings, pages.pages, (*planned_handbook(root, handbook), *static)
        )
    problems = [*read, *rules.problems]
    if has_errors(problems):
        artefacts = ()
    else:
        problems.extend(
            (*collisions(artefacts), *lost_addresses(promised, artefacts), *check_links(material, artefacts))
        )
    return CheckResult(
        material, in_order(problems), handbook, artefacts, public if options.traced else None, pages.pages
    )


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


def _planned(
    rules: AskedRules, public: Catalogue, settings: Settings, prose: Sequence[ProsePage], ready: Sequence[Artefact]
) -> tuple[Artefact, ...]:
    """Plan the site, of which nothing is made; with an error in the records a plan may not come about."""
    # What plans pages takes a moment to import, and is in vain while there are errors.
    from generator.pages.plan import plan  # noqa: PLC0415

    try:
        return plan(public, settings, prose, ready)
    except Exception:
        if not has_errors(rules.problems):
            raise
        return ()
