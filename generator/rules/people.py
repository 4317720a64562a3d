"""Rules about persons: withdrawal, masking, consent, minors, and names as they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import honours_in, honours_of
from generator.catalogue.texts import texts_of
from generator.problems import Location, Problem, Words
from generator.reading.files import SourceFile
from generator.records.person import Person
from generator.records.settings import Configured
from generator.records.shape import dotted
from generator.records.structure import texts
from generator.rules.names import HiddenNames, is_hidden
from generator.rules.rule import Finding

_PADDED = re.compile(r"^[\u4e00-\u9fff][ \u3000\u00a0]+[\u4e00-\u9fff]$")
_REFUSED = Words("写明本人不同意", "has not consented")
_NOT_ASKED = Words("没有获奖记录，也没有写明本人同意", "has no honour here and no consent")
_CHILD = re.compile(
    r"小学生|初中生|少先队员|幼儿|(?<!\d)(?:[1-9]|1[0-7])(?:周)?岁|(?<![一二三四五六七八九十百])(?:十[一二三四五六七]?|[一二三四五六七八九])周?岁"
)


def withdrawn_person_named(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each public text that still holds the name of a person who withdrew, is masked, or is a minor.

    A name is found also where spaces, mark-up or signs that nobody sees stand inside it. It is not found inside a
    longer name that another person's record or a line of a roll bears: 王伟 does not forbid 王伟东.

    要求撤回或隐去名字的人，以及未成年人，名字不能出现在网站的任何地方，名字中间夹了空格或标记也一样。别人的名字更长、正好含有它的（人物记录或名单里有这个人），不算。

    Fails::

        content/people.yml:
            - {id: wang, name: 王小明, display: 已撤回, source: doc}
        projects/a.yml:
            name: 甲
            summary: 由王小明发起。

    Passes::

        content/people.yml:
            - {id: wang, name: 王小明, display: 已撤回, source: doc}
        projects/a.yml:
            name: 甲
            summary: 由一位志愿者发起。
    """
    hidden = HiddenNames(catalogue)
    for entry, at, text, public in texts_of(catalogue) if hidden else ():
        is_their_own = entry.kind.name == "person" and entry.record.name in hidden.persons
        for details in hidden.found_in(text) if public and not is_their_own else ():
            yield Finding(entry, at, details)


def hidden_in_settings(catalogue: Catalogue, configured: Configured) -> Iterator[Problem]:
    """Report each setting that holds the name of a hidden person: the home page would show it."""
    hidden = HiddenNames(catalogue)
    for at, text, public in texts(configured.settings) if hidden else ():
        for details in hidden.found_in(text) if public else ():
            yield Problem("withdrawn-person-named", configured.location(at), dotted(at), details)


def hidden_in_prose(catalogue: Catalogue, source: SourceFile) -> Iterator[Problem]:
    """Report each line of a prose page that holds the name of a hidden person."""
    hidden = HiddenNames(catalogue)
    for number, line in enumerate(source.text.splitlines(), 1) if hidden else ():
        for details in hidden.found_in(line):
            yield Problem("withdrawn-person-named", Location(source.path, number), "", details)


def person_without_consent(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a person shown by name who has refused, or whom no honour has made public and who has not consented.

    没有获奖记录公开过、也没有写明本人同意的人，不宜用全名展示。写“本人同意: 是”，或写明理由接受。
    写了“本人同意: 否”的人，即使有获奖记录也要改“展示方式”。

    Fails::

        content/people.yml:
            - {id: wang, name: 王小明, source: doc}

    Passes::

        content/people.yml:
            - {id: wang, name: 王小明, consent: 是, source: doc}
    """
    # A roll with a fault has made its winners public all the same.
    winners = {cited.honour.person for entry in catalogue.partial for cited in honours_in(entry)}
    for entry in catalogue.of("person"):
        person = entry.record
        if not isinstance(person, Person) or person.consent or is_hidden(person):
            continue
        if person.consent is False:
            yield Finding(entry, ("name",), {"name": person.name, "reason": _REFUSED})
        elif person.id not in winners and not honours_of(catalogue, "person", person.id):
            yield Finding(entry, ("name",), {"name": person.name, "reason": _NOT_ASKED})


def minor_undeclared(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a person whose record speaks of a child and does not say whether it is one.

    介绍里写到小学生、未满18岁等，要写明是否未成年；未成年人会自动隐去名字。

    Fails::

        content/people.yml:
            - {id: wang, name: 王小明, role: 小学生志愿者, consent: 是, source: doc}

    Passes::

        content/people.yml:
            - {id: wang, name: 王小明, role: 小学生志愿者, consent: 是, minor: 是, source: doc}
    """
    for entry in catalogue.of("person"):
        person = entry.record
        if isinstance(person, Person) and person.minor is None:
            told = unicodedata.normalize("NFKC", f"{person.role or ''}。{person.summary or ''}")
            words = _CHILD.search(re.sub(r"\s+", "", told))
            if words:
                yield Finding(entry, ("name",), {"words": words[0]})


def padded_name(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a two-character name with space inside; the site pads names for the eye by itself.

    两个字的名字中间不要加空格：网站排版时会自动对齐，加了空格就搜不到。

    Fails::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿者: [王　伟]

    Passes::

        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿者: [王伟]
    """
    for entry in catalogue.of("person"):
        if _PADDED.match(entry.record.name):
            yield Finding(entry, ("name",), {"name": entry.record.name})
    for entry in catalogue.of("edition"):
        for cited in honours_in(entry):
            if _PADDED.match(cited.honour.name or ""):
                yield Finding(entry, (*cited.at, "name"), {"name": cited.honour.name or ""})
