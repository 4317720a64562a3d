"""What a code means, for `showcase explain` and for the manual: from the rule's docstring, or from the catalogue.

Codes of rules explain themselves where they are written; codes of reading and of commands have no function of their
own, so the catalogue keeps their reason and example.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Language, codes, reason_of, severity_of
from generator.rules.registry import BY_CODE
from generator.rules.rule import explanation

_SEVERITY = {"zh": {"error": "错误", "warning": "提醒"}, "en": {"error": "error", "warning": "warning"}}
_HEADS = {"zh": ("会被报告：", "没有问题："), "en": ("reported:", "fine:")}


@dataclass(frozen=True, slots=True)
class Page:
    """One code's page: what it means in one language, and examples that fail and pass (``fails`` may be empty)."""

    code: str
    severity: str
    reason: str
    fails: str
    passes: str


def page(code: str, language: Language) -> Page:
    """Return a code's page.

    :raises KeyError: there is no such code.
    """
    severity = _SEVERITY[language][severity_of(code)]
    if code in BY_CODE:
        told = explanation(BY_CODE[code])
        return Page(code, severity, told.zh if language == "zh" else told.en, told.fails, told.passes)
    reason, example = reason_of(code, language)
    return Page(code, severity, reason, "", example)


def explain(code: str, language: Language) -> str | None:
    """Return a code's page as text for a terminal, or None where there is no such code."""
    if code not in codes():
        return None
    told = page(code, language)
    failing, passing = _HEADS[language]
    parts = [f"{told.code} ({told.severity})", told.reason]
    if told.fails:
        parts.append(f"{failing}\n{_indented(told.fails)}")
    parts.append(f"{passing}\n{_indented(told.passes)}")
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
