"""The archive check: the printed words of each figure are looked up in the document they are said to stand in.

Staff keep the documents' texts privately, in a folder outside the site; a document record names its file. White
space and the width of signs are not part of the words. A hit must be the whole number: 28名 is not found in 128名,
nor 18萬 where the text has 近18萬.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import statements
from generator.problems import Problem
from generator.records.document import Document
from generator.records.honour import Claim
from generator.records.parse import Entry
from generator.records.parts import Figure, Goal
from generator.records.shape import dotted

# A number that goes on to the left, or a qualifier that was left off.
_BEFORE = r"(?<!\d)(?<!\d[.,])(?<!近)(?<!约)(?<!約)(?<!超)(?<!逾)(?<!超过)(?<!超過)(?<!至少)(?<!不少于)"
_QUALIFIED_AFTER = r"(?![余餘多])"
_NUMBER_AFTER = r"(?![\d.,%]\d|[\d%万萬亿億余餘多])"


def check_archive(catalogue: Catalogue, folder: Path) -> Iterator[Problem]:
    """Report each figure, target and count whose words are not in any of its documents' texts.

    :raises OSError: the folder or a file in it cannot be read.
    """
    texts: dict[str, str] = {}
    for entry in catalogue.of("document"):
        document = entry.record
        if isinstance(document, Document) and document.archive:
            path = folder / document.archive
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                texts[document.id] = fold(path.read_text(encoding="utf-8"))
            else:
                details = {"file": document.archive}
                yield Problem("archive-file-missing", entry.location(("archive",)), "archive", details)
    for entry in catalogue.entries.values():
        yield from _check_entry(entry, texts)


def fold(text: str) -> str:
    """Take out what print and typing differ in: white space, and the width of digits and signs."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def contains(text: str, words: str) -> bool:
    """Tell whether folded words stand in a folded text as a whole number, with nothing cut off."""
    after = _NUMBER_AFTER if words[-1:].isdigit() else _QUALIFIED_AFTER
    return re.search(_BEFORE + re.escape(words) + after, text) is not None


def _check_entry(entry: Entry, texts: dict[str, str]) -> Iterator[Problem]:
    for at, part, documents in statements(entry):
        printed, field = _printed(part)
        known = [texts[document] for document in documents if document in texts]
        if not printed or not known:
            continue
        if not any(contains(text, fold(printed)) for text in known):
            details = {"value": printed, "document": "、".join(documents)}
            yield Problem("words-not-found", entry.location((*at, field)), dotted((*at, field)), details)


def _printed(part: object) -> tuple[str, str]:
    """Return the printed words of a statement and the field that holds them."""
    if isinstance(part, Figure):
        return part.value.printed, "value"
    if isinstance(part, Goal) and part.target:
        return part.target.printed, "target"
    if isinstance(part, Claim):
        return part.count.printed, "count"
    return "", ""
