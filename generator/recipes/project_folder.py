"""Read everything that a project folder holds: its records, its settings and its prose pages.

In goes the folder; out come records, settings and texts, each with the problems of reading them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.printing.page import ProsePage
from generator.printing.urls import prose_path
from generator.problems import Location, Phrase, Problem, working_on
from generator.publish.artefact import Artefact
from generator.reading.files import SourceFile, find_files, read_file, unread_files
from generator.reading.nodes import Mapping, Node, Text
from generator.reading.yaml_text import read_yaml
from generator.records.kinds import KINDS, Kind
from generator.records.parse import ParsedFile, parse_file
from generator.records.settings import Settings, SiteSettings, parse_settings

PROSE = "content"
HANDBOOK = "handbook"


def read_records(root: Path) -> ParsedFile:
    """Read the records of every kind."""
    everything = ParsedFile()
    taken: set[Path] = set()
    for kind in KINDS:
        paths, strays = find_files(root, kind.folder)
        everything.problems.extend(stray for stray in strays if stray not in everything.problems)
        # The folder of series lies inside that of editions, and its files are read once.
        for parsed in _read_kind(root, [path for path in paths if path not in taken], kind):
            everything.add(parsed)
        taken.update(paths)
    everything.problems.extend(unread_files(root, PROSE, taken))
    return everything


def _read_kind(root: Path, paths: list[Path], kind: Kind) -> Iterator[ParsedFile]:
    """Yield what each file gave; each step is taken for all files before the next, which is faster."""
    sources = [read_file(root, path) for path in paths]
    trees = [_tree(source) for source in sources]
    for path, source, (tree, problems) in zip(paths, sources, trees, strict=True):
        if tree is None or isinstance(source, Problem):
            yield ParsedFile(broken=[_lost(root, path, kind, source)], problems=problems)
        else:
            with working_on(source.path):
                parsed = parse_file(source, kind, tree)
            parsed.problems.extend(problems)
            yield parsed


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


def read_settings(root: Path, config: str) -> tuple[SiteSettings, list[Problem]]:
    """Read the site's settings out of MkDocs' configuration; without one, the defaults hold."""
    nothing = SiteSettings(Settings(), config, Mapping((), 1, 1))
    if not (root / config).is_file():
        return nothing, []
    tree, problems = _tree(read_file(root, root / config))
    if isinstance(tree, Mapping):
        settings, faults = parse_settings(config, tree)
        return settings or nothing, [*problems, *faults]
    if tree is not None:
        details = {"kind": Phrase("设置", "settings")}
        problems.append(Problem("not-a-record", Location(config, tree.line, tree.column), "", details))
    return nothing, problems


def read_prose(root: Path) -> tuple[tuple[SourceFile, ...], list[Problem]]:
    """Read the prose pages; their Markdown is the host's matter."""
    read = [read_file(root, path) for path in sorted((root / PROSE).rglob("*.md"))]
    pages = tuple(page for page in read if isinstance(page, SourceFile))
    return pages, [problem for problem in read if isinstance(problem, Problem)]


def planned_prose(sources: Iterable[SourceFile]) -> tuple[ProsePage, ...]:
    """Return the prose pages that there will be, for a plan of which nothing is made."""
    return tuple(ProsePage(prose_path(own.path.removeprefix(f"{PROSE}/")), own.path, own.stem) for own in sources)


def planned_handbook(root: Path) -> tuple[Artefact, ...]:
    """Return the pages that the handbook will have, likewise."""
    docs = root / HANDBOOK / "docs"
    names = (path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md")))
    return tuple(Artefact(f"{HANDBOOK}/{prose_path(name)}", "the handbook", "handbook", bytes) for name in names)


def site_folder(root: Path, config: str) -> Path:
    """Return the folder that a project's site is published in: MkDocs' ``site_dir``, or ``site``."""
    tree, _ = _tree(read_file(root, root / config)) if (root / config).is_file() else (None, [])
    chosen = tree.pair("site_dir") if isinstance(tree, Mapping) else None
    name = chosen.value.value if chosen and isinstance(chosen.value, Text) else "site"
    return (root / name).resolve()
