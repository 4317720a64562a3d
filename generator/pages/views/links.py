"""Links, cards and facts of records."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.editions import edition_time
from generator.catalogue.names import name_of, short_name, where_is
from generator.catalogue.places import ancestors, places_of, records_in
from generator.catalogue.roles import role_line, roles_held, with_role
from generator.catalogue.standing import standing_mark
from generator.catalogue.winners import best_level, winner_of
from generator.data.tables import for_residents
from generator.printing.markup import to_plain
from generator.printing.page import LinkView
from generator.printing.urls import record_path
from generator.records.activity import Activity
from generator.records.dates import PartialDate
from generator.records.declared import FieldShape, fields_of, held_in
from generator.records.document import Document
from generator.records.edition import Edition, Honour
from generator.records.fields import Choice
from generator.records.level import Level
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.periods import Period
from generator.records.person import Person
from generator.records.place import Place
from generator.records.project import Project
from generator.records.record import Record
from generator.records.role import Role
from generator.records.team import Team
from generator.records.telephones import dialled

COVERS = 8
_CARD_TEXT = 72
# Words for "we do not know" tell a reader nothing.
_UNSTATED = {"unstated", "other", "not-given"}
_TAPPED = {"phone", "hotline", "mailbox", "url"}
_COUNTED: tuple[tuple[type[Record], str, str], ...] = (
    (Project, "项目", "个"),
    (Team, "队伍", "支"),
    (Activity, "活动", "项"),
)


@dataclass(frozen=True, slots=True)
class CardView:
    """A record in a list: its link, a line about where and what, a few words, a badge, a drawn cover."""

    link: LinkView
    meta: str
    text: str
    badge: str
    cover: int
    chars: str


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
    """Return links to editions in few words: the time of each or, where several have the same, the name."""
    times = [_time_and_standing(entry.record) for entry in editions]
    links = [link_to(catalogue, entry) for entry in editions]
    return tuple(
        link if times.count(time) > 1 else LinkView(time, link.path) for time, link in zip(times, links, strict=True)
    )


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
    """Return the card of a record."""
    chars = cover_chars(entry)
    return CardView(
        link=link_to(catalogue, entry),
        meta=" · ".join(part for part in (where_is(catalogue, entry), _type_of(catalogue, entry)) if part),
        text=to_plain(entry.record.summary or "", _CARD_TEXT),
        badge=badge(catalogue, entry),
        cover=zlib.crc32(chars.encode()) % COVERS,
        chars=chars,
    )


def cards(catalogue: Catalogue, entries: Iterable[Entry]) -> tuple[CardView, ...]:
    """Return the cards of records, in the order given, each record once."""
    return tuple(card(catalogue, entry) for entry in dict.fromkeys(entries))


def badge(catalogue: Catalogue, entry: Entry) -> str:
    """Return the highest level of honour that a record holds, in words; nothing where no level is known."""
    best = best_level(catalogue, entry.key)
    return "" if best is Level.OTHER else f"{best.label}荣誉"


def cover_chars(entry: Entry) -> str:
    """Return the two characters on a drawn cover: the field of a project, else the beginning of its name."""
    record = entry.record
    words = (record.domain if isinstance(record, Project) and record.domain else None) or short_name(entry)
    return "".join([char for char in words if char.isalnum()][:2])


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
    return (*found, *_roles(catalogue, entry))


@cache
def _fact_fields(model: type[Record]) -> tuple[FieldShape, ...]:
    """Return the fields that are listed as facts."""
    found = (shape for shape in fields_of(model).values() if shape.is_fact and shape.public)
    return tuple(shape for shape in found if shape.model in {None, Role})


def _roles(catalogue: Catalogue, entry: Entry) -> Iterator[FactView]:
    """Yield the roles that a person holds in teams."""
    held = roles_held(catalogue, entry) if isinstance(entry.record, Person) else ()
    links = tuple(replace(team := link_to(catalogue, of), text=with_role(team.text, role)) for of, role in held)
    if links:
        yield FactView("任职", links)


def _type_of(catalogue: Catalogue, entry: Entry) -> str:
    """Say in a few words what sort of thing a record is."""
    record = entry.record
    if isinstance(record, Project):
        return record.domain or ""
    if isinstance(record, Place):
        return "、".join(_contents(catalogue, record))
    if isinstance(record, Document):
        return " · ".join(part for part in (record.type.label, record.date.label if record.date else "") if part)
    if isinstance(record, Metric):
        return f"单位：{record.unit}"
    own = held_in(record, "type")
    return own.label if own is not None else held_in(record, "role") or ""


def _contents(catalogue: Catalogue, place: Place) -> list[str]:
    """Say how much a place has to show: 项目 6 个、队伍 11 支."""
    counts = ((label, unit, len(records_in(catalogue, place.id, model))) for model, label, unit in _COUNTED)
    return [f"{label} {count} {unit}" for label, unit, count in counts if count]


def _contact(name: str, value: str) -> str:
    """Return where a tap on a web address, a telephone number or a mailbox leads."""
    if name == "url":
        return value
    if name == "mailbox":
        return f"mailto:{value}"
    number = dialled(value)
    return f"tel:{number}" if number else ""


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
    if isinstance(value, Role):
        person = catalogue.get(Person, value.person)
        return LinkView(role_line(catalogue, value), link_to(catalogue, person).path if person else "")
    if isinstance(value, Choice):
        return None if value.value in _UNSTATED else LinkView(for_residents(value.label))
    if isinstance(value, (PartialDate, Period)):
        return LinkView(value.label)
    text = ("是" if value else "否") if isinstance(value, bool) else str(value)
    return LinkView(text, _contact(shape.name, text) if shape.name in _TAPPED else "")
