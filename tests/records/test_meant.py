"""What was meant: ids, dates and numbers that are nearly right, and where keys without a field belong."""

from __future__ import annotations

import pytest

from generator.problems import Problem
from generator.recipes.check import check
from generator.records.addresses import is_slug
from generator.records.dates import parse_date
from generator.records.fields import NotReadError
from generator.records.meant_ids import file_to_rename, meant_id
from generator.records.quantity import parse_quantity
from tests.conftest import Project

IDS = {"XiaoShuwu": "xiao-shuwu", "小书屋": "xiaoshuwu", "CS-Dengta": "cs-dengta", "书屋 2": "shuwu-2", "？": ""}
DATES = {
    "2023；": "2023", "约2010年": "2010年", "到2025年底": "2025年底", "2024届": "2024", "2023-2024": "2023",
    "2023年3月-5月": "2023年3月", "民国112年": "2023", "24-3-5": "2024-3-5", "去年": "2022",
}  # fmt: skip
RANGES = {"20多～30人": "“20人以上”", "约3—5万人": "“3万人以上”", "3、5场": "“3场以上”", "近80%-90%": "“80%以上”"}
NUMBERS = {
    "20余名。": "20余名",
    "20名（其中党员5名）": "20名",
    "/": "删掉这一条",
    "待定": "删掉这一条",
    "-20人": "数值写“20人”",
    **RANGES,
}
KEYS = {"荣誉": "获奖名单", "联系电话": "公开电话", "负责人": "内部备注", "天气": "简介"}


@pytest.mark.parametrize("typed", IDS)
def test_id_that_was_meant(typed: str) -> None:
    """An id is made of capitals, blanks and Chinese, and is one, or is none at all."""
    assert meant_id(typed) == IDS[typed]
    assert not IDS[typed] or is_slug(IDS[typed])


def test_file_that_was_copied() -> None:
    """The copy that Windows or a chat program made of a file may be deleted, or renamed so that it is another."""
    assert "删掉" in file_to_rename("shuwu - 副本").zh
    assert "shuwu-2.yml" in file_to_rename("shuwu(1)").zh
    assert "删掉" not in file_to_rename("小书屋").zh


@pytest.mark.parametrize("typed", DATES)
def test_date_that_was_meant(typed: str) -> None:
    """What is nearly a date says which date to write."""
    with pytest.raises(NotReadError) as refused:
        parse_date(typed)
    assert refused.value.reason is not None
    assert DATES[typed] in refused.value.reason.zh


@pytest.mark.parametrize("typed", NUMBERS)
def test_number_that_was_meant(typed: str) -> None:
    """What is a quantity but for a sign or a remark says what to write; what is none is to be deleted."""
    with pytest.raises(NotReadError) as refused:
        parse_quantity(typed)
    assert refused.value.reason is not None
    assert NUMBERS[typed] in refused.value.reason.zh


def only(project: Project, tree: str, code: str) -> Problem:
    """Return the one problem of a code in a tree."""
    [found] = [problem for problem in check(project(tree)).problems if problem.code == code]
    return found


@pytest.mark.parametrize("key", KEYS)
def test_key_without_a_field(project: Project, key: str) -> None:
    """A key that no field has says where its words belong, before all the fields there are."""
    assert KEYS[key] in only(project, f"projects/a.yml:\n    名称: 甲\n    {key}: 乙\n", "unknown-key").help("zh")


def test_item_without_an_id_is_offered_one(project: Project) -> None:
    """An item without an id is told the line to add, in the keys of its file, made of its name."""
    help_of = [
        only(project, f"content/teams.yml:\n    - {key}: 灯塔\n", "missing-id").help("zh") for key in ("名称", "name")
    ]
    assert ["- 编号: dengta" in help_of[0], "- id: dengta" in help_of[1]] == [True, True]


def test_reference_to_another_kind(project: Project) -> None:
    """A reference to a record of another kind says which kind that is; a name says that an id is wanted."""
    team = "content/teams/lan.yml:\n    name: 蓝天队\nprojects/a.yml:\n    name: 甲\n    place: "
    assert "“lan”是队伍的编号" in only(project, f"{team}lan\n", "unknown-reference").help("zh")
    assert "这里写编号" in only(project, f"{team}某区\n", "unknown-reference").help("zh")
