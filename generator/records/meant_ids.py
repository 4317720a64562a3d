"""The id that was meant where a name, capitals or Chinese were typed: XiaoShuwu is xiao-shuwu, 小书屋 xiaoshuwu."""

from __future__ import annotations

import re
import unicodedata

from generator.problems import Phrase
from generator.records.addresses import is_slug

_HAN = re.compile(r"[\u3400-\u9fff]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# What Windows and chat programs add to the name of a file that they copy.
_COPY = re.compile(r"^(.*?)(?:\s*[-–—]\s*(?:副本|复制|[Cc]opy)|\s*[(（]\d{1,2}[)）])+$")
_LONGEST = 40


def meant_id(text: str) -> str:
    """Return an id made of a text, or nothing where nothing is left of it."""
    plain = _HUMP.sub("-", unicodedata.normalize("NFKC", text))
    spelled = _HAN.sub(lambda match: f"-{_pinyin(match[0])}-", plain).lower()
    meant = re.sub(r"[^a-z0-9]+", "-", spelled)[:_LONGEST].strip("-")
    return meant if is_slug(meant) else ""


def file_to_rename(stem: str) -> Phrase:
    """Return how to mend the name of a file that can be no id."""
    copied = _COPY.match(stem)
    meant = meant_id(f"{copied[1]}-2" if copied else stem) or "a1"
    zh, en = f"把文件名改成 {meant}.yml", f"rename the file to {meant}.yml"
    if copied:
        return Phrase(
            f"像是复制出来的文件：多余的就删掉；是另一条记录，{zh}", f"delete it if it is a mere copy, or {en}"
        )
    return Phrase(zh, en)


def id_to_write(text: str) -> Phrase:
    """Return how to mend an id in a list."""
    meant = meant_id(text) or "a1"
    return Phrase(f"改成“{meant}”，引用它的地方一起改", f"write '{meant}', also where it is referred to")


def _pinyin(text: str) -> str:
    # Its dictionary takes a third of a second to load, and hardly any project needs it.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return "".join(lazy_pinyin(text))
