"""Problems as one HTML page, for people without a terminal: to be opened, sent and printed.

In goes a report; out comes a page that asks nothing of any other place and runs nothing. Jinja escapes every word,
and the page forbids itself scripts and requests besides, since records may hold anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from generator.problems import Problem
from generator.reporters.excerpt import Excerpt, excerpt, visible
from generator.reporters.html_page import PAGE, STYLE, WORDS
from generator.reporters.report import SEVERITY, FileProblems, Report, counted

if TYPE_CHECKING:
    from jinja2 import Template

_WIDTH = 120
_MOST = 20
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One problem, ready to print; ``level`` names its style."""

    line: int
    column: int
    level: Literal["error", "warning"]
    severity: str
    code: str
    message: str
    help: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class FileView:
    """One file with its problems and, of each code, the lines of those that are only counted."""

    anchor: str
    path: str
    counts: str
    problems: tuple[ProblemView, ...]
    rest: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule that was broken: how often, why it matters, and an example of the right way (each may be empty)."""

    anchor: str
    code: str
    count: int
    reason: str
    example: str


def render_html(report: Report) -> str:
    """Return the page; at most 20 problems of one code in one file are shown in full, the lines of the rest named."""
    return _template().render(
        language=_LANGUAGES[report.language],
        words={name: words[report.language] for name, words in WORDS.items()},
        style=STYLE,
        report=report,
        verdict=WORDS["blocked" if report.errors else "pass" if report.warnings else "clean"][report.language],
        files=[_file_view(number, file, report) for number, file in enumerate(report.by_file(_MOST), 1)],
        rules=[_rule_view(code, count, report) for code, count in report.by_code()],
    )


@cache
def _template() -> Template:
    # No other report needs Jinja, and a check need not wait for it.
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(PAGE)


def _file_view(number: int, file: FileProblems, report: Report) -> FileView:
    return FileView(
        anchor=f"file-{number}",
        path=visible(file.path),
        counts=counted(file.errors, file.warnings, report.language),
        problems=tuple(_problem_view(problem, report) for problem in file.shown),
        rest=tuple((rest.code, rest.lines) for rest in file.rest),
    )


def _problem_view(problem: Problem, report: Report) -> ProblemView:
    spot, language = problem.location, report.language
    source = report.line_at(spot)
    return ProblemView(
        line=spot.line,
        column=spot.column,
        level=problem.severity,
        severity=SEVERITY[problem.severity][language],
        code=problem.code,
        message=visible(problem.message(language)),
        help="\n".join(map(visible, problem.help(language).splitlines())),
        excerpt=None if source is None else excerpt(source, spot.column, width=_WIDTH),
    )


def _rule_view(code: str, count: int, report: Report) -> RuleView:
    reason, example = report.explain(code, report.language)
    return RuleView(f"rule-{code}", code, count, reason, example)
