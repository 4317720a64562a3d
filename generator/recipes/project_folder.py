"""Read everything that a project folder holds: its records, its settings and its prose pages.

In goes the folder; out come records, settings and texts, each with the problems of reading them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.printing.markup import live_parts
from generator.printing.page import ProsePage
from generator.printing.urls import prose_path
from generator.problems import Location, Problem, working_on
from generator.publish.artefact import Artefact
from generator.reading.files import MARKDOWN, MOST_BYTES, SourceFile, fault_of, find_files, read_file, unread_files
from generator.reading.folders import files_below
from generator.reading.mended_lines import with_lines_mended
from generator.reading.nodes import Node
from generator.reading.prose_files import read_markdown
from generator.reading.remarks import remarks_of
from generator.reading.yaml_text import read_yaml
from generator.recipes.configuration import Configuration, read_configuration
from generator.recipes.misnamed import misnamed
from generator.recipes.parsed_files import NothingKept, ParsedFiles
from generator.records.kinds import KINDS, Kind
from generator.records.parse import ParsedFile, parse_file
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


def read_records(root: Path, kept: ParsedFiles | None = None) -> ParsedFile:
    """Read the records of every kind; of files that are kept, those that have changed are parsed."""
    kept = kept or NothingKept()
    everything = ParsedFile()
    taken: set[Path] = set()
    for kind in KINDS:
        paths, strays = find_files(root, kind.folder)
        everything.problems.extend(stray for stray in strays if stray not in everything.problems)
        if any(stray.severity == "error" for stray in strays):
            # What lies behind it nobody knows; a reference to it is not wrong.
            everything.broken.append((kind.name, ""))
        # The folder of series lies inside that of editions, and its files are read once.
        for parsed in _read_kind(root, [path for path in paths if path not in taken], kind, kept):
            everything.add(parsed)
        taken.update(paths)
    wrong = [*misnamed(root)]
    everything.problems.extend(wrong)
    within = tuple(f"{problem.location.path}/" for problem in wrong)
    unread = (stray for stray in unread_files(root, PROSE, taken) if not stray.location.path.startswith(within))
    everything.problems.extend(stray for stray in unread if stray not in everything.problems)
    return everything


def _read_kind(root: Path, paths: list[Path], kind: Kind, kept: ParsedFiles) -> Iterator[ParsedFile]:
    """Yield what each file gave; each step is taken for all files before the next, which is faster."""
    sources = [kept.read(root, path) for path in paths]
    found = [None if isinstance(source, Problem) else kept.find(source, kind) for source in sources]
    trees = [None if old else _tree(source) for source, old in zip(sources, found, strict=True)]
    for path, source, old, tree in zip(paths, sources, found, trees, strict=True):
        if tree is None:
            yield old or ParsedFile()
            continue
        parsed = _parsed(root, path, kind, source, tree)
        if isinstance(source, SourceFile):
            kept.keep(source, kind, parsed)
        yield parsed


def _parsed(
    root: Path, path: Path, kind: Kind, source: SourceFile | Problem, read: tuple[Node | None, list[Problem]]
) -> ParsedFile:
    """Return what a file gave, of which the tree and the slips in it have been read."""
    tree, problems = read
    if tree is None or isinstance(source, Problem):
        more = [] if isinstance(source, Problem) else _beside(source, kind, problems)
        return ParsedFile(broken=[_lost(root, path, kind, source)], problems=[*problems, *more])
    with working_on(source.path):
        parsed = parse_file(source, kind, tree)
    parsed.problems.extend(problems)
    if any(problem.severity == "error" for problem in parsed.problems):
        parsed.doubtful.add(kind.name)
    parsed.remarks.extend(remarks_of(source))
    return parsed


def _beside(source: SourceFile, kind: Kind, problems: Iterable[Problem]) -> list[Problem]:
    """Return what is wrong in a file besides the slips that stopped its reader, where their lines can be mended."""
    mended = with_lines_mended(source)
    tree = read_yaml(mended)[0] if mended else None
    lines = {problem.location.line for problem in problems}
    found = parse_file(source, kind, tree).problems if tree else []
    return [problem for problem in found if problem.location.line not in lines]


def _tree(source: SourceFile | Problem) -> tuple[Node | None, list[Problem]]:
    if isinstance(source, Problem):
        return None, [source]
    with working_on(source.path):
        return read_yaml(source)


def _lost(root: Path, path: Path, kind: Kind, source: SourceFile | Problem) -> tuple[str, str]:
    """Return what a file that cannot be read would have given: a record, or those of a list, whose ids nobody knows."""
    text = "" if isinstance(source, Problem) else source.text
    is_list = path.parent / path.stem == root / kind.folder or re.match(r"(?:\s*(?:#.*)?\n)*\s*-\s", text)
    return kind.name, "" if is_list else path.stem


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
