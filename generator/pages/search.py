"""Search: one small index of the public catalogue, and the page that asks it.

The index is a plain script that the page loads when it is opened, so that search needs no server and works from
``file://``. Each name stands in it once: traditional characters are folded and syllables are looked up in the browser,
with two small tables of the characters that occur.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import honours_in, with_page
from generator.pages.prose import to_plain
from generator.pages.urls import list_path, record_path
from generator.pages.views.editions import roll_path
from generator.pages.views.home import CountView
from generator.pages.views.links import name_of, place_words, short_name, winner_link
from generator.pages.views.page import LinkView, Page
from generator.records.kinds import BY_NAME, KINDS, Kind
from generator.records.parse import Entry

INDEX = "assets/search-index.js"
WINNERS = "获奖名单"
PAGES = "页面"
_SUMMARY = 40
_KEYWORDS = 60
# Short words that readers search for, beside names; lists of parts give their titles.
_WORDS = ("title", "domain", "role", "category", "audience", "scenes", "tiers", "units", "functions", "categories")
_PARTS = (("actions", "title"), ("practices", "title"), ("terms", "name"), ("library", "name"))
_EXAMPLES = ("brand", "project", "series", "person")


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows before anything is asked: examples, and the ways to every list."""

    examples: tuple[str, ...]
    lists: tuple[CountView, ...]


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


def search_view(catalogue: Catalogue) -> SearchView:
    """Return the search page."""
    first = (next(iter(catalogue.of(kind)), None) for kind in _EXAMPLES)
    lists = (
        CountView(LinkView(kind.label, list_path(kind)), len(with_page(catalogue, kind.name)))
        for kind in KINDS
        if kind.name != "series"
    )
    examples = (_shortest(entry) for entry in first if entry is not None)
    return SearchView(tuple(examples), tuple(item for item in lists if item.count))


def search_index(catalogue: Catalogue, pages: Iterable[Page] = ()) -> str:
    """Return the index of all records, and of pages that show no record, as a script."""
    groups = [(BY_NAME[name].label, *_around(name), rows) for name, rows in _records(catalogue)]
    groups.append((WINNERS, "honours/", "", list(_winners(catalogue))))
    groups.append((PAGES, "", "", [_page_row(page) for page in pages]))
    rows = [row for *_, found in groups for row in found]
    wheres = list(dict.fromkeys(row.where for row in rows))
    names = {sign for row in rows for text in (row.name, *row.aliases) for sign in text}
    everything = names.union(*(row.text for row in rows), *wheres)
    simple = _simple(everything)
    number = {where: at for at, where in enumerate(wheres)}
    parts = {
        "wheres": wheres,
        "simple": _grouped(simple.items()),
        "pinyin": _grouped(_readings({simple.get(sign, sign) for sign in names})),
        "groups": [[*head, [_cells(row, number) for row in found]] for *head, found in groups if found],
    }
    return f"window.SHOWCASE_INDEX = {json.dumps(parts, ensure_ascii=False, separators=(',', ':'))};\n"


def _records(catalogue: Catalogue) -> Iterator[tuple[str, list[Row]]]:
    for kind in KINDS:
        yield kind.name, [_row(catalogue, entry) for entry in with_page(catalogue, kind.name)]


def _row(catalogue: Catalogue, entry: Entry) -> Row:
    name = name_of(catalogue, entry)
    aliases = dict.fromkeys((short_name(entry), *entry.record.aliases))
    text = to_plain(entry.record.summary or "", _SUMMARY)
    words = (word for word in dict.fromkeys(_keywords(entry)) if word not in name and word not in text)
    return Row(
        address=entry.record.id,
        name=name,
        text="\n".join((text, to_plain("、".join(filter(None, words)), _KEYWORDS))).rstrip(),
        where=place_words(catalogue, entry),
        # An edition may have no name of its own.
        aliases=tuple(alias for alias in aliases if alias and alias != name),
    )


def _winners(catalogue: Catalogue) -> Iterator[Row]:
    """Yield the winners that have no page of their own; the others are found as records."""
    for entry in catalogue.of("edition"):
        where = name_of(catalogue, entry)
        for cited in honours_in(entry):
            winner = winner_link(catalogue, cited.honour)
            if not winner.path:
                text = " ".join(part for part in (cited.category, cited.honour.unit) if part)
                page = roll_path(catalogue, entry, cited.anchor).removeprefix("honours/")
                yield Row(f"{page}#{cited.anchor}", winner.text, text, where, ())


def _page_row(page: Page) -> Row:
    text = to_plain(page.description, _SUMMARY)
    return Row(page.path, page.title, text, "", ())


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
    fields = kind.model.model_fields
    words = tuple(name for name in _WORDS if name in fields)
    return words, tuple((name, title) for name, title in _PARTS if name in fields)


def _around(kind: str) -> tuple[str, str]:
    """Return what stands before and after the id in the address of a kind's pages."""
    before, after = record_path(kind, "\0").split("\0")
    return before, after


def _cells(row: Row, wheres: dict[str, int]) -> list[object]:
    return [row.address, row.name, row.text, wheres[row.where], *row.aliases]


def _shortest(entry: Entry) -> str:
    return min((short_name(entry), *entry.record.aliases), key=len).strip("“”")


def _simple(signs: Iterable[str]) -> dict[str, str]:
    """Return the traditional characters that a reader may type for these, or that occur, with the simplified."""
    table = _traditional()
    wanted = {table.get(sign, sign) for sign in signs}
    return {sign: plain for sign, plain in table.items() if plain in wanted}


@cache
def _traditional() -> dict[str, str]:
    lines = files("generator").joinpath("data/traditional.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines)
    return {sign: plain for plain, signs in pairs for sign in signs}


def _readings(signs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each character with each of its syllables: who types 单 may mean dan or shan."""
    # Its dictionary takes a third of a second to load, and only this file and some rolls need it.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    for sign in signs:
        if unicodedata.category(sign) == "Lo":
            for syllable in pinyin(sign, style=Style.NORMAL, heteronym=True, errors="ignore")[:1]:
                yield from ((sign, reading) for reading in syllable)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each value, the characters that lead to it, in a fixed order."""
    found: dict[str, list[str]] = {}
    for sign, value in sorted(pairs):
        found.setdefault(value, []).append(sign)
    return {value: "".join(signs) for value, signs in sorted(found.items())}
