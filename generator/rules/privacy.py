"""Rules about private numbers: mobile, identity card, bank card, e-mail. They stop the build.

Numbers are looked for in every text of every record, private fields included, in file names, in prose pages and in the
settings; what counts as one stands in ``numbers``. The hotline that a platform declares, and the contact that the site
itself gives, are there to be called.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.texts import texts_of
from generator.problems import Problem
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.records.settings import Configured
from generator.records.shape import dotted
from generator.records.structure import texts
from generator.rules.numbers import masked, private_numbers
from generator.rules.rule import Finding

_HOTLINE = ("platform", ("hotline",))
_CONTACTS = {"contact", "corrections"}


def mobile_number(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a mobile number anywhere in a record; a platform's public hotline has a field of its own.

    记录里不能有手机号，不管在哪个栏目，也不管中间有没有空格或横线。对外公布的热线写到平台的“公开热线”里，那里可以是手机号。

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
    yield from _of_code(catalogue, "mobile-number")


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
    yield from _of_code(catalogue, "identity-number")


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
    yield from _of_code(catalogue, "bank-card")


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
    yield from _of_code(catalogue, "private-email")


def numbers_in_settings(configured: Configured) -> Iterator[Problem]:
    """Report the private numbers of the settings, but for the contact that the site gives its readers."""
    for at, text, _ in texts(configured.settings):
        for code, number, _ in private_numbers(text) if at[0] not in _CONTACTS else ():
            yield Problem(code, configured.location(at), dotted(at), {"number": masked(number)})


def _of_code(catalogue: Catalogue, code: str) -> Iterator[Finding]:
    for found, entry, at, number in catalogue.once("private numbers", lambda: list(_all(catalogue))):
        if found == code:
            yield Finding(entry, at, {"number": masked(number)})


def _all(catalogue: Catalogue) -> Iterator[tuple[str, Entry, Path, str]]:
    """Yield every private number in texts, private ones and the names of files included."""
    said = [(entry, at, text) for entry, at, text, _ in texts_of(catalogue)]
    for entry, at, text in (*_file_names(catalogue), *said):
        for code, number, _ in private_numbers(text):
            if code != "mobile-number" or (entry.kind.name, at) != _HOTLINE:
                yield code, entry, at, number


def _file_names(catalogue: Catalogue) -> Iterator[tuple[Entry, Path, str]]:
    """Yield the name of each file, unless it is the id that names the record."""
    named: set[str] = set()
    for entry in catalogue.whole_and_partial():
        name = entry.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if entry.path not in named and name != entry.record.id:
            yield entry, (), name
        named.add(entry.path)
