"""From the problems of a run to a report in one of the formats.

In go problems and the project's folder; out comes text. The report's source lines are read here. Private numbers are
starred out in them and in the words of a problem, so that no report carries further what the check has stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.problems import Language, Location, Problem
from generator.reading.files import SourceFile, read_file
from generator.reporters.contents import Report, SiteCounts
from generator.reporters.github import render_github
from generator.reporters.gitlab import render_gitlab
from generator.reporters.html import render_html
from generator.reporters.json_text import render_json
from generator.reporters.sarif import render_sarif
from generator.reporters.terminal import render_terminal
from generator.rules.manual import page
from generator.rules.private_numbers import may_hold_numbers, starred

RENDERERS: dict[str, Callable[[Report], str]] = {
    "json": render_json,
    "github": render_github,
    "gitlab": render_gitlab,
    "sarif": render_sarif,
    "html": render_html,
}
FORMATS = ("text", *RENDERERS)


def report_of(
    problems: Iterable[Problem],
    *,
    root: Path,
    records: int = 0,
    language: Language = "zh",
    site: SiteCounts | None = None,
) -> Report:
    """Return sorted problems with all that a renderer needs; ``records``, or ``site``, is what was checked."""
    masked = tuple(map(_without_numbers, problems))
    return Report(masked, language, records, _line_reader(root), _folder(root), _explain, site)


def render(report: Report, *, form: str = "text", colour: bool = False) -> str:
    """Return a report in one of FORMATS."""
    return RENDERERS[form](report) if form in RENDERERS else render_terminal(report, colour=colour)


def write_report(path: Path, text: str) -> None:
    """Write a report into a file as UTF-8, whole or not at all; what stood there before stays until then.

    :raises OSError: it cannot be written there.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def chosen(
    problems: Iterable[Problem],
    *,
    paths: Collection[str] = (),
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> list[Problem]:
    """Return the problems of some files or folders and of some codes; nothing given means all."""
    return [
        problem
        for problem in problems
        if (not paths or any(_is_in(problem.location.path, path) for path in paths))
        and (not select or problem.code in select)
        and problem.code not in ignore
    ]


def _is_in(path: str, wanted: str) -> bool:
    return wanted in {".", path} or path.startswith(wanted.rstrip("/") + "/")


def _without_numbers(problem: Problem) -> Problem:
    """Return a problem whose words, quoted from the file, hold no private number."""
    words = {name: value for name, value in problem.details.items() if isinstance(value, str)}
    if not may_hold_numbers("\n".join([*words.values(), problem.mended])):
        return problem
    details = {**problem.details, **{name: starred(value) for name, value in words.items()}}
    return replace(problem, details=details, mended=starred(problem.mended))


def _line_reader(root: Path) -> Callable[[Location], str | None]:
    @cache
    def lines(path: str) -> Sequence[str]:
        try:
            source = read_file(root, root / path)
        except (OSError, ValueError):
            return []
        return source.lines if isinstance(source, SourceFile) else []

    def line_at(location: Location) -> str | None:
        found = lines(location.path)
        return starred(found[location.line - 1]) if location.line <= len(found) else None

    return line_at


def _folder(root: Path) -> str:
    """Return the project's folder as seen from where the command runs, which in CI is the repository's top."""
    try:
        folder = root.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return ""
    return "" if folder == "." else folder


def _explain(code: str, language: Language) -> tuple[str, str]:
    explained = page(code, language)
    return explained.reason, explained.passes
