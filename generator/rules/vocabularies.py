"""Rules about vocabularies: whose list it is, and that words come from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.domains import domains_by_word, words_of
from generator.catalogue.places import ancestors
from generator.records.declared import fields_of
from generator.records.domain import Domain
from generator.records.fields import Line, Model
from generator.records.likeness import nearest
from generator.records.parse import Entry
from generator.records.project import Project
from generator.records.quantity import parse_quantity
from generator.records.vocabulary import Vocabulary
from generator.rules.rule import Finding, error, warning

# Fields whose items are terms, one each.
_TERM_FIELDS = {"project": ("audience", "scenes"), "team": ("category",), "series": ("categories",)}
_MARKS, _SHOWN = " 【】[]（）()《》“”\"'", 12
_COMMA = re.compile(r"[、，,；;]")
_N = r"(?P<number>(?:\d+|双|[一二两三四五六七八九十]+)(?:\+\d+)?)(?P<more>\+[NnXx])?"
_COUNTED = re.compile(rf"{_N}[\u4e00-\u9fff]{{0,2}}$")
_COUNTED_NAME = re.compile(rf"“?{_N}(?:[项个类种条大级堂支字为进单社美轮轨优助帮送]|(?<=[NnXx]))(?![一-龥]?[月日年])")
# A comma before any bracket or quotation mark.
_SEVERAL = re.compile(rf"[^（(“]+{_COMMA.pattern}")


@warning(
    zh=("词表“{name}”没有写明地区或时间", "写上“地区”和“日期”，或者来源"),
    en=("the vocabulary '{name}' does not say whose list it is or of when", "add place and date, or a source"),
)
def vocabulary_without_scope(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a vocabulary that does not say whose list it is or of when.

    词表要写明是哪个地区、什么时候的说法：同一个词在不同城市、不同年份可能指不同的内容。

    ✗ content/vocabularies/a.yml: {name: 服务对象, terms: [为老, 为小]}
    ✓ content/vocabularies/a.yml: {name: 服务对象, place: city, date: 2023, terms: [为老, 为小]}
    """
    for entry in catalogue.of(Vocabulary):
        vocabulary = entry.record
        if not (vocabulary.place and (vocabulary.date or vocabulary.source)):
            yield Finding(entry, ("name",), name=vocabulary.name)


