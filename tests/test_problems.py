"""Problems: whatever the code reports can be said, in both languages, with no word left open.

The code is read, not run: each place that makes a problem or a finding is held against the words of its code.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from generator.problems import Message, families, message_of
from generator.records.declared import fields_of
from generator.records.fields import Model
from generator.records.kinds import KINDS
from generator.rules import manual
from generator.rules.registry import FAMILIES, rules_in
from generator.rules.rule import Rule

PACKAGE = Path(__file__).parents[1] / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))
OFFERED, FOURTH = 3, 4
# Where a code is not written beside its words: those that it may be, or nothing where both are another's (a rule's).
HIDDEN: dict[str, tuple[str, ...]] = {
    "reading/characters.py": ("control-character", "invisible-character"),
    "records/faults.py": (
        *("missing-field", "wrong-type", "text-too-long", "bad-quantity", "bad-date", "bad-period", "bad-yes-no"),
        "bad-address",
        "empty-item",
    ),
    "inspection/verdict.py": (),
    "reading/yaml_text.py": (),
    "records/shape.py": (),
    "recipes/host.py": ("mkdocs-warning", "mkdocs-stopped"),
    "rules/acceptances.py": ("accept-unknown", "accept-error", "accept-unused", "accept-outdated"),
    "rules/rule.py": (),
}


def open_words(message: Message) -> set[str]:
    """Return the names of the words that a message leaves open, in either language."""
    texts = (*message.zh, *message.en)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def cannot_say(message: Message, given: set[str]) -> set[str]:
    """Return the words that a message asks for and is not given, or a guess for which it has no sentence."""
    lost = open_words(message) - given
    has_guess = len(message.zh) >= OFFERED and len(message.en) >= OFFERED and message.zh[2] and message.en[2]
    return lost | ({"suggestion"} if "suggestion" in given and not has_guess else set())


def words_of(node: ast.expr | None) -> set[str] | None:
    """Return the keys of a mapping as it is written, or None where they are made elsewhere."""
    if node is None:
        return set()
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        return {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dict":
        return {keyword.arg for keyword in node.keywords if keyword.arg}
    return None


def codes_in(node: ast.expr) -> list[str]:
    """Return the codes that an expression may be: a word, or one of two."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    return codes_in(node.body) + codes_in(node.orelse) if isinstance(node, ast.IfExp) else []


@cache
def made() -> tuple[tuple[str, int, list[str], set[str] | None], ...]:
    """Return each place that makes a problem: its file and line, the codes it may have, the words it gives."""
    found = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for function, node in ((own, node) for own in functions for node in ast.walk(own)):
            if isinstance(node, ast.Call) and is_making(node.func):
                named = {keyword.arg: keyword.value for keyword in node.keywords}
                details = named.get("details", node.args[3] if len(node.args) >= FOURTH else None)
                given = words_called(function, details.id) if isinstance(details, ast.Name) else words_of(details)
                found.append((path.relative_to(PACKAGE).as_posix(), node.lineno, codes_in(node.args[0]), given))
    return tuple(found)


def is_making(function: ast.expr) -> bool:
    """Return whether a call makes a problem: it is called so, or a reader reports a key or refuses a file."""
    return name_of(function) in ({"_report", "_refuse"} if isinstance(function, ast.Attribute) else {"Problem"})


def name_of(node: ast.expr) -> str:
    """Return the name of what is called."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def words_called(function: ast.FunctionDef, name: str) -> set[str] | None:
    """Return the words that every mapping of a name in a function has, or None where one is made elsewhere."""
    values = [
        node.value
        for node in ast.walk(function)
        if (isinstance(node, ast.Assign) and name in map(name_of, node.targets))
        or (isinstance(node, ast.AnnAssign) and name_of(node.target) == name)
    ]
    found = [words_of(value) for value in values if value is not None]
    known = [words for words in found if words is not None]
    return set.intersection(*known) if known and len(known) == len(found) else None


def test_every_problem_made_can_be_said() -> None:
    """Each place that makes a problem gives all the words that the message of its code leaves open."""
    wrong: list[str] = []
    for path, line, codes, given in made():
        if given is None or not codes:
            assert path in HIDDEN, f"{path}:{line} hides what it says: write its code and its words there"
        said = {code: cannot_say(message_of(code), given) for code in codes or HIDDEN[path] if given is not None}
        wrong.extend(f"{path}:{line} {code} lacks {sorted(lost)}" for code, lost in said.items() if lost)
    assert wrong == []


def test_no_words_are_given_to_nobody() -> None:
    """Every code of the catalogue that no rule speaks for is made somewhere."""
    texts = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    silent = [code for family in families() for code in family.codes if f'"{code}"' not in texts]
    rules = {rule.code for module, _ in FAMILIES for rule in rules_in(module)}
    assert set(silent) <= rules


@cache
def findings_in(path: str) -> dict[str, tuple[tuple[set[str] | None, ...], frozenset[str]]]:
    """Return for each function of a module the words that its findings give, and the names that it speaks of."""
    found = {}
    for node in ast.parse(Path(path).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            calls = [call for call in ast.walk(node) if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)]
            given = tuple(
                None if any(word.arg is None for word in call.keywords) else {str(word.arg) for word in call.keywords}
                for call in calls
                if isinstance(call.func, ast.Name) and call.func.id in {"Finding", "at_value", "at_word", "in_text"}
            )
            found[node.name] = given, frozenset(name.id for name in ast.walk(node) if isinstance(name, ast.Name))
    return found


def findings_of(module: ModuleType, rule: Rule) -> Iterator[set[str] | None]:
    """Yield the words that each finding of a rule gives, those made by functions of its module included."""
    functions = findings_in(str(module.__file__))
    waiting, seen = [rule.find.__name__], set()
    while waiting:
        name = waiting.pop()
        if name in functions and name not in seen:
            seen.add(name)
            given, names = functions[name]
            yield from given
            waiting.extend(names)


@pytest.mark.parametrize(
    ("module", "rule"),
    [(module, rule) for module, _ in FAMILIES for rule in rules_in(module)],
    ids=lambda value: value.code if isinstance(value, Rule) else "",
)
def test_every_finding_can_be_said(module: ModuleType, rule: Rule) -> None:
    """Each finding of a rule gives the words that its message leaves open, and a rule that guesses can offer it."""
    found = list(findings_of(module, rule))
    assert found, "this rule makes no finding here"
    for given in found:
        assert given is None or not cannot_say(rule.message, given), given


def names_in(model: type[Model]) -> set[str]:
    """Return the English names of the fields of a model, and of the groups inside it."""
    shapes = fields_of(model).values()
    return {"id"}.union((shape.name for shape in shapes), *(names_in(shape.model) for shape in shapes if shape.model))


# What stands in mkdocs.yml, whose keys are MkDocs' own.
OF_CONFIGURATION = {"no-config", "wrong-config", "not-a-project"}


@pytest.mark.parametrize("code", [code for code in manual.codes() if code not in OF_CONFIGURATION])
def test_chinese_words_name_fields_in_chinese(code: str) -> None:
    """Whoever reads Chinese is told Chinese keys: no field has its English name in the Chinese words of a problem."""
    names = set().union(*(names_in(kind.model) for kind in KINDS))
    for words in manual.wording(code).zh:
        named = set(re.findall(r"(?<![A-Za-z_{./-])[a-z_]+(?![A-Za-z_}./-])", words)) & names
        assert not named, words
