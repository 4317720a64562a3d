"""The number in the words of an edition: 第十二届, 第12批, 首届. Editions follow each other by it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.records.fields import NotReadError
from generator.records.numerals import DIGITS, TENS, chinese_number

_NUMERALS = "".join((*DIGITS, *TENS))
_ORDINAL = re.compile(rf"(?:第\s*)?(首|\d{{1,3}}|[{_NUMERALS}]+)\s*[届屆批次期]")


@lru_cache(maxsize=1024)
def ordinal(words: str) -> int:
    """Return which edition the words say it is; 0 where they do not say it."""
    match = _ORDINAL.search(unicodedata.normalize("NFKC", words))
    if match is None:
        return 0
    if match[1] == "首":
        return 1
    try:
        return int(match[1]) if match[1].isdecimal() else chinese_number(match[1])
    except NotReadError:
        return 0
