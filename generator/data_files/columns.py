"""The columns of the data files, with the Chinese words that explain them.

Those of a kind are its declared fields; those of the figures are named here, once, for the files, for the page that
explains them and for the package that describes them to programs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.catalogue.citations import Dating
from generator.records.declared import fields_of
from generator.records.edition import EditionStatus
from generator.records.fields import Choice
from generator.records.kinds import KINDS, Kind
from generator.records.metric import Measure
from generator.records.quantity import Qualifier


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, its Chinese title, what stands in it."""

    name: str
    title: str
    about: str
    type: Literal["string", "number"] = "string"


def _choices(choices: type[Choice]) -> str:
    return "、".join(f"{choice.value} {choice.label}" for choice in choices)


FIGURE_COLUMNS = (
    Column("subject", "主体编号", "数据说的是哪条记录"),
    Column("subject_kind", "主体种类", "、".join(f"{kind.name} {kind.label}" for kind in KINDS)),
    Column("subject_name", "主体名称", "那条记录的名称"),
    Column("metric", "指标编号", "说的是哪个指标"),
    Column("metric_name", "指标名称", "那个指标的名称"),
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
    Column("source", "来源编号", "说出它的来源；几份来源在 CSV 里用“；”隔开"),
    Column("where", "位置", "在来源的哪一节、哪一段"),
)

WINNER_COLUMNS = (
    Column("series", "系列编号", "哪个荣誉系列"),
    Column("series_name", "系列名称", "那个系列的名称"),
    Column("edition", "届次编号", "哪一份名单"),
    Column("year", "年份", "原文写明的年份；没有的为空"),
    Column("edition_name", "届次", "第几届；没有的为空"),
    Column("status", "状态", _choices(EditionStatus)),
    Column("category", "类别", "奖项类别"),
    Column("name", "名称", "获奖者的名称，照名单"),
    Column("unit", "单位", "名单写明的单位；没有的为空"),
    Column("record_kind", "记录种类", "获奖者有记录时，是哪一种"),
    Column("record", "记录编号", "获奖者有记录时，是哪一条"),
    Column("source", "来源编号", "说出它的来源；几份来源在 CSV 里用“；”隔开"),
    Column("where", "位置", "在来源的哪一节、哪一段"),
)


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a kind's table: its public fields but for those that are groups of fields."""
    shapes = fields_of(kind.model).values()
    return tuple(Column(shape.name, shape.label, shape.help) for shape in shapes if shape.public and not shape.model)
