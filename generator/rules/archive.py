"""The archive check: printed words of figures, and what honours say, are looked up in the documents that they cite.

Staff keep the documents' texts privately, in a folder outside the site; a document record names its file. White
space and the width of characters are not part of the words. A hit must be the whole number: 28名 is not found in 128名,
nor 18萬 where the text has 近18萬.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import statements
from generator.catalogue.public import is_hidden
from generator.catalogue.winners import CitedHonour, every_winner, winner_of
from generator.data.tables import in_simplified_script
from generator.records.document import Document
from generator.records.edition import Claim, Edition
from generator.records.level import Level
from generator.records.person import Person, Saying
from generator.records.roll_line import people_in
from generator.records.series import Series
from generator.records.statements import Figure, Goal
from generator.rules.material import Material
from generator.rules.rule import Finding, error

# A number that goes on to the left, or a qualifier that was left off.
_BEFORE = r"(?<!\d)(?<!\d[.,])(?<!近)(?<!约)(?<!約)(?<!超)(?<!逾)(?<!超过)(?<!超過)(?<!至少)(?<!不少于)"
_QUALIFIED_AFTER = r"(?![余餘多])"
# What a text says of each level. Sentences, not the whole text: nearly every one has 市 in it.
_LEVELS = {
    Level.NATIONAL: "全国|国家|中国|中华|中央|中宣部",
    Level.PROVINCIAL: "省|自治区",
    Level.MUNICIPAL: "市",
    Level.DISTRICT: "区|县",
}
# 王某某, 王**: a person whose name the roll itself hides.
_MASKED = re.compile(r"[^某\W]{1,2}(?:某{1,2}\w?|[×xX*＊○]{1,3}\w?)")
# So much of what was said stands in a message.
_SHOWN = 20
_NUMBER_AFTER = r"(?![\d.,%]\d|[\d%万萬亿億余餘多])"


@error(
    zh=("存档文件夹里没有“{file}”", "检查文件名，或把原文放进存档文件夹"),
    en=("the archive folder has no '{file}'", "check the name, or put the document's text into the folder"),
)
def archive_file_missing(material: Material) -> Iterator[Finding]:
    """Report a document whose text is not in the archive folder; ``--archive`` verifies numbers against the texts.

    用 --archive 核对每个数字时，来源记录里写的存档文件要在那个文件夹里。

    ✗ content/documents/news.yml: {name: 一份报道, type: 新闻报道, archive: lost.txt}
    ✓ content/documents/news.yml: {name: 一份报道, type: 新闻报道, archive: news.txt}
      archive/news.txt: 注册志愿者245万余人。
    """
    if material.archive is None:
        return
    for entry in material.catalogue.of(Document):
        if entry.record.archive and entry.record.id not in material.archive:
            yield Finding(entry, ("archive",), file=entry.record.archive)


@error(
    zh=("来源“{document}”的原文里找不到“{value}”", "照原文一字不差地写（包括 余、近、多），并检查来源写得对不对"),
    en=(
        "'{value}' is not in the text of '{document}'",
        "write the words as printed, and check that the source is the right one",
    ),
)
def words_not_found(material: Material) -> Iterator[Finding]:
    """Report a figure, target or count whose words are in none of its documents' texts.

    A number must agree with its document to the letter; a missing 余 changes what it says.

    数字必须与原文一致；差一个“余”字，意思就变了。

      content/documents/news.yml: {name: 一份报道, type: 新闻报道, date: 2023, archive: news.txt}
      archive/news.txt: 注册志愿者245万余人。
    ✗ projects/a.yml: {name: 甲, source: news, figures: [注册志愿者: 245万人]}
    ✓ projects/a.yml: {name: 甲, source: news, figures: [注册志愿者: 245万余人]}
    """
    texts = material.archive or {}
    for entry in material.catalogue.entries.values() if texts else ():
        for at, part, documents in statements(entry):
            known = [texts[document] for document in documents if document in texts]
            printed, field = _printed(part)
            if printed and known and not any(contains(text, fold(printed)) for text in known):
                yield Finding(entry, (*at, field), value=printed, document="、".join(documents))


@error(
    zh=("来源“{document}”的原文里找不到获奖者“{name}”", "照原文写名称，并检查来源写得对不对"),
    en=("the winner '{name}' is not in the text of '{document}'", "write the name as printed, and check the source"),
)
def winner_not_found(material: Material) -> Iterator[Finding]:
    """Report a winner whose name is in none of the texts that its line cites.

    荣誉榜上的名字必须在原文里。有记录的，名称、简称、别名有一个在就行；隐去的名字不查。

      content/documents/news.yml: {name: 一份报道, type: 新闻报道, date: 2023, archive: news.txt}
      archive/news.txt: 王伟获评最美志愿者。
    ✗ honours/a.yml: {series: best, edition: 未注明, source: news, winners: {最美志愿者: [李芳]}}
    ✓ honours/a.yml: {series: best, edition: 未注明, source: news, winners: {最美志愿者: [王伟]}}
    """
    for cited in every_winner(material.catalogue) if material.archive else ():
        names = _names(material.catalogue, cited)
        texts = _texts(material, cited.documents)
        if names and texts and not any(_folded(name) in text for name in names for text in texts):
            at = (*cited.at, "name") if cited.honour.name else cited.at
            yield Finding(cited.entry, at, name=names[0], document="、".join(cited.documents))


@error(
    zh=("来源“{document}”的原文里找不到“{words}”这句话", "照原文一字不差地写；不是原话的，写进“做法”"),
    en=("'{words}' is not in the text of '{document}'", "write it as printed; what is no quotation is a practice"),
)
def saying_not_found(material: Material) -> Iterator[Finding]:
    """Report what a person is said to have said that is in none of the texts that it cites.

    “说过的话”必须是来源里的原话，不能转述，也不能替人说话。引号、空格、简体繁体不影响核对。

      content/documents/news.yml: {name: 一份报道, type: 新闻报道, date: 2023, archive: news.txt}
      archive/news.txt: 王伟说：“有空就来。”
    ✗ content/people.yml: [{id: p1, name: 王伟, consent: 是, source: news, sayings: [一有空就会来。]}]
    ✓ content/people.yml: [{id: p1, name: 王伟, consent: 是, source: news, sayings: [有空就来。]}]
    """
    for entry in material.catalogue.of(Person) if material.archive else ():
        for at, part, documents in statements(entry):
            texts = _texts(material, documents) if isinstance(part, Saying) else []
            if isinstance(part, Saying) and texts and not any(_folded(part.text) in text for text in texts):
                words = part.text if len(part.text) <= _SHOWN else part.text[: _SHOWN - 1] + "…"
                yield Finding(entry, (*at, "text"), words=words, document="、".join(documents))


@error(
    zh=("来源“{document}”的原文里找不到 {year}", "原文没有写年份的，写“届次: 未注明”；否则核对年份"),
    en=("{year} is not in the text of '{document}'", "where the text gives no year, write 届次: 未注明"),
)
def year_not_found(material: Material) -> Iterator[Finding]:
    """Report the year of an edition that is in none of the texts that it cites, nor the date of one of them.

    荣誉的年份要在原文里，或者就是来源的日期。原文没有写的，不要推算，写“届次: 未注明”。

      content/documents/news.yml: {name: 一份报道, type: 新闻报道, date: 2023, archive: news.txt}
      archive/news.txt: 王伟获评最美志愿者。
    ✗ honours/a.yml: {series: best, year: 2021, source: news, winners: {最美志愿者: [王伟]}}
    ✓ honours/a.yml: {series: best, edition: 未注明, source: news, winners: {最美志愿者: [王伟]}}
    """
    for entry in material.catalogue.of(Edition) if material.archive else ():
        year, texts = entry.record.year, _texts(material, entry.record.source)
        documents = (material.catalogue.get(Document, document) for document in entry.record.source)
        dated = {document.record.date.year for document in documents if document and document.record.date}
        if year and texts and year.year not in dated and not any(str(year.year) in text for text in texts):
            yield Finding(entry, ("year",), year=year.label, document="、".join(entry.record.source))


@error(
    zh=("原文说到“{name}”的地方没有“{level}”的字样", "核对级别；原文没有写的，写“其他”，有别的依据的，写“接受”和理由"),
    en=("where the text speaks of '{name}', nothing says {level}", "look the level up; write 其他 where none is given"),
)
def level_not_found(material: Material) -> Iterator[Finding]:
    """Report the level of a series of which the text, where it names the series or its categories, says nothing.

    荣誉的级别要有依据：名称里有，或者原文说到它的那句话里有。

      content/documents/news.yml: {name: 一份报道, type: 新闻报道, date: 2023, archive: news.txt}
      archive/news.txt: 王伟获评市级最美志愿者。
    ✗ honours/series.yml: [{id: s, name: 最美志愿者, level: 省级, source: news}]
    ✓ honours/series.yml: [{id: s, name: 最美志愿者, level: 市级, source: news}]
    """
    for entry in material.catalogue.of(Series) if material.archive else ():
        series, words = entry.record, _LEVELS.get(entry.record.level, "")
        texts = _texts(material, series.source)
        named = [series.name, *series.aliases, *series.issuer, *(name.name for name in series.former_names)]
        if not words or not texts or re.search(words, "".join(named)):
            continue
        known = [_folded(name) for name in (*named, *series.categories)]
        near = "".join(sentence for text in texts for sentence in _sentences(text) if any(n in sentence for n in known))
        if not re.search(words, near):
            yield Finding(entry, ("level",), name=series.name, level=series.level.label)


def _names(catalogue: Catalogue, cited: CitedHonour) -> list[str]:
    """Return every name by which a text may call a winner; nothing for one whose name is masked."""
    winner = winner_of(catalogue, cited.honour)
    if winner is None:
        name = cited.honour.name or ""
        return [] if not name or _MASKED.fullmatch(name) else [*people_in(name)]
    if isinstance(winner.record, Person) and is_hidden(winner.record):
        return []
    short = getattr(winner.record, "short", None)
    return [name for name in (winner.record.name, short, *winner.record.aliases) if name]


def _texts(material: Material, documents: Iterable[str]) -> list[str]:
    """Return the texts of documents in simplified script; nothing where one of them is not at hand."""
    texts = material.archive or {}
    named = [*documents]
    return [_folded(texts[name]) for name in named] if all(name in texts for name in named) else []


@cache
def _folded(text: str) -> str:
    """Return a text folded and in simplified script, without quotation marks, which names often lose."""
    return in_simplified_script(re.sub('[“”"‘’「」『』]', "", fold(text)))


def _sentences(text: str) -> list[str]:
    return re.split(r"[。；!?！？]", text)


def read_archive(catalogue: Catalogue, folder: Path) -> dict[str, str]:
    """Return the folded text of each document whose file is in the archive folder, by the document's id.

    :raises OSError: the folder or a file in it cannot be read.
    """
    named = {entry.record.id: folder / entry.record.archive for entry in catalogue.of(Document) if entry.record.archive}
    inside = folder.resolve()
    return {
        document: fold(path.read_text(encoding="utf-8"))
        for document, path in named.items()
        if path.is_file() and path.resolve().is_relative_to(inside)
    }


def fold(text: str) -> str:
    """Take out what print and typing differ in: white space, and the width of digits and characters."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def contains(text: str, words: str) -> bool:
    """Return whether a folded text holds folded words as a whole number, with nothing cut off."""
    after = _NUMBER_AFTER if words[-1:].isdigit() else _QUALIFIED_AFTER
    return re.search(_BEFORE + re.escape(words) + after, text) is not None


def _printed(part: object) -> tuple[str, str]:
    """Return the printed words of a statement and the field that holds them."""
    match part:
        case Figure():
            return part.value.printed, "value"
        case Goal(target=target) if target:
            return target.printed, "target"
        case Claim():
            return part.count.printed, "count"
        case _:
            return "", ""
