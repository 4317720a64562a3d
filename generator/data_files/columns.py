"""The columns of the data files, with the Chinese words that explain them.

Those of a kind are its declared fields; those of the figures are named here, once, for the files, for the page that
explains them and for the package that describes them to programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.catalogue.citations import Dating
from generator.records.declared import FieldShape, fields_of
from generator.records.edition import EditionStatus
from generator.records.fields import Choice
from generator.records.kinds import KINDS, Kind
from generator.records.level import Level
from generator.records.metric import Measure
from generator.records.quantity import Qualifier


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, its Chinese title, what stands in it.

    ``refers`` is the kind of record whose ids it holds, several in a cell where ``many``; ``names`` is the column
    whose ids it gives the names of.
    """

    name: str
    title: str
    about: str
    type: Literal["string", "number"] = "string"
    refers: str = ""
    many: bool = False
    names: str = ""


def _choices(choices: type[Choice]) -> str:
    return "、".join(f"{choice.value} {choice.label}" for choice in choices)


def _place(about: str) -> tuple[Column, Column]:
    return (
        Column("place", "地区编号", about, refers="place", many=True),
        Column("place_name", "地区名称", "那些地区的名称，次序相同", many=True, names="place"),
    )


_SOURCE = (
    Column("source", "来源编号", "说出它的来源；几份来源在 CSV 里用“；”隔开", refers="document", many=True),
    Column("source_name", "来源名称", "那些来源的名称，次序相同", many=True, names="source"),
)

FIGURE_COLUMNS = (
    Column("subject", "主体编号", "数据说的是哪条记录"),
    Column("subject_kind", "主体种类", "、".join(f"{kind.name} {kind.label}" for kind in KINDS)),
    Column("subject_name", "主体名称", "那条记录的名称", names="subject"),
    *_place("那条记录在哪里；是地区的，就是它自己"),
    Column("metric", "指标编号", "说的是哪个指标", refers="metric"),
    Column("metric_name", "指标名称", "那个指标的名称", names="metric"),
    Column("measure", "性质", _choices(Measure)),
    Column("value", "数值", "从原文读出的数，万已换算", "number"),
    Column("value_to", "数值上限", "原文写的是一个范围时的上限；不是范围的为空", "number"),
    Column("qualifier", "程度", f"数值前后的字是什么意思：{_choices(Qualifier)}"),
    Column("unit", "单位", "原文的单位；原文没写的，用指标的单位"),
    Column("as_printed", "原文写法", "来源里的原字，余、近、约都在"),
    Column("as_of", "截至", "年、年-月或年-月-日；不知道的为空"),
    Column("period", "期间", "数据覆盖的时间段，照原文写；没有的为空"),
    Column("basis", "日期依据", _choices(Dating)),
    Column("scope", "怎么算的", "统计范围；没有说明的为空"),
    *_SOURCE,
    Column("where", "位置", "在来源的哪一节、哪一段"),
)

WINNER_COLUMNS = (
    Column("series", "系列编号", "哪个荣誉系列", refers="series"),
    Column("series_name", "系列名称", "那个系列当年的名称"),
    Column("level", "级别", _choices(Level)),
    Column("edition", "名单编号", "哪一份名单", refers="edition"),
    Column("edition_name", "名单名称", "那份名单的名称", names="edition"),
    Column("year", "年份", "原文写明的年份；没有的为空"),
    Column("round", "届次", "第几届；没有的为空"),
    Column("status", "状态", _choices(EditionStatus)),
    Column("category", "类别", "奖项类别"),
    Column("name", "名称", "获奖者的名称，照名单"),
    Column("unit", "单位", "名单写明的单位；没有的为空"),
    Column("record_kind", "记录种类", "获奖者有记录时，是哪一种"),
    Column("record", "记录编号", "获奖者有记录时，是哪一条"),
    *_place("获奖者有记录时，它在哪里；是地区的，就是它自己"),
    *_SOURCE,
    Column("where", "位置", "在来源的哪一节、哪一段"),
)


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a kind's table: its public fields but for those that are groups of fields.

    Behind each reference stands a column with the names of what it refers to.
    """
    shapes = fields_of(kind.model).values()
    return tuple(column for shape in shapes if shape.public and not shape.model for column in _columns(shape))


def _columns(shape: FieldShape) -> Iterator[Column]:
    refers = shape.reference.kind if shape.reference else ""
    yield Column(shape.name, shape.label, shape.help, refers=refers, many=shape.many)
    if refers:
        about = f"“{shape.label}”一栏里编号的名称{'，次序相同' if shape.many else ''}"
        yield Column(name_column(shape.name), f"{shape.label}名称", about, many=shape.many, names=shape.name)


def name_column(field: str) -> str:
    """Return the column that has the names of what a field refers to."""
    return f"{field}_name"
