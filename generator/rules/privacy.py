"""Rules about private numbers: mobile, identity card, bank card, e-mail. They stop the build.

Numbers are looked for in every text of every record, private fields included, in file names, in prose pages and in the
settings; ``private_numbers`` decides what counts as one. The hotline that a platform declares, and the contact that the
site itself gives, are there to be called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator.catalogue.catalogue import Catalogue, derived
from generator.reading.files import SourceFile
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.records.settings import SiteSettings
from generator.rules.material import Material, Subject
from generator.rules.private_numbers import masked_number, private_numbers
from generator.rules.rule import Finding, error

_HOTLINE = ("platform", ("hotline",))
_CONTACTS = {"contact", "corrections"}


@error(
    zh=("这里有身份证号 {number}", "删掉它；这种号码不能写在记录的任何地方"),
    en=("there is an identity card number here: {number}", "delete it; such numbers must be nowhere in a record"),
)
def identity_number(material: Material) -> Sequence[Finding]:
    """Report an identity card number with a sound check digit (GB 11643-1999).

    记录里不能有身份证号。

    ✗ projects/a.yml: {name: 甲, remark: 负责人 11010519491231002X}
    ✓ projects/a.yml: {name: 甲, remark: 流水号 110105194912310021}
    """
    return _found(material.catalogue, material).get("identity-number", ())


@error(
    zh=("这里有银行卡号 {number}", "删掉它；这种号码不能写在记录的任何地方"),
    en=("there is a bank card number here: {number}", "delete it; such numbers must be nowhere in a record"),
)
def bank_card(material: Material) -> Sequence[Finding]:
    """Report a bank card number: 16 to 19 digits with a sound Luhn check digit (ISO/IEC 7812-1).

    记录里不能有银行卡号。

    ✗ projects/a.yml: {name: 甲, remark: 捐款账户 6222 0212 3456 7890 128}
    ✓ projects/a.yml: {name: 甲, remark: 编号 6222021234567890123}
    """
    return _found(material.catalogue, material).get("bank-card", ())


@error(
    zh=("这里有手机号 {number}", "删掉它；对外公布的热线写到“公开热线”里"),
    en=("there is a mobile number here: {number}", "delete it; a public hotline has a field of its own"),
)
def mobile_number(material: Material) -> Sequence[Finding]:
    """Report a mobile number anywhere in a record; a platform's public hotline has a field of its own.

    记录里不能有手机号，不管在哪个栏目，也不管中间有没有空格或横线。对外公布的热线写到平台的“公开热线”里，那里可以是手机号。

    ✗ projects/a.yml: {name: 甲, summary: 联系人电话 138 1234 5678。}
    ✓ projects/a.yml: {name: 甲, summary: 报名请拨公开热线。}
    ✓ content/platforms/a.yml: {name: 甲, type: 热线, hotline: 0532-12345}
    """
    return _found(material.catalogue, material).get("mobile-number", ())


@error(
    zh=("这里有电子邮箱 {number}", "删掉它；网站的联系方式写在 mkdocs.yml 里"),
    en=("there is an e-mail address here: {number}", "delete it; the site's contact stands in mkdocs.yml"),
)
def private_email(material: Material) -> Sequence[Finding]:
    """Report an e-mail address in a record.

    记录里不能有电子邮箱。网站的联系方式写在 mkdocs.yml 里。

    ✗ projects/a.yml: {name: 甲, summary: 报名请写信到 someone@example.com。}
    ✓ projects/a.yml: {name: 甲, summary: 报名请到社区服务中心。}
    """
    return _found(material.catalogue, material).get("private-email", ())


@derived
def _found(_: Catalogue, material: Material) -> Mapping[str, Sequence[Finding]]:
    """Return every private number under its code, looked for once for all rules of this family."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for subject, at, text, _public in chain(_file_names(material.catalogue), material.texts()):
        for code, number, position in private_numbers(text):
            if not _is_open(subject, at, code):
                here = (*at, position + 1) if isinstance(subject, SourceFile) else at
                found[code].append(Finding(subject, here, number=masked_number(number)))
    return found


def _is_open(subject: Subject, at: Path, code: str) -> bool:
    """Return whether a number is there to be called or written to: a platform's hotline, the site's own contact."""
    if isinstance(subject, Entry):
        return code == "mobile-number" and (subject.kind.name, at) == _HOTLINE
    return isinstance(subject, SiteSettings) and at[0] in _CONTACTS


def _file_names(catalogue: Catalogue) -> Iterator[tuple[Subject, Path, str, bool]]:
    """Yield the name of each file, unless it is the id that names the record."""
    named: set[str] = set()
    for entry in catalogue.whole_and_partial():
        name = entry.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if entry.path not in named and name != entry.record.id:
            yield entry, (), name, True
        named.add(entry.path)
