"""Read everything that a project folder holds: its records, its settings and its prose pages.

In goes the folder; out come records, settings and texts, each with the problems of reading them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.printing.markup import live_parts
from generator.printing.page import ProsePage
from generator.printing.urls import prose_path
from generator.problems import Location, Problem
from generator.publish.artefact import Artefact
from generator.reading.files import MARKDOWN, MOST_BYTES, SourceFile, fault_of, read_file
from generator.reading.folders import files_below
from generator.reading.prose_files import read_markdown
from generator.recipes.configuration import Configuration, read_configuration
from generator.records.settings import Settings, SiteSettings, parse_settings

PROSE = "content"
HANDBOOK = "handbook"
HANDBOOK_CONFIG, HANDBOOK_DOCS = f"{HANDBOOK}/mkdocs.yml", f"{HANDBOOK}/docs"
# What the handbook publishes beside its pages: nothing that a browser would run.
AS_THEY_ARE = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".css", ".pdf"})
# Of these, what is text, and may hold scripts or load from elsewhere.
_DRAWN = {".svg", ".css"}


@dataclass(frozen=True, slots=True)
class RenderedProse:
    """The prose pages in the order of MkDocs, and what is wrong with them."""

    pages: tuple[ProsePage, ...] = ()
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BuiltHandbook:
    """The files of the handbook, and what is wrong with it."""

    artefacts: tuple[Artefact, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def read_settings(configuration: Configuration) -> tuple[SiteSettings, list[Problem]]:
    """Read the site's settings out of MkDocs' configuration; where it says nothing, the defaults hold."""
    settings, faults = parse_settings(configuration.path, configuration.tree)
    nothing = SiteSettings(Settings(), configuration.path, configuration.tree)
    return settings or nothing, [*configuration.problems, *faults]


def read_prose(root: Path, docs: str) -> tuple[tuple[SourceFile, ...], list[Problem]]:
    """Read the prose pages; their Markdown is the host's matter. A README is for who looks into the folder."""
    pages, problems = read_markdown(root, docs)
    return tuple(page for page in pages if page.stem.lower() != "readme"), problems


def read_handbook(root: Path) -> tuple[tuple[SourceFile, ...], list[Problem]]:
    """Read the pages of the handbook and its configuration, and look at the other files that it would publish."""
    configuration = read_configuration(root, HANDBOOK_CONFIG)
    pages, problems = read_markdown(root, HANDBOOK_DOCS)
    return pages, [*configuration.problems, *problems, *_handbook_files(root)]


def _handbook_files(root: Path) -> Iterator[Problem]:
    """Yield each file that leads outside, and each that must not be published as it is."""
    for path in files_below(root, HANDBOOK).files:
        if path.name.endswith(MARKDOWN):
            continue
        name, suffix = path.relative_to(root).as_posix(), path.suffix.lower()
        if fault := fault_of(root, path, most=MOST_BYTES):
            yield fault
        elif name.startswith(f"{HANDBOOK_DOCS}/") and suffix not in AS_THEY_ARE:
            yield Problem("not-published", Location(name))
        elif path.suffix.lower() in _DRAWN:
            source = read_file(root, path)
            live = () if isinstance(source, Problem) else live_parts(source.text)
            yield from (Problem("live-page", Location(name), "", {"page": name, "what": what}) for what in live)


def planned_handbook(root: Path, sources: Iterable[SourceFile]) -> tuple[Artefact, ...]:
    """Return the files that the handbook will have, for a plan of which nothing is made."""
    docs = root / HANDBOOK_DOCS
    found = (path for path in files_below(root, HANDBOOK_DOCS).files if path.suffix.lower() in AS_THEY_ARE)
    files = (path.relative_to(docs).as_posix() for path in found)
    names = (prose_path(source.path.removeprefix(f"{HANDBOOK_DOCS}/")) for source in sources)
    return tuple(Artefact(f"{HANDBOOK}/{name}", "the handbook", "handbook", bytes) for name in (*names, *files))
