"""Slips of the office: each takes the lines of a sound record and makes one of them wrong."""

from __future__ import annotations

import re
from random import Random

# What is looked for, and what stands in its place. Each record has at least one of the lines.
SLIPS = (
    (r"^(  |- )?name: (.+)$", r"\1nmae: \2"),
    (r"^(  |- )?(name): (.+)$", r"\1名子: \3"),
    (r"^(  )?source: .+$", r"\1source: no-such-document"),
    (r"^(  )?place: .+$", r"\1place: nowhere"),
    (r"^(  )?owner: .+$", r"\1owner: t9999999"),
    (r"^(  )?since: .+$", r"\1since: 二零几几"),
    (r"^(  )?date: .+$", r"\1date: 2023-13-41"),
    (r"^(  )?founded: .+$", r"\1founded: 去年"),
    (r"^(  )?status: .+$", r"\1status: 正在做"),
    (r"^(  )?type: .+$", r"\1type: 不知道"),
    (r"^(  )?level: .+$", r"\1level: 特级"),
    (r"^((?:  )*- metric: .+)志愿者\n((?:  )*value: \d+)人$", r"\1志愿者\n\2公斤"),
    (r"^((?:  )*value: )(\d+)(.+)$", r"\1许多\3"),
    (r"^(  )?summary: (.+)$", r"\1sumary: \2"),
)
# These make a whole file unreadable, as one record has to itself.
SLIPS_OF_A_FILE = (
    (r"^summary: ", "summary："),
    (r"^level: ", "level："),
    (r"^since: ", "\tsince: "),
    (r"^source: (.+)$", r"source: [\1"),
    (r"^source: (.+)$", r"source: \1\nsource: \1"),
)
_OF_ANY = tuple((re.compile(found, re.MULTILINE), put) for found, put in SLIPS)
_OF_A_FILE = tuple((re.compile(found, re.MULTILINE), put) for found, put in SLIPS_OF_A_FILE)


def wrong_text(text: str, rng: Random, share: float, *, in_list: bool = False) -> str:
    """Return the text of a record, wrong in one place in ``share`` of the cases."""
    if not share or rng.random() >= share:
        return text
    slips = _OF_ANY if in_list else _OF_ANY + _OF_A_FILE
    for found, put in rng.sample(slips, len(slips)):
        changed, count = found.subn(put, text, count=1)
        if count:
            return changed
    return text
