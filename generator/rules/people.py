"""Rules about persons: withdrawal, masking, consent, minors, and names as they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.public import is_hidden
from generator.catalogue.winners import every_winner, honours_of, winners_of
from generator.reading.nodes import Path
from generator.records.edition import Edition
from generator.records.person import Display, Person
from generator.records.roll_line import SEVERAL
from generator.rules.hidden_names import hidden_names
from generator.rules.material import Material, Passage, passages_of
from generator.rules.name_pinyin import gives_away
from generator.rules.rolls import untidy_lines
from generator.rules.rule import Finding, at_word, error, in_text, once_a_page, warning

# The fields of a person that are masked or left out where the name is hidden.
_NAMING = {"name", "aliases", "formerly"}
_PADDED = re.compile(r"^[\u4e00-\u9fff][ \u3000\u00a0]+[\u4e00-\u9fff]$")
_AGE = r"(?<!\d)(?:[1-9]|1[0-7])(?:周)?岁"
_AGE_IN_WORDS = r"(?<![一二三四五六七八九十百])(?:十[一二三四五六七]?|[一二三四五六七八九])周?岁"
_GRADE = r"(?:小学|初中|高中|中学|附中|(?<!大学)(?<!学院)(?<!本科)[一二三四五六七八九1-9]年级|初[一二三]|高[一二三])"
# Who teaches there is none of its pupils.
_PUPIL = (
    rf"(?:小|初中|高中|中)学生|初中生|高中生|{_GRADE}[^。；，、师长]{{0,12}}?(?:学生|同学|在读)|{_GRADE}(?=[。；，、])"
)
_CHILD = re.compile(rf"{_PUPIL}|少先队员|幼儿(?!园?(?:教|老|园长))|{_AGE}|{_AGE_IN_WORDS}")


@error(
    zh=("这里还写着“{name}”，这个人（{id}）已要求撤回或隐去名字", "删掉名字，或换一种不带名字的说法"),
    en=(
        "'{name}' ({id}) is still named here, but withdrew or is to be masked",
        "take the name out, or say it without a name",
    ),
)
def withdrawn_person_named(material: Material) -> Iterator[Finding]:
    """Report each public text that still holds the name of a person who withdrew, is masked, or is a minor.

    So do the other texts of a masked person's own record: its page prints them.

    A name is found also where spaces, mark-up or unseen characters are inside it. It is not found inside a
    longer name that another person's record or a line of a roll bears: 王伟 does not forbid 王伟东.

    要求撤回或隐去名字的人，以及未成年人，名字不能出现在网站的任何地方，名字中间夹了空格或标记也一样；本人记录里的简介、身份、做法、原话也算。别人的名字更长、正好含有它的（人物记录或名单里有这个人），不算。

      content/people.yml: [{id: wang, name: 王小明, display: 已撤回, source: doc}]
    ✗ projects/a.yml: {name: 甲, summary: 由王小明发起。}
    ✓ projects/a.yml: {name: 甲, summary: 由一位志愿者发起。}
    """
    beside = _named_in(material.catalogue, material.texts_beside_records())
    yield from once_a_page(chain(_named_in_records(material.catalogue), beside))


@derived
def _named_in_records(catalogue: Catalogue) -> tuple[Finding, ...]:
    return tuple(_named_in(catalogue, passages_of(catalogue)))


def _named_in(catalogue: Catalogue, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Yield a finding for each public text that names somebody hidden."""
    hidden = hidden_names(catalogue)
    own = {entry.key: entry.record for entry in catalogue.of(Person) if entry.record.name in hidden.persons}
    for passage in passages if hidden.persons else ():
        person = own.get(passage.subject.key)
        if passage.public and not (person and _is_kept_back(person, passage.at)):
            for name, record_id, index in hidden.found_in(passage.text):
                yield at_word(passage, index, name=name, id=record_id)


def _is_kept_back(person: Person, at: Path) -> bool:
    """Return whether no page prints a text of a hidden person: all of one who withdrew, of others what names them."""
    return person.display is Display.WITHDRAWN or not at or at[0] in _NAMING


