"""How a group of fields may be written in one line, as its own short forms read it, in the words of its labels."""

from __future__ import annotations

from generator.records.declared import fields_of
from generator.records.fields import Model

_LINES = {"{}，{}，{}": "甲，乙，2011—2018", "{}（{}）": "甲（乙）", "{}：{}": "甲：乙", "{}": "甲"}


def pair_form(model: type[Model]) -> tuple[str, str]:
    """Return the pair that may stand for a group and an example of it: ``指标: 数值``; either may be empty."""
    if not model.from_pair:
        return "", ""
    first, second = (fields_of(model)[name] for name in model.from_pair)
    example = f"{first.example}: {second.example}" if first.example and second.example else ""
    return f"{first.label}: {second.label}", example


def line_forms(model: type[Model]) -> list[str]:
    """Return the plain lines that may stand for a group: ``名称（单位）``, ``名称``."""
    if not model.from_text:
        return []
    shapes = fields_of(model)
    read = {form: [shapes[name].label for name in model.from_text(line)] for form, line in _LINES.items()}
    return [form.format(*labels) for form, labels in read.items() if len(labels) == form.count("{}")]
