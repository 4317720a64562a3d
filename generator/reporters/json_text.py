"""Problems for programs, in the form that the design's contract gives."""

from __future__ import annotations

import json

from generator.reporters.contents import Report


def render_json(report: Report) -> str:
    """Return ``{"problems": [...], "counts": {...}}``."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "field": problem.field,
            "message": problem.message(report.language),
            "help": problem.help(report.language),
        }
        for problem in report.problems
    ]
    counts = {"error": report.errors, "warning": report.warnings}
    counts |= {name: count for name, count, _ in report.looked_at}
    return json.dumps({"problems": rows, "counts": counts}, ensure_ascii=False, indent=2) + "\n"
