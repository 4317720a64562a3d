"""Read one line of a roll, as commendations print it and as Word and Excel leave it.

``王伟（青岛市某某志愿服务队）`` is a name and a unit; the unit stands in the last balanced pair of brackets that
ends the line, so that a name may have brackets of its own. What a careful clerk would take out or part is told by
``mended``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.data.tables import in_simplified_script
from generator.problems import Phrase
from generator.reading.numbering import BULLETS, NUMBERING
from generator.records.surnames import begins_with_surname

_OPEN, _CLOSE = "（(", "）)"
# What is offered where a line has nothing to go by.
_FORM = "名字（单位）"
# A shared honour names two. A name of one character less or more than these is met only with a dot or a double surname.
_TWO, _LONGEST = 2, 4
_HAN = "\u3400-\u9fff\U00020000-\U000323af〇"
_SPACES = r"[ \t\u00a0\u2000-\u200a\u3000]"
# Two characters that are parted for the eye, so that they stand as wide as three.
_PADDED = re.compile(rf"([{_HAN}](?:[ \u00a0\u3000]+[{_HAN}]){{1,3}})(?=$|{_SPACES}*[{_OPEN}])")
# Nearly all lines are so, and need no other look: 王伟（某队）.
_SOUND = re.compile(rf"[{_HAN}]{{2,4}}(?<!等)(?:（[^（()），,；;、\d]{{1,60}}）)?")
# What a document says of a person beside the unit; a birth is nobody's business on a public page.
_ATTRIBUTE = re.compile(
    rf"男|女|已故|故|[{_HAN}]{{1,6}}族|(?:网名|昵称|绰号|外号|笔名|艺名|原名|又名|曾用名|人称)[:：]?.+"
)
_BIRTH = re.compile(
    r"(?:生于)?(?:19|20)\d\d年?(?:\d{1,2}月?)?(?:出?生|生人)|(?:19|20)\d\d[.年]\d{1,2}月?|(?:现年)?\d{1,3}(?:周)?岁"
)
_PARTY = re.compile(r"(?:中共|预备)?党员|共青团员|群众")
_PARTS = re.compile(r"[，,；;]\s*")
_NUMBER = re.compile(
    rf"(?:(?:姓名|名称|获奖者|获奖人)[：:]|{NUMBERING}|第?\d{{1,3}}[:：]|[{BULLETS}–—\-－*]+(?!\d))\s*"
)
_ROW_NUMBER = re.compile(rf"\d{{1,4}}{_SPACES}+(?=[{_HAN}])")
_TRAILING = re.compile(rf"(?:{_SPACES}|[、，,；;。：]|(?<=[{_HAN}{_CLOSE}])[.:])+$")
_AND_OTHERS = re.compile(r"等\s*(?:\d+|[一二三四五六七八九十百]+)?\s*[名人位个]?(?:同志|志愿者)?$")
# What ends a unit or a post in it.
_UNIT = re.compile(
    r"(?:队|局|院|司|区|会|心|校|学|所|部|社|团|行|厂|店|站|处|办|委|府|组|村|镇|县|市|网|馆|库|业|家|园|科|室|厅|党|室|集团|志愿者"
    r"|员|长|任|师|士|记|生|者|人|授|工|兵|干|导|役|理|民|匠|联|盟|协|教师|职工|推荐|报送|选送)(?:[（(].*[）)])?$"
)
# 瓜州县某某协会负责人赵甲: a post, and the name right behind it.
_POST_FIRST = re.compile(
    rf"([{_HAN}“”·（）]{{3,}}(?:队长|队员|志愿者|会长|秘书长|理事长|理事|负责人|主任|书记|馆员|教师|医生|护士|站长|校长|院长|所长|经理|职工|社工))"
    rf"([{_HAN}]{{2,4}})"
)
# What ends the name of a group, and a name with a remark of its own behind it.
_GROUP = re.compile(r"(?:队|组织|协会|联合会|中心|集体|社|团|项目|行动|计划|公司|服务站|基地)[”’》]?$")
_WITH_ASIDE = re.compile(r"(.+?)\s*[（(]([^（()）]+)[）)]")
_BETWEEN = re.compile(rf"{_SPACES}*(?:{_SPACES}+|[，,/／|｜：:]|—+|–|－|-){_SPACES}*")
# Whom such a category honours stands on one line each, and is a person.
_PERSONS = re.compile(
    r"(?:志愿者|个人|义工|工作者|人物|模范|标兵|之星|好人|代表|骨干|青年|达人|市民|人士|使者)(?:奖|称号|名单)?$"
)
_GROUPS = re.compile(r"(?:组织|团队|队伍|集体|项目|社区|村|单位|站|点|品牌|家庭|案例|基地|企业|阵地|学校|机构|支部)")

NUMBERED = Phrase("前面有编号或符号", "a number or a bullet stands before it")
TRAILING = Phrase("后面多了标点", "punctuation is left behind it")
OUTSIDE = Phrase("单位没有写在中文括号里", "the unit does not stand in brackets")
SEVERAL = Phrase("一行写了几个获奖者", "several winners stand on one line")
AND_OTHERS = Phrase(
    "“等”字后面的人没有名字，只写数量：写到“未列名荣誉”里",
    "those behind 等 have no names: count them under 'unnamed'",
)
UNPAIRED = Phrase("括号不成对", "the brackets do not pair")
BEFORE = Phrase("单位写在了名字前面", "the unit stands before the name")
BIRTH = Phrase("写了出生年月或年龄，不必公开", "a birth or an age stands there, which need not be public")


@dataclass(frozen=True, slots=True)
class RollLine:
    """A winner as a line gives it: the name, the unit, and what else the document says of the person."""

    name: str
    unit: str = ""
    note: str = ""

    def __str__(self) -> str:
        """Return the line as staff write it."""
        inside = "，".join(part for part in (self.note, self.unit) if part)
        return f"{self.name}（{inside}）" if inside else self.name


@dataclass(frozen=True, slots=True)
class Mend:
    """What is wrong with a line, and the lines that should stand in its place."""

    reason: Phrase
    lines: tuple[str, ...]


def read_roll_line(line: str) -> RollLine:
    """Return what a line says, without judging it; a two-character name padded for the eye is joined."""
    line = _joined(line.strip())
    at = _last_bracket(line)
    if at <= 0:
        return RollLine(line)
    name, inside = line[:at].strip(), line[at + 1 : -1]
    if _is_group(name) and not (_is_person(name) or _UNIT.search(inside)):
        # 医疗队（第一批）: what tells one group from another belongs to its name.
        return RollLine(line)
    unit, note = _apart(inside)
    # 扎西次仁（藏族）（某队）: what is said of the person may have brackets of its own.
    aside = _WITH_ASIDE.fullmatch(name)
    if aside and _ATTRIBUTE.fullmatch(aside[2].strip()):
        name, note = aside[1], "，".join(part for part in (aside[2].strip(), note) if part)
    return RollLine(name, unit, note)


def _joined(line: str) -> str:
    """Return a line without the blanks that part the characters of its name for the eye."""
    match = _PADDED.match(line)
    return re.sub(_SPACES, "", match[1]) + line[match.end(1) :].lstrip() if match else line


def name_and_unit(line: str) -> dict[str, str]:
    """Return what a line says as fields of a winner."""
    read = read_roll_line(line)
    return {"name": read.name} | {field: text for field, text in (("unit", read.unit), ("note", read.note)) if text}


def people_in(name: str) -> tuple[str, ...]:
    """Return the two who share an honour (``陶甲、黄乙``), or the one name."""
    parts = tuple(part.strip() for part in re.split(r"[、和]", re.sub("(?:夫妇|夫妻|伉俪)$", "", name)))
    return parts if len(parts) == _TWO and all(map(_is_person, parts)) else (name,)


def honours_people(category: str) -> bool:
    """Return whether the words of a category say that persons win it."""
    return _PERSONS.search(category) is not None and _GROUPS.search(category) is None


def honours_groups(category: str) -> bool:
    """Return whether the words of a category say that it is won by what has a longer name than a person."""
    return _GROUPS.search(category) is not None and not honours_people(category)


def mended(line: str, category: str) -> Mend | None:
    """Return how a line of a category should be written; None where it is sound."""
    if _SOUND.fullmatch(line):
        return None
    reasons: list[Phrase] = []
    rest = _without_number(line.strip(), category, reasons)
    rest = _without_end(rest, reasons)
    if sum(map(rest.count, _CLOSE)) > sum(map(rest.count, _OPEN)):
        doubled = re.sub(r"([）)])[）)]+$", r"\1", rest)
        return Mend(UNPAIRED, (doubled if doubled != rest else _FORM,))
    lines = tuple(str(one) for one in _winners(rest, category, reasons))
    return Mend(reasons[0], lines) if reasons else None


def _without_number(line: str, category: str, reasons: list[Phrase]) -> str:
    match = _NUMBER.match(line) or (None if honours_groups(category) else _ROW_NUMBER.match(line))
    rest = line[match.end() :].strip() if match else ""
    # A bracket that numbers nothing belongs to the name: （二）七志愿服务队 has nothing else before it.
    if not match or not re.search(rf"[{_HAN}A-Za-z]", rest):
        return line
    reasons.append(NUMBERED)
    return rest


def _without_end(line: str, reasons: list[Phrase]) -> str:
    rest = _TRAILING.sub("", line)
    if rest != line:
        reasons.append(TRAILING)
    return rest or _FORM


def _winners(line: str, category: str, reasons: list[Phrase]) -> Iterator[RollLine]:
    """Yield the winners that a line names, and note why it should not name them so."""
    if honours_groups(category):
        yield read_roll_line(line)
        return
    several = _several(line) or _under_a_unit(line)
    if several:
        reasons.append(SEVERAL)
        yield from several
        return
    read = read_roll_line(line)
    if (match := _AND_OTHERS.search(line)) and (before := read_roll_line(line[: match.start()])).unit:
        # 徐某（市档案馆）等3名
        reasons.append(AND_OTHERS)
        yield before
        return
    match = _AND_OTHERS.search(read.name)
    if match and (names := [*_names(read.name[: match.start()])]):
        reasons.append(AND_OTHERS)
        yield from (RollLine(name, read.unit, read.note) for name in names)
        return
    yield _of_a_person(_outside(read, category, reasons), reasons)


def _outside(read: RollLine, category: str, reasons: list[Phrase]) -> RollLine:
    """Bring a unit that stands behind a name into its brackets: behind a space, a comma, a dash, or 王伟（女）某院."""
    match = re.fullmatch(rf"([{_HAN}·•]+?)\s*[（(]([^（()）]*)[）)][，,、\s]*(\S.*)", read.name)
    if match and _is_person(match[1], category) and all(map(_is_aside, map(str.strip, _PARTS.split(match[2])))):
        reasons.append(OUTSIDE)
        told = [part.strip() for part in _PARTS.split(match[2]) if _ATTRIBUTE.fullmatch(part.strip())]
        return RollLine(match[1], match[3] + (f"（{read.unit}）" if read.unit else ""), "，".join(told))
    if not read.unit and (match := _POST_FIRST.fullmatch(read.name)) and _is_person(match[2]):
        reasons.append(BEFORE)
        return RollLine(match[2], match[1], read.note)
    name, unit = _split(read.name, category)
    if not unit:
        return read
    reasons.append(OUTSIDE)
    whole = unit + (f"（{read.unit}）" if read.unit else "")
    unit, note = _apart(whole)
    return RollLine(name, unit, "，".join(part for part in (read.note, note) if part))


def _split(text: str, category: str) -> tuple[str, str]:
    """Return a person's name and what stands behind it; nothing behind where it is no such line."""
    for match in _BETWEEN.finditer(text):
        name, unit = re.sub(_SPACES, "", text[: match.start()]), text[match.end() :].strip()
        parts = [part for part in re.split(rf"[，,]|{_SPACES}+", unit) if part]
        told = [part for part in parts if not _is_aside(part)]
        is_row = "\t" in match[0]
        if _is_person(name, category) and parts and (len(told) < len(parts) or _ends_a_unit(unit) or is_row):
            return name, "，".join(parts)
    return text, ""


