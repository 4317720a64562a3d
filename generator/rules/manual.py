"""What a code means, for `showcase explain` and for the manual: from the rule's docstring, or from the catalogue.

Codes of rules explain themselves where they are written; codes of reading and of commands have no function of their
own, so the catalogue keeps their reason and example. A rule writes a record of its example in one line where it fits,
so that it is seen at a glance; readers get one thing a line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from textwrap import indent

from generator import problems
from generator.problems import Family, Language, Message, message_of, reason_of
from generator.reading.files import SUFFIXES, SourceFile
from generator.reading.nodes import Mapping, Node, Sequence, Text
from generator.reading.yaml_text import read_yaml
from generator.reporters.contents import SEVERITY
from generator.rules.registry import BY_CODE, FAMILIES, rules_in

_FILE = re.compile(r"^(\S+\.(?:ya?ml|md|txt)):(.*)$")
_HEADS = {"zh": ("会被报告：", "没有问题："), "en": ("reported:", "fine:")}


@dataclass(frozen=True, slots=True)
class CodePage:
    """One code's page: what it means in one language, and examples that fail and pass (``fails`` may be empty)."""

    code: str
    severity: str
    reason: str
    fails: str
    passes: str


def families() -> tuple[Family, ...]:
    """Return every family of codes: those of the catalogue that are no rules, then those of the rules as they run."""
    others = (
        replace(family, codes=tuple(code for code in family.codes if code not in BY_CODE))
        for family in problems.families()
    )
    rules = (
        Family(module.__name__.rpartition(".")[2], title, tuple(rule.code for rule in rules_in(module)))
        for module, title in FAMILIES
    )
    return (*others, *rules)


def codes() -> tuple[str, ...]:
    """Return every code there is, family by family."""
    return tuple(code for family in families() for code in family.codes)


def wording(code: str) -> Message:
    """Return the words of a code.

    :raises KeyError: there is no such code.
    """
    return BY_CODE[code].message if code in BY_CODE else message_of(code)


def page(code: str, language: Language) -> CodePage:
    """Return a code's page.

    :raises KeyError: there is no such code.
    """
    severity = SEVERITY[wording(code).severity][language]
    if code in BY_CODE:
        explained = BY_CODE[code].explanation
        reason = explained.zh if language == "zh" else explained.en
        return CodePage(code, severity, reason, spelled_out(explained.fails), spelled_out(explained.passes))
    reason, example = reason_of(code, language)
    return CodePage(code, severity, reason, "", example)


def explain(code: str, language: Language) -> str | None:
    """Return a code's page as text for a terminal, or None where there is no such code."""
    if code not in codes():
        return None
    shown = page(code, language)
    failing, passing = _HEADS[language]
    parts = [f"{shown.code} ({shown.severity})", shown.reason]
    if shown.fails:
        parts.append(f"{failing}\n{indent(shown.fails, '    ')}")
    parts.append(f"{passing}\n{indent(shown.passes, '    ')}")
    return "\n\n".join(parts)


def tree_files(tree: str) -> dict[str, str]:
    """Return the files of a tree as text, by path: a line that begins with a path and a colon starts a file."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in tree.splitlines():
        if match := _FILE.match(line):
            lines = found.setdefault(match[1], [match[2].strip()] if match[2].strip() else [])
        else:
            lines.append(line.removeprefix("    "))
    return {path: "\n".join(lines).strip("\n") for path, lines in found.items()}


def spelled_out(tree: str) -> str:
    """Return a tree with one thing a line in each record."""
    return "\n".join(f"{path}:\n{indent(_spelled_out(path, text), '    ')}" for path, text in tree_files(tree).items())


def _spelled_out(path: str, text: str) -> str:
    node, _ = read_yaml(SourceFile(path, text)) if path.endswith(SUFFIXES) else (None, [])
    return "\n".join(_lines(node)) if node else text


def _lines(node: Node) -> list[str]:
    """Write keys and items below each other, each with what it holds further in."""
    if isinstance(node, Text):
        return [json.dumps(node.value, ensure_ascii=False) if node.quoted else node.value]
    if isinstance(node, Sequence):
        return [f"{'  ' if below else '- '}{line}" for item in node.items for below, line in enumerate(_item(item))]
    lines = []
    for key, value in node.pairs:
        [name], held = _lines(key), _lines(value)
        is_text = isinstance(value, Text)
        lines += [f"{name}: {held[0]}".rstrip()] if is_text else [f"{name}:", *(f"  {line}" for line in held)]
    return lines


def _item(node: Node) -> list[str]:
    """Write an item of a list: several words in one line between braces, where none of them has a mark of those."""
    lines = _lines(node)
    is_group = isinstance(node, Mapping) and all(isinstance(pair.value, Text) for pair in node.pairs)
    is_short = is_group and len(lines) > 1 and not re.search(r"[,\[\]{}]", "".join(lines))
    return [f"{{{', '.join(lines)}}}"] if is_short else lines
