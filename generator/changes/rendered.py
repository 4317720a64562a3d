"""A comparison as text, Markdown, HTML or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from generator.changes.comparison import Comparison
from generator.changes.told import ToldLine, told
from generator.problems import Language, Phrase
from generator.records.kinds import BY_NAME
from generator.reporters.sections import (
    Line,
    Section,
    Sections,
    render_sections_html,
    render_sections_markdown,
    render_sections_text,
)

_TITLE = Phrase("两份数据的差别", "What has changed")
_NOTHING = Phrase("没有差别。", " Nothing differs.")
_LEFT_OUT = Phrase("只有一份里有、没有比较的：{}。", " In one of them only, and not compared: {}.")
_UNNAMED = Phrase("不再有，不写名称", "Gone, and not named")
_FORMS: dict[str, Callable[[Sections], str]] = {
    "text": render_sections_text,
    "markdown": render_sections_markdown,
    "html": render_sections_html,
}
CHANGE_FORMATS = (*_FORMS, "json")


def rendered(comparison: Comparison, form: str, language: Language) -> str:
    """Return a comparison in one of CHANGE_FORMATS."""
    return _as_json(comparison) if form == "json" else _FORMS[form](_sections(comparison, language))


def _sections(comparison: Comparison, language: Language) -> Sections:
    old, new = comparison.old, comparison.new
    lead = Phrase(f"从 {old} 到 {new}。", f"From {old} to {new}.")[language]
    lead += _NOTHING[language] if comparison.is_empty else ""
    if comparison.not_compared:
        lead += _LEFT_OUT[language].format(Phrase("、", ", ")[language].join(comparison.not_compared))
    sections = [
        Section(own.title[language], tuple(_line(line, language) for line in own.lines), own.count)
        for own in told(comparison, language)
    ]
    if unnamed := comparison.records.unnamed:
        lines = tuple(_unnamed(kind, count, language) for kind, count in unnamed)
        sections.append(Section(_UNNAMED[language], lines, sum(count for _, count in unnamed)))
    return Sections(_TITLE[language], lead, tuple(sections), language)


def _line(line: ToldLine, language: Language) -> Line:
    kind = f"{BY_NAME[line.key[0]].words[language] if line.key[0] in BY_NAME else line.key[0]} {line.key[1]}"
    return Line(f"{line.name}{Phrase(f'（{kind}）', f' ({kind})')[language]}", line.words)


def _unnamed(kind: str, count: int, language: Language) -> Line:
    """Say how many records are gone that are not named, and why."""
    words = Phrase("{} 条，不写名称：可能是本人要求撤下的", "{}, not named: they may have asked to be taken down")
    return Line(BY_NAME[kind].words[language], words[language].format(count))


def _as_json(comparison: Comparison) -> str:
    """Return all that was found, for programs; what changed is named in English whatever the language."""
    records = comparison.records
    data = {
        "old": comparison.old,
        "new": comparison.new,
        "records": {
            "new": [_named(one) for one in records.new],
            "gone": [_named(one) for one in records.gone],
            "changed": [asdict(one) for one in records.changed],
            "gone_unnamed": [{"kind": kind, "count": count} for kind, count in records.unnamed],
        },
        "figures": [asdict(one) for one in comparison.figures],
        "honours": [asdict(one) for one in comparison.honours],
        "libraries": [asdict(one) for one in comparison.libraries],
        "not_compared": comparison.not_compared,
    }
    return json.dumps(data, ensure_ascii=False, indent=1, default=_number) + "\n"


def _named(one: Any) -> dict[str, str]:
    return {"kind": one.kind, "id": one.id, "name": one.name}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
