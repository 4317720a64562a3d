"""The surnames that tell a person's name from other short words.

Most of 百家姓 and what is met besides. A name whose surname is not here is read with more care, never refused.
"""

from __future__ import annotations

import re

_SINGLE = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜"
    "詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉"
    "饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖"
    "糜鄢冷卓花仇楚习肖闫付代占邝亓仝佟尚展岑巩应慕戎明晁朴权桑欣水沙满漆烟狄盘禹竺粟练经缪羊翦胥芮苍茅荆"
    "莘蒲蓝虞衣谌贝贡逄邰郗於钮铁银锁门闻阴阿雍靖鞠麦麻黑某"
)
_DOUBLE = frozenset(re.findall("..", "欧阳司马诸葛上官司徒东方独孤南宫皇甫尉迟公孙慕容令狐长孙宇文夏侯轩辕百里端木"))


def begins_with_surname(name: str, *, double: bool = False) -> bool:
    """Return whether a name begins with a surname; with ``double``, with one of two characters."""
    return name[:2] in _DOUBLE or (not double and name[:1] in _SINGLE)
