"""An id proposed for a name: its words in pinyin, lower-case, joined by hyphens.

A name between quotes stands for the whole (“小巷灯火”志愿服务项目 gives ``xiaoxiang-denghuo``), and a place goes
without the rank behind it (青岛市 gives ``qingdao``). Persons are spelled surname first: ``li-jianguo``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import count

from generator.catalogue.name_order import pinyin_key
from generator.records.addresses import is_slug
from generator.records.kinds import Kind
from generator.records.surnames import begins_with_surname

_QUOTED = re.compile(r"[“「『](.{2,}?)[”」』]")
_RANK = re.compile(r"(?<=..)(?:省|市|区|县|镇|乡|街道|社区|村)$")
# An id is read, typed and told; longer names are cut between words.
_LONG_ENOUGH = 30


def proposed_id(kind: Kind, name: str, taken: Collection[str]) -> str:
    """Return an id for a name that no record of the kind has; nothing where the name has no letter to spell."""
    parts = (part for word in _words(kind, name) for part in _latin(word))
    return free_id(_joined(parts), taken)


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return the id, or the first of ``id-2``, ``id-3`` … that is free and may be a file's name everywhere."""
    if not wanted:
        return ""
    candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(candidate for candidate in candidates if candidate not in taken and is_slug(candidate))


def _words(kind: Kind, name: str) -> list[str]:
    """Return the words of a name in Latin letters; a person's are surname and given name."""
    if kind.name == "person":
        syllables = [re.sub(r"[0-9]+$", "", syllable) for syllable in pinyin_key(name)[1]]
        surname = 2 if begins_with_surname(name, double=True) else 1
        return ["".join(syllables[:surname]), "".join(syllables[surname:])]
    if kind.name == "place":
        name = _RANK.sub("", name.partition("（")[0])
    quoted = _QUOTED.search(name)
    # The dictionaries take a moment to load.
    from pypinyin import lazy_pinyin  # noqa: PLC0415
    from rjieba import Jieba  # noqa: PLC0415

    core = unicodedata.normalize("NFKC", quoted[1] if quoted else name)
    return ["".join(lazy_pinyin(word)) for word in Jieba().cut(core)]


def _latin(word: str) -> Iterator[str]:
    """Yield the runs of letters and digits in a word, without accents: ``Café`` gives ``cafe``."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode("ascii")
    yield from re.findall(r"[a-z0-9]+", plain.lower())


def _joined(words: Iterable[str]) -> str:
    """Join as many words as make an id that can be typed; one that is too long by itself is cut."""
    found = ""
    for word in words:
        longer = f"{found}-{word}" if found else word[:_LONG_ENOUGH]
        if len(longer) > _LONG_ENOUGH:
            break
        found = longer
    return found
