"""Rules about private numbers: mobile, identity card, bank card, e-mail, WeChat id. They stop the build.

Numbers are looked for in every text of every record, private fields included, in the names of files, in prose pages as
they are written and as they are rendered, and in all of ``mkdocs.yml``; ``private_numbers`` decides what counts as one.
What is declared to be called or written to has fields of its own, which alone are exempt: a platform's hotline, the
public mailbox of a team, a station, a place or a way to take part, and the contacts that the site itself gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice, starmap
from typing import TypeVar

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.texts import SourceText, texts_of
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.records.settings import SiteSettings
from generator.rules.material import Material, Passage, Subject, file_names_of
from generator.rules.private_numbers import masked_number, may_hold_numbers, private_numbers
from generator.rules.rule import Finding, at_word, error, once_a_page

T = TypeVar("T", Passage, SourceText)
_OPEN_FIELDS: Mapping[str, Mapping[str, tuple[Path, ...]]] = {
    "mobile-number": {"platform": (("hotline",),)},
    "private-email": {
        "team": (("mailbox",), ("take_part", "mailbox")),
        "station": (("mailbox",), ("take_part", "mailbox")),
        "place": (("mailbox",),),
        "project": (("take_part", "mailbox"),),
        "activity": (("take_part", "mailbox"),),
    },
}
_BATCH = 64
# A letter, so that digits of two texts are no number.
_BETWEEN = "x"
_CONTACTS = {("contact",), ("corrections",), ("join",), ("help",)}


@error(
    zh=("这里有身份证号 {number}", "删掉它；这种号码不能写在记录的任何地方"),
    en=("there is an identity card number here: {number}", "delete it; such numbers must be nowhere in a record"),
)
def identity_number(material: Material) -> Iterator[Finding]:
    """Report an identity card number with a sound check digit (GB 11643-1999), or of 15 digits with a sound date.

    记录和网页里不能有身份证号，网址里也不能有。老的 15 位号码看地区和日期是否说得通；前面写明“注册号”的不算。

    ✗ projects/a.yml: {name: 甲, remark: 负责人 11010519491231002X}
    ✓ projects/a.yml: {name: 甲, remark: 流水号 110105194912310021}
    """
    return _found(material, "identity-number")


@error(
    zh=("这里有银行卡号 {number}", "删掉它；这种号码不能写在记录的任何地方"),
    en=("there is a bank card number here: {number}", "delete it; such numbers must be nowhere in a record"),
)
def bank_card(material: Material) -> Iterator[Finding]:
    """Report a bank card number: 16 to 19 digits with a sound Luhn check digit (ISO/IEC 7812-1).

    记录和网页里不能有银行卡号，不管数字中间隔着什么。统一社会信用代码不算。

    ✗ projects/a.yml: {name: 甲, remark: 捐款账户 6222 0212 3456 7890 128}
    ✓ projects/a.yml: {name: 甲, remark: 编号 6222021234567890123}
    """
    return _found(material, "bank-card")


@error(
    zh=("这里有手机号 {number}", "删掉它；对外公布的热线写到“公开热线”里"),
    en=("there is a mobile number here: {number}", "delete it; a public hotline has a field of its own"),
)
def mobile_number(material: Material) -> Iterator[Finding]:
    """Report a mobile number anywhere but in a platform's hotline, disguised or inside a web address included.

    The public telephone of a team, a station or a place is a landline or a short number: a mobile number there is
    somebody's own more often than not. A unit's number that everybody may call is a platform's hotline.

    记录、网页、文件名、菜单和网址里都不能有手机号：中间隔着空格、标点、标记、换行，写成全角、带圈或中文数字，都算。
    队伍、阵地、地区和“怎么参加”的“公开电话”写座机、短号或 400 号码，那里的手机号也算，因为多半是个人的。
    单位对外公布、谁都可以打的热线，写到平台的“公开热线”里，只有那里可以是手机号。

    ✗ projects/a.yml: {name: 甲, summary: 联系人电话 138 1234 5678。}
    ✓ projects/a.yml: {name: 甲, summary: 报名请拨公开热线。}
    ✓ content/platforms/a.yml: {name: 甲, type: 热线, hotline: 0532-12345}
    """
    return _found(material, "mobile-number")


@error(
    zh=("这里有电子邮箱 {number}", "删掉它；单位对外公布的写到“公开邮箱”里，网站的联系方式写在 mkdocs.yml 里"),
    en=(
        "there is an e-mail address here: {number}",
        "delete it; a unit's own has the field mailbox, and the site's contact stands in mkdocs.yml",
    ),
)
def private_email(material: Material) -> Iterator[Finding]:
    """Report an e-mail address anywhere but in a public mailbox: of a team, a station, a place, a way to take part.

    记录和网页里不能有电子邮箱，(at) 代替 @ 的、中文域名的也算。
    单位对外公布的邮箱写到队伍、阵地、地区和“怎么参加”的“公开邮箱”里，网站的联系方式写在 mkdocs.yml 里。

    ✗ projects/a.yml: {name: 甲, summary: 报名请写信到 someone@example.com。}
    ✓ projects/a.yml: {name: 甲, summary: 报名请到社区服务中心。}
    ✓ content/teams/a.yml: {name: 甲队, mailbox: office@example.org}
    """
    return _found(material, "private-email")


@error(
    zh=("这里有微信号 {number}", "删掉它；对外的公众号、小程序写它的名称"),
    en=("there is a WeChat id here: {number}", "delete it; of a public account or mini-programme, write the name"),
)
def wechat_id(material: Material) -> Iterator[Finding]:
    """Report a personal WeChat id, which begins with wxid_.

    记录和网页里不能有个人微信号（wxid_ 开头）。单位的公众号和小程序写名称。

    ✗ projects/a.yml: {name: 甲, summary: 报名请加 wxid_a1b2c3d4e5。}
    ✓ projects/a.yml: {name: 甲, summary: 报名请看公众号“青岛志愿服务”。}
    """
    return _found(material, "wechat-id")


def _found(material: Material, code: str) -> Iterator[Finding]:
    """Yield the private numbers of one code, in every text there is."""
    records, beside = _in_records(material.catalogue), _beside_records(material)
    return once_a_page([*records.get(code, ()), *beside.get(code, ())])


@derived
def _in_records(catalogue: Catalogue) -> Mapping[str, Sequence[Finding]]:
    """Return the private numbers of all records under their codes, looked for once for all rules of this family."""
    texts = starmap(Passage, _suspect(iter(texts_of(catalogue))))
    return _by_code(chain(texts, _suspect(file_names_of(catalogue))))


# A catalogue that remembered the material would never be freed by itself, and a preview makes both after each save.
@lru_cache(maxsize=1)
def _beside_records(material: Material) -> Mapping[str, Sequence[Finding]]:
    """Return likewise those of settings, prose and rendered pages."""
    return _by_code(_suspect(material.texts_beside_records()))


def _by_code(passages: Iterable[Passage]) -> Mapping[str, Sequence[Finding]]:
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for passage in passages:
        for code, number, start, _end in private_numbers(passage.text):
            if not _is_open(passage.subject, passage.at, code):
                found[code].append(at_word(passage, start, number=masked_number(number)))
    return found


def _suspect(passages: Iterator[T]) -> Iterator[T]:
    """Leave out texts without anything like a number: many are asked at once, since nearly all are without."""
    while batch := tuple(islice(passages, _BATCH)):
        if may_hold_numbers(_BETWEEN.join([passage.text for passage in batch])):
            yield from batch


def _is_open(subject: Subject, at: Path, code: str) -> bool:
    """Return whether a number is there to be called or written to, which its field says."""
    if isinstance(subject, Entry):
        return at in _OPEN_FIELDS.get(code, {}).get(subject.kind.name, ())
    return isinstance(subject, SiteSettings) and code in _OPEN_FIELDS and at[:1] in _CONTACTS
