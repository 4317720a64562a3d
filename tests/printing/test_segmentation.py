"""Where headings break."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.printing.segmentation import breaker

_BREAK = Markup("<wbr>")
_BROKEN = breaker()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("“同心心理热线”法律服务志愿服务项目", ["法律", "服务项目", "热线”"]),
        ("青岛市城阳区城阳街道大北曲后社区全民志愿行动", ["城阳区", "大北曲后社区", "行动"]),
        ("国网青岛供电公司爱心彩虹党员志愿服务队", ["青岛", "公司", "彩虹", "服务队"]),
        ("宁波市共青团工作简报2020年第4期", ["2020年", "第4期"]),
        ("深圳“志愿者之城”建设项目，陪“小候鸟”团聚", ["“志愿者之城”", "“小候鸟”"]),
        ("中国青年志愿服务项目大赛（2024年 第七届）", ["2024年"]),
    ],
)
def test_words_stay_whole(text: str, whole: list[str]) -> None:
    """A word is never broken, be it of the dictionary or a name of the city's own; characters cling to their words."""
    parts = breaker(["大北曲后社区"])(text).split(_BREAK)
    assert len(parts) > 1
    for word in whole:
        assert any(word in part for part in parts), (word, parts)


@settings(deadline=None)  # the first text waits for the dictionary
@given(st.text(st.sampled_from("志愿服务的“”（）《》，。、—·新时代 a1+<&>\"'"), max_size=30))
def test_nothing_is_lost_and_all_is_escaped(text: str) -> None:
    """Without its marks a heading is the text that went in, escaped; no line begins with a closing character."""
    broken = _BROKEN(text)
    assert broken.replace(_BREAK, "") == Markup.escape(text)
    for part in broken.split(_BREAK)[1:]:
        assert part.unescape()[0] not in "”）》，。、"
