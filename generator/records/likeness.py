"""Find the word that was most likely meant by one that is not known."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import fuzz, process

# Two words are alike if they have three letters of five in common, in one order.
ALIKE = 0.6


def nearest(text: str, known: Collection[str], at_least: float = ALIKE) -> str:
    """Return the known word that is most like a text, or nothing where none is alike enough."""
    found = process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=at_least * 100)
    return found[0] if found else ""


def likeness(one: str, other: str) -> float:
    """Return how alike two words are: the share of letters in common, in one order, from 0 to 1."""
    return fuzz.ratio(one, other) / 100
