"""Other ways to print a number, brought into the one form that ``quantity`` reads; and what is no number, and why.

12万5千人 becomes 125000人, 九成以上 becomes 90%以上, 上万人次 becomes 上1万人次, 约占总数的20% becomes 约20%.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from generator.problems import Phrase
from generator.records.numerals import DIGITS, TENS, chinese_number

_DECIMAL = r"[0-9]+(?:\.[0-9]+)?"
_N = rf"(?:{_DECIMAL}|[零〇一二两兩三四五六七八九十百千]+)"
_QUALIFIER = r"(?:近|将近|接近|约|約|大约|超|超过|超過|逾|至少|不少于|不低于|不到|不足)"
_PERCENT = re.compile(rf"百分之({_DECIMAL}|[零〇一二两兩三四五六七八九十百]+)")
# 约占社会组织总数的20%: the qualifier stands apart from its number, and belongs to it.
_SHARE_OF = re.compile(
    rf"^({_QUALIFIER})?(?:占|佔)(?:到|比)?(?:[^0-9]{{0,20}}?的)?({_QUALIFIER})?(?=[0-9零一二两三四五六七八九十百])"
)
_PART_OF = re.compile(
    rf"^({_QUALIFIER})[^0-9零一二两三四五六七八九十百千万亿]{{1,20}}?的(?=[0-9一二两三四五六七八九十百])"
)
_TOLD = re.compile(r"^(?:共有|共计|总计|累计|合计|达到|达|共|计|为)(?=[0-9近约超逾零一二两三四五六七八九十百千万])")
_TENTHS = re.compile(rf"({_DECIMAL}|[一二两三四五六七八九])成([一二三四五六七八九半])?(?=[多余左以上下]|$)")
_FRACTION = re.compile(rf"({_N})分之({_N})")
_HALF_MORE = re.compile(rf"({_N})个半(?=[^0-9])")
_HALF = re.compile(r"^(近|约)?半(?=个?(?:小时|天|年|月))")
_LONE_SCALE = re.compile(rf"^({_QUALIFIER}|上|过)?(万|亿|萬|億)(?=[余餘多]|(?<=[近约約超逾过上接到足过].)[^0-9])")
_PLUS = re.compile(r"([0-9]万?亿?)\+")
_SIGN = re.compile(r"^\+(?=[0-9.]+%)")
_MINUS = re.compile(r"^[−–－](?=[0-9])")
_COMPOUND = re.compile(
    rf"({_N})(亿|万|萬|億)零?(?:({_N}[十百千]?)(万|萬))?零?(?:({_N})(千|百))?([一二两三四五六七八九]?十?[一二三四五六七八九]?(?=[^0-9零一二两三四五六七八九十百千万亿]|$))?"
)
_SCALES = {"亿": 10**8, "億": 10**8, "万": 10**4, "萬": 10**4, "千": 1000, "百": 100, None: 1}

# Nearly all are printed so, and need no other look.
_PLAIN = re.compile(r"[近约]?[0-9]+(?:\.[0-9]+)?[余多]?[万亿]?[余多]?[人名位个支场次小时元天%]{0,2}")
_VAGUE = re.compile(
    r"[数數几幾]|若干|成千上万|成百上千|翻[一两二三]?番|成倍|许多|很多|大量|多次|无数|十来|[二三四五六七八九][三四五六七八九][十百千万个名支场人]"
)
# The number, scale and unit of its lower end, then those of its upper one.
_RANGE = re.compile(rf"({_N})([万千百亿%]*)([^0-9]?)(?:-|–|—+|~|～|至|到|、)({_N})([万千百亿%]*)(.*)$")
_YEAR_DIGITS = 4
_RANGE_SIGN = re.compile(r"(?<=.)[-–—~～至到](?=.)")
_LETTER_ZERO = re.compile(r"(?<=[0-9])[oOＯ]|[oOＯ](?=[0-9])|(?<=[0-9])[lI](?=[0-9])|^[lI](?=[0-9])")
_WAN, _THOUSAND = re.compile(r"(?<=[0-9])[wW]"), re.compile(r"(?<=[0-9])[kK]")
_RATIO = re.compile(r"^[0-9.]+\s*[:：比]\s*[0-9.]+$")
_FOREIGN = re.compile(r"(?<=[0-9万亿千])[^0-9㐀-鿿%.,，\s]+")
_THOUSANDS = re.compile(r"^[0-9]+(?:,[0-9]+)+")


def spelled_plainly(printed: str) -> str:
    """Return printed words in the form that a quantity is read in."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", printed))
    if _PLAIN.fullmatch(text):
        return text
    text = _SIGN.sub("", _MINUS.sub("-", text))
    text = _PERCENT.sub(r"\1%", _TOLD.sub("", text))
    text = _SHARE_OF.sub(lambda match: match[1] or match[2] or "", text)
    text = _PART_OF.sub(r"\1", text)
    text = _TENTHS.sub(_tenths, text)
    text = _FRACTION.sub(_fraction, text)
    text = _HALF_MORE.sub(lambda match: f"{_value(match[1])}.5", text)
    text = _HALF.sub(lambda match: f"{match[1] or ''}0.5", text)
    text = _LONE_SCALE.sub(lambda match: f"{match[1] or ''}1{match[2]}", text)
    text = _COMPOUND.sub(_compound, text)
    return _PLUS.sub(r"\1余", text)


