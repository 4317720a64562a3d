"""The search index: every record, every winner without a record, and the pages of the menu, as one small script.

The page of the search loads it when it is opened, so that search needs no server and works from ``file://``. Each name
stands in it once: traditional characters are folded and syllables are looked up in the browser, with two small tables
of the characters that occur. Words that mean the same come with it. What records say is in ``search_texts``.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import reported
from generator.catalogue.names import name_of, short_name, where_is
from generator.catalogue.winners import winner_of, winners_of
from generator.data.tables import little_words, simplified, syllables, synonyms
from generator.printing.markup import to_plain
from generator.printing.page import Page
from generator.printing.urls import encoded, list_path, record_path
from generator.records.declared import fields_of
from generator.records.document import Document
from generator.records.edition import Edition
from generator.records.kinds import KINDS, Kind
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.vocabulary import Vocabulary

INDEX = "assets/search-index.js"
WINNERS = "获奖名单"
PAGES = "页面"
_SUMMARY = 40
_KEYWORDS = 60
# Short words that readers search for, beside names; lists of parts give their titles. What can be called or walked to
# comes first, so that it is never cut.
_TO_ACT = ("hotline", "phone", "mailbox", "address")
_TOLD = ("title", "domain", "role", "category", "audience", "scenes", "tiers", "units", "functions", "categories")
_WORDS = (*_TO_ACT, *_TOLD)
_PARTS = (("actions", "title"), ("terms", "name"), ("library", "name"), ("roles", "name"))
# The order of kinds is that of results which answer alike; these come after people and what they do.
_LATE = (Vocabulary, Document, Metric)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be found.

    ``text`` is what a result shows and, after a line break, more words that find it; ``where`` is its place or, for a
    winner, the edition.
    """

    address: str
    name: str
    text: str
    where: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What is found under one heading: what its addresses begin and end with, and its rows.

    ``honours`` says that its names are those of people who are honoured, which are set as names are on stone; ``late``
    that a part of such a name answers no better than another's description.
    """

    label: str
    rows: tuple[Row, ...]
    before: str = ""
    after: str = ""
    honours: bool = False
    late: bool = False


def search_index(
    catalogue: Catalogue,
    winner_page: Callable[[Entry, str], str],
    metric_page: Callable[[Metric], str],
    pages: Iterable[Page] = (),
) -> str:
    """Return the index of all records, and of pages that show no record, as a script.

    ``winner_page`` tells where a line of an edition's roll stands, ``metric_page`` where a metric does.
    """
    winners = Group(WINNERS, tuple(_winners(catalogue, winner_page)), "honours/", honours=True)
    kinds = [_records(catalogue, kind, metric_page) for kind in KINDS if kind.model not in _LATE]
    late = [_records(catalogue, kind, metric_page) for kind in KINDS if kind.model in _LATE]
    groups = [*kinds, winners, *late, Group(PAGES, tuple(map(_page_row, pages)))]
    return _as_script([group for group in groups if group.rows])


def _records(catalogue: Catalogue, kind: Kind, metric_page: Callable[[Metric], str]) -> Group:
    rows = (_row(catalogue, entry) for entry in reported(catalogue, kind))
    if kind.model is not Metric:
        return Group(kind.called, tuple(rows), *_around(kind), kind.model is Person, kind.model in _LATE)
    # A metric stands on its page or, where there is one figure of it, at that.
    found = (replace(row, address=metric_page(catalogue.record(Metric, row.address))) for row in rows)
    return Group(kind.called, tuple(found), late=True)


def _as_script(groups: list[Group]) -> str:
    rows = [row for group in groups for row in group.rows]
    places = list(dict.fromkeys(row.where for row in rows))
    names = {char for row in rows for text in (row.name, *row.aliases) for char in text}
    table = _simplified(names.union(*(row.text for row in rows), *places))
    number = {place: at for at, place in enumerate(places)}
    parts = {
        "columns": ["address", "name", "text", "place", "aliases"],
        "places": places,
        "simplified": _grouped(table.items()),
        "pinyin": _grouped(_readings({table.get(char, char) for char in names})),
        "synonyms": [" ".join(group) for group in synonyms()],
        "little": " ".join(little_words()),
        "groups": [_cells(group, number) for group in groups],
    }
    return f"window.SHOWCASE_SEARCH = {json.dumps(parts, ensure_ascii=False, separators=(',', ':'))};\n"


def _cells(group: Group, places: dict[str, int]) -> dict[str, object]:
    """Return a group as it stands in the index: aliases only where there are."""
    cells = [
        [row.address, row.name, row.text, places[row.where], *([row.aliases] if row.aliases else [])]
        for row in group.rows
    ]
    marks = {name: True for name in ("honours", "late") if getattr(group, name)}
    return {"label": group.label, "before": group.before, "after": group.after, **marks, "rows": cells}


def _row(catalogue: Catalogue, entry: Entry) -> Row:
    name = name_of(catalogue, entry)
    aliases = dict.fromkeys((short_name(entry), *entry.record.aliases))
    text = to_plain(entry.record.summary or "", _SUMMARY)
    words = (word for word in dict.fromkeys(_keywords(entry)) if word not in name and word not in text)
    return Row(
        address=entry.record.id,
        name=name,
        text="\n".join((text, to_plain("、".join(filter(None, words)), _KEYWORDS))).rstrip(),
        where=where_is(catalogue, entry),
        # An edition may have no name of its own.
        aliases=tuple(alias for alias in aliases if alias and alias != name),
    )


def _winners(catalogue: Catalogue, winner_page: Callable[[Entry, str], str]) -> Iterator[Row]:
    """Yield the winners that have no page of their own; the others are found as records, those revoked not at all."""
    for entry in catalogue.of(Edition):
        where = name_of(catalogue, entry)
        for cited in winners_of(catalogue, entry):
            if winner_of(catalogue, cited.honour) is None and not cited.is_revoked:
                text = " ".join(part for part in (cited.category, cited.honour.unit) if part)
                address = winner_page(entry, cited.anchor).removeprefix("honours/")
                yield Row(address, cited.honour.name or "", text, where, ())


def _page_row(page: Page) -> Row:
    """Return a page's row; what the list of a kind says of itself would answer every common word, so it is left out."""
    is_list = page.path in {list_path(kind) for kind in KINDS}
    text = "" if is_list else to_plain(page.description, _SUMMARY)
    return Row(encoded(page.path), page.title, text, "", ())