def _of_a_person(read: RollLine, reasons: list[Phrase]) -> RollLine:
    """Leave a birth or an age out of a line."""
    parts = _PARTS.split(read.unit)
    kept = [part for part in parts if not _BIRTH.fullmatch(part.strip())]
    if len(kept) == len(parts):
        return read
    reasons.append(BIRTH)
    return RollLine(read.name, "，".join(kept), read.note)


def _several(line: str) -> Sequence[RollLine]:
    """Return the winners of a line that names several: 王伟、李芳、张强, or 王五（某队）、赵六（某队）."""
    pieces = [piece for piece in _pieces(line) if piece]
    read = [read_roll_line(piece) for piece in pieces]
    if len(read) < _TWO or not all(_is_person(one.name) for one in read):
        # Names between spaces, as in a grid.
        names = [re.sub(_SPACES, "", name) for name in re.split(rf"{_SPACES}{{2,}}|\t", line) if name]
        short = [name for name in names if re.fullmatch(rf"[{_HAN}·•]{{2,4}}|[{_HAN}]+[·•][{_HAN}·•]+", name)]
        is_grid = len(names) > _TWO and short == names and sum(map(_is_person, names)) * 2 >= len(names)
        return [RollLine(name) for name in names] if is_grid else ()
    has_units = [bool(one.unit) for one in read]
    if len(read) == _TWO and has_units == [False, True]:
        # Two who share one bracket share one honour.
        return ()
    if has_units == [False] * (len(read) - 1) + [True]:
        return [RollLine(one.name, read[-1].unit, one.note) for one in read]
    return read


