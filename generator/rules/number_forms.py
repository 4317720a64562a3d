"""What makes digits a number of a sort: check digits, dates inside them, and how people part them."""

from __future__ import annotations

import re

# 11 to 91 by the great regions, GB/T 2260.
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91")
_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_IDENTITY = re.compile(rf"[1-9]\d{{5}}(?:18|19|20)\d{{2}}{_DAY}\d{{3}}[\dXx]")
_OLD_IDENTITY = re.compile(rf"[1-9]\d{{5}}\d\d{_DAY}\d{{3}}")
_DATE = re.compile(rf"(?:19|20)\d\d{_DAY}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_UNIFIED_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_UNIFIED_BASE, _UNIFIED_LENGTH = 31, 18
# Signs with which people part a telephone number and rarely a row of amounts.
_LIGHT = re.compile(r"[\s\-\u2010-\u2015\u2212.·•…()_~*`\x00]*")
_MARKS = re.compile(r"[*`~\x00]+")
_MOST_GROUPS = 5
_PHONE_GROUPS = {(3, 4, 4), (3, 3, 5), (3, 8), (7, 4)}


def is_identity(number: str) -> bool:
    """Tell an identity card number by its date and its check digit (GB 11643-1999)."""
    if not _IDENTITY.fullmatch(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_DIGITS[total % 11] == number[-1].upper()


def is_old_identity(number: str) -> bool:
    """Tell an identity card number of the first generation, of 15 digits, by its province and its date."""
    return bool(_OLD_IDENTITY.fullmatch(number) and _PROVINCES.match(number))


def is_card(number: str) -> bool:
    """Tell a bank card number by its Luhn check digit (ISO/IEC 7812-1)."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = [sum(divmod(digit * 2, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def is_unified_code(number: str) -> bool:
    """Tell the 统一社会信用代码 of an organisation, where it is all digits, by its check digit (GB 32100-2015)."""
    if len(number) != _UNIFIED_LENGTH:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _UNIFIED_WEIGHTS, strict=False))
    return (_UNIFIED_BASE - total % _UNIFIED_BASE) % _UNIFIED_BASE == int(number[-1])


def is_grouped_as_phone(written: str) -> bool:
    """Tell whether eleven digits are parted as people part a mobile number; a row of amounts is not."""
    groups = _groups(written)
    if len(groups) == sum(map(len, groups)):
        return True
    if _LIGHT.fullmatch(re.sub(r"\d", "", written)):
        return len(groups) <= _MOST_GROUPS
    return tuple(map(len, groups)) in _PHONE_GROUPS and not _DATE.fullmatch(groups[-1])


def is_grouped_as_card(written: str) -> bool:
    """Tell whether digits are parted as people part a card number: by fours, one by one, or hardly."""
    lengths = [len(group) for group in _groups(written)]
    if _LIGHT.fullmatch(re.sub(r"\d", "", written)) and len(lengths) <= _MOST_GROUPS:
        return True
    return set(lengths) == {1} or (set(lengths[:-1]) == {4} and lengths[-1] <= 4)  # noqa: PLR2004 - by fours


def _groups(written: str) -> list[str]:
    return re.findall(r"\d+", _MARKS.sub("", written))
