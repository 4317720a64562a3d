"""The order of a roll."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.name_order import pinyin_key, stroke_key
from generator.catalogue.public import masked_name


@pytest.mark.parametrize(
    "names",
    [
        ["丁一", "丁小明", "于子", "王伟", "王小红", "李明", "张三"],
        ["王丽", "王国", "王一一"],
        ["马英", "马云", "马文晓"],
    ],
)
def test_strokes(names: list[str]) -> None:
    """Surnames go by strokes, and within one surname single given names come first."""
    order = sorted(names, key=stroke_key)
    surnames = [name[0] for name in order]
    assert surnames == sorted(surnames, key=stroke_key)
    for first, second in pairwise(order):
        if first[0] == second[0]:
            assert len(first) <= len(second)


def test_known_order() -> None:
    """A list ordered by hand by the official table comes out as it went in."""
    names = ["丁宁", "丁子英", "于霞", "万军明", "马敏志", "王丽", "韦秀", "方勇", "石红", "龙一", "卢勇"]
    assert sorted(names, key=stroke_key) == names


def test_pinyin_of_surnames() -> None:
    """A surname is read as a surname: 单 with shan, 曾 with zeng."""
    assert sorted(["曾一", "单一", "安一", "仇一"], key=pinyin_key) == ["安一", "仇一", "单一", "曾一"]


@given(st.permutations(["丁一", "于子", "王伟", "王小红", "马英", "A", "𫚭", "", "单一"]))
def test_any_order_comes_out_the_same(names: list[str]) -> None:
    """Names come out in one order, whatever order they come in, those outside the table last."""
    assert sorted(names, key=stroke_key) == ["", "丁一", "于子", "马英", "王伟", "王小红", "单一", "𫚭", "A"]
    assert max(names, key=pinyin_key) == "于子"


def test_masked() -> None:
    """A masked name keeps its first character only."""
    assert (masked_name("王小明"), masked_name("王伟")) == ("王某某", "王某")
