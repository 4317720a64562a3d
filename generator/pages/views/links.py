"""Links, cards and facts of records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.domains import domain_of, domains_by_word
from generator.catalogue.editions import edition_time
from generator.catalogue.names import name_of, short_name, title_and_aside, where_in_short
from generator.catalogue.places import ancestors, places_of, records_in
from generator.catalogue.standing import standing_mark
from generator.catalogue.winners import best_honour, level_of, winner_of
from generator.data.tables import for_residents
from generator.pages.views.pictures_view import PictureView, cover_view
from generator.printing.markup import first_sentence
from generator.printing.page import LinkView
from generator.printing.taps import tapped
from generator.printing.urls import record_path
from generator.records.activity import Activity
from generator.records.dates import PartialDate
from generator.records.declared import FieldShape, fields_of, held_in
from generator.records.document import Document
from generator.records.domain import Domain
from generator.records.edition import Edition, Honour
from generator.records.fields import Choice
from generator.records.level import Level
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.periods import Period
from generator.records.place import Place
from generator.records.project import Project
from generator.records.record import Record
from generator.records.series import Series
from generator.records.team import Team

_CARD_TEXT = 48
_QUOTED = re.compile("^“([^“”]+)”$")
# Words for "we do not know" tell a reader nothing.
_UNSTATED = {"unstated", "other", "not-given"}
_COUNTED: tuple[tuple[type[Record], str, str], ...] = (
    (Project, "项目", "个"),
    (Team, "队伍", "支"),
    (Activity, "活动", "项"),
)


@dataclass(frozen=True, slots=True)
class CoverView:
    """A cover: a picture or, without one, the word of a field on its colour with its sign, or a name above the motif.

    The second of a kind on a page is composed another way.
    """

    words: str
    colour: str = ""
    sign: str = ""
    is_second: bool = False
    picture: PictureView | None = None


@dataclass(frozen=True, slots=True)
class CardView:
    """A record in a list: its link, a line about where and what, a few words, its best honour, a drawn cover."""

    link: LinkView
    meta: str
    text: str
    badge: str
    cover: CoverView


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact of a record: a label and its values."""

    label: str
    values: tuple[LinkView, ...]


@derived
def link_to(catalogue: Catalogue, entry: Entry) -> LinkView:
    """Return the link to a record's page."""
    return LinkView(name_of(catalogue, entry), record_path(entry.kind.name, entry.record.id))


def winner_link(catalogue: Catalogue, honour: Honour) -> LinkView:
    """Return who won: a link where there is a page, else the name."""
    winner = winner_of(catalogue, honour)
    return link_to(catalogue, winner) if winner else LinkView(honour.name or "")


def edition_links(catalogue: Catalogue, editions: Sequence[Entry[Edition]]) -> tuple[LinkView, ...]:
    """Return links to editions in few words: the time of each or, where several have the same, what parts them."""
    times = [_time_and_standing(entry.record) for entry in editions]
    return tuple(
        LinkView(_apart(catalogue, entry) if times.count(time) > 1 else time, link_to(catalogue, entry).path)
        for time, entry in zip(times, editions, strict=True)
    )


def _apart(catalogue: Catalogue, entry: Entry[Edition]) -> str:
    """Return what parts an edition from others of its time: the words behind its name in brackets, else the name."""
    _, aside = title_and_aside(entry, catalogue.record(Series, entry.record.series))
    mark = standing_mark(entry.record)
    return f"{aside}{f'（{mark}）' if mark else ''}" if aside else name_of(catalogue, entry)


def _time_and_standing(edition: Edition) -> str:
    mark = standing_mark(edition)
    return edition_time(edition) + (f"（{mark}）" if mark else "")


def places_above(catalogue: Catalogue, entry: Entry) -> tuple[LinkView, ...]:
    """Return the main place that a record lies in with those above it, from the highest down."""
    main = next(iter(places_of(entry)), None)
    return tuple(link_to(catalogue, above) for above in reversed(ancestors(catalogue, main)))


def other_places(catalogue: Catalogue, entry: Entry) -> tuple[LinkView, ...]:
    """Return the places that a record lies in besides the main one."""
    found = (catalogue.get(Place, place) for place in places_of(entry)[1:])
    return tuple(link_to(catalogue, place) for place in found if place)


@derived
def card(catalogue: Catalogue, entry: Entry) -> CardView:
    """Return the card of a record. A project is called in short, unless its cover does so already."""
    cover, link = cover_of(catalogue, entry), link_to(catalogue, entry)
    in_short = isinstance(entry.record, Project) and cover.colour
    return CardView(
        link=replace(link, text=short_name(entry)) if in_short else link,
        meta=" · ".join(part for part in (where_in_short(catalogue, entry), _type_of(catalogue, entry)) if part),
        text=first_sentence(entry.record.summary or "", _CARD_TEXT),
        badge=badge(catalogue, entry),
        cover=cover,
    )


