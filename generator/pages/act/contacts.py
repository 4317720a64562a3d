"""How residents take part in something or reach it: its own words first, then who does it, then their city."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.names import short_name
from generator.catalogue.places import city_of
from generator.pages.lists.take_part import CONTACTS, cities_of_parts, joining_platforms
from generator.pages.views.links import link_to
from generator.printing.markup import to_html
from generator.printing.page import LinkView
from generator.printing.taps import pieces, tapped
from generator.records.activity import Activity
from generator.records.declared import fields_of, held_in
from generator.records.fields import Model
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.platform import Platform, PlatformType
from generator.records.project import Project
from generator.records.record import Record
from generator.records.station import Station
from generator.records.team import Team
from generator.records.way import Way

_KINDS = (Project, Team, Station, Activity, Place, Platform)
_SEARCHED = {
    PlatformType.SITE: "在网上搜它的名字",
    PlatformType.MINI_PROGRAMME: "在手机上搜这个小程序的名字",
    PlatformType.APP: "在手机的应用商店里搜它的名字",
}
_OWNERS = 2


@dataclass(frozen=True, slots=True)
class WayView:
    """One way: what it is, its words with what can be tapped in them, a word more, and where to read on.

    ``copied`` is an address that can be copied.
    """

    label: str
    pieces: tuple[LinkView, ...]
    note: str = ""
    more: LinkView | None = None
    copied: str = ""


@dataclass(frozen=True, slots=True)
class PartView:
    """The band 怎么参加 of a page: what staff wrote, and the ways."""

    title: str
    lead: Markup
    ways: tuple[WayView, ...]

    @property
    def copies(self) -> bool:
        """Tell whether there is an address to copy."""
        return any(way.copied for way in self.ways)


def part_of(catalogue: Catalogue, entry: Entry) -> PartView | None:
    """Return how to take part in what a record is about, or to reach it; nothing where nothing is known."""
    record = entry.record
    if not isinstance(record, _KINDS):
        return None
    way = held_in(record, "take_part")
    ways = (*contacts_of(record), *_owners(catalogue, entry, way), *_in_city(catalogue, entry))
    lead = to_html(way.text) if way and way.text else Markup()
    return PartView(_title(record), lead, ways) if ways or lead else None


def way_part(title: str, way: Way | None) -> PartView | None:
    """Return a way of the whole site, which its settings say."""
    if way is None or not way.is_given:
        return None
    return PartView(title, to_html(way.text or ""), tuple(_ways(way)))


def contacts_of(record: Record) -> tuple[WayView, ...]:
    """Return how a record is reached: as its way to take part says, then as its own fields do, each said once."""
    way = held_in(record, "take_part")
    first = [*_ways(way)] if way else []
    said = {found.pieces for found in first}
    own = [found for found in (*_ways(record), *_searched(record)) if found.pieces not in said]
    labels = {found.label for found in own}
    named = (replace(found, label=f"报名{found.label}") if found.label in labels else found for found in first)
    return *named, *own


def _ways(holder: Model) -> Iterator[WayView]:
    """Yield the ways that the fields of a record, or of a group of fields, give."""
    fields = fields_of(type(holder))
    for name in CONTACTS:
        value = held_in(holder, name)
        if value:
            found = pieces(value) if name == "hotline" else (tapped(name, value),)
            yield WayView(
                fields[name].label.removeprefix("公开"),
                found,
                copied=value if name == "address" else "",
            )


def _searched(record: Record) -> Iterator[WayView]:
    """Yield how a platform is found that has no address."""
    if isinstance(record, Platform) and not record.url and record.type in _SEARCHED:
        yield WayView("怎么找", (LinkView(_SEARCHED[record.type]),))


def _owners(catalogue: Catalogue, entry: Entry, way: Way | None) -> Iterator[WayView]:
    """Yield who does it, with where they are called, for what has no telephone of its own."""
    record = entry.record
    if not isinstance(record, Project | Activity):
        return
    label = fields_of(type(record))["owner"].label
    for wanted in record.owner[:_OWNERS]:
        team = catalogue.get(Team, wanted)
        if team:
            calls = () if way and way.phone else tuple(_calls(team.record))
            is_open = bool(calls or way)
            note = "" if is_open else "报名电话还没有公布，公布后写在这里，一按就能打。"
            yield WayView(f"联系{label}", (link_to(catalogue, team), *calls), note)


def _calls(team: Team) -> Iterator[LinkView]:
    """Yield the first way to call or write to a team."""
    found = (piece for way in contacts_of(team) for piece in way.pieces if piece.path)
    for piece in found:
        yield LinkView(" ")
        yield piece
        return


def _in_city(catalogue: Catalogue, entry: Entry) -> Iterator[WayView]:
    """Yield how to be a volunteer in the city of a record."""
    city = None if isinstance(entry.record, Platform) else city_of(catalogue, entry)
    where = cities_of_parts(catalogue).get(city.record.id) if city else None
    if not (city and where):
        return
    name = short_name(city)
    platforms = joining_platforms(catalogue).get(city.record.id, ())
    links = [link for other in platforms for link in (link_to(catalogue, other), LinkView("、"))][:-1]
    yield WayView(f"在{name}做志愿者", tuple(links), more=LinkView("全部办法", where))


def _title(record: object) -> str:
    if isinstance(record, Platform):
        return "怎么联系"
    is_place = isinstance(record, Station) and not record.take_part and record.address
    return "怎么去" if is_place else "怎么参加"
