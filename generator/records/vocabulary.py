"""Vocabulary: a place's own list of terms, dated; the same slogan is a different list in another city."""

from __future__ import annotations

from generator.records.dates import DateField
from generator.records.fields import Line, Model, PlaceRef, Prose, YesNo, field, name_and_text
from generator.records.record import Record


class Term(Model):
    """One term of a list."""

    from_text = name_and_text
    from_pair = ("name", "text")

    name: Line = field("名称", "词条", example="为老")
    text: Prose | None = field("解释", "它指什么", default=None)


class Vocabulary(Record):
    """A place's own list."""

    place: PlaceRef | None = field("地区", "哪个地区的说法", default=None, is_fact=False)
    date: DateField | None = field("日期", "什么时候的说法", default=None)
    stated: Line | None = field("原文数目", "原文说共有几项", default=None, example="17+N", is_fact=False)
    complete: YesNo = field("列全", "原文是否把各项列全（带“等”的写否）", default=True, is_fact=False)
    terms: tuple[Term, ...] = field("词条", "一行一个", default=())
