"""Role: who led or leads a team, as what, and from when to when; and the plain line that may stand for it.

A line has the name first, then the office, then the time: 杨志刚，队长，2011—2018. Offices also write the office first
(队长：杨志刚), put both into brackets or part them by blanks; each of these can only be read in one way. What cannot,
such as two names, is left in the name, which is refused then.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import WithJsonSchema

from generator.problems import Phrase
from generator.records.fields import NotReadError, PersonRef, field, read_by
from generator.records.periods import PeriodField, is_period
from generator.records.sourced import Sourced
from generator.records.surnames import begins_with_surname

_HAN = r"\u4e00-\u9fff"
_POST = (
    "(?:队长|会长|理事长|理事|秘书长|秘书|干事|书记|主任|主席|负责人|发起人|创始人|召集人|联络员|联系人|带头人|顾问|委员"
    "|团长|组长|部长|站长|校长|院长|所长|社长|总监|经理|教练|指导员|政委)"
)
_OFFICE = (
    r"(?:现任|首任|前任|第[一二三四五六七八九十\d]+任|原|副|常务|名誉|执行|总|大|中|小|分|支|党委|党支部|团委|团支部)*"
    + _POST
)
_OFFICE_FIRST = re.compile(rf"({_OFFICE})([{_HAN}]{{2,4}})")
# A Chinese name has four characters at most.
_LONGEST = 4
_BRACKETED = re.compile(r"([^（(，,；;：]+)[（(]([^（()）]+)[）)]")
_PADDED = re.compile(rf"([{_HAN}])[ \u3000]+([{_HAN}])(?=[\s，,；;（(]|$)")
_DASHED = re.compile(r"\s*(—+|–|-|－|~|～|至)\s*")
_TIME = re.compile(r"(?<!\d)\d{4}(?!\d)|\d年|[一二][〇零○一二三四五六七八九]{3}年|至今")
# What a person's name does not have.
_NO_NAME = re.compile(r"[\d，,；;：:（()）、/／。|]|[\u3000 ](?=[\u4e00-\u9fff])|等$")


def person_name(text: str) -> str:
    """Read the name of one person.

    :raises NotReadError: it holds more than a name, or is the name of an office.
    """
    name = _PADDED.sub(r"\1\2", text.strip())
    if re.fullmatch(_OFFICE, name):
        raise NotReadError(Phrase("这是职务", "it is an office"))
    if not name or _NO_NAME.search(name):
        raise NotReadError
    # 王副会长 is all that some texts say; 杨志刚副会长 is a name and an office.
    is_titled = any(re.fullmatch(_OFFICE, name[of_surname:]) for of_surname in (1, 2))
    if len(name) > _LONGEST and re.search(_POST, name) and not is_titled:
        raise NotReadError(Phrase("里面还有职务", "there is an office in it"))
    return name


def role_in_line(line: str) -> dict[str, str]:
    """Return what a line says as fields of a role, in its order."""
    parts = _parts(line.strip())
    times = [part for part in parts if _TIME.search(part)]
    found = _named([part for part in parts if part and part not in times])
    said = found | ({"period": "，".join(times)} if times else {})
    return said or {"name": line}


def _parts(line: str) -> list[str]:
    line = _PADDED.sub(r"\1\2", line, count=1)
    bracketed = _BRACKETED.fullmatch(line)
    if bracketed:
        return [bracketed[1].strip(), *_parts(bracketed[2].strip())]
    before, colon, after = line.partition("：")
    if colon and _TIME.search(before):
        return [before.strip(), *_parts(after.strip())]
    if re.search("[，,；;]", line):
        return [part.strip() for part in re.split("[，,；;]", line)]
    # A blank is part of a Latin name.
    return [line] if re.search("[A-Za-z]", line) else _DASHED.sub(r"\1", line).split()


def _named(parts: list[str]) -> dict[str, str]:
    """Return the name and the office that parts of a line give, whichever is first."""
    first, *others = parts or [""]
    office, colon, name = first.partition("：")
    if colon:
        return {"role": "，".join([office.strip(), *others]), "name": name.strip()}
    if others and re.fullmatch(_OFFICE, first) and _is_person(others[0]):
        return {"role": "，".join([first, *others[1:]]), "name": others[0]}
    if not others and (match := _OFFICE_FIRST.fullmatch(first)) and _is_person(match[2]):
        return {"role": match[1], "name": match[2]}
    return ({"name": first} if first else {}) | ({"role": "，".join(others)} if others else {})


def _is_person(text: str) -> bool:
    is_surname = begins_with_surname(text, double=True) and len(text) == len("欧阳")
    return re.fullmatch(rf"[{_HAN}]{{2,4}}", text) is not None and begins_with_surname(text) and not is_surname


def office(text: str) -> str:
    """Read the name of an office.

    :raises NotReadError: it is a time: 2011—2018: 王芳 has it where an office stands.
    """
    if is_period(text):
        raise NotReadError(Phrase("这是时间", "it is a time"))
    if not text.strip():
        raise NotReadError
    return text.strip()


PersonName = Annotated[
    str, read_by(person_name, str, "bad-person-name"), WithJsonSchema({"type": "string", "minLength": 1})
]
Office = Annotated[str, read_by(office, str, "bad-office"), WithJsonSchema({"type": "string", "minLength": 1})]


class Role(Sourced):
    """Who leads a team, as what, and from when to when."""

    from_text = role_in_line
    from_pair = ("role", "name")

    name: PersonName | None = field("姓名", "没有人物记录的，写姓名", default=None, example="王芳")
    person: PersonRef | None = field("人物", "有人物记录的，写人物编号，不再写姓名", default=None, example="li-jianguo")
    role: Office | None = field("职务", "担任什么，照原文", default=None, example="队长")
    period: PeriodField | None = field("期间", "从什么时候到什么时候", default=None, example="2011—2018")

    @property
    def words(self) -> str:
        """Return the office and the time: 队长，2011年至2018年."""
        return "，".join(part for part in (self.role, self.period.label if self.period else None) if part)
