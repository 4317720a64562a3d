"""The handbook's manual of all codes, in one language: made from the rules' docstrings and the message catalogue.

Nothing is written here but the families' titles. A rule belongs to the family of its module; a code that is no rule
belongs to the heading under which the catalogue keeps it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

from generator.desk.handbook_examples import shown, tree_files
from generator.desk.handbook_kinds import MADE, escaped, fenced
from generator.problems import Language, Location, Problem, Words, codes
from generator.rules.manual import Page, page
from generator.rules.registry import BY_CODE

_FAMILIES: dict[str, Words] = {
    "reading": Words("读文件", "Reading files"),
    "records": Words("栏目和内容", "Fields and values"),
    "references": Words("编号和引用", "Ids and references"),
    "figures": Words("数据和目标", "Figures and goals"),
    "ratios": Words("比率和均值", "Ratios and means"),
    "sums": Words("部分、整体和前后", "Parts, wholes and series in time"),
    "honours": Words("荣誉", "Honours"),
    "people": Words("人物", "Persons"),
    "privacy": Words("隐私号码", "Private numbers"),
    "vocabularies": Words("词表", "Vocabularies"),
    "text": Words("文字", "Text"),
    "accepting": Words("接受提醒", "Accepting a warning"),
    "archive": Words("核对原文", "The archive check"),
    "publishing": Words("发布", "Publishing"),
    "refusals of a command": Words("命令没有执行", "A command refused"),
}
_TITLE = Words("检查规则", "The rules")
_INTRO = Words(
    "检查结果里方括号中的词是代码，例如 `[bad-date]`。在这一页按 Ctrl+F 搜代码，或者运行 `showcase explain bad-date`。"
    "**错误**必须改，有错误就不发布；**提醒**由人判断，确认没有问题的，"
    "在记录里[写明理由接受](numbers-and-dates.md#accept)。说明里的“…”在检查时会换成具体的内容。"
    "例子里的 `city`、`doc` 是已有的地区和来源。English: [The rules](rules.en.md)。",
    "A code is the word in square brackets in a report, such as `[bad-date]`. Search this page for it, or run "
    "`showcase --lang en explain bad-date`. An **error** must be mended, and nothing is published while there is one; "
    "a **warning** is judged by a person, who may accept it with a reason kept in the record "
    "(`accept: {code: reason}`). Each … is filled in by the check. The examples lean on a place `city` and a "
    "document `doc`. 中文：[检查规则](rules.md)。",
)
_MEND = Words("**怎么改**：", "**How to mend it:** ")
_BY_FIELD = Words("照这一栏的说明和例子写。", "Follow the field's description and example.")
_FAILS = Words("会被报告：", "Reported:")
_PASSES = Words("没有问题：", "Fine:")
_LIKE = Words("例如：", "Example:")
_HEADING = re.compile(r"^# -+ (.+?) -+$|^\[([a-z0-9-]+)\]$", re.MULTILINE)


def rules_page(language: Language) -> str:
    """Return the manual in one language."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for code in codes():
        groups[_family(code)].append(code)
    order = [*_FAMILIES, *(family for family in groups if family not in _FAMILIES)]
    parts = [MADE, f"# {_TITLE[language]}", _INTRO[language]]
    for family in order:
        if family in groups:
            title = _FAMILIES.get(family, Words(family, family))[language]
            anchor = re.sub(r"[^a-z]+", "-", family)
            parts.append(f"## {title} {{#about-{anchor}}}")
            parts.extend(_entry(page(code, language), language) for code in groups[family])
    return "\n\n".join(parts) + "\n"


def _entry(told: Page, language: Language) -> str:
    message, mend = _words(told.code, language)
    parts = [
        f"### {told.code} {{#{told.code}}}",
        f"**{told.severity}** · {_prose(message)}",
        _prose(told.reason),
        f"{_MEND[language]}{_prose(mend or _BY_FIELD[language])}",
    ]
    if told.fails:
        parts.append(f"{_FAILS[language]}\n\n{fenced(shown(tree_files(told.fails)))}")
        parts.append(f"{_PASSES[language]}\n\n{fenced(shown(tree_files(told.passes)))}")
    elif told.passes:
        parts.append(f"{_LIKE[language]}\n\n{fenced(told.passes)}")
    return "\n\n".join(parts)


def _words(code: str, language: Language) -> tuple[str, str]:
    """Return a code's message and its way out with … for what a check fills in; the latter may be empty."""
    problem = Problem(code, Location(""), details=dict.fromkeys(_placeholders(), "…"))
    mend = re.sub(r"(?<=[。.])\s*…[。.]?$", "", problem.help(language))
    return problem.message(language), mend if re.search(r"\w", mend) else ""


def _prose(text: str) -> str:
    """Keep code between backticks as it is, and let no other sign be taken for Markdown."""
    parts = re.split(r"(``.+?``|`[^`]+`)", text)
    return "".join(part if part.startswith("`") else escaped(part) for part in parts)


def _family(code: str) -> str:
    if code in BY_CODE:
        return BY_CODE[code].find.__module__.rpartition(".")[2]
    # Acceptances stand among the rules, but no function finds them one by one.
    return "accepting" if code.startswith("accept-") else _headings()[code]


@cache
def _catalogue() -> str:
    return files("generator").joinpath("messages.toml").read_text(encoding="utf-8")


@cache
def _placeholders() -> frozenset[str]:
    """Name everything that a message leaves to be filled in; the guess before a help is left out."""
    return frozenset(re.findall(r"\{(\w+)\}", _catalogue())) - {"suggestion"}


@cache
def _headings() -> dict[str, str]:
    """Return the heading of the catalogue under which each code stands."""
    heading, found = "", {}
    for match in _HEADING.finditer(_catalogue()):
        heading = match[1] or heading
        if match[2]:
            found[match[2]] = heading
    return found
