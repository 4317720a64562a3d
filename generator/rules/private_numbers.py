"""Private numbers in a text: mobile, identity card, bank card, e-mail, WeChat id, found also where they are disguised.

The digits of one number may be parted by any signs, mark-up or unseen characters, be of any width, circled or Chinese.
Digits that touch belong to one number, so two numbers on two lines are two. What parts the digits decides how they may
be grouped, since a row of amounts has commas too. A span of time (1951.10-2011.3) is no number; in a web address only a
whole identity card or mobile number is one. Of two readings of the same digits the first of the list holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.rules.disguises import (
    WALL,
    in_blocks,
    with_plain_digits,
    with_read_digits,
    without_entities,
    without_markup,
)
from generator.rules.number_forms import (
    is_card,
    is_grouped_as_card,
    is_grouped_as_phone,
    is_identity,
    is_old_identity,
    is_unified_code,
)

_GAP = rf"(?:\s++|\x00++|(?![\s\x00{WALL}])[\W_]){{0,8}}+"
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!#$%&*-;=?-~]+"
    r"|(?<![A-Za-z0-9_.%/-])[A-Za-z0-9_.%/-]*[A-Za-z0-9_%-]\.(?:s?html?|php|jspx?|aspx?|pdf|docx?|xlsx?|jpe?g|png|webp)\b",
    re.IGNORECASE | re.ASCII,
)
_SPAN = re.compile(
    r"(?:1[89]|20)\d\d\s*(?:[./\-]\s*(?:0?[1-9]|1[0-2])(?!\d)|[\-\u2010-\u2015~]+\s*(?:1[89]|20)\d\d(?!\d))"
)
# 1. at the beginning of a line or behind a space counts items.
_DECIMAL = re.compile(r"[^\s\d.]\d+\.$|0[xX]$")
_AT = r"(?:\s?\x00*@\x00*\s?|\s?[(\[{【<]\s?(?:at|@|艾特)\s?[)\]}】>]\s?)"
_DOT = r"(?:[.。]|\s?[(\[{]\s?dot\s?[)\]}]\s?)"
_TOP = "中国|中國|公司|网络|網絡|政务|公益|集团|在线|中文网|网址|网站|机构|组织机构|香港|台湾|澳门|信息|企业|慈善"
_EMAIL = re.compile(
    r"(?:(?<![A-Za-z0-9._%+\-\x00])[A-Za-z0-9._%+\-\x00]++|[\u4e00-\u9fff]{1,4})"
    rf"{_AT}(?:[A-Za-z0-9\u4e00-\u9fff\x00-]{{1,63}}{_DOT})+"
    rf"(?:(?!(?:png|jpe?g|gif|webp|svg)\b)[A-Za-z]{{2,}}|{_TOP})",
    re.IGNORECASE,
)
_WECHAT = re.compile(r"(?<![A-Za-z0-9])wxid_[a-z0-9]{6,}", re.IGNORECASE)
# What a text must hold for a closer look: many digits together, a digit that is read aloud, marks of an address.
_MANY_DIGITS = re.compile(r"\d(?:(?:<[^<>]{0,1000}>|\]\([^()\s]{0,1000}\)|[\W_OoΟОоlI])*+\d){8}")
_ODD_DIGITS = "①-⑨⓪❶-❾➀-➈➊-➒⑴-⑼⒈-⒐〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸幺弌弍弎"
_ODD_PAIR = re.compile(rf"[{_ODD_DIGITS}][\W_]{{0,8}}[\d{_ODD_DIGITS}]")
_SIGNS = re.compile(r"[@＠﹫&_＿(（\[［{｛【<]")
_ADDRESSED = re.compile(r"[@＠﹫&]|[dDｄＤ][_＿]|[(\[{【（［｛<]\s?(?:[aA][tT]|艾特)")
_READ = re.compile(rf"[{_ODD_DIGITS}]|\d[OoΟОоlI]")
_TOKEN = re.compile(r"[0-9A-Za-z]+")
_WHOLE = re.compile(r"[A-Za-z]*(?:(1[3-9]\d{9})|(\d{17}[\dXx]))[A-Za-z]*")


class Spotted(NamedTuple):
    """A private number: its code, its digits, and where it begins and ends in the text."""

    code: str
    number: str
    start: int
    end: int


def private_numbers(text: str) -> Iterator[Spotted]:
    """Yield each private number in a text: of a record, of a page in Markdown, of a page in HTML."""
    if not may_hold_numbers(text):
        return
    found: list[Spotted] = []
    decoded = in_blocks(without_entities(text))
    for reading in dict.fromkeys((decoded, without_markup(decoded))):
        for spotted in _in_reading(reading):
            if not any(spotted.start < other.end and other.start < spotted.end for other in found):
                found.append(spotted)
                yield spotted


def may_hold_numbers(text: str) -> bool:
    """Return whether a closer look is due, which for nearly every text it is not."""
    if _MANY_DIGITS.search(text) or _ODD_PAIR.search(text):
        return True
    return _SIGNS.search(text) is not None and _ADDRESSED.search(text) is not None


def _in_reading(text: str) -> Iterator[Spotted]:
    """Yield the numbers of a text, first those that are written plainly, then those that must be read aloud."""
    for match in _ADDRESS.finditer(text):
        yield from _in_address(match[0], match.start())
    plain = with_plain_digits(text)
    for code, pattern in (("private-email", _EMAIL), ("wechat-id", _WECHAT)):
        for match in pattern.finditer(plain):
            yield Spotted(code, match[0].replace("\x00", ""), match.start(), match.end())
    apart = _ADDRESS.sub(lambda match: WALL * len(match[0]), text)
    yield from _in_digits(with_plain_digits(apart))
    if _READ.search(apart):
        yield from _in_digits(with_read_digits(apart))


def _in_address(address: str, start: int) -> Iterator[Spotted]:
    """Yield the identity card and mobile numbers that stand whole between the signs of a web address."""
    for token in _TOKEN.finditer(address):
        match = _WHOLE.fullmatch(token[0])
        if match and (match[1] or is_identity(match[2])):
            number = match[1] or match[2]
            at = start + token.start() + token[0].index(number)
            yield Spotted("mobile-number" if match[1] else "identity-number", number, at, at + len(number))


def _in_digits(text: str) -> Iterator[Spotted]:
    """Yield the numbers of a text without web addresses; digits belong to the first pattern that matches them."""
    taken: list[tuple[int, int]] = []
    for code, pattern, is_sound in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(1)
            is_free = not any(start < other_end and other < end for other, other_end in taken)
            if (
                is_free
                and is_sound(match[1])
                and not _SPAN.match(match[1])
                and not _DECIMAL.search(text[max(0, start - 40) : start])
            ):
                taken.append((start, end))
                yield Spotted(code, _digits_of(match[1]), start, end)


def _digits_of(written: str) -> str:
    return re.sub(r"[^\dXx]", "", written)


def starred(text: str) -> str:
    """Return a text with its private numbers starred out, so that a report does not carry them further."""
    for spotted in private_numbers(text):
        hidden = re.sub(r"\w", "*", text[spotted.start : spotted.end])
        text = text[: spotted.start] + hidden + text[spotted.end :]
    return text


def masked_number(number: str) -> str:
    """Keep just enough of a number to find it: its first three and last two characters."""
    return number[:3] + "*" * max(1, len(number) - 5) + number[-2:]


def _spaced(before: str, *chars: str) -> re.Pattern[str]:
    """Make a pattern of characters that may stand apart; it matches where a number begins, without using it up."""
    return re.compile(rf"(?<!\d)(?={before}({_GAP.join(chars)})(?![\dXx]))")


def _is_identity(written: str) -> bool:
    return is_identity(_digits_of(written))


def _is_card(written: str) -> bool:
    digits = _digits_of(written)
    return is_card(digits) and is_grouped_as_card(written) and not is_unified_code(digits)


# The number under which an enterprise was registered had fifteen digits too.
_OLD_IDENTITY = re.compile(r"(?<![\dA-Za-z])(?<!注册号)(?<!注册号[:：])([1-9]\d{14})(?![\dA-Za-z])")
_PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("identity-number", _spaced("", r"[1-9]", *[r"\d"] * 16, r"[\dXx]"), _is_identity),
    *(("bank-card", _spaced("", "[3-6]", *[r"\d"] * (length - 1)), _is_card) for length in (19, 18, 17, 16)),
    (
        "identity-number",
        re.compile(r"(?<![\dA-Za-z])(?<!注册号)(?<!注册号[:：])([1-9]\d{14})(?![\dA-Za-z])"),
        is_old_identity,
    ),
    ("mobile-number", _spaced(rf"(?:(?:\+|00)?86{_GAP}|0)?", "1", "[3-9]", *[r"\d"] * 9), is_grouped_as_phone),
)
