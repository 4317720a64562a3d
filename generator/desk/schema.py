"""JSON Schemas of what staff type: each kind's files, and the settings in ``mkdocs.yml``.

In go the declarations, out come plain dicts that an editor completes, explains and checks from; nothing about a
field is written here. Draft 07, because that is what the editors' YAML support was built on. Keys are listed in
Chinese and English with one shared definition; giving one field under both is refused.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.desk.values import Schema, definition_name, reference_to, silently, value_schema
from generator.records.fields import Model
from generator.records.kinds import Kind
from generator.records.settings import Settings
from generator.records.structure import FieldShape, fields_of, names_of

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
        **_fields(kind.model, own),
        "items": reference_to(kind.model.__name__),
        "definitions": _definitions(kind.model, kind.label),
    }


def settings_schema() -> Schema:
    """Return the schema of ``mkdocs.yml``, as far as its settings are ours."""
    shapes = fields_of(Settings)
    options = {"if": {"type": "object"}, "then": reference_to(Settings.__name__)}
    own = {name: reference_to(definition_name(Settings, shapes[name])) for name in _MKDOCS_OWN}
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
            found[definition_name(part, shape)] = _field(part, shape)
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
    return {"title": shape.label, "description": f"{needed}{shape.help}{example}", **value_schema(model, shape)}


def _group(model: type[Model]) -> Schema:
    """Return a group of fields, with the plain line or the single pair that may stand for it."""
    # `type` would make editors offer true and false wherever a plain line may stand.
    line = silently("object", "string", "number", "boolean") | {"minLength": 1}
    types = line if model.from_text else {"type": "object"}
    fields = _fields(model, fields_of(model).values())
    return types | (_with_pair(model, fields, model.from_pair) if model.from_pair else fields)


def _fields(model: type[Model], shapes: Iterable[FieldShape]) -> Schema:
    """Return the keys of a mapping: both spellings, not both at once, none unknown, the required ones there."""
    shapes = list(shapes)
    fields: Schema = {"properties": {}, "additionalProperties": False}
    for shape in shapes:
        fields["properties"] |= dict.fromkeys(_spellings(shape), reference_to(definition_name(model, shape)))
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
        "then": {"additionalProperties": reference_to(definition_name(model, value))},
        "else": fields | {"properties": dict.fromkeys(names, True)},
    }


def _either_key(shape: FieldShape) -> Schema:
    missing = f"缺少“{shape.label}”"
    return {"anyOf": [{"required": [key], "errorMessage": missing} for key in _spellings(shape)]}


def _spellings(shape: FieldShape) -> tuple[str, ...]:
    return tuple(dict.fromkeys((shape.label, shape.name)))
