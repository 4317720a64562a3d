"""Problems as a Code Quality report of GitLab, which marks their lines in a merge request.

In goes a report; out comes a JSON list. GitLab tells new problems from old ones by their fingerprint, so the line is
no part of it: a problem that only moves down stays the same problem. Equal ones in one file are numbered.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from generator.problems import Problem
from generator.reporters.contents import Report

_SEVERITIES = {"error": "major", "warning": "minor"}


def render_gitlab(report: Report) -> str:
    """Return one issue a problem; an empty list where nothing is wrong."""
    seen: Counter[tuple[str, ...]] = Counter()
    issues = []
    for problem in report.problems:
        parts = (report.path_of(problem), problem.code, problem.field, problem.message(report.language))
        seen[parts] += 1
        issues.append(_issue(problem, report, (*parts, str(seen[parts]))))
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(problem: Problem, report: Report, parts: tuple[str, ...]) -> dict[str, Any]:
    return {
        "description": report.words_of(problem),
        "check_name": problem.code,
        "fingerprint": hashlib.sha256("\n".join(parts).encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": report.path_of(problem), "lines": {"begin": problem.location.line}},
    }
