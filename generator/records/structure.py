"""What a model declares, read once: the single look into pydantic that everything else uses."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.reading.nodes import Path
from generator.records.fields import Choice, Model, Reference


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One declared field: names, help, and what its value is made of.

    ``many`` tells a list; ``model`` is set where the value (or each item) is a group of fields; ``reference``
    where it is another record's id; ``choices`` where it is one of a few words.
    """

    name: str
    label: str
    help: str
    required: bool
    public: bool
    many: bool
    model: type[Model] | None
    reference: Reference | None
    choices: type[Choice] | None
    example: str | None


@cache
def fields_of(model: type[Model]) -> dict[str, FieldShape]:
    """Return the fields of a model by name, in the order declared."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _shape(name, hints[name], info) for name, info in model.model_fields.items()}


@cache
def names_of(model: type[Model]) -> dict[str, str]:
    """Return every spelling of a key, English or Chinese, with the field's name."""
    return {key: shape.name for shape in fields_of(model).values() for key in (shape.name, shape.label)}


def references(value: Model, at: Path = ()) -> Iterator[tuple[Path, Reference, str]]:
    """Yield every reference in a record with its path: ``(("figures", 0, "metric"), Reference, "注册志愿者")``."""
    for shape in _holding_references(type(value)):
        held = getattr(value, shape.name)
        if held is None:
            continue
        for here, item in _items(held, shape, at):
            if shape.reference:
                yield here, shape.reference, item
            else:
                yield from references(item, here)


def texts(value: Model, at: Path = (), *, public: bool = True) -> Iterator[tuple[Path, str, bool]]:
    """Yield every text in a record with its path, and whether it may be published; ids of others are no texts."""
    for shape in _holding_texts(type(value)):
        held = getattr(value, shape.name)
        if not held:
            continue
        shown = public and shape.public
        if isinstance(held, str):
            yield (*at, shape.name), held, shown
            continue
        for here, item in _items(held, shape, at):
            if isinstance(item, Model):
                yield from texts(item, here, public=shown)
            elif isinstance(item, dict):
                yield from ((here, text, shown) for text in item.values())
            else:
                yield here, str(item), shown


def _items(held: Any, shape: FieldShape, at: Path) -> Iterable[tuple[Path, Any]]:
    """Return a field's value with its path, or each item of a list with its own."""
    if not shape.many:
        return (((*at, shape.name), held),)
    return [((*at, shape.name, index), item) for index, item in enumerate(held)]


@cache
def _holding_texts(model: type[Model]) -> tuple[FieldShape, ...]:
    return tuple(s for s in fields_of(model).values() if not s.reference and not s.choices)


@cache
def _holding_references(model: type[Model]) -> tuple[FieldShape, ...]:
    """Return the fields that are references or hold some, so that the rest is not walked."""
    return tuple(
        shape
        for shape in fields_of(model).values()
        if shape.reference or (shape.model and _holding_references(shape.model))
    )


def _shape(name: str, hint: Any, info: Any) -> FieldShape:
    many, core = _unwrap(hint)
    reference = next((item for item in (*_metadata(core), *info.metadata) if isinstance(item, Reference)), None)
    plain = get_args(core)[0] if get_origin(core) is Annotated else core
    is_class = isinstance(plain, type)
    return FieldShape(
        name=name,
        label=info.title or name,
        help=info.description or "",
        required=info.is_required(),
        public=bool((info.json_schema_extra or {}).get("public", True)),
        many=many,
        model=plain if is_class and issubclass(plain, BaseModel) else None,
        reference=reference,
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


def _metadata(hint: Any) -> tuple[Any, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()