def cards(catalogue: Catalogue, entries: Iterable[Entry]) -> tuple[CardView, ...]:
    """Return the cards of records on a page, in the order given, each record once."""
    return tuple(map(in_turn(catalogue), dict.fromkeys(entries)))


def in_turn(catalogue: Catalogue) -> Callable[[Entry], CardView]:
    """Return what makes the cards of one page: every second cover of a field, or of none, is composed another way."""
    met: Counter[str] = Counter()

    def turned(entry: Entry) -> CardView:
        made = card(catalogue, entry)
        met[made.cover.colour] += 1
        is_second = met[made.cover.colour] % 2 == 0
        return replace(made, cover=replace(made.cover, is_second=True)) if is_second else made

    return turned


def badge(catalogue: Catalogue, entry: Entry) -> str:
    """Return the best honour that a record holds, with its level and its year: 全国金奖 · 2024."""
    best = best_honour(catalogue, entry.key)
    if best is None:
        return ""
    level = level_of(catalogue, best.edition)
    is_said = level is Level.OTHER or level.label in best.category
    year = f" · {best.edition.year.label.removesuffix('年')}" if best.edition.year else ""
    return ("" if is_said else level.label) + best.category + year


def cover_of(catalogue: Catalogue, entry: Entry) -> CoverView:
    """Return the cover of a record: its picture, else that of a project's field, else the motif with its short name."""
    return replace(_drawn_cover(catalogue, entry), picture=cover_view(catalogue, entry))


def _drawn_cover(catalogue: Catalogue, entry: Entry) -> CoverView:
    domain = domain_of(catalogue, entry.record) if isinstance(entry.record, Project) else None
    if domain is None:
        return CoverView(_QUOTED.sub(r"\1", short_name(entry)))
    return domain_cover(domain.record)


def domain_cover(domain: Domain) -> CoverView:
    """Return the cover of all projects of a field."""
    return CoverView(domain.name, domain.colour.value, domain.sign.value)


def facts(
    catalogue: Catalogue, entry: Entry, metric_page: Callable[[Metric], str] | None = None
) -> tuple[FactView, ...]:
    """Return the plain fields of a record as label and values; ``metric_page`` tells where a metric stands."""
    found, record = [], entry.record
    for shape in _fact_fields(type(record)):
        held = getattr(record, shape.name)
        if held is None or held == ():
            continue
        values = held if shape.many else (held,)
        links = tuple(link for value in values if (link := _value(catalogue, shape, value, metric_page)) is not None)
        if links:
            found.append(FactView(for_residents(shape.label), links))
    return tuple(found)


@cache
def _fact_fields(model: type[Record]) -> tuple[FieldShape, ...]:
    """Return the fields that are listed as facts."""
    return tuple(shape for shape in fields_of(model).values() if shape.is_fact and shape.public and not shape.model)


def _type_of(catalogue: Catalogue, entry: Entry) -> str:
    """Say in a few words what sort of thing a record is."""
    record = entry.record
    if isinstance(record, Project):
        domain = domain_of(catalogue, record)
        return domain.record.name if domain else record.domain or ""
    if isinstance(record, Place):
        return contents(catalogue, record)
    if isinstance(record, Document):
        return " · ".join(part for part in (record.type.label, record.date.label if record.date else "") if part)
    if isinstance(record, Metric):
        return f"单位：{record.unit}"
    own = held_in(record, "type")
    return own.label if own is not None else held_in(record, "role") or ""


def contents(catalogue: Catalogue, place: Place) -> str:
    """Say how much a place has to show: 项目 6 个、队伍 11 支."""
    counts = ((label, unit, len(records_in(catalogue, place.id, model))) for model, label, unit in _COUNTED)
    return "、".join(f"{label} {count} {unit}" for label, unit, count in counts if count)


def _linked(target: Entry, catalogue: Catalogue, metric_page: Callable[[Metric], str] | None) -> LinkView:
    record = target.record
    if isinstance(record, Metric):
        return LinkView(record.name, metric_page(record) if metric_page else "")
    return link_to(catalogue, target)


def _value(
    catalogue: Catalogue, shape: FieldShape, value: object, metric_page: Callable[[Metric], str] | None
) -> LinkView | None:
    if shape.reference:
        target = catalogue.resolve(shape.reference, str(value))
        return _linked(target, catalogue, metric_page) if target else None
    if isinstance(value, Choice):
        return None if value.value in _UNSTATED else LinkView(for_residents(value.label))
    if isinstance(value, (PartialDate, Period)):
        return LinkView(value.label)
    text = ("是" if value else "否") if isinstance(value, bool) else str(value)
    return LinkView(text, _way(catalogue, shape.name, text))


def _way(catalogue: Catalogue, name: str, text: str) -> str:
    """Return where a text of a field leads: to the field of service that it counts as, or to a web address."""
    if name == "domain":
        domain = domains_by_word(catalogue).get(text)
        return record_path("domain", domain.record.id) if domain else ""
    return tapped(name, text).path if name == "url" else ""