@error(
    zh=("“{name}”写明本人不同意，却用全名展示", "把“展示方式”改成“隐去名字”或“已撤回”；后来同意了的，写“本人同意: 是”"),
    en=(
        "'{name}' has not consented, but is shown by name",
        "set display to 隐去名字 or 已撤回; where consent was given since, set consent to 是",
    ),
)
def consent_refused(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a person who has refused and is shown by name, whatever honours there are.

    写了“本人同意: 否”的人不能用全名展示，有获奖记录、来源公开点名也一样，这一条不能接受。

    ✗ content/people.yml: [{id: p1, name: 王小明, consent: 否, source: doc}]
    ✓ content/people.yml: [{id: p1, name: 王小明, consent: 否, display: 隐去名字, source: doc}]
    """
    for entry in catalogue.of(Person):
        if entry.record.consent is False and not is_hidden(entry.record):
            yield Finding(entry, ("consent",), name=entry.record.name)


@warning(
    zh=(
        "“{name}”没有获奖记录，也没有写明本人同意，却用全名展示",
        "把“展示方式”改成“隐去名字”或“已撤回”；本人同意的，写“本人同意: 是”；来源公开点名的，写“接受”和理由",
    ),
    en=(
        "'{name}' has no honour here and no consent, but is shown by name",
        "set display to 隐去名字 or 已撤回; add consent if it was given; or accept with the reason",
    ),
    needs=("consent-refused",),
)
def person_without_consent(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a person shown by name whom no honour has made public and who has not consented.

    没有获奖记录公开过、也没有写明本人同意的人，不宜用全名展示。写“本人同意: 是”，或写明理由接受。

    ✗ content/people.yml: [{id: wang, name: 王小明, source: doc}]
    ✓ content/people.yml: [{id: wang, name: 王小明, consent: 是, source: doc}]
    """
    in_doubt = _rolls_are_in_doubt(catalogue)
    # A roll with a fault has made its winners public all the same.
    broken = catalogue.partial_of(Edition)
    winners = {cited.honour.person for entry in broken for cited in winners_of(catalogue, entry)}
    for entry in catalogue.of(Person):
        person = entry.record
        if person.consent is not None or is_hidden(person):
            continue
        # What was accepted before stays so while a roll cannot be read.
        if in_doubt and "person-without-consent" not in (person.accept or {}):
            continue
        if person.id not in winners and not honours_of(catalogue, ("person", person.id)):
            yield Finding(entry, ("name",), name=person.name)


def _rolls_are_in_doubt(catalogue: Catalogue) -> bool:
    """Return whether an edition cannot be read whole, so that nobody knows whom it honours.

    A line that names several people at once may stand in place of those that named each by a record.
    """
    if "edition" in catalogue.doubtful or any(
        dangling.origin.kind.model is Edition and dangling.at[0] == "winners" for dangling in catalogue.dangling
    ):
        return True
    several = (line.cited.edition for line in untidy_lines(catalogue) if line.mend.reason is SEVERAL)
    return any("untidy-roll-line" not in (edition.accept or {}) for edition in several)


@error(
    zh=("介绍里写到“{words}”，没有写明是否未成年", "写“未成年: 是”，网站会隐去名字；已经成年的写“未成年: 否”"),
    en=(
        "the record speaks of '{words}' and does not say whether this is a minor",
        "add minor: 是, and the name is masked; of an adult write minor: 否",
    ),
)
def minor_undeclared(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a person shown by name whose record speaks of a child and does not say whether it is one.

    介绍里写到小学生、几年级、未满18岁等，要写明是否未成年；未成年人会自动隐去名字。已经隐去名字或撤回的不用写。

    ✗ content/people.yml: [{id: p1, name: 王小明, role: 小学生志愿者, consent: 是, source: doc}]
    ✓ content/people.yml: [{id: p1, name: 王小明, role: 小学生志愿者, consent: 是, minor: 是, source: doc}]
    """
    for entry in catalogue.of(Person):
        person = entry.record
        if person.minor is not None or is_hidden(person):
            continue
        for name in ("role", "summary"):
            text = getattr(person, name) or ""
            words = _CHILD.search(re.sub(r"\s+", "", unicodedata.normalize("NFKC", f"。{text}。")))
            if words:
                yield in_text(entry, (name,), text, max(0, text.find(words[0].strip("。"))), words=words[0])
                break


@error(
    zh=(
        "编号“{id}”拼出了要隐去的名字",
        "换一个看不出名字的编号，例如 p1，引用它的地方一起改：编号会出现在网址和数据里",
    ),
    en=(
        "the id '{id}' spells the name that is to be masked",
        "take one that tells nothing, such as p1, and change the references to it: ids stand in addresses and data",
    ),
)
def id_gives_name_away(catalogue: Catalogue) -> Iterator[Finding]:
    """Report the id of a masked person or a minor that spells the name: whole, given name alone, or turned round.

    隐去名字的人和未成年人，编号不能是名字的拼音（全名、名，或先名后姓），别名也一样。姓、首字母可以。撤回的人没有网页，不在此列。

    ✗ content/people.yml: [{id: wang-xiaoming, name: 王小明, display: 隐去名字, source: doc}]
    ✓ content/people.yml: [{id: p1, name: 王小明, display: 隐去名字, source: doc}]
    """
    for entry in catalogue.of(Person):
        person = entry.record
        is_masked = is_hidden(person) and person.display is not Display.WITHDRAWN
        if is_masked and any(gives_away(person.id, name) for name in (person.name, *person.aliases)):
            yield Finding(entry, ("id",), id=person.id)


@warning(
    zh=("名字“{name}”中间有空格", "去掉空格，写成两个字；网站会自动对齐"),
    en=("the name '{name}' has a space inside", "take it out; the site pads names by itself"),
)
def padded_name(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a two-character name with space inside; the site pads names for the eye by itself.

    两个字的名字中间不要加空格：网站排版时会自动对齐，加了空格就搜不到。

    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [name: 王　伟]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [name: 王伟]}}
    """
    for entry in catalogue.of(Person):
        if _PADDED.match(entry.record.name):
            yield Finding(entry, ("name",), name=entry.record.name)
    for cited in every_winner(catalogue):
        name = cited.honour.name or ""
        if _PADDED.match(name):
            yield Finding(cited.entry, (*cited.at, "name"), name=name)
