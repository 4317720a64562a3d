"""The tables that come with the program, each opened here alone and read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# What begins the row of the little words.
_LITTLE = "-"


@cache
def stroke_ranks() -> dict[str, int]:
    """Return the place of each character in the order of 通用规范汉字表 (2013), by strokes."""
    characters = "".join(characters for _, characters in _rows("stroke_order.txt"))
    return {char: rank for rank, char in enumerate(characters)}


@cache
def stroke_counts() -> dict[str, int]:
    """Return how many strokes each character of that table has."""
    return {char: int(count) for count, characters in _rows("stroke_order.txt") for char in characters}


@cache
def standard_characters() -> frozenset[str]:
    """Return the 8,105 characters of that table."""
    return frozenset(stroke_ranks())


@cache
def simplified() -> dict[str, str]:
    """Return the simplified character of each traditional one."""
    return {char: plain for plain, characters in _rows("traditional.txt") for char in characters}


@cache
def syllables() -> dict[str, list[str]]:
    """Return the syllables, without tones, that each of the 8,105 characters is read as."""
    found: dict[str, list[str]] = {}
    for syllable, characters in _rows("syllables.txt"):
        for char in characters:
            found.setdefault(char, []).append(syllable)
    return found


def for_residents(word: str) -> str:
    """Return the word that residents read for one of the office's: 词表 is 说法 on every page."""
    return _residents_words().get(word, word)


@cache
def _residents_words() -> dict[str, str]:
    return dict(_rows("residents.txt"))


@cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Return the groups of words that mean the same to readers who search."""
    return tuple((first, *others.split()) for first, others in _rows("synonyms.txt") if first != _LITTLE)


@cache
def little_words() -> tuple[str, ...]:
    """Return the words between other words that nobody searches for: 的, 怎么, 有没有."""
    return tuple(word for first, words in _rows("synonyms.txt") if first == _LITTLE for word in words.split())


def in_simplified_script(text: str) -> str:
    """Return a text with each traditional character of the table in its simplified form."""
    return text.translate(_simplifying())


@cache
def _simplifying() -> dict[int, str]:
    return {ord(char): plain for char, plain in simplified().items()}


def _rows(name: str) -> list[tuple[str, str]]:
    """Return the two columns of a table."""
    return [(first, second) for first, _, second in (line.partition("\t") for line in _text(name).splitlines())]


def _text(name: str) -> str:
    return files("generator").joinpath("data", name).read_text(encoding="utf-8")
