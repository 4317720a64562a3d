"""The word that was meant is found among those that are known."""

from __future__ import annotations

import pytest

from generator.records.likeness import likeness, nearest


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("nmae", ["place", "name"], "name"),
        ("team-12", ["t1", "t12", "project"], "t12"),
        ("注册志愿着", ["志愿者", "注册志愿者"], "注册志愿者"),
        ("xyz", ["name", "place"], ""),
        ("name", [], ""),
    ],
)
def test_the_nearest_word_is_suggested(typed: str, known: list[str], meant: str) -> None:
    """Of the known words the most alike is suggested, and none where none is alike."""
    assert nearest(typed, known) == meant


def test_words_are_alike_by_what_they_share_in_order() -> None:
    """The same letters in another order are less alike; a word is like itself."""
    assert (likeness("name", "name"), likeness("nmae", "name"), likeness("ab", "cd")) == (1, 0.75, 0)
