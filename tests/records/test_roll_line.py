"""Lines of rolls are read as careful clerks read them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.roll_line import mended, people_in, read_roll_line

CASES = Path(__file__).parents[3] / "shared/cases/rolls/lists.jsonl"
PEOPLE, GROUPS = "最美志愿者", "最佳志愿服务组织"
TYPED = st.text(alphabet="王李张明灯队（）()、，,；。 \t\u30001.一二①·等人女族年月岁/-—：“”", max_size=24)

SOUND = [
    ("王伟（明灯队）", PEOPLE, "王伟", "明灯队"),
    ("“夕阳”（二期）志愿服务项目（妇联）", "最佳志愿服务项目", "“夕阳”（二期）志愿服务项目", "妇联"),
    ("王 伟(明灯队)", PEOPLE, "王伟", "明灯队"),
    ("阿依努尔·买买提", PEOPLE, "阿依努尔·买买提", ""),
    ("John Smith（某公司）", PEOPLE, "John Smith", "某公司"),
    ("欧阳修远（某校）", PEOPLE, "欧阳修远", "某校"),
    ("12355青少年服务台", GROUPS, "12355青少年服务台", ""),
    ("2号车队", GROUPS, "2号车队", ""),
    ("“一份餐 一座城”项目", "最佳项目", "“一份餐 一座城”项目", ""),
    ("医疗队（第一批方舱）", "先进集体", "医疗队（第一批方舱）", ""),
    ("陶甲、黄乙（救援队队员）", PEOPLE, "陶甲、黄乙", "救援队队员"),
    ("李甲（女）", PEOPLE, "李甲", ""),
]
WRONG = [
    ("1. 王伟（某队）", ["王伟（某队）"]),
    ("（三）张三", ["张三"]),
    ("①赵六", ["赵六"]),
    ("• 王伟", ["王伟"]),
    ("王五（某队）；", ["王五（某队）"]),
    ("王伟、李芳、张强", ["王伟", "李芳", "张强"]),
    ("王五（甲队）、赵六（乙队）", ["王五（甲队）", "赵六（乙队）"]),
    ("王伟 明灯志愿服务队", ["王伟（明灯志愿服务队）"]),
    ("王伟，明灯志愿服务队", ["王伟（明灯志愿服务队）"]),
    ("王伟-明灯志愿服务队", ["王伟（明灯志愿服务队）"]),
    ("王伟/明灯志愿服务队", ["王伟（明灯志愿服务队）"]),
    ("王伟：明灯志愿服务队队长", ["王伟（明灯志愿服务队队长）"]),
    ("王伟(女) 明灯志愿服务队", ["王伟（女，明灯志愿服务队）"]),
    ("王伟（女，1962年生，某队）", ["王伟（女，某队）"]),
    ("3\t王伟\t男\t市一中", ["王伟（男，市一中）"]),
    ("陈某发等9名", ["陈某发"]),
    ("、", ["名字（单位）"]),
]


@pytest.mark.parametrize(("line", "category", "name", "unit"), SOUND, ids=[row[0] for row in SOUND])
def test_sound_lines(line: str, category: str, name: str, unit: str) -> None:
    """A sound line is split at the last balanced pair of brackets that ends it, and is not complained of."""
    read = read_roll_line(line)
    assert (read.name, read.unit) == (name, unit)
    assert mended(line, category) is None


@pytest.mark.parametrize(("line", "lines"), WRONG, ids=[row[0] for row in WRONG])
def test_mended_lines(line: str, lines: list[str]) -> None:
    """What Word and Excel leave in a line is told with the lines that should stand there, and those are sound."""
    mend = mended(line, PEOPLE)
    assert mend is not None
    assert list(mend.lines) == lines
    assert [mended(one, PEOPLE) for one in lines] == [None] * len(lines)


def test_two_share_an_honour() -> None:
    """Two names before one bracket share one honour; a name with a sign of its own is one."""
    assert people_in("陶甲、黄乙") == ("陶甲", "黄乙")
    assert people_in("蓝天、白云志愿服务队") == ("蓝天、白云志愿服务队",)


@given(st.text(max_size=40) | TYPED, st.sampled_from([PEOPLE, GROUPS, "先进典型"]))
def test_never_fails(line: str, category: str) -> None:
    """Any line is read, and what is proposed for it is another line."""
    read_roll_line(line)
    mend = mended(line, category)
    assert mend is None or all(mend.lines)


@pytest.mark.skipif(not CASES.exists(), reason="the lists of real rolls are not beside the project")
def test_real_rolls() -> None:
    """A line of a real roll that names its winner before its unit is read, or mended, as a careful reader reads it."""
    wrong, right = [], 0
    for text in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(text)
        for category, name, unit in case["want"]:
            line = _line_of(name, unit or "", case["text"].splitlines())
            if not line:
                continue
            mend = mended(line, category)
            read = read_roll_line(mend.lines[0] if mend else line)
            said = tuple(part.replace("（", "(").replace("）", ")") for part in (read.name, read.unit))
            if said == (name, unit or ""):
                right += 1
            else:
                wrong.append((line, read, unit))
    assert wrong == []
    assert right >= 50


def _line_of(name: str, unit: str, lines: list[str]) -> str:
    """Return the line that gives one winner, the name first; nothing where a list is told in another form."""
    bare = re.compile(r"[ \u3000]*".join(map(re.escape, name)))
    near = (line for line in lines if bare.search(line[:12]) and unit in line and len(line) < len(name + unit) + 30)
    return next((line for line in near if not re.search(r"、|：|\s{2,}|人\)|共\d名", line)), "")
