"""Statements: their sources, and how their dates are known."""

from __future__ import annotations

from generator.records.fields import Choice, DocumentRef, Line, Model, field


class Basis(Choice):
    """How the date of a statement is known."""

    STATED = "stated", "文中写明"
    INFERRED = "inferred", "推定"
    NOT_GIVEN = "not-given", "未说明"


class Sourced(Model):
    """Anything that says where it was said."""

    source: tuple[DocumentRef, ...] = field(
        "来源",
        "说出这件事的文件，写来源记录的编号；不写就用上一层的来源",
        default=(),
        example="qingdao-2023",
        is_fact=False,
    )
    where: Line | None = field(
        "位置", "在文件的哪一节、哪一段", default=None, example="融合文明实践，第1段", is_fact=False
    )
    accept: dict[str, Line] | None = field(
        "接受", "看过某条提醒、认为没有问题时，写“提醒代码: 理由”，以后不再提醒", default=None, public=False
    )
