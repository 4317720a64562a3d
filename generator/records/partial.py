"""Records without the fields that are wrong.

A wrong date must not hide an unknown reference two lines below it, so the rules still look at the fields that
could be read. Pages never see such a record.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import create_model

from generator.reading.nodes import Mapping, Node, Pair, Path, Sequence
from generator.records.declared import fields_of
from generator.records.fields import Model, field

M = TypeVar("M", bound=Model)


@cache
def partial_of(model: type[M]) -> type[M]:
    """Return the model with no field required, at any depth; its values may be None where the model's are not."""
    loose: dict[str, Any] = {}
    for shape in fields_of(model).values():
        inner: Any = partial_of(shape.model) if shape.model else shape.hint
        is_list = shape.model and shape.many
        if shape.model or shape.required:
            loosened = field(
                shape.label, shape.help, default=() if is_list else None, public=shape.public, is_fact=shape.is_fact
            )
            loose[shape.name] = (tuple[inner, ...] if is_list else inner | None, loosened)
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
