"""Links and cards of records."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import honours_of
from generator.catalogue.places import ancestors, records_in
from generator.pages.prose import to_plain
from generator.pages.urls import record_path
from generator.pages.views.page import LinkView
from generator.records.document import Document
from generator.records.fields import Reference
from generator.records.honour import Edition, Honour, Series
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.parts import Level
from generator.records.place import Place, PlaceLevel
from generator.records.project import Project
from generator.records.structure import fields_of

COVERS = 8
# What staff write where the text gives neither year nor number of an edition.
UNKNOWN_EDITION = "未注明"
_CARD_TEXT = 72
_COUNTED = (("project", "项目", "个"), ("team", "队伍", "支"), ("activity", "活动", "项"))


@dataclass(frozen=True, slots=True)
class CardView:
    """A record in a list: its link, a line about where and what, a few words, a badge, a drawn cover."""

    link: LinkView
    meta: str
    text: str
    badge: str
    cover: int
    signs: str


def name_of(catalogue: Catalogue, entry: Entry) -> str:
    """Return a record's name as readers see it; an edition without one is named by series and time."""
    record = entry.record
    if isinstance(record, Edition) and not record.name:
        series = catalogue.record(Series, "series", record.series)
        return f"{series.name}（{edition_time(record)}）"
    return record.name


def edition_time(edition: Edition) -> str:
    """Return which edition it is, in words; that neither year nor number is known is said too."""
    words = [edition.year.label if edition.year else "", edition.edition or ""]
    if edition.edition == UNKNOWN_EDITION and not edition.year:
        return "年份未注明"
    return " ".join(word for word in words if word)


def short_name(entry: Entry) -> str:
    """Return the short name where there is one."""
    return getattr(entry.record, "short", None) or entry.record.name


def link_to(catalogue: Catalogue, entry: Entry) -> LinkView:
    """Return the link to a record's page."""
    return LinkView(name_of(catalogue, entry), record_path(entry.kind.name, entry.record.id))


def winner_link(catalogue: Catalogue, honour: Honour) -> LinkView:
    """Return who won: a link where there is a page, else the name."""
    for shape in fields_of(Honour).values():
        text = getattr(honour, shape.name)
        if isinstance(shape.reference, Reference) and isinstance(text, str):
            entry = catalogue.resolve(shape.reference, text)
            if entry is not None:
                return link_to(catalogue, entry)
    return LinkView(honour.name or "")


def place_words(catalogue: Catalogue, entry: Entry) -> str:
    """Return where a record is, from the city down: 青岛市 城阳区."""
    place = entry.record.parent if isinstance(entry.record, Place) else getattr(entry.record, "place", None)
    if place is None:
        return ""
    line = [above.record for above in ancestors(catalogue, place)]
    return " ".join(record.name for record in reversed(line) if _is_local(record))


def places_above(catalogue: Catalogue, entry: Entry) -> tuple[LinkView, ...]:
    """Return the places that a record lies in, from the highest down."""
    place = entry.record.parent if isinstance(entry.record, Place) else getattr(entry.record, "place", None)
    return tuple(link_to(catalogue, above) for above in reversed(ancestors(catalogue, place) if place else []))


def card(catalogue: Catalogue, entry: Entry) -> CardView:
    """Return the card of a record."""
    return catalogue.once(("card", entry.key), lambda: _card(catalogue, entry))


def _card(catalogue: Catalogue, entry: Entry) -> CardView:
    signs = cover_signs(entry)
    return CardView(
        link=link_to(catalogue, entry),
        meta=" · ".join(part for part in (place_words(catalogue, entry), _sort_of(catalogue, entry)) if part),
        text=to_plain(entry.record.summary or "", _CARD_TEXT),
        badge=best_level(catalogue, entry),
        cover=zlib.crc32(signs.encode()) % COVERS,
        signs=signs,
    )


def cards(catalogue: Catalogue, entries: Iterable[Entry]) -> tuple[CardView, ...]:
    """Return the cards of records, in the order given, each record once."""
    return tuple(card(catalogue, entry) for entry in {entry.key: entry for entry in entries}.values())


def best_level(catalogue: Catalogue, entry: Entry) -> str:
    """Return the highest level of honour that a record holds, in words; nothing where no level is known."""
    rungs = list(Level)
    levels = [
        catalogue.record(Series, "series", cited.edition.series).level
        for cited in honours_of(catalogue, entry.kind.name, entry.record.id)
    ]
    best = min(levels, key=rungs.index, default=Level.OTHER)
    return "" if best is Level.OTHER else f"{best.label}荣誉"


def cover_signs(entry: Entry) -> str:
    """Return the two characters on a drawn cover: the field of a project, else the beginning of its name."""
    record = entry.record
    words = (record.domain if isinstance(record, Project) and record.domain else None) or short_name(entry)
    signs = [sign for sign in words if sign.isalnum()]
    return "".join(signs[:2])


def _is_local(record: object) -> bool:
    return isinstance(record, Place) and record.level not in {PlaceLevel.COUNTRY, PlaceLevel.PROVINCE}


def _sort_of(catalogue: Catalogue, entry: Entry) -> str:
    record = entry.record
    if isinstance(record, Project):
        return record.domain or ""
    if isinstance(record, Place):
        return "、".join(_contents(catalogue, record))
    if isinstance(record, Document):
        return " · ".join(part for part in (record.type.label, record.date.label if record.date else "") if part)
    if isinstance(record, Metric):
        return f"单位：{record.unit}"
    kind = getattr(record, "type", None)
    return kind.label if kind is not None else getattr(record, "role", None) or ""


def _contents(catalogue: Catalogue, place: Place) -> list[str]:
    """Say how much a place has to show: 项目 6 个、队伍 11 支."""
    counts = ((label, unit, len(records_in(catalogue, place.id, kind))) for kind, label, unit in _COUNTED)
    return [f"{label} {count} {unit}" for label, unit, count in counts if count]
