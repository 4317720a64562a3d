"""Problems as SARIF 2.1.0, the format of code scanning and of editors.

In goes a report; out comes one run as JSON. The rules are those that were broken, with their explanation, so that
a viewer can explain a problem without this program.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.problems import Phrase, Problem
from generator.reporters.contents import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_ROOT_IS = Phrase("仓库的顶层文件夹", "the top folder of the repository")
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_FIRST_SENTENCE = re.compile(r".*?(?:。|[.](?=\s)|$)", re.DOTALL)


def render_sarif(report: Report) -> str:
    """Return a SARIF log with one run."""
    # The last assignment of a code wins, so the list is turned: a rule's words fall back on its first problem.
    firsts = {problem.code: problem for problem in reversed(report.problems)}
    places = {code: index for index, code in enumerate(sorted(firsts))}
    rules = [_rule(firsts[code], report) for code in places]
    run = {
        "tool": {"driver": {"name": "showcase", "version": __version__, "rules": rules}},
        "language": _LANGUAGES[report.language],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_IS[report.language]}}},
        "results": [_result(problem, places[problem.code], report) for problem in report.problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(problem: Problem, report: Report) -> dict[str, Any]:
    """Describe a rule; code scanning wants every one of its texts, so a problem's own words stand in for them."""
    reason, example = report.explain(problem.code, report.language)
    reason = reason or problem.message(report.language)
    first = _FIRST_SENTENCE.match(reason)
    return {
        "id": problem.code,
        "shortDescription": {"text": first.group() if first else reason},
        "fullDescription": {"text": reason},
        "help": {"text": f"{reason}\n\n{example or problem.help(report.language)}"},
        "defaultConfiguration": {"level": problem.severity},
    }


def _result(problem: Problem, index: int, report: Report) -> dict[str, Any]:
    spot = problem.location
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(report.path_of(problem)), "uriBaseId": _ROOT},
            "region": {"startLine": spot.line, "startColumn": spot.column},
        }
    }
    if problem.field:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.field}]
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": report.words_of(problem)},
        "locations": [location],
    }


def _uri(path: str) -> str:
    """Percent-encode a path by the bytes it has on the disk, also where they are not UTF-8."""
    return quote(os.fsencode(path), safe="/")