@warning(
    zh=("原文说 {stated}，列出了 {count} 条", "补全词条，或写“列全: 否”"),
    en=("{stated} are stated, but {count} are listed", "complete the list, or write complete: 否"),
)
def vocabulary_count(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a complete vocabulary with more or fewer terms than it states.

    词表写明“列全”，列出的条数却与“原文数目”或名称里的数（五为、17+N）不一样。

    ✗ content/vocabularies/a.yml: {name: 五为, place: city, date: 2023, stated: 五项, terms: [为老]}
    ✓ content/vocabularies/a.yml: {name: 五为, place: city, date: 2023, stated: 五项, complete: 否, terms: [为老]}
    """
    for entry in catalogue.of(Vocabulary):
        vocabulary = entry.record
        count, (stated, number, may_be_more) = len(vocabulary.terms), _stated(vocabulary)
        if not (vocabulary.complete and count) or number is None or number == count or (may_be_more and count > number):
            continue
        yield Finding(entry, ("stated" if vocabulary.stated else "name",), stated=stated, count=str(count))


@warning(
    zh=(
        "“{word}”像是几个词写在了一起",
        "分开写：方括号里写成“{parted}”，清单里一行一个、每行以“- ”开头；确实是一个词时，写“接受”和理由",
    ),
    en=(
        "'{word}' looks like several words in one item",
        "write '{parted}' in brackets, or one a line behind '- '; if it is one term, accept with the reason",
    ),
)
def words_in_one_item(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an item of a list of terms that holds several, parted by commas: YAML takes them as one word.

    服务对象、服务场景和类别是词的清单，一行一个。用顿号、逗号隔开写在一行里，会被当成一个词。词表里就是这么写的词，不算。

    ✗ projects/a.yml: {name: 甲, audience: 为老、为小}
    ✓ projects/a.yml: {name: 甲, audience: [为老, 为小]}
    """
    terms = {term.name for record in _vocabularies(catalogue) for term in record.terms}
    for entry in catalogue.whole_and_partial():
        of_terms = _TERM_FIELDS.get(entry.kind.name, ())
        for field, index, word in _words(entry, of_terms):
            if _SEVERAL.match(word) and word not in terms:
                yield Finding(entry, (field, index), word=word, parted=", ".join(words_in(word)))
        for field, index, word in _words(entry, _lists_of_words(type(entry.record), of_terms)):
            # A name may have 、 in it, but no comma.
            if re.fullmatch(r"[^（(“《，]{1,12}(?:，[^（(“《，。]{1,12})+", word):
                yield Finding(entry, (field, index), word=word, parted=", ".join(words_in(word)))


@cache
def _lists_of_words(model: type[Model], but: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields of a kind that hold lists of words, in which an item is no sentence."""
    shapes = fields_of(model).values()
    lists = (shape for shape in shapes if shape.many and not (shape.model or shape.reference or shape.choices))
    # Other names are quoted as they are, commas included.
    return tuple(s.name for s in lists if s.name not in (*but, "aliases") and Line in _parts_of(s.hint))


def _parts_of(hint: object) -> tuple[object, ...]:
    return (hint, *(part for own in get_args(hint) for part in _parts_of(own)))


@warning(
    zh=("“{word}”不在当地的词表里", "改成词表里的词（{known}），或在词表里加上它", "是不是“{suggestion}”？"),
    en=(
        "'{word}' is in no vocabulary of this place",
        "use a word of the vocabulary ({known}), or add it there",
        "did you mean '{suggestion}'? ",
    ),
    needs=("unknown-reference", "words-in-one-item"),
)
def unknown_term(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an audience or a scene that no vocabulary of the project's place, or of one above it, has.

    A vocabulary does not say which field it is for. A field is compared with the vocabularies of a place once some
    project has a word of one of them there; before that they may all be about other things, such as types of teams.

    服务对象、服务场景要用当地词表里的词。当地还没有这一栏用得上的词表（还没有项目在这一栏用过其中的词）时不检查。

      content/vocabularies/a.yml: {name: 服务对象, place: city, date: 2023, terms: [为老, 为小]}
    ✗ projects/a.yml: {name: 甲, place: city, audience: [为小, 为大]}
    ✓ projects/a.yml: {name: 甲, place: city, audience: [为小]}
    """
    known = {places: _terms(catalogue, places) for places in {places for _, places in _projects(catalogue)}}
    for field in _TERM_FIELDS["project"]:
        used = {word for entry, _ in _projects(catalogue) for _, _, word in _words(entry, (field,))}
        for entry, places in _projects(catalogue):
            unknown = [item for item in _words(entry, (field,)) if item[2] not in known[places]]
            for _, index, word in () if used.isdisjoint(known[places]) else unknown:
                near = nearest(word.strip(_MARKS), known[places])
                yield Finding(entry, (field, index), word=word, known=_some(known[places]), suggestion=near)


@error(
    zh=("“{word}”已经算在领域“{other}”里", "一个说法只归一个领域，从其中一个删掉"),
    en=("'{word}' counts as the field '{other}' already", "let a word count as one field only"),
)
def word_of_two_domains(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a field of service one of whose words another has: projects with that word can have one cover only.

    一个说法不能算在两个领域里：项目按它找到自己的领域、颜色和图形。

      content/domains.yml:
          - {id: old, name: 助老, colour: 赭, sign: 寿桃, aliases: [敬老]}
    ✗     - {id: culture, name: 文化, colour: 紫, sign: 折扇, aliases: [敬老]}
    ✓     - {id: culture, name: 文化, colour: 紫, sign: 折扇}
    """
    for entry in catalogue.of(Domain):
        for index, word in enumerate(words_of(entry.record)):
            owner = domains_by_word(catalogue)[word]
            if owner is not entry:
                at = ("aliases", index - 1) if index else ("name",)
                yield Finding(entry, at, word=word, other=owner.record.name)


def _some(words: set[str]) -> str:
    """Return some words of a vocabulary, and how many there are."""
    named = "、".join(sorted(words)[:_SHOWN])
    return named if len(words) <= _SHOWN else f"{named}……共 {len(words)} 个"


def words_in(item: str) -> list[str]:
    """Return the words that an item may have been meant to hold."""
    return [word.strip() for word in _COMMA.split(item)]


def _projects(catalogue: Catalogue) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield every project that has a place, with its places."""
    for entry in catalogue.of(Project):
        if entry.record.place:
            yield entry, entry.record.place


def _words(entry: Entry, fields: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    for field in fields:
        for index, word in enumerate(getattr(entry.record, field)):
            yield field, index, word


def _vocabularies(catalogue: Catalogue) -> list[Vocabulary]:
    # The words of a vocabulary with a fault are words all the same.
    return [entry.record for entry in (*catalogue.of(Vocabulary), *catalogue.partial_of(Vocabulary))]


def _terms(catalogue: Catalogue, places: tuple[str, ...]) -> set[str]:
    line = {above.record.id for place in places for above in ancestors(catalogue, place)}
    return {term.name for record in _vocabularies(catalogue) if record.place in line for term in record.terms}


def _stated(vocabulary: Vocabulary) -> tuple[str, int | None, bool]:
    """Return the words that give a number of terms, the number, and whether there may be more: 五为, 17+N, 1+4, 双轨.

    A name gives one only before a word that lists are named by, since 三农 and 八一 count nothing.
    """
    match = _COUNTED.match(vocabulary.stated or "") or _COUNTED_NAME.match(vocabulary.name)
    if match is None:
        return "", None, False
    try:
        parts = [int(parse_quantity(part.replace("双", "两")).number) for part in match["number"].split("+")]
    except ValueError:
        return "", None, False
    return vocabulary.stated or match[0].lstrip("“"), sum(parts), match["more"] is not None
