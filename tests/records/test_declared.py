"""Every field is declared once, with its label and help in words that staff know."""

from __future__ import annotations

import pytest

from generator.records.declared import FieldShape, fields_of
from generator.records.fields import Model
from generator.records.kinds import BY_NAME, KINDS, Kind
from generator.records.settings import Settings


def models() -> list[type[Model]]:
    """Return the models of all kinds, of their parts and of the settings."""
    found: list[type[Model]] = [kind.model for kind in KINDS] + [Settings]
    for model in found:
        found.extend(shape.model for shape in fields_of(model).values() if shape.model and shape.model not in found)
    return found


FIELDS = [(model, shape) for model in models() for shape in fields_of(model).values()]


@pytest.mark.parametrize(("model", "shape"), FIELDS, ids=lambda value: getattr(value, "__name__", None) or value.name)
def test_fields_are_declared(model: type[Model], shape: FieldShape) -> None:
    """A field has a Chinese label of its own and a help text, and refers to a kind that exists."""
    assert any("\u4e00" <= char <= "\u9fff" for char in shape.label)
    assert shape.help
    assert sum(other.label == shape.label for other in fields_of(model).values()) == 1
    assert shape.reference is None or shape.reference.kind in BY_NAME


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_kinds_have_homes(kind: Kind) -> None:
    """Names, plurals, labels and folders of kinds are their own."""
    for attribute in ("name", "plural", "label", "folder"):
        assert sum(getattr(other, attribute) == getattr(kind, attribute) for other in KINDS) == 1