def _under_a_unit(line: str) -> Sequence[RollLine]:
    """Return the winners of a line that begins with their unit: 市南区（3名）：王甲、李丙."""
    match = re.fullmatch(r"([^：:／/]{2,20}?)(?:[（(]\s*\d+\s*[名人位][）)])?\s*[：:／/]\s*(\S.*)", line)
    if match is None or _is_person(match[1]) or not _ends_a_unit(match[1]):
        return ()
    names = [name if name.isascii() else re.sub(_SPACES, "", name) for name in re.split("[、，,]", match[2])]
    if len(names) == 1:
        names = re.split(rf"{_SPACES}+", match[2])
    is_name = re.compile(r"[A-Z][a-z]+(?: ?[A-Z][a-z]+)+")
    if not all(_is_person(name, "志愿者") or is_name.fullmatch(name) for name in names):
        return ()
    return [RollLine(name, match[1]) for name in names]


def _ends_a_unit(text: str) -> bool:
    return _UNIT.search(in_simplified_script(text)) is not None


def _names(text: str) -> Iterator[str]:
    yield from (part for part in re.split(r"[、，,]", text) if _is_person(part))


def _pieces(line: str) -> Iterator[str]:
    """Yield what stands between 、 and commas outside brackets."""
    depth, start = 0, 0
    for at, char in enumerate(line):
        depth += (char in _OPEN) - (char in _CLOSE)
        parts_people = char in " \u3000" and line[at - 1 : at] in ("）", ")")
        if (char in "、，,；;" or parts_people) and depth <= 0:
            yield line[start:at].strip()
            start = at + 1
    yield line[start:].strip()


