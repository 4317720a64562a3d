"""What a page is about, for programs: a schema.org type where one surely fits, with what the page says of it.

A team or a project is an organisation (schema.org has ``Project`` below it), a dated activity or edition an event, an
honour that recurs a series of events. Awards are those in force, in words. Of persons only those are told who are shown
by their full name and hold an honour: a page for readers is no register for collectors. A date that was inferred, and
a telephone that is no public one, are never told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import reported
from generator.catalogue.editions import UNDATED, edition_time, series_name
from generator.catalogue.names import name_of
from generator.catalogue.places import places_of
from generator.catalogue.public import is_hidden
from generator.catalogue.standing import is_revoked
from generator.catalogue.winners import CitedHonour, honours_of
from generator.printing.page import Thing
from generator.records.activity import Activity
from generator.records.brand import Brand
from generator.records.document import Document
from generator.records.edition import Edition
from generator.records.kinds import Kind
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.place import Place, PlaceLevel
from generator.records.project import Project
from generator.records.record import Record
from generator.records.series import Series
from generator.records.settings import Settings
from generator.records.sourced import Basis
from generator.records.station import Station, StationType
from generator.records.team import Team

_MOST_AWARDS = 10


def thing_of(catalogue: Catalogue, entry: Entry[Any]) -> Thing | None:
    """Return what a record's page is about; nothing where no type surely fits."""
    make = _THINGS.get(type(entry.record))
    return make(catalogue, entry) if make else None


def web_site(settings: Settings, address: str) -> Thing:
    """Return the site itself, with its publisher; its search can be asked from elsewhere where its address is known."""
    template = f"{address}/search.html?q={{search_term_string}}"
    entry_point = {"@type": "EntryPoint", "urlTemplate": template}
    search = {"@type": "SearchAction", "target": entry_point, "query-input": "required name=search_term_string"}
    return _thing(
        "WebSite",
        settings.site_name,
        description=settings.tagline,
        inLanguage="zh-CN",
        url=f"{address}/" if address else None,
        publisher=_organisation(settings.host),
        potentialAction=search if address else None,
    )


def collection(catalogue: Catalogue, kind: Kind) -> Thing:
    """Return the list of a kind: what it holds, and how many."""
    items = {"@type": "ItemList", "numberOfItems": len(reported(catalogue, kind))}
    return _thing("CollectionPage", kind.title, description=kind.intro, mainEntity=items)


def data_set(name: str, description: str) -> Thing:
    """Return the data set of all figures, whose files lie beside its page."""
    formats = (("text/csv", "figures.csv"), ("application/json", "figures.json"))
    files = [{"@type": "DataDownload", "encodingFormat": mime, "contentUrl": path} for mime, path in formats]
    return _thing("Dataset", name, description=description, distribution=files)


def _team(catalogue: Catalogue, entry: Entry[Team]) -> Thing:
    team = entry.record
    return _thing(
        "Organization",
        team.name,
        alternateName=team.aliases,
        parentOrganization=_organisation(_team_name(catalogue, team.parent)),
        foundingDate=team.founded,
        telephone=team.phone,
        email=team.mailbox,
        url=team.url,
        award=_awards(catalogue, entry),
    )


def _person(catalogue: Catalogue, entry: Entry[Person]) -> Thing | None:
    awards = _awards(catalogue, entry)
    if is_hidden(entry.record) or not awards:
        return None
    team = _organisation(_team_name(catalogue, entry.record.team))
    return _thing("Person", entry.record.name, affiliation=team, award=awards)


def _project(catalogue: Catalogue, entry: Entry[Project]) -> Thing:
    project = entry.record
    return _thing(
        "Project",
        project.name,
        alternateName=[*filter(None, (project.short,)), *project.aliases],
        parentOrganization=_organisations(catalogue, project.owner),
        foundingDate=project.since,
        dissolutionDate=project.until,
        award=_awards(catalogue, entry),
    )


def _activity(catalogue: Catalogue, entry: Entry[Activity]) -> Thing | None:
    activity = entry.record
    period = activity.period
    start, end = activity.date or (period and period.start), period and period.end
    if not start:
        return None
    places = [_thing("Place", place.record.name) for place in _places(catalogue, entry)]
    organizers = _organisations(catalogue, activity.owner)
    return _thing("Event", activity.name, startDate=start, endDate=end, location=places, organizer=organizers)


