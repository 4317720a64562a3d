"""Lines to copy: each is what was meant, and mends its problem when it is copied."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.files import SourceFile
from generator.reading.yaml_text import read_yaml

FAULTY = Path(__file__).parents[1] / "faulty"
CASES = sorted(FAULTY.glob("*/*.yml"))


@dataclass(frozen=True)
class Slip:
    """A line with a slip behind the lines above it, and the line as it was meant."""

    above: str
    line: str
    meant: str


SLIPS = {
    "one space short": Slip("数据:\n  - 指标: 甲\n", "   数值: 3人", "    数值: 3人"),
    "one space too many": Slip("数据:\n  - 指标: 甲\n", "     数值: 3人", "    数值: 3人"),
    "no indent below a dash": Slip("- 编号: a\n", "名称: 甲", "  名称: 甲"),
    "a dash that is out": Slip("做法:\n  - 甲\n", " - 乙", "  - 乙"),
    "a dash that is in": Slip("做法:\n  - 甲\n", "   - 乙", "  - 乙"),
    "a tab": Slip("做法:\n  - 甲：好。\n", "\t- 乙：也好。", "  - 乙：也好。"),
    "a space from a word processor": Slip("做法:\n  - 甲\n", "  -\u00a0乙", "  - 乙"),
    "a bullet": Slip("做法:\n  - 甲\n", "  • 乙", "  - 乙"),
    "a star for a dash": Slip("做法:\n  - 甲\n", "  * 乙", "  - 乙"),
    "no dash at all": Slip("名单:\n  - 王伟（甲队）\n", "  李芳（乙队）", "  - 李芳（乙队）"),
    "an apostrophe in quotes": Slip("名称: 甲\n", "简介: 'it's 好'", '简介: "it\'s 好"'),
    "quotes in quotes": Slip("名称: 甲\n", '简介: "他说"好"。"', "简介: 他说“好”。"),
    "text behind quotes": Slip("来源: doc\n", '名称: "小书屋"项目', "名称: “小书屋”项目"),
    "an equals sign": Slip("名称: 甲\n", "地区=city", "地区: city"),
    "a blank for a colon": Slip("名称: 甲\n", "地区 city", "地区: city"),
    "a full-width colon": Slip("名称: 甲\n", "地区：city", "地区: city"),
    "a colon in a text": Slip("名称: 甲\n", "简介: 时间: 周六", "简介: 时间：周六"),
    "a bracket before a text": Slip("来源: doc\n", "名称: [示范]小书屋", '名称: "[示范]小书屋"'),
    "a bracket, and quotes behind": Slip("来源: doc\n", '名称: [示范]"小"书屋', "名称: '[示范]\"小\"书屋'"),
    "a star": Slip("来源: doc\n", "名称: *小书屋", '名称: "*小书屋"'),
    "a number sign": Slip("名称: 甲\n", "简介: 3号楼 #2单元。", '简介: "3号楼 #2单元。"'),
    "quotes of two sorts": Slip("来源: doc\n", '名称: "小书屋”', "名称: 小书屋"),
    "commas of the Chinese keyboard": Slip("数据:\n", "  - {指标: 甲，数值: 3人}", "  - {指标: 甲, 数值: 3人}"),
    "a character that nobody sees": Slip("名称: 甲\n", "地区: ci\u200bty", "地区: city"),
}


def slips_of(text: str) -> list[Problem]:
    """Return the problems of a text."""
    return read_yaml(SourceFile("a.yml", text))[1]


@pytest.mark.parametrize("name", SLIPS)
def test_the_line_to_copy_is_the_one_that_was_meant(name: str) -> None:
    """A slip is named at its line, with the whole line as it was meant, and that line has no slip."""
    slip = SLIPS[name]
    [problem] = slips_of(slip.above + slip.line + "\n")
    assert problem.location.line == slip.above.count("\n") + 1
    assert problem.mended == slip.meant
    assert slip.meant.strip() in problem.help("zh")
    assert slips_of(slip.above + slip.meant + "\n") == []


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_copied_line_mends_its_problem(case: Path) -> None:
    """In a faulty file, each line that is offered takes its problem away when it is put in place."""
    source = SourceFile("a.yml", case.read_bytes().decode("utf-8-sig", errors="replace"))
    for problem in slips_of(source.text):
        if problem.mended:
            lines = list(source.lines)
            lines[problem.location.line - 1] = problem.mended
            left = slips_of("\n".join(lines))
            assert (problem.code, problem.location.line) not in {(own.code, own.location.line) for own in left}
