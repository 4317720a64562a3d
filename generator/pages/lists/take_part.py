"""Who can be reached and how to take part: a list by city, of the records that say so, cut into pages.

A platform counts where it can be found: by a number, an address, or by its name in a store, and where people join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.catalogue.catalogue import Catalogue, table
from generator.catalogue.places import city_of
from generator.pages.lists import limits
from generator.pages.lists.paging import group_rows, paged
from generator.printing.listed import ListPage
from generator.printing.urls import TAKE_PART, page_path
from generator.records.activity import Activity
from generator.records.declared import fields_of, held_in
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.platform import Platform, PlatformType
from generator.records.project import Project
from generator.records.record import Record
from generator.records.station import Station
from generator.records.team import Team

ELSEWHERE = ("elsewhere", "其他")
# What a record may say of how to reach it, in the order that readers want it.
CONTACTS = ("hotline", "phone", "mailbox", "url", "address", "hours")
_KINDS: tuple[type[Record], ...] = (Place, Platform, Team, Station, Project, Activity)
_FOUND_BY_NAME = {PlatformType.MINI_PROGRAMME, PlatformType.APP}
_JOINING = re.compile("注册|登记|招募|报名|岗位")
_JOINERS = 2


@table
def part_pages(catalogue: Catalogue) -> tuple[ListPage[Entry], ...]:
    """Return the pages of all that says how to take part or how it is reached, by city, hotlines first."""
    groups = group_rows((_city(catalogue, entry), entry) for entry in _reachable(catalogue))
    ordered = sorted(groups, key=lambda group: group.anchor == ELSEWHERE[0])
    return paged(ordered, limits.LINES_A_PAGE, lambda number: page_path(TAKE_PART, number))


@table
def cities_of_parts(catalogue: Catalogue) -> dict[str, str]:
    """Return where the part of each city begins in the list."""
    found: dict[str, str] = {}
    for page in part_pages(catalogue):
        for group in page.groups:
            found.setdefault(group.anchor, f"{page.path}#{group.anchor}")
    return found


@table
def joining_platforms(catalogue: Catalogue) -> dict[str, tuple[Entry[Platform], ...]]:
    """Return the first platforms of each city where volunteers join."""
    found: dict[str, tuple[Entry[Platform], ...]] = {}
    for entry in catalogue.of(Platform):
        if _is_joined(entry.record):
            city = _city(catalogue, entry)[0]
            found[city] = (*found.get(city, ()), entry)[:_JOINERS]
    return found


def _reachable(catalogue: Catalogue) -> Iterator[Entry]:
    for model in _KINDS:
        entries = [entry for entry in catalogue.of(model) if _is_reachable(entry.record)]
        yield from sorted(entries, key=lambda entry: not held_in(entry.record, "hotline"))


def _is_reachable(record: Record) -> bool:
    own = vars(record)
    return any(own[name] for name in _contacts(type(record))) or _is_joined(record)


@cache
def _contacts(model: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind that say how it is reached."""
    return tuple(name for name in ("take_part", *CONTACTS) if name in fields_of(model))


def _is_joined(record: Record) -> bool:
    if not isinstance(record, Platform):
        return False
    return record.type in _FOUND_BY_NAME or any(map(_JOINING.search, record.functions))


def _city(catalogue: Catalogue, entry: Entry) -> tuple[str, str]:
    city = city_of(catalogue, entry)
    return (city.record.id, city.record.name) if city else ELSEWHERE
