"""Units and measure words: which there are, and which count the same.

A measure word may have its noun behind it (20支队伍, 12名志愿者); the word itself is what counts.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.data.tables import in_simplified_script

# Longer than one character, so that 人次 is no 人 and 小时 no 小.
_WORDS = (
    "人次|人天|人日|人时|场次|课次|车次|班次|台次|户次|例次|件次|趟次|小时|分钟|课时|学时|工时|公里|千米|厘米|平方米|平方公里|立方米|公顷"
    "|公斤|千克|公升|毫升|千瓦时|海里|美元|港元|百分点|个百分点|学年|季度|工作日|周年|年级|余元|星期|单元|机构"
)
_SINGLE = (
    "人名位员个支场次件户家岁年天月周日元项处座所条点站间台辆部份本册套篇期届类种批对双组队只棵株亩米吨克升度瓦章课堂时分秒村街镇乡县区市省社栋幢层楼笔张封"
    "通盒箱袋包瓶杯桶车趟班列架艘门科系院校团宗起例桩句步把头口枚块片面幅粒颗段集档节道盏毫斤里寸尺丈顶床针剂管餐顿碗单票股群代辈桌席首曲支幕辑版页字词线圈轮周期"
    "款样师角星级站库馆园园店厂校网号圈环套路"
)
_KNOWN = re.compile(rf"(?:{_WORDS}|[{_SINGLE}])")
_LATIN = {"km", "kg", "m", "m2", "g", "t", "h", "kwh", "gb", "℃", "°c"}
_SIGNS = {"%", "‰"}
_SAME = {"名": "人", "位": "人", "员": "人", "场次": "场"}
# Places to go to are counted by any of these.
_PLACES = frozenset("处家座所间点站")
# What is counted by no word for things.
_APART = frozenset(("人次", "场", "次", "小时", "分钟", "天", "年", "元", "%", "课时", "学时", "公里", "岁"))


@cache
def counted_in(unit: str) -> str:
    """Return a unit without the noun behind it, and with measure words folded that count the same."""
    simplified = in_simplified_script(unit)
    word = _KNOWN.match(simplified)
    bare = word[0] if word else simplified
    return _SAME.get(bare, bare)


@lru_cache(maxsize=1024)
def is_known(unit: str) -> bool:
    """Return whether something is counted in this unit anywhere."""
    if not unit or unit in _SIGNS or unit.lower() in _LATIN:
        return True
    return _KNOWN.match(in_simplified_script(unit)) is not None


@lru_cache(maxsize=1024)
def has_foreign_signs(unit: str) -> bool:
    """Return whether a unit holds letters or signs that no unit has: w名, +人."""
    return unit not in _SIGNS and unit.lower() not in _LATIN and re.search(r"[^㐀-鿿]", unit) is not None


def differ(one: str, other: str) -> bool:
    """Return whether two known units cannot count one thing; what is unknown is not judged here."""
    first, second = counted_in(one), counted_in(other)
    if first == second or not (first and second and is_known(first) and is_known(second)):
        return False
    if "个" in {first, second}:
        return bool({first, second} & _APART)
    return not {first, second} <= _PLACES
