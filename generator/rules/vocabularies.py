"""Rules about vocabularies: whose list it is, and that words come from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.places import ancestors
from generator.records.project import Project
from generator.records.quantity import parse_quantity
from generator.records.vocabulary import Vocabulary
from generator.rules.rule import Finding


def vocabulary_without_scope(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a vocabulary that does not say whose list it is or of when.

    词表要写明是哪个地区、什么时候的说法：同一个词在不同城市、不同年份可能指不同的内容。

    Fails::

        content/vocabularies/a.yml:
            name: 五为
            terms: [为老, 为小]

    Passes::

        content/vocabularies/a.yml:
            name: 五为
            place: city
            date: 2023
            terms: [为老, 为小]
    """
    for entry in catalogue.of("vocabulary"):
        vocabulary = entry.record
        if isinstance(vocabulary, Vocabulary) and not (vocabulary.place and (vocabulary.date or vocabulary.source)):
            yield Finding(entry, ("name",), {"name": vocabulary.name})


def vocabulary_count(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a complete vocabulary with more or fewer terms than it states.

    词表写明“列全”，列出的条数却与“原文数目”不一样。

    Fails::

        content/vocabularies/a.yml:
            name: 五为
            place: city
            date: 2023
            stated: 五项
            terms: [为老, 为小]

    Passes::

        content/vocabularies/a.yml:
            name: 五为
            place: city
            date: 2023
            stated: 五项
            complete: 否
            terms: [为老, 为小]
    """
    for entry in catalogue.of("vocabulary"):
        vocabulary = entry.record
        if not isinstance(vocabulary, Vocabulary) or not vocabulary.complete or not vocabulary.terms:
            continue
        stated = _count(vocabulary.stated or "")
        if stated is not None and stated != len(vocabulary.terms):
            details = {"stated": vocabulary.stated or "", "count": str(len(vocabulary.terms))}
            yield Finding(entry, ("stated",), details)


def unknown_term(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an audience or a scene that no vocabulary of the project's place, or of one above it, has.

    服务对象、服务场景要用当地词表里的词。当地还没有词表时不检查。

    Fails::

        content/vocabularies/a.yml:
            name: 五为
            place: city
            date: 2023
            terms: [为老, 为小]
        projects/a.yml:
            name: 甲
            place: city
            audience: [为大]

    Passes::

        content/vocabularies/a.yml:
            name: 五为
            place: city
            date: 2023
            terms: [为老, 为小]
        projects/a.yml:
            name: 甲
            place: city
            audience: [为小]
    """
    for entry in catalogue.of("project"):
        project = entry.record
        if not isinstance(project, Project) or not project.place:
            continue
        known = _terms(catalogue, project.place)
        for field in ("audience", "scenes") if known else ():
            for index, word in enumerate(getattr(project, field)):
                if word not in known:
                    yield Finding(entry, (field, index), {"word": word})


def _terms(catalogue: Catalogue, place: str) -> set[str]:
    line = {above.record.id for above in ancestors(catalogue, place)}
    # The words of a vocabulary with a fault are words all the same.
    vocabularies = [*catalogue.of("vocabulary"), *(entry for entry in catalogue.partial)]
    records = [entry.record for entry in vocabularies if isinstance(entry.record, Vocabulary)]
    return {term.name for record in records if record.place in line for term in record.terms}


def _count(stated: str) -> int | None:
    """Read 五, 五项 or 42项 as a number; 17+N, 六进 (a name) and 十十项 say no plain count."""
    if not re.fullmatch(r"(?:\d+|[一二两三四五六七八九十]+)[项个类种条大级堂支字]?", stated):
        return None
    try:
        return int(parse_quantity(stated).number)
    except ValueError:
        return None
