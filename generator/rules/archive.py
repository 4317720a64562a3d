"""The archive check: the printed words of each figure are looked up in the document that it cites.

Staff keep the documents' texts privately, in a folder outside the site; a document record names its file. White
space and the width of characters are not part of the words. A hit must be the whole number: 28名 is not found in 128名,
nor 18萬 where the text has 近18萬.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import statements
from generator.records.document import Document
from generator.records.edition import Claim
from generator.records.statements import Figure, Goal
from generator.rules.material import Material
from generator.rules.rule import Finding, error

# A number that goes on to the left, or a qualifier that was left off.
_BEFORE = r"(?<!\d)(?<!\d[.,])(?<!近)(?<!约)(?<!約)(?<!超)(?<!逾)(?<!超过)(?<!超過)(?<!至少)(?<!不少于)"
_QUALIFIED_AFTER = r"(?![余餘多])"
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
