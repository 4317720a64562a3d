"""Domain: a field of service of this project, with the colour and the sign by which readers know it.

Sources name fields in many words. A project keeps the word as printed; the fields say which words count as theirs.
"""

from __future__ import annotations

from generator.records.fields import Choice, Line, field
from generator.records.record import Record


class Colour(Choice):
    """A colour of the theme; white stands on each of them well enough to be read."""

    OCHRE = "ochre", "赭"
    BLUE = "blue", "蓝"
    ROSE = "rose", "玫红"
    GREEN = "green", "绿"
    TEAL = "teal", "青"
    ORANGE = "orange", "橙"
    INDIGO = "indigo", "靛"
    VIOLET = "violet", "紫"
    BROWN = "brown", "棕"
    OLIVE = "olive", "橄榄"
    SLATE = "slate", "灰"
    LAKE = "lake", "湖蓝"


class Sign(Choice):
    """A drawing of the theme."""

    PEACH = "peach", "寿桃"
    BOOK = "book", "书"
    KITE = "kite", "风筝"
    LEAF = "leaf", "叶子"
    HEART = "heart", "心"
    LIFEBUOY = "lifebuoy", "救生圈"
    SCALES = "scales", "天平"
    FAN = "fan", "折扇"
    SPEECH = "speech", "讲话"
    HOUSES = "houses", "房子"
    WHEELCHAIR = "wheelchair", "轮椅"
    FLAG = "flag", "旗"


class Domain(Record):
    """A field of service."""

    name: Line = field("名称", "领域的叫法，两到四个字", example="助老", is_fact=False)
    colour: Colour = field("颜色", "封面的底色，一个领域一种", example="赭", is_fact=False)
    sign: Sign = field("图形", "封面上的图形，一个领域一个", example="寿桃", is_fact=False)
    aliases: tuple[Line, ...] = field(
        "别名", "来源里的哪些说法也算这个领域，一行一个；项目里照原文写，不用改", default=(), example="敬老"
    )
