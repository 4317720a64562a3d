"""Problems for a person at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems import Language, Problem

_NOTHING = {"zh": "没有发现问题。", "en": "No problems found."}
_SEVERITY = {"zh": {"error": "错误", "warning": "提醒"}, "en": {"error": "error", "warning": "warning"}}
_MEND = {"zh": "怎么改：", "en": "mend: "}


def render_text(problems: Sequence[Problem], *, language: Language, checked: int) -> str:
    """Return one block a problem, and a line that counts them. ``checked`` is the number of records."""
    blocks = [_block(problem, language) for problem in problems]
    return "\n".join([*blocks, _summary(problems, language, checked)]) + "\n"


def _block(problem: Problem, language: Language) -> str:
    spot = problem.location
    severity = _SEVERITY[language][problem.severity]
    first = f"{spot.path}:{spot.line}:{spot.column}: {severity} [{problem.code}] {problem.message(language)}"
    return f"{first}\n    {_MEND[language]}{problem.help(language)}"


def _summary(problems: Sequence[Problem], language: Language, checked: int) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if language == "zh":
        found = f"{errors} 个错误，{warnings} 个提醒。" if problems else _NOTHING[language]
        return f"查了 {checked} 条记录，{found}"
    found = f"{errors} errors, {warnings} warnings." if problems else _NOTHING[language]
    return f"{checked} records checked. {found}"
