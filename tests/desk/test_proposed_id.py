"""Ids proposed for names: words in pinyin, free, and lawful on every computer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.proposed_id import proposed_id
from generator.records.addresses import is_slug
from generator.records.kinds import BY_NAME, KINDS, Kind


@pytest.mark.parametrize(
    ("kind", "name", "wanted"),
    [
        ("project", "“小巷灯火”志愿服务项目", "xiaoxiang-denghuo"),
        ("project", "社区小书屋（二期）", "shequ-xiao-shuwu-erqi"),
        ("place", "青岛市", "qingdao"),
        ("place", "重庆市", "chongqing"),
        ("place", "东区", "dongqu"),
        ("person", "李建国", "li-jianguo"),
        ("person", "单小明", "shan-xiaoming"),
        ("person", "欧阳一鸣", "ouyang-yiming"),
        ("person", "Anna Café", "anna-cafe"),
        ("team", "绿丝带", "lv-sidai"),
        ("document", "2024年第3期", "2024-nian-di-3-qi"),
        ("project", "ＡＢＣ１２", "abc12"),
        ("project", "★★", ""),
        ("project", "", ""),
    ],
)
def test_proposals(kind: str, name: str, wanted: str) -> None:
    """A name gives its words in pinyin; what cannot be spelled gives nothing."""
    assert proposed_id(BY_NAME[kind], name, ()) == wanted


def test_a_taken_or_reserved_id_is_counted_up() -> None:
    """An id that a record has, or that Windows refuses as a file name, gets the first free number."""
    kind = BY_NAME["project"]
    assert proposed_id(kind, "书屋", {"shuwu"}) == "shuwu-2"
    assert proposed_id(kind, "书屋", {"shuwu", "shuwu-2"}) == "shuwu-3"
    assert proposed_id(kind, "con", ()) == "con-2"


@given(st.sampled_from(KINDS), st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_every_proposal_is_lawful(kind: Kind, name: str) -> None:
    """Whatever the name, the proposal is an id or nothing."""
    wanted = proposed_id(kind, name, ())
    assert not wanted or is_slug(wanted)
