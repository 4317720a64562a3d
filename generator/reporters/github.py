"""Problems as annotations of GitHub: one workflow command a problem, which marks its line in a pull request.

In goes a report; out comes a line a problem. GitHub reads commands line by line, so nothing from a record may
begin a line of its own: every kind of line break is escaped or drawn.
"""

from __future__ import annotations

from generator.problems import Problem
from generator.reporters.excerpt import visible
from generator.reporters.report import MEND, Report


def render_github(report: Report) -> str:
    """Return one ``::error`` or ``::warning`` line a problem; nothing where nothing is wrong."""
    return "".join(_command(problem, report) + "\n" for problem in report.problems)


def _command(problem: Problem, report: Report) -> str:
    spot = problem.location
    properties = {
        "file": report.path_of(problem),
        "line": str(spot.line),
        "col": str(spot.column),
        "title": problem.code,
    }
    told = f"{problem.message(report.language)}\n{MEND[report.language]}{problem.help(report.language)}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{_data(told)}"


def _data(text: str) -> str:
    """Escape as the toolkit of GitHub's actions does (``escapeData``)."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def _property(text: str) -> str:
    """Escape as the toolkit of GitHub's actions does (``escapeProperty``)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
