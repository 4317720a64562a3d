"""Problems as annotations of GitHub: one workflow command a problem, which marks its line in a pull request.

In goes a report; out comes a line a problem. GitHub reads commands line by line, so nothing from a record may
begin a line of its own: every kind of line break is escaped or drawn.
"""

from __future__ import annotations

from generator.problems import Problem
from generator.reporters.contents import Report
from generator.reporters.excerpt import visible


def render_github(report: Report) -> str:
    """Return one ``::error`` or ``::warning`` line a problem; nothing where nothing is wrong."""
    return "".join(_command(problem, report) + "\n" for problem in report.problems)


def _command(problem: Problem, report: Report) -> str:
    spot = problem.location
    properties = {"file": report.path_of(problem), "line": spot.line, "col": spot.column, "title": problem.code}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{_data(report.words_of(problem))}"


def _data(text: str) -> str:
    """Escape as the toolkit of GitHub's actions does (``escapeData``)."""
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Escape as the toolkit of GitHub's actions does (``escapeProperty``)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
