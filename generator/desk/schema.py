"""JSON Schemas of what staff type: each kind's files, and the settings in ``mkdocs.yml``.

In go the declarations, out come plain dicts that an editor completes, explains and checks from; nothing about a
field is written here. Draft 07, because that is what the editors' YAML support was built on. Keys are listed in
Chinese and English with one shared definition; giving one field under both is refused.

Editors read YAML with its own types, so a text may reach the schema as a number or a yes; what is only let through, and
must never be offered for completion, is therefore written as ``not`` the other types. No example is given as
``examples`` either, since editors insert the first one as a value, and an example left there would be a false number
on the site.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.records.addresses import SLUG
from generator.records.declared import FieldShape, fields_of, json_types_of, names_of
from generator.records.fields import Model
from generator.records.kinds import Kind
from generator.records.settings import Settings

Schema = dict[str, Any]

_TYPES = ("string", "number", "boolean", "null", "array", "object")
_TEXT_EXPECTED = "这里写一行文字"
_PAIRS_EXPECTED = "这里写一组“名称: 内容”，一行一个"
_ID_EXPECTED = "这里写编号：小写字母、数字，中间可以用连字符"
_HEAD = {"$schema": "http://json-schema.org/draft-07/schema#", "$comment": "由 showcase schema 生成，不要手改"}
_SETTINGS = "网站设置"
# The settings that MkDocs keeps at the top of its own file.
_MKDOCS_OWN = ("site_name", "site_url")


def kind_schema(kind: Kind) -> Schema:
    """Return the schema of a kind's files: one record named by its file, or a list whose items have ids."""
    shapes = fields_of(kind.model)
    own = [shape for shape in shapes.values() if shape.name != "id"]
    return {
        **_HEAD,
        "title": kind.label,
        "description": shapes["id"].help,
        "type": ["object", "array"],
        **_fields(own),
        "items": _reference_to(kind.model.__name__),
        "definitions": _definitions(kind.model, kind.label),
    }


def settings_schema() -> Schema:
    """Return the schema of ``mkdocs.yml``, as far as its settings are ours."""
    shapes = fields_of(Settings)
    options = {"if": {"type": "object"}, "then": _reference_to(Settings.__name__)}
    own = {name: _reference_to(_definition_name(shapes[name])) for name in _MKDOCS_OWN}
    plugin = {"properties": {"showcase": options}}
    return {
        **_HEAD,
        "title": _SETTINGS,
        "type": "object",
        "properties": {**own, "plugins": {"items": plugin}},
        "definitions": _definitions(Settings, _SETTINGS),
    }


def _definitions(model: type[Model], label: str) -> Schema:
    """Return every field and group that can be reached from a model, each once."""
    found: Schema = {}
    for part, title in _reachable(model, label).items():
        found[part.__name__] = {"title": title, **_group(part)}
        for shape in fields_of(part).values():
            found[_definition_name(shape)] = _field(part, shape)
    return dict(sorted(found.items()))


def _reachable(model: type[Model], label: str) -> dict[type[Model], str]:
    """Return the groups below a model, each with the label of the field that first leads to it."""
    found = {model: label}
    waiting = [model]
    while waiting:
        for shape in fields_of(waiting.pop()).values():
            if shape.model and shape.model not in found:
                found[shape.model] = shape.label
                waiting.append(shape.model)
    return found


def _field(model: type[Model], shape: FieldShape) -> Schema:
    needed = "必填。" if shape.required else ""
    example = f"。例如：{shape.example}" if shape.example else ""
    return {"title": shape.label, "description": f"{needed}{shape.help}{example}", **_value_schema(model, shape)}


def _group(model: type[Model]) -> Schema:
    """Return a group of fields, with the plain line or the single pair that may stand for it."""
    # `type` would make editors offer true and false wherever a plain line is allowed.
    line = _silently("object", "string", "number", "boolean") | {"minLength": 1}
    types = line if model.from_text else {"type": "object"}
    fields = _fields(fields_of(model).values())
    return types | (_with_pair(model, fields, model.from_pair) if model.from_pair else fields)


def _fields(shapes: Iterable[FieldShape]) -> Schema:
    """Return the keys of a mapping: both spellings, not both at once, none unknown, the required ones there."""
    shapes = list(shapes)
    fields: Schema = {"properties": {}, "additionalProperties": False}
    for shape in shapes:
        fields["properties"] |= dict.fromkeys(_spellings(shape), _reference_to(_definition_name(shape)))
    required = [_either_key(shape) for shape in shapes if shape.required]
    fields |= {"allOf": required} if required else {}
    both = {shape.name: {"properties": {shape.label: False}} for shape in shapes if shape.name != shape.label}
    return fields | {"dependencies": both}


