"""Every text of the records, walked once for all the rules that read texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from generator.catalogue.catalogue import Catalogue, derived
from generator.reading.nodes import Path
from generator.records.declared import texts
from generator.records.parse import Entry

_BATCH = 64


class SourceText(NamedTuple):
    """One text of a record with the path of its field, and whether pages may show it."""

    entry: Entry
    at: Path
    text: str
    public: bool


@derived
def texts_of(catalogue: Catalogue) -> tuple[SourceText, ...]:
    """Return every text of every record, in file order; those of broken records, as far as they could be read, last."""
    return tuple(SourceText(entry, *text) for entry in catalogue.whole_and_partial() for text in texts(entry.record))


class Batch(NamedTuple):
    """Texts that are asked at once, since nearly all lack what is looked for: joined, each on a line, and apart."""

    joined: str
    apart: tuple[SourceText, ...]


def in_batches(texts: Iterable[SourceText]) -> tuple[Batch, ...]:
    """Return texts in batches."""
    left = iter(texts)
    parts = iter(lambda: tuple(islice(left, _BATCH)), ())
    return tuple(Batch("\n".join([text.text for text in part]), part) for part in parts)


def holding(pattern: re.Pattern[str], batches: Iterable[Batch]) -> Iterator[SourceText]:
    """Yield the texts that hold a pattern, which must find the same in a text when lines stand before and behind it."""
    for joined, apart in batches:
        if pattern.search(joined):
            yield from (text for text in apart if pattern.search(text.text))
