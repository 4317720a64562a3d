"""Figures side by side: what most of them share of date and source is said once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.pages.views.figures_view import FigureView, common, figures_view
from generator.printing.page import LinkView

FIGURE = FigureView(
    anchor="figures-0",
    subject=LinkView("某市"),
    metric=LinkView("志愿者"),
    before="",
    numeral="20",
    after="人",
    printed="20人",
    sentence="",
    date="截至2023年",
    scope="",
    explained="",
    where="",
    sources=(LinkView("一份来源", "documents/doc.html#a"),),
    owner=None,
    about=(),
)
ELSEWHERE = replace(FIGURE, sources=(LinkView("一份来源", "documents/doc.html#b"),))
LATER = replace(FIGURE, date="截至2024年")


def test_all_agree() -> None:
    """Two places in one document are one source."""
    said = figures_view([FIGURE, ELSEWHERE]).said
    assert said is not None
    assert (said.date, said.is_of_all) == ("截至2023年", True)


def test_most_agree() -> None:
    """What one of three says otherwise it says itself."""
    said = common([FIGURE, ELSEWHERE, LATER])
    assert said is not None
    assert (said.is_of_all, said.covers(ELSEWHERE), said.covers(LATER)) == (False, True, False)


def test_none_agree() -> None:
    """Half is not most: each says its own."""
    assert common([FIGURE, LATER]) is None
    assert common([]) is None


@pytest.mark.parametrize(
    ("date", "words"), [("截至2023年", "截至2023年"), ("近5年", "是近5年的"), ("日期未说明", "没有写明日期")]
)
def test_a_date_ends_a_sentence(date: str, words: str) -> None:
    """A day, a span of time and a date that nobody knows each read well after 这些数字都."""
    said = common([replace(FIGURE, date=date)])
    assert said is not None
    assert said.words == words


def test_what_is_told_stands_large() -> None:
    """The figures with a sentence come first; the others keep their order and what is said of all."""
    told = replace(LATER, anchor="figures-2", sentence="在做。")
    other = replace(ELSEWHERE, anchor="figures-1")
    large, others = figures_view([FIGURE, other, told]).parted(1)
    assert (large.items, others.items) == ((told,), (FIGURE, other))
    assert large.said == others.said
