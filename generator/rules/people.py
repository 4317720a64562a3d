"""Rules about persons: withdrawal, masking, consent, minors, and names as they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.public import is_hidden
from generator.catalogue.winners import every_winner, honours_of, winners_of
from generator.problems import Phrase
from generator.records.edition import Edition
from generator.records.person import Person
from generator.rules.hidden_names import hidden_names
from generator.rules.material import Material
from generator.rules.rule import Finding, error, warning

_PADDED = re.compile(r"^[\u4e00-\u9fff][ \u3000\u00a0]+[\u4e00-\u9fff]$")
_REFUSED = Phrase("写明本人不同意", "has not consented")
_NOT_ASKED = Phrase("没有获奖记录，也没有写明本人同意", "has no honour here and no consent")
_CHILD = re.compile(
    r"小学生|初中生|少先队员|幼儿|(?<!\d)(?:[1-9]|1[0-7])(?:周)?岁|(?<![一二三四五六七八九十百])(?:十[一二三四五六七]?|[一二三四五六七八九])周?岁"
)


@error(
    zh=("这里还写着“{name}”，这个人（{id}）已要求撤回或隐去名字", "删掉名字，或换一种不带名字的说法"),
    en=(
        "'{name}' ({id}) is still named here, but withdrew or is to be masked",
        "take the name out, or say it without a name",
    ),
)
def withdrawn_person_named(material: Material) -> Iterator[Finding]:
    """Report each public text that still holds the name of a person who withdrew, is masked, or is a minor.

    A name is found also where spaces, mark-up or unseen characters are inside it. It is not found inside a
    longer name that another person's record or a line of a roll bears: 王伟 does not forbid 王伟东.

    要求撤回或隐去名字的人，以及未成年人，名字不能出现在网站的任何地方，名字中间夹了空格或标记也一样。别人的名字更长、正好含有它的（人物记录或名单里有这个人），不算。

      content/people.yml: [{id: wang, name: 王小明, display: 已撤回, source: doc}]
    ✗ projects/a.yml: {name: 甲, summary: 由王小明发起。}
    ✓ projects/a.yml: {name: 甲, summary: 由一位志愿者发起。}
    """
    hidden = hidden_names(material.catalogue)
    own = {entry.key for entry in material.catalogue.of(Person) if entry.record.name in hidden.persons}
    for subject, at, text, public in material.texts() if hidden.persons else ():
        for details in hidden.found_in(text) if public and subject.key not in own else ():
            yield Finding(subject, at, **details)


@warning(
    zh=(
        "“{name}”{reason}，却用全名展示",
        "把“展示方式”改成“隐去名字”或“已撤回”；本人同意的，写“本人同意: 是”；来源公开点名的，写“接受”和理由",
    ),
    en=(
        "'{name}' {reason}, but is shown by name",
        "set display to 隐去名字 or 已撤回; add consent if it was given; or accept with the reason",
    ),
)
def person_without_consent(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a person shown by name who has refused, or whom no honour has made public and who has not consented.

    没有获奖记录公开过、也没有写明本人同意的人，不宜用全名展示。写“本人同意: 是”，或写明理由接受。
    写了“本人同意: 否”的人，即使有获奖记录也要改“展示方式”。

    ✗ content/people.yml: [{id: wang, name: 王小明, source: doc}]
    ✓ content/people.yml: [{id: wang, name: 王小明, consent: 是, source: doc}]
    """
    # A roll with a fault has made its winners public all the same.
    broken = catalogue.partial_of(Edition)
    winners = {cited.honour.person for entry in broken for cited in winners_of(catalogue, entry)}
    for entry in catalogue.of(Person):
        person = entry.record
        if person.consent or is_hidden(person):
            continue
        if person.consent is False:
            yield Finding(entry, ("name",), name=person.name, reason=_REFUSED)
        elif person.id not in winners and not honours_of(catalogue, ("person", person.id)):
            yield Finding(entry, ("name",), name=person.name, reason=_NOT_ASKED)


@warning(
    zh=("介绍里写到“{words}”，没有写明是否未成年", "写“未成年: 是”或“未成年: 否”"),
    en=("the record speaks of '{words}' and does not say whether this is a minor", "add minor: 是 or 否"),
)
def minor_undeclared(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a person whose record speaks of a child and does not say whether it is one.

    介绍里写到小学生、未满18岁等，要写明是否未成年；未成年人会自动隐去名字。

    ✗ content/people.yml: [{id: wang, name: 王小明, role: 小学生志愿者, consent: 是, source: doc}]
    ✓ content/people.yml: [{id: wang, name: 王小明, role: 小学生志愿者, consent: 是, minor: 是, source: doc}]
    """
    for entry in catalogue.of(Person):
        person = entry.record
        text = unicodedata.normalize("NFKC", f"{person.role or ''}。{person.summary or ''}")
        words = _CHILD.search(re.sub(r"\s+", "", text)) if person.minor is None else None
        if words:
            yield Finding(entry, ("name",), words=words[0])


@warning(
    zh=("名字“{name}”中间有空格", "去掉空格，写成两个字；网站会自动对齐"),
    en=("the name '{name}' has a space inside", "take it out; the site pads names by itself"),
)
def padded_name(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a two-character name with space inside; the site pads names for the eye by itself.

    两个字的名字中间不要加空格：网站排版时会自动对齐，加了空格就搜不到。

    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王　伟]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟]}}
    """
    for entry in catalogue.of(Person):
        if _PADDED.match(entry.record.name):
            yield Finding(entry, ("name",), name=entry.record.name)
    for cited in every_winner(catalogue):
        name = cited.honour.name or ""
        if _PADDED.match(name):
            yield Finding(cited.entry, (*cited.at, "name"), name=name)
