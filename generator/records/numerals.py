"""Chinese numerals up to thousands: 一百二十三, 两, 十, 二〇二三."""

from __future__ import annotations

import re

from generator.records.fields import NotReadError

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
# Digit by digit as in a year; two digits without a zero (三五) leave the number open, and so do those below.
_POSITIONAL = re.compile(r"[零〇一二两兩三四五六七八九]|(?=.*[零〇]|.{3})[零〇一二三四五六七八九]+")
_OPEN = re.compile(r"[一二两兩三四五六七八九]{2}|[百千][一二两兩三四五六七八九]$")


def chinese_number(chars: str) -> int:
    """Read 一百二十三, 两, 十 or 二〇二三.

    :raises NotReadError: the characters do not make a number, or leave it open: 三五, 两三百, 一千二.
    """
    if _POSITIONAL.fullmatch(chars):
        return int("".join(str(DIGITS[char]) for char in chars))
    if _OPEN.search(chars):
        raise NotReadError
    total, digit = 0, 0
    largest = 10_000
    for char in chars:
        if char in DIGITS:
            digit = DIGITS[char]
        elif TENS.get(char, largest) < largest:
            largest = TENS[char]
            total, digit = total + (digit or 1) * largest, 0
        else:
            raise NotReadError
    return total + digit
