"""A new record to be filled in, or a new site's settings: every field in Chinese, with its help as a remark.

In goes a declared model with what is known of it, out comes YAML. Fields that must be filled in come first and stand
open, so that a check asks for them and nobody publishes a placeholder; all others are remarks, which become fields by
taking ``# `` from the front of their lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.desk.short_forms import line_forms, pair_form
from generator.records.declared import FieldShape, fields_of
from generator.records.fields import Model
from generator.records.kinds import BY_NAME, Kind

# What only a record that has been there for a while can have, and the file's name.
_LATER = frozenset({"id", "formerly", "accept"})
_HEAD = """# {guide}
# 这条记录的编号就是文件名：{id}
# 以 # 开头的是说明，程序不读。要写哪一栏，删掉它行首的“# ”，再在冒号后面写内容。
"""
_OPEN, _OTHERS = "# ---- 要填的 ----", "# ---- 选填，用不着的可以删掉 ----"
# What every reader of YAML takes for text as it stands: it begins with a Chinese character or its quotes, and has no
# sign inside that would end it.
_PLAIN = re.compile(r"[\u4e00-\u9fff“《][\w \u4e00-\u9fff“”‘’《》（）、，。！？·—…+.%/&-]*")

_A_CATEGORY = "类别的名称"

# What is known of the project's records: ids or names by kind, to be offered where a field refers to one.
Known = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a new record: values by field, the categories of its roll, what else the project holds."""

    values: Mapping[str, str] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    known: Known = lambda _: ()


def blank_record(kind: Kind, record_id: str, given: Given) -> str:
    """Return the text of a new record."""
    open_ones = open_fields(kind, given)
    shapes = (shape for shape in fields_of(kind.model).values() if shape.name not in _LATER)
    others = [shape for shape in shapes if shape not in open_ones]
    lines = [_HEAD.format(guide=kind.guide, id=record_id), _OPEN, *_fields_to_fill(open_ones, given)]
    return "\n".join([*lines, "", _OTHERS, *_as_remarks(kind.model, others, given.known)]) + "\n"


def open_fields(kind: Kind, given: Given) -> list[FieldShape]:
    """Return the fields of a new record that stand open or are known, as staff write them: the name before all."""
    named = {*kind.asks, *given.values, *(kind.model.keyed if given.categories else ())}
    shapes = [shape for shape in fields_of(kind.model).values() if shape.required or shape.name in named]
    return sorted(
        (shape for shape in shapes if shape.name not in _LATER),
        key=lambda shape: (shape.name != "name", not shape.required),
    )


def fields_as_known(
    model: type[Model], values: Mapping[str, str], *, without: Collection[str], known: Known
) -> list[str]:
    """Return the lines of a group of fields, such as a site's settings: those that are known, then the others."""
    shapes = [shape for shape in fields_of(model).values() if shape.name not in without]
    written = [f"{shape.label}: {values[shape.name]}" for shape in shapes if values.get(shape.name)]
    return [*written, *_as_remarks(model, (shape for shape in shapes if not values.get(shape.name)), known)]


def _fields_to_fill(shapes: Iterable[FieldShape], given: Given) -> Iterator[str]:
    """Yield each field that stands open, below its help, with its value where that is known."""
    for shape in shapes:
        if given.categories and shape.name == "winners":
            yield from _roll(shape, given.categories)
            continue
        value = given.values.get(shape.name, "")
        yield f"# {shape.help if value else _advice(shape, given.known)}"
        yield f"{shape.label}: {value}".rstrip()


def yaml_text(value: str) -> str:
    """Write a text as YAML reads it again: as it stands where that is safe, else between quotes."""
    text = value.encode("utf-8", "replace").decode("utf-8").strip()
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _roll(roll: FieldShape, categories: Iterable[str]) -> Iterator[str]:
    """Yield a roll with its categories, an open line in each."""
    yield "# 一行一个，写“名称（单位）”；有自己一页的写“人物: 编号”“队伍: 编号”等。没有人获奖的类别，整个删掉"
    yield f"{roll.label}:"
    for category in categories:
        yield from (f"  {yaml_text(category)}:", "    -")


def _as_remarks(kind: type[Model], shapes: Iterable[FieldShape], known: Known) -> Iterator[str]:
    for shape in shapes:
        yield f"# {shape.label}:  # {_advice(shape, known)}"
        if shape.name in kind.keyed:
            yield from (f"#   {_A_CATEGORY}:", "#     -")
        elif shape.many:
            yield f"#   -{_item(shape.model)}"


def _item(model: type[Model] | None) -> str:
    """Say what an item of a list looks like, where it is a group of fields."""
    if not model:
        return ""
    pair, example = pair_form(model)
    needed = [f"{shape.label}: …" for shape in fields_of(model).values() if shape.required]
    several = f"{{{', '.join(needed or [f'{label}: …' for label in _labels(model)])}}}"
    forms = [pair] if pair else line_forms(model) or ([several] if len(needed) != 1 else needed)
    return f"  # {' 或 '.join(forms)}" + (f"，例如 {example}" if example else "")


def _labels(model: type[Model]) -> list[str]:
    return [shape.label for shape in fields_of(model).values() if shape.owner is model]


def _advice(shape: FieldShape, known: Known) -> str:
    """Say what is written in a field: its help, its choices, and what the project has to refer to."""
    if shape.choices:
        labels = [choice.label for choice in shape.choices]
        named = [label for label in labels if label in shape.help]
        one = f"选一个：{'、'.join(labels)}"
        return shape.help if named == labels else one if named else f"{shape.help}。{one}"
    if shape.reference:
        there = known(shape.reference.kind)
        offered = f"这里有 {'、'.join(there)}" if there else f"要先有{BY_NAME[shape.reference.kind].label}的记录"
        return f"{shape.help}。{offered}"
    if shape.model and not shape.many:
        return f"{shape.help}。下面写{'、'.join(_labels(shape.model))}，各占一行，缩进两格"
    # A mail address in a remark would be taken for somebody's own.
    return f"{shape.help}。例如：{shape.example}" if shape.example and "@" not in shape.example else shape.help