def range_ends(printed: str) -> tuple[str, str] | None:
    """Return the two ends of a range with their unit: 3—5万人 are 3万人 and 5万人; nothing where no unit is printed."""
    if _RANGE_SIGN.search(printed) is None:
        return None
    match = _RANGE.fullmatch(re.sub(r"\s+", "", unicodedata.normalize("NFKC", printed)))
    if match is None or not (match[5] or match[6]):
        return None
    unit = match[6] or match[3]
    # 20多—30人 is vague at one end, and 2019-2023年 is a period.
    if match[3] not in {"", unit} or (unit == "年" and len(match[1]) == _YEAR_DIGITS):
        return None
    return f"{match[1]}{match[2] or match[5]}{unit}", f"{match[4]}{match[5]}{unit}"


def why_no_number(printed: str) -> Phrase:  # noqa: PLR0911 - one return a reason, in the order they are told apart
    """Return why no number can be read from printed words, with what to write; nothing where that does not show."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", printed))
    if _LETTER_ZERO.search(text):
        meant = re.sub(r"[lI](?=[0-9])", "1", re.sub(r"[oO]", "0", text))
        return Phrase(f"里面混进了字母，是不是“{meant}”？", f"a letter stands among the digits; is it '{meant}'?")
    if _WAN.search(text):
        meant = _WAN.sub("万", text)
        return Phrase(f"“w”不是数字，写成“{meant}”", f"w is no number; write '{meant}'")
    if _THOUSAND.search(text):
        meant = re.sub(rf"({_DECIMAL})[kK]", lambda match: _plain(Decimal(match[1]) * 1000), text)
        return Phrase(f"“k”不是数字，写成“{meant}”", f"k is no number; write '{meant}'")
    if _RATIO.match(text):
        return Phrase(
            "这是比例，不是一个数：写进简介或做法，不写成数据", "a proportion is no single number: tell it in the text"
        )
    if match := _RANGE.search(text):
        least = f"{match[1]}{match[2] or match[5]}{match[6] or match[3]}以上"
        return Phrase(
            f"这是一个范围，读不成一个数：写进简介或做法；只取下限的，写成“{least}”，范围写进“说明”",
            f"a range is no single number: tell it in the text, or write '{least}' and the range into the note",
        )
    if _THOUSANDS.match(text):
        return Phrase("千位逗号的位置不对：去掉逗号", "the thousands comma is misplaced: leave it out")
    if _VAGUE.search(text):
        return Phrase(
            "没有说出一个数：写进简介或做法，不写成数据", "it gives no number: tell it in the text, not as a figure"
        )
    if match := _FOREIGN.search(text):
        return Phrase(f"单位里有“{match[0]}”，不是单位", f"'{match[0]}' in the unit is none")
    return Phrase("", "")


def _value(words: str) -> int | Decimal:
    """Return a number in digits or in Chinese numerals, or both: 12, 1.5, 二十, 5千.

    :raises NotReadError: the numerals do not make a number.
    """
    if match := re.fullmatch(rf"({_DECIMAL})([十百千])", words):
        return Decimal(match[1]) * TENS[match[2]]
    return Decimal(words) if words.isascii() else chinese_number(words)


def _tenths(match: re.Match[str]) -> str:
    half = 5 if match[2] == "半" else DIGITS.get(match[2] or "", 0)
    return f"{_plain(_value(match[1]) * 10 + half)}%"


def _fraction(match: re.Match[str]) -> str:
    """Return a fraction as a share of a hundred, to two digits: 三分之一 is 33.33%."""
    whole, part = _value(match[1]), _value(match[2])
    if not whole or part > whole:
        return match[0]
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"))
    return f"{_plain(share)}%"


def _compound(match: re.Match[str]) -> str:
    """Return 12万5千 or 二十万零三百 in digits; 12万 alone keeps its form, which says how exact it is."""
    high, scale, middle, wan, low, tens, ones = match.groups()
    if not (middle or low or ones):
        return match[0]
    total: int | Decimal = _value(high) * _SCALES[scale]
    total += _value(middle) * _SCALES[wan] if middle else 0
    total += _value(low) * _SCALES[tens] if low else 0
    if ones:
        # 一万二 leaves open whether it is 12,000; only 零 or a smaller place before it says so.
        if not (low or "零" in match[0] or "〇" in match[0]):
            return match[0]
        total += _value(ones)
    return _plain(total)


def _plain(number: int | Decimal) -> str:
    """Return a number without an exponent or needless zeros."""
    whole = int(number)
    return str(whole) if whole == number else f"{number:f}"
