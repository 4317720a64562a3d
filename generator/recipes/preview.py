"""The state of a project that is being worked on: what can be shown, and what is wrong, after each save.

Reading comes first and gives the pages; the rules, which take longer, are asked after that. What was read, parsed and
rendered before is kept, so that a save costs what it has changed. Nothing is written into the project.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from generator.desk.serve.showing import Showing
from generator.printing.templates import assets
from generator.printing.urls import folder_of, site_address
from generator.problems import Language, Location, Problem, error_of_ours, has_errors, in_order
from generator.publish.artefact import Artefact
from generator.reading.files import SourceFile
from generator.recipes.check import (
    CheckOptions,
    ReadProject,
    faults_of_plan,
    judged,
    planned,
    planned_record,
    read_project,
)
from generator.recipes.configuration import CONFIG, site_folder
from generator.recipes.handbook import build_handbook
from generator.recipes.parsed_files import ParsedFiles
from generator.recipes.project_folder import HANDBOOK
from generator.recipes.rendering import RenderedPages, handbook_stamp
from generator.recipes.report import report_of
from generator.reporters.contents import Report
from generator.rules.registry import rules_of_ids

Today = Callable[[], dt.date]


class Preview:
    """Reads a project again and again; one thread may read it while another asks the rules."""

    def __init__(
        self, root: Path, *, config: str = CONFIG, language: Language = "zh", today: Today | None = None
    ) -> None:
        """Take the project's folder, its configuration, the language of its problems, and what tells the day."""
        self._root, self._config, self._language, self._today = root, config, language, today
        self._parsed, self._rendered, self._handbook = ParsedFiles(), RenderedPages(), HandbookShelf(root)
        self._last: tuple[ReadProject | None, PlannedSite | None] = (None, None)
        self._site_folder = site_folder(root, config)
        self._showing: Showing | None = None
        self._sound: Showing | None = None

    def read(self) -> Showing:
        """Read what has changed; the pages are new where nothing stands in the way of planning them."""
        read, site, records = None, None, 0
        try:
            self._site_folder = site_folder(self._root, self._config)
            read = read_project(self._root, self._options(), rendered=self._rendered)
            records = len(read.material.catalogue.entries)
            problems = [*self._without_config(), *judged(read, only=rules_of_ids())]
            # A reference that leads nowhere is told by one of several rules; some of them are asked later.
            if not has_errors(problems) and not read.material.catalogue.dangling:
                site = PlannedSite(read, self._handbook)
        except OSError as error:
            problems = [Problem("disk-failed", Location(str(self._root)), details={"reason": str(error)})]
        except Exception as error:  # noqa: BLE001 - whatever reading meets, the last state stays to be seen
            problems = [error_of_ours(error, str(self._root))]
        self._last = read, site
        return self._show(problems, records, read, site)

    def is_published(self, path: Path) -> bool:
        """Return whether a file is one that a build has written."""
        return path.is_relative_to(self._site_folder)

    def judge(self) -> Showing:
        """Ask all rules about what was read last."""
        read, site = self._last
        before = self._showing or self.read()
        if read is None:
            return replace(before, is_judged=True)
        try:
            problems = [*self._without_config(), *judged(read)]
            if site and not has_errors(problems):
                problems.extend(faults_of_plan(read, site.artefacts()))
        except Exception as error:  # noqa: BLE001 - whatever a rule meets, the pages stay to be seen
            problems = [*read.problems, error_of_ours(error, str(self._root))]
        report = self._report_on(problems, before.report.records)
        showing = replace(before, report=report, is_judged=True, sound=self._sound)
        if not report.errors:
            self._sound = replace(showing, sound=None)
        return showing

    def _show(
        self, problems: list[Problem], records: int, read: ReadProject | None, site: PlannedSite | None
    ) -> Showing:
        """Return what is shown: the new site or, where there is none, that of before."""
        report, before = self._report_on(problems, records), self._showing
        if site and read:
            setting = read.material.settings.settings.site_url
            base = folder_of(site_address(setting)) if setting else "/"
            showing = Showing(report, site.find, base=base, sound=self._sound)
        elif before:
            showing = replace(before, report=report, are_old=True, is_judged=False)
        else:
            showing = Showing(report)
        self._showing = showing
        return showing

    def _report_on(self, problems: list[Problem], records: int) -> Report:
        return report_of(in_order(problems), root=self._root, records=records, language=self._language)

    def _options(self) -> CheckOptions:
        today = self._today() if self._today else None
        return CheckOptions(config=self._config, parsed=self._parsed, today=today)

    def _without_config(self) -> list[Problem]:
        is_there = (self._root / self._config).is_file()
        return [] if is_there else [Problem("no-config", Location(self._config), details={"config": self._config})]


class PlannedSite:
    """The files of a project's site by path; two of them are the same only if they are one object.

    The page of a record, which is what changes on the screen when it is saved, is planned alone where the whole is not
    planned yet, and so are the theme's files around it.
    """

    def __init__(self, read: ReadProject, shelf: HandbookShelf) -> None:
        """Take what was read, and where the handbook is built, whose files only hold their addresses free in a plan."""
        self._read, self._shelf = read, shelf
        self._lock = Lock()
        self._plan: tuple[Artefact, ...] = ()
        self._files: dict[str, Artefact] | None = None

    def artefacts(self) -> tuple[Artefact, ...]:
        """Plan the whole site, once."""
        with self._lock:
            self._plan = self._plan or planned(self._read)
            return self._plan

    def find(self, path: str) -> Artefact | None:
        """Return the file at a path, or None."""
        found = self._found(path)
        sources = self._read.handbook
        if sources and path.startswith(f"{HANDBOOK}/") and (found is None or found.content == "handbook"):
            return self._shelf.file(sources, path)
        return found

    def _found(self, path: str) -> Artefact | None:
        if self._files is None:
            early = _theme().get(path) or planned_record(self._read, path)
            if early:
                return early
            self._files = {artefact.path: artefact for artefact in self.artefacts()}
        return self._files.get(path)


def _theme() -> dict[str, Artefact]:
    return {path: Artefact(path, "the theme", "asset", read) for path, read in assets()}


class HandbookShelf:
    """The handbook as it is built, whole, when one of its files is asked for; it is kept until one has changed."""

    def __init__(self, root: Path) -> None:
        """Build nothing yet."""
        self._root = root
        self._stamp: object = None
        self._files: dict[str, Artefact] = {}
        self._lock = Lock()

    def file(self, sources: Collection[SourceFile], path: str) -> Artefact | None:
        """Return one file of the handbook, or None.

        :raises Refusal: its configuration is wrong.
        """
        with self._lock:
            stamp = handbook_stamp(self._root)
            if stamp != self._stamp:
                self._files = {artefact.path: artefact for artefact in self._built(sources)}
                self._stamp = stamp
            return self._files.get(path)

    def _built(self, sources: Collection[SourceFile]) -> list[Artefact]:
        with TemporaryDirectory(prefix="showcase-") as workspace:
            built = build_handbook(self._root, sources, Path(workspace))
            return [replace(artefact, make=partial(bytes, artefact.make())) for artefact in built.artefacts]
