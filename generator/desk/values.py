"""What may stand behind a key, as JSON Schema: a text, a choice, a list, a group, and their short forms.

In goes one declared field, out comes the schema of what staff type there. Editors read YAML with its own types, so
a text may reach the schema as a number or a yes; what is only let through, and must never be offered for
completion, is therefore written as ``not`` the other types. No example is given as ``examples`` either, since
editors insert the first one as a value, and an example left standing would be a false number on the site.
"""

from __future__ import annotations

from functools import cache
from inspect import get_annotations
from typing import Any

from generator.records.addresses import SLUG
from generator.records.fields import Model
from generator.records.structure import FieldShape, fields_of

Schema = dict[str, Any]

_TYPES = ("string", "number", "boolean", "null", "array", "object")
_TEXT_EXPECTED = "这里写一行文字"
_PAIRS_EXPECTED = "这里写一组“名称: 内容”，一行一个"
_ID_EXPECTED = "这里写编号：小写字母、数字，中间可以用连字符"


def reference_to(name: str) -> Schema:
    """Point at a definition of the same file."""
    return {"$ref": f"#/definitions/{name}"}


def silently(*types: str) -> Schema:
    """Let values of these types through without an editor offering any."""
    return {"not": {"type": [other for other in _TYPES if other not in types]}}


def definition_name(model: type[Model], shape: FieldShape) -> str:
    """Name a field's definition after the class that declares it, so that heirs share it."""
    owner = next(base for base in model.__mro__ if shape.name in get_annotations(base))
    return f"{owner.__name__}.{shape.name}"


def value_schema(model: type[Model], shape: FieldShape) -> Schema:
    """Return what may stand behind a key of the model."""
    if shape.model is not None:
        return _groups(model, shape, shape.model)
    declared = _declared(model)[shape.name]
    if declared.get("type") == "object":
        text = {"anyOf": [declared["additionalProperties"], silently("number", "boolean")]}
        return {"anyOf": [_mapping(text), *_nothing(shape)]}
    single = _scalar(shape, declared)
    if not shape.many:
        return {"anyOf": [*single, *_nothing(shape)]}
    return {"anyOf": [{"type": "array", "allOf": [{"items": {"anyOf": single}}]}, *single, *_nothing(shape)]}


def _scalar(shape: FieldShape, declared: Schema) -> list[Schema]:
    """Return the ways to write one value; the first is the one that editors offer and explain.

    It stands in an ``allOf``, since VS Code shows a title twice where an ``anyOf`` is met by one schema alone.
    """
    if shape.choices:
        words = [word for kind in ("label", "value") for word in (getattr(member, kind) for member in shape.choices)]
        return [{"allOf": [{"enum": words}]}]
    if "enum" in declared:
        words = declared["enum"]
        return [{"allOf": [{"enum": words}]}, silently("string", "boolean") | {"pattern": _any_case(words)}]
    text = _text(shape, declared)
    return [{"type": "string", "errorMessage": _TEXT_EXPECTED, "allOf": [text]}, silently("number", "boolean")]


def _text(shape: FieldShape, declared: Schema) -> Schema:
    """Return the bounds of a text: an id's spelling, or what the field's type says."""
    if shape.name == "id" or (shape.reference and not shape.reference.by_name):
        return {"pattern": rf"^\s*{SLUG}\s*$", "errorMessage": _ID_EXPECTED}
    return {key: declared[key] for key in ("minLength", "maxLength", "format") if key in declared}


def _groups(model: type[Model], shape: FieldShape, inner: type[Model]) -> Schema:
    """Return one group of fields, or a list of them with one group in place of it, or the mapping of a keyed field."""
    group = reference_to(inner.__name__)
    if shape.name in model.keyed:
        listed = {"type": "array", "items": group}
        return {"anyOf": [_keyed(inner, model.keyed[shape.name]), listed, *_nothing(shape)]}
    if not shape.many:
        return {"anyOf": [group, *_nothing(shape)]}
    return {"items": group, "if": silently("array", *(() if shape.required else ("null",))), "else": group}


def _keyed(inner: type[Model], pair: tuple[str, str]) -> Schema:
    """Read ``{最美志愿者: [...]}``: the key is the group's first field, the value its second."""
    first, second = (fields_of(inner)[name] for name in pair)
    key = _text(first, _declared(inner)[first.name])
    return _mapping(reference_to(definition_name(inner, second))) | {"propertyNames": {**key, "doNotSuggest": True}}


def _mapping(value: Schema) -> Schema:
    """Read a mapping whose keys staff choose."""
    return {"type": "object", "errorMessage": _PAIRS_EXPECTED, "additionalProperties": value}


def _nothing(shape: FieldShape) -> list[Schema]:
    """Let a key stand empty where it may as well not be written."""
    return [] if shape.required else [silently("null")]


def _any_case(words: list[str]) -> str:
    """Match the words in any letter case, and those that YAML makes of them."""
    spelled = [
        "".join(f"[{sign.upper()}{sign}]" if sign.isascii() else sign for sign in word)
        for word in (*words, "true", "false")
    ]
    return rf"^\s*(?:{'|'.join(spelled)})\s*$"


@cache
def _declared(model: type[Model]) -> dict[str, Schema]:
    """Return what each field's own type says of one value, with ``None`` and the list around it taken off."""
    found: dict[str, Schema] = {}
    for name, declared in model.model_json_schema()["properties"].items():
        core = next((arm for arm in declared.get("anyOf", ()) if arm.get("type") != "null"), declared)
        found[name] = core.get("items", {}) if core.get("type") == "array" else core
    return found
