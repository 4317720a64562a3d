"""How a name is spelled in Latin letters, so that an id that gives a hidden name away is recognised.

The whole name, the given name, and both with the surname behind are looked for, in every reading of their characters.
Initials and surnames are borne by too many to give anybody away.
"""

from __future__ import annotations

import re
from itertools import islice, product

from generator.rules.hidden_names import COMPOUND_SURNAMES, fold

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
# More readings than this has no name that people bear.
_MOST_READINGS = 256
# Readings as a surname that dictionaries of words lack.
_SURNAMES = {"单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "朴": "piao", "查": "zha", "区": "ou", "盖": "ge"}


def gives_away(record_id: str, name: str) -> bool:
    """Return whether an id, or a part of it between hyphens or digits, spells a name."""
    parts = re.findall(r"[a-z]+", record_id)
    runs = {"".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)}
    # The dictionary of readings takes a third of a second to load, which ids such as p1 never need.
    return any(len(run) > 1 for run in runs) and not runs.isdisjoint(spellings(name))


def spellings(name: str) -> set[str]:
    """Return how a name is spelled without tones: 王小明 is wangxiaoming, xiaoming and xiaomingwang."""
    plain = fold(name)
    if not _HAN.fullmatch(plain):
        words = re.findall(r"[a-z]+", name.lower())
        return {"".join(words), "".join(words[1:] + words[:1])} - {""}
    surname = 2 if COMPOUND_SURNAMES.match(plain) and len(plain) > 2 else 1  # noqa: PLR2004 - characters
    found: set[str] = set()
    for syllables in islice(product(*_readings(plain)), _MOST_READINGS):
        family, given = "".join(syllables[:surname]), "".join(syllables[surname:])
        found |= {family + given, given, given + family}
    return found


def _readings(name: str) -> list[set[str]]:
    """Return the readings of each character; ü is written v, u or yu."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - loaded only for persons who are hidden

    each = [set(syllables) for syllables in pinyin(name, style=Style.NORMAL, heteronym=True, v_to_u=False)]
    each[0] |= {_SURNAMES[name[0]]} if name[0] in _SURNAMES else set()
    return [
        {spelled for one in own for spelled in (one, one.replace("v", "u"), one.replace("v", "yu"))} for own in each
    ]
