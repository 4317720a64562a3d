"""The schemas and the reader agree on what staff may type, field by field.

Every field of every group is tried with every form below. What the reader takes, the schema never refuses; what
the reader refuses for its form, the schema refuses too.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pytest
from jsonschema import Draft7Validator

from generator.problems import Problem
from generator.reading.files import SourceFile
from generator.reading.nodes import Sequence
from generator.reading.yaml_text import read_yaml
from generator.records.addresses import is_slug
from generator.records.declared import FieldShape, fields_of, references
from generator.records.fields import Model
from generator.records.kinds import KINDS, Kind
from generator.records.parse import parse_file, parse_model
from generator.records.settings import Settings
from tests.desk.editors import SCHEMAS, as_editor, faults

FORMS = (
    "甲", "甲：乙。", "甲（乙队）", "ab-c", "2011", "2024-12-03", "2019年以来", "12:30", "0532", "1.10", "3人",
    "是", "no", "Yes", "true", "市", "“甲”", "https://a.cn", '""', "~", "", "[]", "[甲, 乙]", "[a, b]", "[2011]",
    "[是]", '[""]', "[[甲]]", "[甲：乙。]", "{甲: 3人}", "{甲: }", "{甲: 3人, 乙: 4人}", "{甲: [乙, 丙]}",
    "[{甲: 3人}]", "[{甲: }]", "{name: 甲}", "[{name: 甲}]", "{名称: 甲, name: 甲}", "[{类别: 甲, 名单: 乙}]",
    "{text: 甲}", "[{text: 甲, title: 乙, figures: {甲: 3人}}]", "{metric: 甲, 数值: 3人}",
    "[{指标: 甲, value: 3人, 截至: 2011}]", "[{metric: 甲, wert: 3人}]",
)  # fmt: skip
# The reader's words for a wrong form; dates, quantities and addresses are its own to judge.
OF_FORM = {"unknown-key", "missing-field", "not-a-choice", "key-in-both-languages", "wrong-type", "bad-yes-no"}


def groups() -> dict[type[Model], str]:
    """Return every group of fields that is no kind of its own, with the name of a schema that defines it."""
    found: dict[type[Model], str] = {Settings: "mkdocs"}
    for kind in KINDS:
        waiting: list[type[Model]] = [kind.model]
        while waiting:
            inner = {shape.model for shape in fields_of(waiting.pop()).values() if shape.model} - set(found)
            found |= dict.fromkeys(inner, kind.name)
            waiting.extend(inner)
    return found


GROUPS = groups()


def sound(model: type[Model], besides: FieldShape) -> str:
    """Return lines that give a group what it needs besides one field."""
    lines = []
    for shape in fields_of(model).values():
        if shape.required and shape.name not in {besides.name, "id"}:
            choice = next(iter(shape.choices)).label if shape.choices else None
            lines.append(f"{shape.label}: {choice or ('a' if shape.reference else '3人')}\n")
    return "".join(lines)


def texts(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Yield a small YAML file for each field and form."""
    for shape in fields_of(model).values():
        for number, form in enumerate(FORMS if shape.name != "id" else ()):
            key = shape.label if number % 2 else shape.name
            yield f"{shape.name}: {form}", f"{sound(model, shape)}{key}: {form}\n"


def compare(label: str, value: Model | None, problems: list[Problem], messages: list[str]) -> None:
    """Hold what the reader made of a text against what the schema says of it."""
    codes = {problem.code for problem in problems}
    # The reader leaves ids to the rules, which know the other records; none of those has an id that is no slug.
    named = [text for _, reference, text in references(value) if not reference.by_name] if value else []
    if not codes and all(is_slug(text) for text in named):
        assert messages == [], f"{label}: refused, though the reader takes it"
    if codes & OF_FORM:
        assert messages, f"{label}: taken, though the reader says {sorted(codes)}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_kinds_agree(kind: Kind) -> None:
    """For each field of a kind, reader and schema take and refuse the same forms."""
    for label, text in texts(kind.model):
        source = SourceFile(f"{kind.folder}/a.yml", text)
        tree, problems = read_yaml(source)
        assert tree is not None
        parsed = parse_file(source, kind, tree)
        record = parsed.entries[0].record if parsed.entries else None
        compare(label, record, [*problems, *parsed.problems], faults(kind.name, text))


@pytest.mark.parametrize("model", GROUPS, ids=lambda model: model.__name__)
def test_groups_agree(model: type[Model]) -> None:
    """For each field of a group inside a record, and for the group itself, reader and schema agree."""
    definitions = SCHEMAS[GROUPS[model]]["definitions"]
    validator = Draft7Validator({"$ref": f"#/definitions/{model.__name__}", "definitions": definitions})
    for label, text in [*texts(model), *((form, form) for form in FORMS)]:
        item = "-\n" + textwrap.indent(text, "  ")
        tree, problems = read_yaml(SourceFile("a.yml", item))
        assert isinstance(tree, Sequence)
        value, _, refused = parse_model("a.yml", model, tree.items[0])
        messages = [error.message for error in validator.iter_errors(as_editor(item)[0])]
        compare(f"{model.__name__}: {label}", value, [*problems, *refused], messages)


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("- {id: a, name: 甲, level: 市}\n- {编号: 2020, 名称: 乙, 级别: 市}\n", True),
        ("[]\n", True),
        ("id: a\nname: 甲\nlevel: 市\n", False),
        ("- {name: 甲, level: 市}\n", False),
        ("- {id: A_B, name: 甲, level: 市}\n", False),
        ("- {id: a, 编号: a, name: 甲, level: 市}\n", False),
        ("- 甲\n", False),
        ("甲\n", False),
    ],
)
def test_files_and_lists(text: str, valid: bool) -> None:  # noqa: FBT001 - a table's column
    """A file is one record without an id, or a list whose items each have one."""
    assert (faults("place", text) == []) is valid
