"""The page 怎么参加: what the settings say of joining and of asking for help, then who can be reached in each city."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.pages.act.contacts import PartView, WayView, contacts_of, way_part
from generator.pages.lists.take_part import part_pages
from generator.pages.views.links import link_to
from generator.printing.listed import ListPage
from generator.printing.markup import to_html, to_plain
from generator.printing.page import LinkView
from generator.records.declared import held_in
from generator.records.parse import Entry
from generator.records.platform import Platform
from generator.records.settings import Settings
from generator.records.team import Team

_WORDS = 60


@dataclass(frozen=True, slots=True)
class ReachView:
    """Somebody who can be reached: who, what sort of record, what staff say of taking part, and the ways."""

    link: LinkView
    kind: str
    text: Markup
    ways: tuple[WayView, ...]


@dataclass(frozen=True, slots=True)
class TakePartView:
    """What the page shows."""

    join: PartView | None
    help: PartView | None
    list: ListPage[ReachView]


def take_part_view(catalogue: Catalogue, settings: Settings, number: int) -> TakePartView:
    """Return a page of the list, the first with what the settings say."""
    page = part_pages(catalogue)[number - 1]
    return TakePartView(
        join=way_part("加入", settings.join) if number == 1 else None,
        help=way_part("求助", settings.help) if number == 1 else None,
        list=page.shown_as(lambda entry: _reach(catalogue, entry)),
    )


def _reach(catalogue: Catalogue, entry: Entry) -> ReachView:
    record = entry.record
    way = held_in(record, "take_part")
    functions = "、".join(held_in(record, "functions") or ())
    words = way.text if way and way.text else functions or to_plain(record.summary or "", _WORDS)
    return ReachView(link_to(catalogue, entry), _kind(entry), to_html(words), contacts_of(record))


def _kind(entry: Entry) -> str:
    record = entry.record
    return record.type.label if isinstance(record, Platform | Team) else entry.kind.called