def _keywords(entry: Entry) -> Iterator[str]:
    words, parts = _fields(entry.kind)
    for field in words:
        held = getattr(entry.record, field) or ()
        yield from (held,) if isinstance(held, str) else held
    for field, title in parts:
        for part in getattr(entry.record, field):
            yield getattr(part, title) or ""


@cache
def _fields(kind: Kind) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return a kind's fields of short words, and its lists of parts with the field that heads each."""
    fields = fields_of(kind.model)
    words = tuple(name for name in _WORDS if name in fields)
    return words, tuple((name, title) for name, title in _PARTS if name in fields)


def _around(kind: Kind) -> tuple[str, str]:
    """Return what stands before and after the id in the address of a kind's pages."""
    before, after = record_path(kind.name, "\0").split("\0")
    return before, after


def _simplified(characters: Iterable[str]) -> dict[str, str]:
    """Return the traditional characters that a reader may type for these, or that occur, with the simplified."""
    table = simplified()
    wanted = {table.get(char, char) for char in characters}
    return {char: plain for char, plain in table.items() if plain in wanted}


def _readings(chars: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each character with each of its syllables: who types 单 may mean dan or shan."""
    known = syllables()
    for char in chars:
        if unicodedata.category(char) == "Lo":
            yield from ((char, syllable) for syllable in known.get(char) or _rare_readings(char))


def _rare_readings(char: str) -> Iterator[str]:
    # Its dictionary takes a tenth of a second to load, and nearly all names do without.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    for found in pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")[:1]:
        yield from found


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each value, the characters that lead to it, in a fixed order."""
    found: dict[str, list[str]] = {}
    for char, value in sorted(pairs):
        found.setdefault(value, []).append(char)
    return {value: "".join(chars) for value, chars in sorted(found.items())}
