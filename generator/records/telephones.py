"""Telephone numbers that may be called: of a landline, of a hotline, of a service.

A mobile number is read as one too. Whether it may stand where it does is for the rules on private numbers to say, so
that it gives one problem and not two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated

from pydantic import WithJsonSchema

from generator.problems import Phrase
from generator.records.fields import NotReadError, read_by

_GAP = r"[ \-]?"
# 110, 12345, 95598, 96111 and their like, all over the country or behind an area code.
_SHORT = r"(?:1[0-2]\d(?:\d{2,3})?|9[56]\d{3,4})"
_LOCAL = rf"[2-9]\d{{2,3}}{_GAP}\d{{4}}"
_AREA = rf"(?:(?:\+|00)86{_GAP}\(?0?\d{{2,3}}\)?|\(?0\d{{2,3}}\)?)"
_SERVICE = rf"[48]00(?:{_GAP}\d){{7}}"
_MOBILE = rf"(?:(?:\+|00)86{_GAP})?1[3-9](?:{_GAP}\d){{9}}"
_EXTENSION = r"(?: ?(?:转|分机|ext\.?) ?|-)(?P<extension>\d{1,5})"
_NUMBER = rf"(?:{_AREA}{_GAP}(?:{_LOCAL}|{_SHORT})|{_MOBILE}|{_SERVICE}|{_LOCAL}|{_SHORT})"
_PHONE = re.compile(rf"(?P<number>{_NUMBER})(?:{_EXTENSION})?", re.IGNORECASE | re.ASCII)
_WITHIN = re.compile(rf"(?<![\d\-]){_PHONE.pattern}(?![\d\-])", re.IGNORECASE | re.ASCII)
# In running text a number that stands alone, such as 100 or 8591 2345, may count anything.
_CALL = r"(?:电话|热线|拨打|致电|拨|打)[是为：: ]{0,2}"
_IN_TEXT = re.compile(
    rf"(?<![\d\-.])(?P<called>{_CALL})?(?P<whole>(?P<number>{_NUMBER})(?:{_EXTENSION})?)"
    r"(?![\d\-]|\.\d| ?[场次人个件户万余多条元])"
    r"(?P<service>(?: ?(?:政务|服务|便民|求助))*热线)?",
    re.IGNORECASE | re.ASCII,
)
_KNOWN_AREA = r"0(?:10|2\d|[3-9]\d\d)"
_SURE = re.compile(
    rf"(?:{_AREA}[ \-]|\(0\d{{2,3}}\)|{_KNOWN_AREA})(?:{_LOCAL}|{_SHORT})|{_MOBILE}|{_SERVICE}", re.ASCII
)
# One sign for one, so that places hold.
_AS_TYPED = {
    ord(wide): plain for wide, plain in zip("０１２３４５６７８９（）－—–−‑　＋", "0123456789()----- +", strict=True)
}
_DASHES = re.compile("[‐‑–—―−]+")


def dialled(text: str) -> str:
    """Return what is dialled for one telephone number, an extension behind a pause; nothing where it is none."""
    match = _PHONE.fullmatch(_folded(text))
    if match is None:
        return ""
    number = re.sub(r"[^\d+]", "", match["number"])
    return f"{number},{match['extension']}" if match["extension"] else number


def numbers_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the telephone numbers of a running text begin and end, and what is dialled for each."""
    for match in _IN_TEXT.finditer(text.translate(_AS_TYPED)):
        if match["called"] or match["service"] or _SURE.fullmatch(match["number"]):
            number = dialled(match["whole"])
            if number:
                yield *match.span("whole"), number


def _public_phone(text: str) -> str:
    if not dialled(text):
        raise NotReadError(_reason(text))
    return text.strip()


def _reason(text: str) -> Phrase | None:
    """Say what else stands beside a number, where a text has one or several."""
    found = [match[0] for match in _WITHIN.finditer(_folded(text))]
    if not found or any(re.fullmatch(_MOBILE, number) for number in found):
        return None
    if len(found) > 1:
        return Phrase("写了不止一个号码，只留一个", "there are several numbers, and one is to be kept")
    return Phrase(f"只留下号码 {found[0]}", f"keep the number alone, {found[0]}")


def _folded(text: str) -> str:
    """Return a text with full-width characters, dashes and brackets as they are on a keyboard."""
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text.strip()))


PublicPhone = Annotated[str, read_by(_public_phone, str, "bad-phone"), WithJsonSchema({"type": "string"})]
