"""The handbook's manual of all codes, in one language: made from the rules and the message catalogue."""

from __future__ import annotations

import re
from collections import defaultdict

from generator.desk.handbook_kinds import MADE, escaped, fenced, shown
from generator.problems import Language, Phrase
from generator.rules.manual import CodePage, families, page, tree_files, wording

_TITLE = Phrase("检查规则", "The rules")
_INTRO = Phrase(
    "检查结果里方括号中的词是代码，例如 `[bad-date]`。在这一页按 Ctrl+F 搜代码，或者运行 `showcase explain bad-date`。"
    "**错误**必须改，有错误就不发布；**提醒**由人判断，确认没有问题的，"
    "在记录里[写明理由接受](numbers-and-dates.md#accept)。说明里的“…”在检查时会换成具体的内容。"
    "例子里的 `city`、`doc`、`best` 是已有的地区、来源和荣誉系列，`注册志愿者` 是已有的指标。"
    "English: [The rules](rules.en.md)。",
    "A code is the word in square brackets in a report, such as `[bad-date]`. Search this page for it, or run "
    "`showcase --lang en explain bad-date`. An **error** must be mended, and nothing is published while there is one; "
    "a **warning** is judged by a person, who may accept it with a reason kept in the record "
    "(`accept: {code: reason}`). Each … is filled in by the check. The examples lean on a place `city`, a document "
    "`doc`, a series of honours `best` and a metric `注册志愿者`. 中文：[检查规则](rules.md)。",
)
_MEND = Phrase("**怎么改**：", "**How to mend it:** ")
_BY_FIELD = Phrase("照这一栏的说明和例子写。", "Follow the field's description and example.")
_FAILS = Phrase("会被报告：", "Reported:")
_PASSES = Phrase("没有问题：", "Fine:")
_LIKE = Phrase("例如：", "Example:")


def rules_page(language: Language) -> str:
    """Return the manual in one language."""
    parts = [MADE, f"# {_TITLE[language]}", _INTRO[language]]
    for family in families():
        parts.append(f"## {family.title[language]} {{#about-{family.name.replace('_', '-')}}}")
        parts.extend(_entry(page(code, language), language) for code in family.codes)
    return "\n\n".join(parts) + "\n"


def _entry(explained: CodePage, language: Language) -> str:
    message, mend = _words(explained.code, language)
    parts = [
        f"### {explained.code} {{#{explained.code}}}",
        f"**{explained.severity}** · {_prose(message)}",
        _prose(explained.reason),
        f"{_MEND[language]}{_prose(mend or _BY_FIELD[language])}",
    ]
    if explained.fails:
        parts.append(f"{_FAILS[language]}\n\n{fenced(shown(tree_files(explained.fails)))}")
        parts.append(f"{_PASSES[language]}\n\n{fenced(shown(tree_files(explained.passes)))}")
    elif explained.passes:
        parts.append(f"{_LIKE[language]}\n\n{fenced(explained.passes)}")
    return "\n\n".join(parts)


def _words(code: str, language: Language) -> tuple[str, str]:
    """Return a code's message and its way out with … for what a check fills in; the latter may be empty."""
    message, mend = (text.format_map(defaultdict(lambda: "…")) for text in wording(code)[language][:2])
    mend = re.sub(r"(?<=[。.])\s*…[。.]?$", "", mend)
    return message, mend if re.search(r"\w", mend) else ""


def _prose(text: str) -> str:
    """Keep code between backticks as it is, and let no other character be taken for Markdown."""
    parts = re.split(r"(``.+?``|`[^`]+`)", text)
    return "".join(part if part.startswith("`") else escaped(part) for part in parts)
