"""Where a heading may break: between words, never inside one.

Chinese has no spaces, so browsers break it anywhere. Names are cut into words here and joined with ``<wbr>``; the style
sheet keeps the rest together. Names of places and terms of vocabularies are known to be words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import zip_longest

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.printing.compiled import escaped
from generator.records.place import Place
from generator.records.vocabulary import Vocabulary

_HAN = re.compile(r"[\u3400-\u9fff]")
# Signs that never begin a line, and characters that never end one.
_OPENING = set("“‘（《〈「『【〔([{—")
_CLOSERS = set("”’）》〉」』】〕)]}，。、；：！？·…—%,.;:!?+")
# One character that belongs to the word before it: 志愿者|的, 常态|化.
_SUFFIXES = set("的了过们者员化率式团所站")
# A longer term must break somewhere on a phone; what stands in quotes and is no longer is one word.
_LONGEST = 8
_QUOTED = re.compile(rf"([“‘「『《〈][^“”‘’「」『』《》〈〉]{{1,{_LONGEST}}}[”’」』》〉])")
# What a number is never parted from: 2024|年.
_COUNTED = set("年月日届")


def known_words(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words that no dictionary has: names of places, and the terms of the city's own vocabularies."""
    places = [entry.record.name for entry in catalogue.of(Place)]
    terms = [term.name for entry in catalogue.of(Vocabulary) for term in entry.record.terms]
    return tuple(dict.fromkeys(word for word in (*places, *terms) if 1 < len(word) <= _LONGEST and word.isalnum()))


def breaker(known: Iterable[str] = ()) -> Callable[[str], Markup]:
    """Return what marks the places where a text may break, escaped for HTML."""
    return _breaker(tuple(known))


# A dictionary takes a moment to load, and a preview plans its site after each save, nearly always with the same words.
@lru_cache(maxsize=2)
def _breaker(known: tuple[str, ...]) -> Callable[[str], Markup]:
    cut = cutter(known)

    @cache
    def broken(text: str) -> Markup:
        return Markup("<wbr>".join(map(escaped, cut(text))))  # noqa: S704 - each part has just been escaped

    return broken


def cutter(known: Iterable[str] = ()) -> Callable[[str], list[str]]:
    """Return what cuts a text where it may break."""
    words = _words(tuple(known))

    def tokens(text: str) -> Iterator[str]:
        for at, part in enumerate(_QUOTED.split(text)):
            if at % 2:
                yield part
            elif part:
                yield from words(part)

    return lambda text: parts([*tokens(text)])


def parts(tokens: Sequence[str]) -> list[str]:
    """Join words with the punctuation around them, so that no line begins with it and none holds a lone character."""
    found: list[str] = []
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        is_last = not following or following[0] in _CLOSERS
        if found and (_holds(found[-1], token) or (is_last and _is_lone(token))):
            found[-1] += token
        else:
            found.append(token)
    return found


def _holds(before: str, after: str) -> bool:
    """Tell whether two neighbours stay on one line."""
    return (
        before[-1] in _OPENING
        or before[-1].isspace()
        or after[0] in _CLOSERS
        or after[0].isspace()
        or after in _SUFFIXES
        or (before[-1].isdecimal() and after[0] in _COUNTED)
        or (before[-1].isascii() and after[0].isascii())
        or (_is_lone(before) and before not in _SUFFIXES)
    )


def _is_lone(part: str) -> bool:
    """Tell a part with a single letter or number beside its punctuation: 新|时代 reads better whole."""
    chars = [char for char in part if char.isalnum()]
    return len(chars) <= 1 or part.isdecimal()


# A dictionary of its own for each set of known words: pages and the index of projects have the same.
@lru_cache(maxsize=2)
def _words(known: tuple[str, ...]) -> Callable[[str], list[str]]:
    @cache
    def dictionary() -> Callable[[str], list[str]]:
        # It takes a moment to load, and only pages need it.
        from rjieba import Jieba  # noqa: PLC0415

        words = Jieba()
        for word in known:
            words.add_word(word, None, None)
        return words.cut

    return lambda text: dictionary()(text) if _HAN.search(text) else [text]
