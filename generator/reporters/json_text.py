"""Problems for programs, in the form that the design's contract gives."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.problems import Language, Problem


def render_json(problems: Sequence[Problem], *, language: Language, checked: int) -> str:
    """Return ``{"problems": [...], "counts": {...}}``; ``checked`` is the number of records."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "field": problem.field,
            "message": problem.message(language),
            "help": problem.help(language),
        }
        for problem in problems
    ]
    errors = sum(problem.severity == "error" for problem in problems)
    counts = {"error": errors, "warning": len(problems) - errors, "records": checked}
    return json.dumps({"problems": rows, "counts": counts}, ensure_ascii=False, indent=2) + "\n"
