"""What a model declares, read once: the single look into pydantic that everything else uses."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.reading.nodes import Path
from generator.records.fields import Choice, Model, Reference


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One declared field: names, help, and what its value is made of.

    ``owner`` is the class that declares it, ``hint`` its type as written there. ``many`` marks a list; ``model`` is set
    where the value (or each item) is a group of fields; ``reference`` where it is another record's id; ``choices``
    where it is one of a few words.
    """

    owner: type
    hint: Any
    name: str
    label: str
    help: str
    required: bool
    default: Any
    public: bool
    is_fact: bool
    many: bool
    model: type[Model] | None
    reference: Reference | None
    choices: type[Choice] | None
    example: str | None


@cache
def fields_of(model: type[Model]) -> dict[str, FieldShape]:
    """Return the fields of a model by name, in the order declared."""
    hints = get_type_hints(model, include_extras=True)
    owners = {name: base for base in reversed(model.__mro__) for name in get_annotations(base)}
    return {name: _shape(owners[name], name, hints[name], info) for name, info in model.model_fields.items()}


def held_in(value: Model, name: str) -> Any:
    """Return what a field holds, or None where the model declares no such field, which pydantic takes long to say."""
    return getattr(value, name) if name in fields_of(type(value)) else None


@cache
def names_of(model: type[Model]) -> dict[str, str]:
    """Return every spelling of a key, English or Chinese, with the field's name."""
    return {key: shape.name for shape in fields_of(model).values() for key in (shape.name, shape.label)}


@cache
def json_types_of(model: type[Model]) -> dict[str, dict[str, Any]]:
    """Return what each field's own type says of one value as JSON Schema, without ``None`` and the list around it."""
    found: dict[str, dict[str, Any]] = {}
    for name, declared in model.model_json_schema()["properties"].items():
        core = next((arm for arm in declared.get("anyOf", ()) if arm.get("type") != "null"), declared)
        found[name] = core.get("items", {}) if core.get("type") == "array" else core
    return found


def references(value: Model) -> list[tuple[Path, Reference, str]]:
    """Return every reference in a record with its path: ``(("figures", 0, "metric"), Reference, "注册志愿者")``."""
    found: list[tuple[Path, Reference, str]] = []
    _gather_references(value, (), found)
    return found


def _gather_references(value: Model, at: Path, found: list[tuple[Path, Reference, str]]) -> None:
    """Gather the references of a group of fields, and of those inside it."""
    own = vars(value)
    for name, shape in _holding_references(type(value)):
        held = own[name]
        if held is None:
            continue
        if shape.reference is None:
            for here, item in _items(held, shape, at):
                _gather_references(item, here, found)
        elif shape.many:
            found += [((*at, name, index), shape.reference, item) for index, item in enumerate(held)]
        else:
            found.append(((*at, name), shape.reference, held))


def texts(value: Model) -> list[tuple[Path, str, bool]]:
    """Return every text in a record with its path, and whether it may be published; ids of others are no texts."""
    found: list[tuple[Path, str, bool]] = []
    _gather_texts(value, (), found, public=True)
    return found


def _gather_texts(value: Model, at: Path, found: list[tuple[Path, str, bool]], *, public: bool) -> None:
    """Gather the texts of a group of fields, and of those inside it."""
    own = vars(value)
    for name, shape in _holding_texts(type(value)):
        held = own[name]
        if not held:
            continue
        shown = public and shape.public
        if isinstance(held, str):
            found.append(((*at, name), held, shown))
            continue
        for here, item in _items(held, shape, at):
            if isinstance(item, Model):
                _gather_texts(item, here, found, public=shown)
            elif isinstance(item, dict):
                found += [(here, text, shown) for text in item.values()]
            else:
                found.append((here, str(item), shown))


def groups(value: Model, at: Path = ()) -> Iterator[tuple[Path, Model]]:
    """Yield a group of fields and every group inside it, each with its path."""
    yield at, value
    for shape in _holding_groups(type(value)):
        held = getattr(value, shape.name)
        for here, inner in _items(held, shape, at) if held else ():
            yield from groups(inner, here)


@cache
def _holding_groups(model: type[Model]) -> tuple[FieldShape, ...]:
    return tuple(shape for shape in fields_of(model).values() if shape.model)


def _items(held: Any, shape: FieldShape, at: Path) -> Iterable[tuple[Path, Any]]:
    """Return a field's value with its path, or each item of a list with its own."""
    if not shape.many:
        return (((*at, shape.name), held),)
    return [((*at, shape.name, index), item) for index, item in enumerate(held)]


@cache
def _holding_texts(model: type[Model]) -> tuple[tuple[str, FieldShape], ...]:
    return tuple((name, shape) for name, shape in fields_of(model).items() if not shape.reference and not shape.choices)


@cache
def _holding_references(model: type[Model]) -> tuple[tuple[str, FieldShape], ...]:
    """Return the fields that are references or hold some, so that the rest is not walked."""
    return tuple(
        (name, shape)
        for name, shape in fields_of(model).items()
        if shape.reference or (shape.model and _holding_references(shape.model))
    )


def _shape(owner: type, name: str, hint: Any, info: Any) -> FieldShape:
    many, core = _unwrap(hint)
    plain, *marks = get_args(core) if get_origin(core) is Annotated else (core,)
    is_class = isinstance(plain, type)
    return FieldShape(
        owner=owner,
        hint=hint,
        name=name,
        label=info.title or name,
        help=info.description or "",
        required=info.is_required(),
        default=info.default,
        public=info.json_schema_extra["public"],
        is_fact=info.json_schema_extra["is_fact"],
        many=many,
        model=plain if is_class and issubclass(plain, BaseModel) else None,
        reference=next((mark for mark in (*marks, *info.metadata) if isinstance(mark, Reference)), None),
        choices=plain if is_class and issubclass(plain, Choice) else None,
        example=(info.examples or [None])[0],
    )


def _unwrap(hint: Any) -> tuple[bool, Any]:
    """Take ``tuple[X, ...]`` and ``X | None`` apart into whether it is a list, and X."""
    if get_origin(hint) in {Union, types.UnionType}:
        hint = next(part for part in get_args(hint) if part is not types.NoneType)
    if get_origin(hint) is tuple:
        return True, get_args(hint)[0]
    return False, hint