def _series(_: Catalogue, entry: Entry[Series]) -> Thing:
    series = entry.record
    return _thing("EventSeries", series.name, alternateName=series.aliases, organizer=_named(series.issuer))


def _edition(catalogue: Catalogue, entry: Entry[Edition]) -> Thing | None:
    edition = entry.record
    if edition.year is None or edition.year.last or is_revoked(edition):
        return None
    series = catalogue.record(Series, edition.series)
    issuers = _named(edition.issuer or series.issuer)
    name, whole = name_of(catalogue, entry), _thing("EventSeries", series.name)
    return _thing("Event", name, startDate=edition.year, superEvent=whole, organizer=issuers)


def _place(catalogue: Catalogue, entry: Entry[Place]) -> Thing:
    place = entry.record
    above = catalogue.get(Place, place.parent)
    around = _thing(_place_type(above.record), above.record.name) if above else None
    return _thing(_place_type(place), place.name, alternateName=place.aliases, containedInPlace=around)


def _place_type(place: Place) -> str:
    return "Place" if place.level is PlaceLevel.COMMUNITY else "AdministrativeArea"


def _station(_: Catalogue, entry: Entry[Station]) -> Thing | None:
    station = entry.record
    if station.type is StationType.NETWORK:
        return None
    return _thing("Place", station.name, address=station.address, telephone=station.phone, url=station.url)


def _brand(catalogue: Catalogue, entry: Entry[Brand]) -> Thing:
    return _thing("Brand", entry.record.name, alternateName=entry.record.aliases, award=_awards(catalogue, entry))


def _document(_: Catalogue, entry: Entry[Document]) -> Thing:
    document = entry.record
    return _thing(
        "CreativeWork",
        document.title or document.name,
        datePublished=document.date if document.date_basis is Basis.STATED else None,
        publisher=_organisation(document.issuer),
        url=document.url,
    )


_THINGS: dict[type[Record], Callable[[Catalogue, Entry[Any]], Thing | None]] = {
    Team: _team,
    Person: _person,
    Project: _project,
    Activity: _activity,
    Series: _series,
    Edition: _edition,
    Place: _place,
    Station: _station,
    Brand: _brand,
    Document: _document,
}


def _thing(kind: str, name: str, **said: object) -> Thing:
    """Return a thing of a type with what is known of it; a list of one is that one."""
    told = {key: _plain(value) for key, value in said.items()}
    return {"@type": kind, "name": name, **{key: value for key, value in told.items() if value}}


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return value[0] if len(value) == 1 else list(value)
    return value if isinstance(value, Mapping) else str(value or "")


def _awards(catalogue: Catalogue, entry: Entry[Any]) -> list[str]:
    """Return the honours in force of a record, each in words."""
    lines = (cited for cited in honours_of(catalogue, entry.key) if cited.is_in_force)
    return list(islice(dict.fromkeys(_award(catalogue, cited) for cited in lines), _MOST_AWARDS))


def _award(catalogue: Catalogue, cited: CitedHonour) -> str:
    """Return an honour as one says it: the series, its time where that is known, the category."""
    name, time = series_name(catalogue.record(Series, cited.edition.series), cited.edition), edition_time(cited.edition)
    dated = name if time == UNDATED else f"{name}（{time}）"
    return dated if cited.category == name else f"{dated}：{cited.category}"


def _organisations(catalogue: Catalogue, ids: Iterable[str]) -> list[Thing]:
    return _named(filter(None, (_team_name(catalogue, team) for team in ids)))


def _named(names: Iterable[str]) -> list[Thing]:
    return [_thing("Organization", name) for name in names]


def _organisation(name: str | None) -> Thing | None:
    return _thing("Organization", name) if name else None


def _team_name(catalogue: Catalogue, record_id: str | None) -> str | None:
    entry = catalogue.get(Team, record_id)
    return entry.record.name if entry else None


def _places(catalogue: Catalogue, entry: Entry[Any]) -> list[Entry[Place]]:
    return [place for place in (catalogue.get(Place, one) for one in places_of(entry)) if place]
