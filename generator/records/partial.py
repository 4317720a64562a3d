"""What is left of a record when some of its fields are wrong.

A wrong date must not hide an unknown reference two lines below it, so the rules still look at the fields that
could be read. Pages never see such a record.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

from pydantic import Field, create_model

from generator.reading.nodes import Mapping, Node, Pair, Path, Sequence
from generator.records.fields import Model
from generator.records.structure import fields_of


@cache
def partial_of(model: type[Model]) -> type[Model]:
    """Return the model with no field required, at any depth; its values may be None where the model's are not."""
    hints = get_type_hints(model, include_extras=True)
    loose: dict[str, Any] = {}
    for shape in fields_of(model).values():
        named: dict[str, Any] = {
            "title": shape.label,
            "description": shape.help,
            "json_schema_extra": {"public": shape.public},
        }
        if shape.model:
            inner: Any = partial_of(shape.model)
            many = (tuple[inner, ...], Field(default=(), **named))
            loose[shape.name] = many if shape.many else (inner | None, Field(default=None, **named))
        elif shape.required:
            loose[shape.name] = (hints[shape.name] | None, Field(default=None, **named))
    return create_model(f"Partial{model.__name__}", __base__=model, **loose)


def prune(node: Node, faults: set[Path], at: Path = ()) -> Node:
    """Return the tree without the values at the faulty paths."""
    if isinstance(node, Mapping):
        pairs = tuple(
            Pair(pair.key, prune(pair.value, faults, (*at, pair.key.value)))
            for pair in node.pairs
            if (*at, pair.key.value) not in faults
        )
        return Mapping(pairs, node.line, node.column)
    if isinstance(node, Sequence):
        items = tuple(
            prune(item, faults, (*at, index)) for index, item in enumerate(node.items) if (*at, index) not in faults
        )
        return Sequence(items, node.line, node.column)
    return node