def _apart(inside: str) -> tuple[str, str]:
    """Part what stands in brackets into the unit and what else is said of the person."""
    parts = [part.strip() for part in _PARTS.split(inside)]
    asides = [part for part in parts if _ATTRIBUTE.fullmatch(part)]
    if not asides:
        return inside.strip(), ""
    units = [part for part in parts if part not in asides and not _PARTY.fullmatch(part)]
    return "，".join(units), "，".join(asides)


def is_said_of_a_person(text: str) -> bool:
    """Return whether a text is nothing but what lines say of a person beside the unit: 女，满族."""
    return all(_ATTRIBUTE.fullmatch(part) for part in _PARTS.split(text))


def _is_aside(part: str) -> bool:
    return any(words.fullmatch(part) for words in (_ATTRIBUTE, _BIRTH, _PARTY))


def _is_person(text: str, category: str = "") -> bool:
    """Return whether a text may be a person's name: two to four characters, longer ones with a dot, or masked."""
    name = in_simplified_script(re.sub(_SPACES, "", text))
    if re.fullmatch(rf"[{_HAN}]{{1,8}}(?:[·•‧][{_HAN}]{{1,8}})+", name):
        return True
    if not re.fullmatch(rf"[{_HAN}×xX*＊○某]{{2,4}}", name) or (
        len(name) == _LONGEST and not begins_with_surname(name, double=True)
    ):
        return False
    return begins_with_surname(name) or (honours_people(category) and _UNIT.search(name) is None)


def _is_group(text: str) -> bool:
    return _GROUP.search(text) is not None


def _last_bracket(line: str) -> int:
    """Return where the balanced pair of brackets that ends a line is opened; -1 where none does."""
    if line[-1:] not in _CLOSE or not line:
        return -1
    depth = 0
    for at in range(len(line) - 1, -1, -1):
        depth += (line[at] in _CLOSE) - (line[at] in _OPEN)
        if depth == 0:
            return at
    return -1
