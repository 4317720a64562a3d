"""What a type refuses, in our words: pydantic's faults to problems at their place, with how to write it rightly."""

from __future__ import annotations

from collections.abc import Mapping as Details
from typing import Any

from generator.problems import Location, Phrase, Problem
from generator.reading.nodes import Node, Path, locate
from generator.records.declared import FieldShape, fields_of
from generator.records.fields import Model
from generator.records.likeness import nearest
from generator.records.shape import dotted

# pydantic's words for what can go wrong, in ours. Our own types name their code themselves.
_WRONG_TYPE = ("string_type", "tuple_type", "dict_type", "model_type", "model_attributes_type", "not-text")
_CODES = dict.fromkeys(_WRONG_TYPE, "wrong-type") | {
    "missing": "missing-field",
    "enum": "not-a-choice",
    "string_too_short": "missing-field",
    "string_too_long": "text-too-long",
}


def problem_of(path: str, model: type[Model], node: Node, fault: Details[str, Any]) -> Problem:
    """Return a fault as a problem of the file at ``path``, whose shaped tree is ``node``."""
    at: Path = tuple(fault["loc"])
    shape = _field_at(model, at)
    code = _CODES.get(fault["type"], fault["type"])
    if code == "not-a-choice" and not isinstance(fault["input"], str):
        code = "wrong-type"
    if at and isinstance(at[-1], int) and fault["input"] == "":
        code = "empty-item"
    details: dict[str, str | Phrase] = {
        "label": _label(shape, at),
        "expected": _expected(shape, fault["type"]),
        "how": _how(shape, fault["type"]),
        "help": shape.help if shape else "",
        "example": f"例如：{shape.example}" if shape and shape.example else "",
        "value": str(fault["input"])[:40] if isinstance(fault["input"], str) else "",
        "reason": _reason((fault.get("ctx") or {}).get("reason")),
        "limit": str((fault.get("ctx") or {}).get("max_length", "")),
    }
    if shape and shape.choices:
        words = [member.label for member in shape.choices]
        details |= {"choices": "、".join(words), "suggestion": nearest(str(fault["input"]), words)}
    return Problem(code, Location(path, *locate(node, at)), dotted(at), details)


def _reason(reason: Phrase | None) -> Phrase:
    """Return why a value could not be read, as it follows what is wrong."""
    return Phrase(f"：{reason.zh}", f": {reason.en}") if reason and reason.zh else Phrase("", "")


def _label(shape: FieldShape | None, at: Path) -> str | Phrase:
    """Name a field, or the key of one's own choice inside it (``accept``)."""
    if shape is None:
        return Phrase("这里", "this")
    last = at[-1]
    is_own = isinstance(last, str) and last != shape.name
    return str(last) if is_own else Phrase(shape.label, shape.name)


def _field_at(model: type[Model] | None, at: Path) -> FieldShape | None:
    shape = None
    for step in at:
        if isinstance(step, str) and model is not None:
            shape = fields_of(model).get(step)
            model = shape.model if shape else None
    return shape


def _how(shape: FieldShape | None, fault: str) -> Phrase:
    """Return how a value of the wrong sort is written rightly."""
    label = shape.label if shape else "名称"
    name = shape.name if shape else "name"
    if fault == "dict_type":
        return Phrase("另起一行，行首空两格，写“名称: 内容”", "write 'name: value' on a line below, two spaces deeper")
    if shape and shape.model and fault == "tuple_type":
        return Phrase("每一条另起一行，前面加短横线和空格：- …", "begin each item on a line of its own with '- '")
    if shape and shape.model:
        first = next((own for own in fields_of(shape.model).values() if own.required), None)
        begun = Phrase(first.label, first.name) if first else Phrase("名称", "name")
        return Phrase(
            f"另起一行，行首空两格，从“- {begun.zh}: …”写起，其余栏目写在它下面、再空两格",
            f"begin on a line below with '- {begun.en}: …', its other fields below that, two spaces deeper",
        )
    return Phrase(
        f"写在一行里：“{label}: …”，去掉短横线、括号和小栏目",
        f"write it in one line, '{name}: …', without dashes or brackets",
    )


def _expected(shape: FieldShape | None, fault: str) -> Phrase:
    if fault == "dict_type":
        return Phrase("一组“名称: 内容”（一行一个）", "a group of 'name: value' lines")
    if shape and shape.model and fault == "tuple_type":
        return Phrase("一份清单（每条以短横线加空格开头）", "a list (each item begins with a dash and a space)")
    if shape and shape.model:
        return Phrase("一组栏目（每行“名称: 内容”）", "a group of fields (one 'name: value' a line)")
    if shape and shape.many:
        return Phrase("一份清单或一行文字", "a list, or a line of text")
    return Phrase("一行文字", "a line of text")
