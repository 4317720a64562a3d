"""One edition of an honour: its wall of names, and the editions around it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import sources_of
from generator.catalogue.editions import edition_positions, editions_of
from generator.pages.honours.edition_head import EditionHead, edition_head
from generator.pages.honours.roll_view import RollView, roll_view
from generator.pages.lists.long_lists import RollLine, roll_pages, whole_roll_path
from generator.pages.views.links import edition_links, link_to
from generator.pages.views.pictures_view import PictureView, picture_views
from generator.pages.views.statement_views import document_links
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.printing.markup import to_html
from generator.printing.page import LinkView
from generator.records.edition import Edition
from generator.records.parse import Entry

_NEARBY = 7


@dataclass(frozen=True, slots=True)
class EditionView:
    """A page of an edition with its part of the roll; ``whole`` is the page that has a roll of several pages whole."""

    head: EditionHead
    roll: RollView
    series: LinkView
    editions: tuple[LinkView, ...]
    sources: tuple[LinkView, ...]
    lead: Markup
    whole: str
    list: ListPage[RollLine]
    pictures: tuple[PictureView, ...]


def edition_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition], number: int) -> EditionView:
    """Return a page of an edition by its number."""
    edition = entry.record
    pages = roll_pages(catalogue, entry)
    page, whole = pages[number - 1], whole_roll_path(entry)
    roll = roll_view(catalogue, where, entry, page)
    return EditionView(
        head=edition_head(catalogue, entry, roll),
        roll=roll,
        series=link_to(catalogue, catalogue.entries["series", edition.series]),
        editions=_nearby(catalogue, entry),
        sources=document_links(catalogue, where, sources_of(entry), entry),
        lead=to_html(edition.summary or ""),
        whole=whole if page.path != whole and len(pages) > 1 else "",
        list=page,
        pictures=picture_views(catalogue, entry) if number == 1 else (),
    )


def _nearby(catalogue: Catalogue, entry: Entry[Edition]) -> tuple[LinkView, ...]:
    """Return the editions around one of a series, itself included; nothing where it is the only one."""
    editions = editions_of(catalogue, entry.record.series)
    at = edition_positions(catalogue, entry.record.series)[entry.record.id]
    first = max(0, min(at - _NEARBY // 2, len(editions) - _NEARBY))
    return edition_links(catalogue, editions[first : first + _NEARBY] if len(editions) > 1 else ())