def _with_pair(model: type[Model], fields: Schema, pair: tuple[str, str]) -> Schema:
    """Let ``{注册志愿者: 4527人}`` stand for two fields: a single key that is no field's name.

    The keys stay outside the condition, so that editors offer them while the first is being typed.
    """
    names = list(names_of(model))
    value = fields_of(model)[pair[1]]
    single = {"type": "object", "minProperties": 1, "maxProperties": 1, "propertyNames": {"not": {"enum": names}}}
    return {
        "properties": fields["properties"],
        "if": single,
        "then": {"additionalProperties": _reference_to(_definition_name(value))},
        "else": fields | {"properties": dict.fromkeys(names, True)},
    }


def _either_key(shape: FieldShape) -> Schema:
    missing = f"缺少“{shape.label}”"
    return {"anyOf": [{"required": [key], "errorMessage": missing} for key in _spellings(shape)]}


def _spellings(shape: FieldShape) -> tuple[str, ...]:
    return tuple(dict.fromkeys((shape.label, shape.name)))


def _reference_to(name: str) -> Schema:
    """Point at a definition of the same file."""
    return {"$ref": f"#/definitions/{name}"}


def _silently(*types: str) -> Schema:
    """Let values of these types through without an editor offering any."""
    return {"not": {"type": [other for other in _TYPES if other not in types]}}


def _definition_name(shape: FieldShape) -> str:
    """Name a field's definition after the class that declares it, so that heirs share it."""
    return f"{shape.owner.__name__}.{shape.name}"


def _value_schema(model: type[Model], shape: FieldShape) -> Schema:
    """Return what may be written for a field of the model."""
    if shape.model is not None:
        return _groups(model, shape, shape.model)
    declared = json_types_of(model)[shape.name]
    if declared.get("type") == "object":
        text = {"anyOf": [declared["additionalProperties"], _silently("number", "boolean")]}
        return {"anyOf": [_mapping(text), *_nothing(shape)]}
    single = _scalar(shape, declared)
    if not shape.many:
        return {"anyOf": [*single, *_nothing(shape)]}
    return {"anyOf": [{"type": "array", "allOf": [{"items": {"anyOf": single}}]}, *single, *_nothing(shape)]}


def _scalar(shape: FieldShape, declared: Schema) -> list[Schema]:
    """Return the ways to write one value; the first is the one that editors offer and explain.

    It is inside an ``allOf``, since VS Code shows a title twice where an ``anyOf`` is met by one schema alone.
    """
    if shape.choices:
        words = [word for kind in ("label", "value") for word in (getattr(member, kind) for member in shape.choices)]
        return [{"allOf": [{"enum": words}]}]
    if "enum" in declared:
        words = declared["enum"]
        return [{"allOf": [{"enum": words}]}, _silently("string", "boolean") | {"pattern": _any_case(words)}]
    text = _text(shape, declared)
    return [{"type": "string", "errorMessage": _TEXT_EXPECTED, "allOf": [text]}, _silently("number", "boolean")]


def _text(shape: FieldShape, declared: Schema) -> Schema:
    """Return the bounds of a text: an id's spelling, or what the field's type says."""
    if shape.name == "id" or "pattern" in declared or (shape.reference and not shape.reference.by_name):
        return {"pattern": rf"^\s*{SLUG}\s*$", "errorMessage": _ID_EXPECTED}
    return {key: declared[key] for key in ("minLength", "maxLength", "format") if key in declared}


def _groups(model: type[Model], shape: FieldShape, inner: type[Model]) -> Schema:
    """Return one group of fields, or a list of them with one group in place of it, or the mapping of a keyed field."""
    group = _reference_to(inner.__name__)
    if shape.name in model.keyed:
        listed = {"type": "array", "items": group}
        return {"anyOf": [_keyed(inner, model.keyed[shape.name]), listed, *_nothing(shape)]}
    if not shape.many:
        return {"anyOf": [group, *_nothing(shape)]}
    return {"items": group, "if": _silently("array", *(() if shape.required else ("null",))), "else": group}


def _keyed(inner: type[Model], pair: tuple[str, str]) -> Schema:
    """Read ``{最美志愿者: [...]}``: the key is the group's first field, the value its second."""
    first, second = (fields_of(inner)[name] for name in pair)
    key = _text(first, json_types_of(inner)[first.name])
    return _mapping(_reference_to(_definition_name(second))) | {"propertyNames": {**key, "doNotSuggest": True}}


def _mapping(value: Schema) -> Schema:
    """Read a mapping whose keys staff choose."""
    return {"type": "object", "errorMessage": _PAIRS_EXPECTED, "additionalProperties": value}


def _nothing(shape: FieldShape) -> list[Schema]:
    """Let a key stand empty where it may as well not be written."""
    return [] if shape.required else [_silently("null")]


def _any_case(words: list[str]) -> str:
    """Match the words in any letter case, and those that YAML makes of them."""
    spelled = [
        "".join(f"[{char.upper()}{char}]" if char.isascii() else char for char in word)
        for word in (*words, "true", "false")
    ]
    return rf"^\s*(?:{'|'.join(spelled)})\s*$"
