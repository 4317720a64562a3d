"""The schemas that editors complete, explain and check from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.recipes.record_files import read_records
from generator.records.declared import fields_of
from generator.records.kinds import BY_NAME, KINDS
from tests.conftest import BASE, write_tree
from tests.desk.editors import SCHEMAS, faults

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "city"
FAULTY = ROOT / "tests" / "faulty"
# What a schema can see without the other records and without our own readers of dates and numbers.
SEEN = {"unknown-key", "missing-field", "not-a-choice", "key-in-both-languages", "wrong-type", "missing-id"}
KIND_OF = {kind.plural: kind.name for kind in KINDS}
FAULTY_CASES = [
    path.with_suffix("").with_suffix(".yml")
    for path in sorted(FAULTY.glob("*/*.problems.txt"))
    if SEEN & {line.split()[1] for line in path.read_text(encoding="utf-8").splitlines()}
]


def nodes(schema: Any, *, negated: bool = False) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield every schema inside a schema, and whether it stands under a ``not``."""
    if isinstance(schema, dict):
        yield schema, negated
        for key, inner in schema.items():
            yield from nodes(inner, negated=negated or key == "not")
    elif isinstance(schema, list):
        for inner in schema:
            yield from nodes(inner, negated=negated)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_valid(name: str) -> None:
    """Each schema is itself sound, names its draft, and leads nowhere outside its file."""
    schema = SCHEMAS[name]
    Draft7Validator.check_schema(schema)
    for node, _ in nodes(schema):
        target = node.get("$ref")
        if isinstance(target, str):
            assert target.removeprefix("#/definitions/") in schema["definitions"]


@pytest.mark.parametrize("folder", [ROOT, GOLDEN], ids=["content", "golden"])
def test_every_record_validates(folder: Path) -> None:
    """Each file of the project and of the golden city is sound to an editor, as it is to the reader."""
    kinds = {entry.path: entry.kind.name for entry in read_records(folder).entries}
    assert len(kinds) >= 10
    kinds["mkdocs.yml"] = "mkdocs"
    found = {path: faults(name, (folder / path).read_text(encoding="utf-8")) for path, name in kinds.items()}
    assert {path: messages for path, messages in found.items() if messages} == {}


def test_common_base_validates(tmp_path: Path) -> None:
    """The small project that other tests lean on is sound to an editor."""
    write_tree(tmp_path, BASE)
    for entry in read_records(tmp_path).entries:
        assert faults(entry.kind.name, (tmp_path / entry.path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("case", FAULTY_CASES, ids=lambda path: path.stem)
def test_faulty_files_do_not_validate(case: Path) -> None:
    """An unknown, doubled or missing key and a word that is no choice are seen while typing."""
    assert faults(KIND_OF[case.parent.name], case.read_text(encoding="utf-8"))


def test_faulty_files_are_found() -> None:
    """Cases of each code that a schema must see are among those checked."""
    expected = {"unknown-key", "missing-name", "bad-choice", "both-languages"}
    assert expected <= {case.stem for case in FAULTY_CASES}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained(name: str) -> None:
    """Whatever key is pointed at, a Chinese title and a description appear."""
    definitions = SCHEMAS[name]["definitions"]
    explained = 0
    for node, _ in nodes(SCHEMAS[name]):
        for key, target in node.get("properties", {}).items():
            if isinstance(target, dict) and "$ref" in target:
                shown = definitions[target["$ref"].removeprefix("#/definitions/")]
                assert re.search("[一-鿿]", shown["title"]), key
                assert re.search("[一-鿿]", shown["description"]), key
                explained += 1
    assert explained > 5


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_both_spellings(kind: Any) -> None:
    """Every field is offered under its Chinese label and its English name, and both mean the same."""
    keys = SCHEMAS[kind.name]["properties"]
    item = SCHEMAS[kind.name]["definitions"][kind.model.__name__]["properties"]
    for shape in fields_of(kind.model).values():
        assert item[shape.label] == item[shape.name]
        if shape.name != "id":
            assert keys[shape.label] == keys[shape.name]
    assert not {"id", "编号"} & set(keys)


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_false_is_offered(name: str) -> None:
    """No example, default, true, false or null is offered as a value, since what is offered is left standing."""
    for node, negated in nodes(SCHEMAS[name]):
        assert not {"examples", "default", "const"} & set(node)
        types = node.get("type", [])
        if not negated and isinstance(types, list | str):
            assert not {"boolean", "null"} & ({types} if isinstance(types, str) else set(types))


def test_choices_are_offered_in_chinese_first() -> None:
    """A choice offers its Chinese words before its codes, and explains what it is."""
    status = SCHEMAS["edition"]["definitions"]["Edition.status"]
    assert status["title"] == "状态"
    assert status["anyOf"][0]["allOf"][0]["enum"][:2] == ["公示", "正式"]
    assert "final" in status["anyOf"][0]["allOf"][0]["enum"]


def test_examples_are_told() -> None:
    """An example stands in the explanation, and a required field says so."""
    value = SCHEMAS["place"]["definitions"]["Figure.value"]["description"]
    assert value.startswith("必填。")
    assert value.endswith("例如：245万余人")


def test_heirs_share_a_definition() -> None:
    """A field that every record has is defined once in a file, and one that a kind declares anew is its own."""
    definitions = SCHEMAS["edition"]["definitions"]
    assert "Sourced.source" in definitions
    assert "Edition.source" not in definitions
    assert "必填" not in definitions["Edition.name"]["description"]
    assert set(BY_NAME) < set(SCHEMAS)
