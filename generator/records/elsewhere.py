"""Keys that no kind has and staff often type: where what they say belongs."""

from __future__ import annotations

from generator.problems import Phrase
from generator.records.declared import fields_of
from generator.records.fields import Model

_HONOURS = Phrase(
    "荣誉写进 honours 文件夹里那一届的“获奖名单”，这里会自动显示，删掉这一行。",
    "an honour is a line of its edition in honours/, and is shown here by itself: delete this line. ",
)
_CONTACTS = Phrase(
    "联系人和个人电话不公开，删掉这一行；对外公布的座机写进队伍、阵地或地区的“公开电话”，项目和活动的写进“怎么参加”。",
    "contacts are not published: delete this line; a public landline is the phone of a team, station or place, "
    "and that of a project or an activity goes into take_part. ",
)
_WAY = Phrase(
    "写进“怎么参加”：一句话，或者在它下面分开写说明、公开电话、网址、地址、时间。",
    "it belongs to take_part: a line, or text, phone, url, address and hours below it. ",
)
_PEOPLE = Phrase(
    "工作用的写进“内部备注”（不公开）；要向公众介绍的人，在 content/people 里写一条人物记录。",
    "for the office write it into remark; who is shown to the public has a record in content/people. ",
)
_TEXT = Phrase(
    "没有合适的栏目时，写进“简介”，只供内部看的写进“内部备注”。",
    "what has no field goes into summary, or into remark if it is for the office alone. ",
)
_PLACES: dict[str, Phrase] = {
    **dict.fromkeys(("荣誉", "所获荣誉", "获奖", "获奖情况", "奖项", "表彰", "honours"), _HONOURS),
    **dict.fromkeys(("联系电话", "电话", "手机", "手机号", "联系方式", "微信", "phone"), _CONTACTS),
    **dict.fromkeys(("负责人", "联系人", "队长", "会长", "理事长", "站长", "发起人", "填报人"), _PEOPLE),
}

_WAYS = {"报名", "报名电话", "报名方式", "报名地点", "报名网址", "参加方式", "参与方式", "加入方式", "集合地点"}


def place_of_key(key: str, model: type[Model]) -> Phrase:
    """Return where that belongs which was typed under a key that a model does not have."""
    fields = fields_of(model)
    if "remark" not in fields or "summary" not in fields:
        return Phrase("", "")
    if key in _WAYS and "take_part" in fields:
        return _WAY
    return _PLACES.get(key, _TEXT)
