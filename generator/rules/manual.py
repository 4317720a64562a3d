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
from generator.records.declared import FieldShape, fields_of, names_of
from generator.records.fields import Model
from generator.records.kinds import KINDS
from generator.reporters.contents import MEND, SEVERITY
from generator.rules.registry import BY_CODE, FAMILIES, rules_in

_FILE = re.compile(r"^(\S+\.(?:ya?ml|md|txt|jpe?g|png|webp|svg)):(.*)$")
_EXAMPLE_KEY = re.compile(r"(?<![^\s{])[a-z_]+(?=:(?:\s|$))", re.MULTILINE)
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
        fails, passes = (spelled_out(tree, language) for tree in (explained.fails, explained.passes))
        return CodePage(code, severity, reason, fails, passes)
    reason, example = reason_of(code, language)
    return CodePage(code, severity, reason, "", _in_chinese(example) if language == "zh" else example)


def explain(code: str, language: Language) -> str | None:
    """Return a code's page as text for a terminal, or None where there is no such code."""
    if code not in codes():
        return None
    shown = page(code, language)
    failing, passing = _HEADS[language]
    parts = [f"{shown.code} ({shown.severity})", shown.reason, f"{MEND[language]}{_mend(code, language)}"]
    if shown.fails:
        parts.append(f"{failing}\n{indent(shown.fails, '    ')}")
    parts.append(f"{passing}\n{indent(shown.passes, '    ')}")
    return "\n\n".join(parts)


def _mend(code: str, language: Language) -> str:
    """Return how a problem of a code is mended; what a check puts in, its words and numbers, is left open."""
    message = wording(code)
    mend = (message.zh if language == "zh" else message.en)[1]
    return re.sub(r"\{\w+\}", "…", mend)


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


def spelled_out(tree: str, language: Language = "en") -> str:
    """Return a tree with one thing a line in each record, under the keys of the reader's language."""
    files = tree_files(tree).items()
    return "\n".join(f"{path}:\n{indent(_spelled_out(path, text, language), '    ')}" for path, text in files)


def _spelled_out(path: str, text: str, language: Language) -> str:
    node, _ = read_yaml(SourceFile(path, text)) if path.endswith(SUFFIXES) else (None, [])
    model = _model_of(path) if language == "zh" else None
    return "\n".join(_lines(node, model)) if node else text


def _in_chinese(example: str) -> str:
    """Return an example of the catalogue under Chinese keys, where it is a piece of a record."""
    node, problems = read_yaml(SourceFile("example.yml", example))
    first = node.items[0] if isinstance(node, Sequence) and node.items else node
    if node is None or problems or not isinstance(first, Mapping):
        return example
    keys = {pair.key.value for pair in first.pairs}
    model = next((kind.model for kind in KINDS if keys <= names_of(kind.model).keys()), None)
    labels = _labels(model) if model else {}
    return _EXAMPLE_KEY.sub(lambda match: labels.get(match[0], match[0]), example)


def _labels(model: type[Model]) -> dict[str, str]:
    """Return what the fields of a model, and of the groups inside it, are called in Chinese."""
    shapes = fields_of(model).values()
    inner = {name: label for shape in shapes if shape.model for name, label in _labels(shape.model).items()}
    return inner | {shape.name: shape.label for shape in shapes}


def _model_of(path: str) -> type[Model] | None:
    """Return the model of the records that a file of this path would hold."""
    near = [kind for kind in KINDS if re.match(rf"{re.escape(kind.folder)}(?:/|\.ya?ml$)", path)]
    return max(near, key=lambda kind: len(kind.folder)).model if near else None


def _lines(node: Node, model: type[Model] | None) -> list[str]:
    """Write keys and items below each other, each with what it holds further in; keys by their labels in a model."""
    if isinstance(node, Text):
        return [json.dumps(node.value, ensure_ascii=False) if node.quoted else node.value]
    if isinstance(node, Sequence):
        items = (enumerate(_item(item, model)) for item in node.items)
        return [f"{'  ' if below else '- '}{line}" for item in items for below, line in item]
    lines = []
    for key, value in node.pairs:
        shape = fields_of(model).get(names_of(model).get(key.value, "")) if model else None
        [name] = [shape.label] if shape else _lines(key, None)
        held = _lines(value, _inner(model, shape, value))
        is_text = isinstance(value, Text)
        lines += [f"{name}: {held[0]}".rstrip()] if is_text else [f"{name}:", *(f"  {line}" for line in held)]
    return lines


def _inner(model: type[Model] | None, shape: FieldShape | None, value: Node) -> type[Model] | None:
    """Return the model of what stands behind a key; under winners stand categories, and under these their lines."""
    if model is None or shape is None:
        # A category of a roll: its lines are of the model around it.
        return model if model and shape is None and isinstance(value, Sequence) else None
    if shape.model and shape.name in model.keyed and isinstance(value, Mapping):
        return fields_of(shape.model)[model.keyed[shape.name][1]].model
    return shape.model


def _item(node: Node, model: type[Model] | None) -> list[str]:
    """Write an item of a list: several words in one line between braces, where none of them has a mark of those."""
    lines = _lines(node, model)
    is_group = isinstance(node, Mapping) and all(isinstance(pair.value, Text) for pair in node.pairs)
    is_short = is_group and len(lines) > 1 and not re.search(r"[,\[\]{}]", "".join(lines))
    return [f"{{{', '.join(lines)}}}"] if is_short else lines
