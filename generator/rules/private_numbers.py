"""Private numbers in a text: mobile, identity card, bank card, e-mail, found also where they are obfuscated.

The digits of one number may be parted by spaces, dashes, dots, brackets, mark-up or unseen characters, and be of
any width. Digits that touch belong to one number, so two numbers on two lines are two. A span of time (1951.10-2011.3)
is no number, nor are the digits of a web address. Of two readings of the same digits the first of the list holds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

_APART = r"(?:[\s*_`~\-·.()\u00ad\u200b-\u200f\u2010-\u2015\u2060\u20e3\u2212\ufe0f\ufeff]|<[^<>]{1,40}>)"
_SEPARATORS = re.compile(_APART)
# Folding would make of ① a digit of the number behind it.
_CIRCLED = re.compile(r"[①-⓿❶-➓㉑-㉟㊱-㊿]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!#$%&*-;=?-~]+", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:1[89]|20)\d\d\s*(?:[./\-]\s*(?:0?[1-9]|1[0-2])(?!\d)|[\-\u2010-\u2015~]+\s*(?:1[89]|20)\d\d(?!\d))"
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_IDENTITY = re.compile(r"[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_DIGIT = re.compile(r"\d")
_FEWEST_DIGITS = 11

# Code, number, and position in the text.
Spotted = tuple[str, str, int]


def private_numbers(text: str) -> Iterator[Spotted]:
    """Yield code, number and position of each private number in a text."""
    # Fewer digits than a mobile number has, and no character of an address, hide nothing.
    has_at = "@" in text or "＠" in text
    if has_at or (len(text) >= _FEWEST_DIGITS and len(_DIGIT.findall(text)) >= _FEWEST_DIGITS):
        folded = unicodedata.normalize("NFKC", _CIRCLED.sub(" ", text))
        if has_at:
            yield from (("private-email", match[0], match.start()) for match in _EMAIL.finditer(folded))
        yield from _in_digits(_ADDRESS.sub(lambda match: "_/" * (len(match[0]) // 2), folded))


def _in_digits(text: str) -> Iterator[Spotted]:
    """Yield the numbers of a text without web addresses; digits belong to the first pattern that matches them."""
    taken: list[tuple[int, int]] = []
    for code, pattern, is_sound in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(1)
            number = _SEPARATORS.sub("", match[1])
            is_free = not any(start < other_end and other < end for other, other_end in taken)
            if is_free and is_sound(number) and not _SPAN.match(match[1]):
                taken.append((start, end))
                yield code, number, start


def starred(line: str) -> str:
    """Return a line with the digits of private numbers starred out, so that a report does not carry them further."""
    if next(private_numbers(line), None) is None:
        return line
    return re.sub(rf"[\dXx](?={_APART}*\d)|(?<=\d)[\dXx]", "*", _EMAIL.sub("***@***", line))


def masked_number(number: str) -> str:
    """Keep just enough of a number to find it: its first three and last two characters."""
    return number[:3] + "*" * max(1, len(number) - 5) + number[-2:]


def _spaced(before: str, *chars: str) -> re.Pattern[str]:
    """Make a pattern of characters that may stand apart; it matches where a number begins, without using it up."""
    return re.compile(rf"(?<!\d)(?={before}({f'{_APART}{{0,6}}'.join(chars)})(?![\dXx]))")


def _is_identity(number: str) -> bool:
    """Tell an identity card number by its date and its check digit (GB 11643-1999)."""
    if not _IDENTITY.fullmatch(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_DIGITS[total % 11] == number[-1].upper()


def _is_card(number: str) -> bool:
    """Tell a bank card number by its Luhn check digit (ISO/IEC 7812-1)."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = [sum(divmod(digit * 2, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


_PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("identity-number", _spaced("", r"[1-9]", *[r"\d"] * 16, r"[\dXx]"), _is_identity),
    *(("bank-card", _spaced("", "[3-6]", *[r"\d"] * (length - 1)), _is_card) for length in (19, 18, 17, 16)),
    ("mobile-number", _spaced(rf"(?:(?:\+|00)?86{_APART}{{0,6}}|0)?", "1", "[3-9]", *[r"\d"] * 9), lambda _: True),
)
