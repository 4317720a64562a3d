"""A quantity keeps the words it was printed in: ``245万余人`` is at least 2,450,000, unit 人.

Grammar, after full-width characters and spaces are folded: a qualifier (近, 约, 超过, 至少 …), a number in digits or
Chinese numerals, 余 or 多 before or after 万 or 亿, an optional 个 before another measure word, the unit, and a
closing qualifier (以上, 左右, 以内). ``spelling`` first brings other ways to print a number into this form (12万5千人,
九成, 上万人次, 4500+人), and names what is none: 数千人次, 1.2w名. A range (3—5万人) holds both its ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import PlainSerializer, WithJsonSchema

from generator.problems import Phrase
from generator.records.fields import Choice, NotReadError, read_by
from generator.records.numerals import chinese_number
from generator.records.spelling import range_ends, spelled_plainly, why_no_number
from generator.records.units import counted_in, has_foreign_signs


class Qualifier(Choice):
    """How the number stands to the truth."""

    EXACT = "exact", "准确"
    AT_LEAST = "at-least", "不少于"
    ABOUT = "about", "约"
    NEARLY = "nearly", "接近"
    AT_MOST = "at-most", "不多于"
    BETWEEN = "between", "在两个数之间"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed, and what it says.

    ``number`` is in plain units, 万 multiplied out; ``step`` is the worth of the last digit printed (1,000 in 29.6万).
    Of a range it is the lower end, and ``most`` the upper.
    """

    printed: str
    number: Decimal
    qualifier: Qualifier
    unit: str
    step: Decimal = Decimal(1)
    most: Decimal | None = None

    def __str__(self) -> str:
        """Return the words as printed."""
        return self.printed

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Return the least and the most that the printed words can mean.

        A rounded number (29.6万, 24%) is good to half its last digit; 余 and 多 reach up to the next step of the last
        digit that is not zero (6000余 is below 7,000), 近 down to the step before; 约 is good to a tenth.
        """
        if self.most is not None:
            return self.number, self.most
        coarse = self._coarse_step
        match self.qualifier:
            case Qualifier.AT_LEAST:
                return self.number, self.number + coarse
            case Qualifier.NEARLY:
                return self.number - coarse, self.number
            case Qualifier.ABOUT:
                return self.number * Decimal("0.9"), self.number * Decimal("1.1")
            case Qualifier.AT_MOST:
                return Decimal(0), self.number
            case _:
                slack = Decimal(0) if self.step == 1 and self.unit != "%" else self.step / 2
                return self.number - slack, self.number + slack

    @property
    def _coarse_step(self) -> Decimal:
        """Return the worth of the last printed digit that is not zero: 1,000 in 6000, 10,000 in 8万."""
        digits = (self.number / self.step).to_integral_value()
        step = self.step
        while digits and digits % 10 == 0:
            digits, step = digits / 10, step * 10
        return step

    @property
    def counted_in(self) -> str:
        """Return the unit with measure words folded that count the same: 名 and 位 are 人, but 人次 is not."""
        return counted_in(self.unit)


_OPENING = {
    "近": Qualifier.NEARLY, "将近": Qualifier.NEARLY, "將近": Qualifier.NEARLY, "接近": Qualifier.NEARLY,
    "约": Qualifier.ABOUT, "約": Qualifier.ABOUT, "大约": Qualifier.ABOUT, "大約": Qualifier.ABOUT,
    "超": Qualifier.AT_LEAST, "超过": Qualifier.AT_LEAST, "超過": Qualifier.AT_LEAST, "逾": Qualifier.AT_LEAST,
    "至少": Qualifier.AT_LEAST,
    "上": Qualifier.AT_LEAST, "过": Qualifier.AT_LEAST, "不少于": Qualifier.AT_LEAST, "不少於": Qualifier.AT_LEAST,
    "不低于": Qualifier.AT_LEAST, "不到": Qualifier.AT_MOST, "不足": Qualifier.AT_MOST,
    "不超过": Qualifier.AT_MOST, "不超過": Qualifier.AT_MOST, "至多": Qualifier.AT_MOST,
}  # fmt: skip
_CLOSING = {
    "以上": Qualifier.AT_LEAST, "左右": Qualifier.ABOUT, "上下": Qualifier.ABOUT,
    "以内": Qualifier.AT_MOST, "以內": Qualifier.AT_MOST, "以下": Qualifier.AT_MOST,
}  # fmt: skip
_SCALES = {"千": 10**3, "万": 10**4, "萬": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "億": 10**8}
_NONE = re.compile(r"[-/\\—－]+|无|暂无|不详|待定|待统计|未统计")
_ENDS = (
    (re.compile(r"(.+?)([。；;，,、.!！]+)"), "去掉末尾的“{}”", "take '{}' out"),
    (re.compile(r"[-−－](.+?)()"), "去掉前面的减号{}，减少的写成百分数，例如 -3.2%", "take the minus out{}"),
    (re.compile(r"(.+?)[（(](.+)[)）]"), "括号里的“{}”写到“说明”里", "write '{}' into the note"),
)
# Past this a number is a slip of the keyboard, and arithmetic on it no longer exact.
_MOST_SIGNS = 20
# 12个家庭 are counted in 家庭, and 12个 in 个.
_COUNTED = re.compile(r"^[个個](?=.)")
_SHAPE = re.compile(
    rf"(?P<opening>{'|'.join(sorted(_OPENING, key=len, reverse=True))})?"
    r"(?P<number>-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|-?[0-9]+(?:\.[0-9]+)?|[零〇一二两兩三四五六七八九十百千]+)"
    r"(?P<more>[余餘多])?"
    r"(?P<scale>百万|千万|[千万萬亿億])?"
    r"(?P<more_after>[余餘多])?"
    r"(?P<about>来(?=[万亿人名个位支场次件户家岁年天元小]))?"
    r"(?P<scale_after>(?<=来)[万亿])?"
    r"(?P<early>以上)?"
    r"(?P<unit>(?!分之|%?[点點几幾至到或][零〇一二两兩三四五六七八九十几幾]|几|幾)"
    r"(?![零〇一二两兩三四五六七八九十百千万萬亿億])[^\d\s,.]{0,12}?)"
    rf"(?P<closing>{'|'.join(_CLOSING)})?"
)


def parse_quantity(text: str) -> Quantity:
    """Read a quantity from its printed words.

    :raises NotReadError: the words hold no number in a form that we know; it says why where that shows.
    """
    printed = text.strip()
    try:
        return _read_range(printed) or _read(printed)
    except NotReadError:
        raise NotReadError(_nearly(printed) or why_no_number(printed)) from None


def _nearly(printed: str) -> Phrase | None:
    """Return what to take out of words that are a quantity but for a sign or a remark at their end."""
    if _NONE.fullmatch(printed):
        return Phrase("这里没有数：删掉这一条", "there is no number: delete the line")
    for end, zh, en in _ENDS:
        match = end.fullmatch(printed)
        if match and is_quantity(match[1]):
            return Phrase(
                f"{zh.format(match[2])}，数值写“{match[1]}”", f"{en.format(match[2])}, and write '{match[1]}'"
            )
    return None


def _read(printed: str) -> Quantity:
    match = _SHAPE.fullmatch(spelled_plainly(printed))
    if match is None or len(number := match["number"]) > _MOST_SIGNS:
        raise NotReadError
    scale = _SCALES.get(match["scale"] or match["scale_after"] or "", 1)
    digits = _number(number)
    step = Decimal(1).scaleb(-len(number.partition(".")[2])) * scale
    unit = _COUNTED.sub("", match["unit"])
    if has_foreign_signs(unit) or (digits < 0 and unit != "%"):
        raise NotReadError
    return Quantity(printed, digits * scale, _qualifier(match), unit, step)


def _read_range(printed: str) -> Quantity | None:
    """Read two numbers of one unit, the lower first, as a range; nothing where the words hold none."""
    ends = range_ends(printed)
    if ends is None:
        return None
    low, high = map(_read, ends)
    if low.unit != high.unit or low.number >= high.number or {low.qualifier, high.qualifier} != {Qualifier.EXACT}:
        raise NotReadError
    return Quantity(printed, low.number, Qualifier.BETWEEN, low.unit, min(low.step, high.step), high.number)


def _qualifier(match: re.Match[str]) -> Qualifier:
    if match["opening"]:
        return _OPENING[match["opening"]]
    if match["more"] or match["more_after"] or match["early"]:
        return Qualifier.AT_LEAST
    if match["about"]:
        return Qualifier.ABOUT
    return _CLOSING.get(match["closing"] or "", Qualifier.EXACT)


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "") if digits.isascii() else chinese_number(digits))


def is_quantity(text: str) -> bool:
    """Return whether a text reads as a quantity."""
    try:
        parse_quantity(text)
    except NotReadError:
        return False
    return True


QuantityField = Annotated[
    Quantity,
    read_by(parse_quantity, Quantity, "bad-quantity"),
    PlainSerializer(str),
    WithJsonSchema({"type": "string"}),
]
