"""What records are called: in full, in short, and where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.editions import edition_time, is_undated, series_name
from generator.catalogue.places import ancestors, places_of
from generator.catalogue.standing import standing_mark
from generator.catalogue.winners import winner_of
from generator.records.declared import held_in
from generator.records.edition import Edition, Honour
from generator.records.parse import Entry
from generator.records.place import PlaceLevel
from generator.records.series import Series

# 学雷锋志愿服务“四个100”先进典型（市南区所载）
_WITH_ASIDE = re.compile(r"(.{2,})（([^（）]+)）")
# A record in several places names so many of them in short.
_PLACES = 2


@table
def name_of(catalogue: Catalogue, entry: Entry) -> str:
    """Return a record's name as readers see it; an edition without one is named by series and time.

    That an edition was revoked or is on public notice is part of its name, so that no link to it leaves that out;
    that nobody wrote its year is not.
    """
    record = entry.record
    if not isinstance(record, Edition):
        return record.name
    time = "" if record.name or is_undated(record) else edition_time(record)
    words = "，".join(word for word in (time, standing_mark(record)) if word)
    return (record.name or series_name(catalogue.record(Series, record.series), record)) + (
        f"（{words}）" if words else ""
    )


def short_name(entry: Entry) -> str:
    """Return the short name where there is one."""
    return held_in(entry.record, "short") or entry.record.name


def title_and_aside(entry: Entry[Edition], series: Series) -> tuple[str, str]:
    """Return what an edition honours with, and what tells it from others, which staff write behind it in brackets."""
    name = entry.record.name or series_name(series, entry.record)
    match = _WITH_ASIDE.fullmatch(name) if entry.record.name else None
    return (match[1], match[2]) if match else (name, "")


def where_is(catalogue: Catalogue, entry: Entry) -> str:
    """Return where a record is, from the city down: 青岛市 市南区、市北区."""
    found: list[str] = []
    known: Sequence[str] = ()
    for place in places_of(entry):
        line = _from_city_down(catalogue, place)
        # What a place shares with the one before it is not said again.
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(line, known, strict=False)))
        found.append(" ".join(line[shared:] or line[-1:]))
        known = line
    return "、".join(filter(None, found))


def where_in_short(catalogue: Catalogue, entry: Entry) -> str:
    """Return where a record is in few words, the city and the place itself: 青岛 市南；of many places the first two."""
    places = places_of(entry)
    found = [_city_and_place(catalogue, place) for place in places[:_PLACES]]
    more = "等" if len(places) > _PLACES else ""
    return "、".join(dict.fromkeys(filter(None, found))) + more


@derived
def _city_and_place(catalogue: Catalogue, place_id: str) -> str:
    line = [above for above in ancestors(catalogue, place_id) if above.record.level.rank >= PlaceLevel.CITY.rank]
    return " ".join(dict.fromkeys(short_name(place) for place in (*line[-1:], *line[:1])))


@derived
def _from_city_down(catalogue: Catalogue, place_id: str) -> tuple[str, ...]:
    line = [above.record for above in ancestors(catalogue, place_id)]
    return tuple(record.name for record in reversed(line) if record.level.rank >= PlaceLevel.CITY.rank)


def winner_name(catalogue: Catalogue, honour: Honour) -> str:
    """Return the name of a winner: that of its record, else as the roll has it."""
    winner = winner_of(catalogue, honour)
    return name_of(catalogue, winner) if winner else honour.name or ""
