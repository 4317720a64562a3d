"""Rules about private numbers: mobile, identity card, bank card, e-mail. They stop the build.

Numbers are looked for in every text of every record, private fields included, in file names and in prose pages. They
are found also when split by spaces, hyphens, mark-up or invisible characters, or written with full-width digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.catalogue.catalogue import Catalogue
from generator.problems import Location, Problem
from generator.reading.files import SourceFile
from generator.reading.nodes import Path
from generator.records.fields import Model
from generator.records.parse import Entry
from generator.records.structure import fields_of
from generator.rules.rule import Finding

# Invisible characters and mark-up that may stand between the digits of a number without parting it for the eye.
_BETWEEN = re.compile(r"(?<=[\dXx])[\s*_`~\-·.\u200b-\u200f\u2060\ufeff\u00ad]+(?=[\dXx])")
_DIGIT_OR_AT = re.compile(r"\d|[@＠]")
_FEWEST_DIGITS = 11
_MOBILE = re.compile(r"(?<!\d)(?:\+?86)?(1[3-9]\d{9})(?!\d)")
_IDENTITY = re.compile(
    r"(?<!\d)([1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\dXx])"
)
_CARD = re.compile(r"(?<!\d)([3-6]\d{15,18})(?!\d)")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def mobile_number(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a mobile number anywhere in a record; a public hotline has a field of its own.

    记录里不能有手机号，不管在哪个栏目，也不管中间有没有空格或横线。对外公布的热线写到“公开热线”里。

    Fails::

        projects/a.yml:
            name: 甲
            summary: 联系人电话 138 1234 5678。

    Passes::

        content/platforms/a.yml:
            name: 甲
            type: 热线
            hotline: 0532-12345
    """
    yield from _masked(_search(catalogue, _MOBILE))


def identity_number(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an identity card number with a sound check digit (GB 11643-1999).

    记录里不能有身份证号。

    Fails::

        projects/a.yml:
            name: 甲
            remark: 负责人 11010519491231002X

    Passes::

        projects/a.yml:
            name: 甲
            remark: 流水号 110105194912310021
    """
    for finding in _search(catalogue, _IDENTITY):
        number = str(finding.details["number"]).upper()
        total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
        if _CHECK_DIGITS[total % 11] == number[-1]:
            yield from _masked([finding])


def bank_card(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a bank card number: 16 to 19 digits with a sound Luhn check digit (ISO/IEC 7812-1).

    记录里不能有银行卡号。

    Fails::

        projects/a.yml:
            name: 甲
            remark: 捐款账户 6222 0212 3456 7890 128

    Passes::

        projects/a.yml:
            name: 甲
            remark: 编号 6222021234567890123
    """
    for finding in _search(catalogue, _CARD):
        if _luhn(str(finding.details["number"])):
            yield from _masked([finding])


def private_email(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an e-mail address in a record.

    记录里不能有电子邮箱。网站的联系方式写在 mkdocs.yml 里。

    Fails::

        projects/a.yml:
            name: 甲
            summary: 报名请写信到 someone@example.com。

    Passes::

        projects/a.yml:
            name: 甲
            summary: 报名请到社区服务中心。
    """
    yield from _masked(_search(catalogue, _EMAIL))


def folded(text: str) -> str:
    """Return a text with digits made plain and everything taken out that hides a number from a search."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text))


def in_prose(source: SourceFile) -> Iterator[Problem]:
    """Report the private numbers of a prose page, by line."""
    for number, line in enumerate(source.text.splitlines(), 1):
        plain = folded(line)
        for code, pattern in (("mobile-number", _MOBILE), ("identity-number", _IDENTITY), ("private-email", _EMAIL)):
            for match in pattern.finditer(plain):
                details = {"number": _mask(match[0])}
                yield Problem(code, Location(source.path, number, _column(line, match[0])), "", details)


def _column(line: str, found: str) -> int:
    """Return where a number begins in the line as written, which may hold signs between its digits."""
    return max(line.find(found), line.find(found[0]), 0) + 1


def starred(line: str) -> str:
    """Return a line with the digits of private numbers starred out, so that a report does not carry them further."""
    plain = folded(line)
    if not any(pattern.search(plain) for pattern in (_MOBILE, _IDENTITY, _CARD, _EMAIL)):
        return line
    return re.sub(r"[\dXx](?=[\s*_`~\-·.\u200b-\u200f]*\d)|(?<=\d)[\dXx]", "*", _EMAIL.sub("***@***", line))


def _masked(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield Finding(finding.entry, finding.at, {"number": _mask(str(finding.details["number"]))})


def _mask(number: str) -> str:
    """Keep just enough of a number to find it: its first three and last two signs."""
    return number[:3] + "*" * max(1, len(number) - 5) + number[-2:]


def _search(catalogue: Catalogue, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for entry, at, text in catalogue.once("suspects", lambda: list(_suspects(catalogue))):
        for match in pattern.finditer(text):
            yield Finding(entry, at, {"number": match[1] if match.lastindex else match[0]})


def _suspects(catalogue: Catalogue) -> Iterator[tuple[Entry, Path, str]]:
    """Yield, folded, every text that could hide a number: private ones and the names of files included."""
    for entry in catalogue.whole_and_partial():
        for at, text in (((), entry.path.rsplit("/", 1)[-1]), *_model_texts(entry.record)):
            # Fewer digits than a mobile number has, and no sign of an address, hide nothing.
            signs = _DIGIT_OR_AT.findall(text)
            if len(signs) >= _FEWEST_DIGITS or "@" in signs or "＠" in signs:
                yield entry, at, folded(text)


def _model_texts(model: Model) -> Iterator[tuple[Path, str]]:
    for shape in fields_of(type(model)).values():
        held = getattr(model, shape.name)
        if held is None or held == () or shape.reference or shape.choices:
            continue
        for index, item in enumerate(held) if shape.many else [(None, held)]:
            at: Path = (shape.name,) if index is None else (shape.name, index)
            if isinstance(item, Model):
                yield from ((at + inner, text) for inner, text in _model_texts(item))
            elif isinstance(item, dict):
                yield from ((at, text) for text in item.values())
            else:
                yield at, str(item)


def _luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = [sum(divmod(digit * 2, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
