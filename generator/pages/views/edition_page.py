"""One edition of an honour: its wall of names, and the editions around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.citations import sources_of
from generator.catalogue.editions import edition_positions, edition_time, editions_of
from generator.catalogue.names import name_of, winner_name
from generator.catalogue.standing import is_revoked, revocation_of, revocation_words, standing_mark, standing_words
from generator.catalogue.winners import CitedClaim, CitedHonour, winners_of
from generator.pages.lists.long_lists import UNNAMED, RollLine, roll_pages, whole_roll_path
from generator.pages.views.links import link_to
from generator.pages.views.statement_views import ClaimView, HonourView, claim_view, document_links, honour_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage, PageGroup
from generator.printing.markup import to_html
from generator.printing.page import LinkView
from generator.records.edition import Edition, EditionStatus, Order
from generator.records.parse import Entry
from generator.records.series import Series

# Names of two to four characters stand in a wall; longer ones are those of groups, or carry more than a name.
_LONGEST_NAME = 4
_NEARBY = 7


@dataclass(frozen=True, slots=True)
class CategoryView:
    """The winners of one category in the roll's order, in groups by strokes or letter where the roll is long.

    ``is_wall`` tells a roll of persons' names alone, which stand close together.
    """

    name: str
    count: str
    groups: tuple[tuple[str, tuple[HonourView, ...]], ...]
    is_wall: bool
    anchor: str
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class EditionView:
    """A page of an edition: its wall of names, and the counts without names.

    ``standing`` is what must be said beside its lines, ``revocation`` who revoked it and when. ``whole`` is the path of
    the page that has a roll of several pages whole.
    """

    name: str
    series: LinkView
    level: str
    time: str
    status: str
    standing: str
    revocation: str
    issuer: str
    document_no: str
    order: str
    count: int
    categories: tuple[CategoryView, ...]
    editions: tuple[LinkView, ...]
    claims: tuple[ClaimView, ...]
    sources: tuple[LinkView, ...]
    lead: Markup
    whole: str
    list: ListPage[RollLine]


def edition_view(
    catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition], page: ListPage[RollLine]
) -> EditionView:
    """Return a page of an edition's roll."""
    edition = entry.record
    series = catalogue.entries["series", edition.series]
    own, whole = catalogue.record(Series, edition.series), whole_roll_path(entry)
    lines = [line.cited for group in page.groups if group.anchor == UNNAMED for line in group.rows]
    return EditionView(
        name=name_of(catalogue, entry),
        series=link_to(catalogue, series),
        level=own.level.label,
        time=edition_time(edition),
        status="" if edition.status is EditionStatus.UNSTATED else edition.status.label,
        standing=standing_words(edition),
        revocation=_revocation(edition),
        issuer="、".join(edition.issuer or own.issuer),
        document_no=edition.document_no or "",
        order=edition.order.label if edition.order in {Order.DOCUMENT, Order.NONE} else f"按{edition.order.label}为序",
        count=sum(cited.is_revoked is is_revoked(edition) for cited in winners_of(catalogue, entry)),
        categories=tuple(_category(catalogue, where, entry, group) for group in page.groups if group.anchor != UNNAMED),
        editions=_nearby(catalogue, entry),
        claims=tuple(claim_view(catalogue, where, cited) for cited in lines if isinstance(cited, CitedClaim)),
        sources=document_links(catalogue, where, sources_of(entry), entry),
        lead=to_html(edition.summary or ""),
        whole=whole if page.path != whole and len(roll_pages(catalogue, entry)) > 1 else "",
        list=page,
    )


def edition_page_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition], number: int) -> EditionView:
    """Return a page of an edition by its number."""
    return edition_view(catalogue, where, entry, roll_pages(catalogue, entry)[number - 1])


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


def _revocation(edition: Edition) -> str:
    """Say who revoked an edition, when and why; nothing where it stands."""
    said = revocation_of(edition)
    return "：".join(part for part in (revocation_words(edition), said.reason) if part) if said else ""


def _category(
    catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition], group: PageGroup[RollLine]
) -> CategoryView:
    groups = tuple(
        (
            heading,
            tuple(honour_view(catalogue, where, line.cited) for line in lines if isinstance(line.cited, CitedHonour)),
        )
        for heading, lines in groupby(group.rows, lambda line: line.heading)
    )
    is_wall = group.title not in _with_more_than_names(catalogue, entry)
    total = next((total.count.printed for total in entry.record.totals if total.category == group.title), "")
    words = f"列名 {group.count}，共 {total}" if total else str(group.count)
    return CategoryView(group.title, words, groups, is_wall, group.anchor, group.is_continued)


@derived
def _with_more_than_names(catalogue: Catalogue, entry: Entry[Edition]) -> frozenset[str]:
    """Return the categories of an edition in which a line has a unit, a note or a long name, or was revoked."""
    return frozenset(
        cited.category
        for cited in winners_of(catalogue, entry)
        if cited.honour.unit
        or cited.honour.note
        or cited.honour.reason
        or cited.is_revoked
        or len(winner_name(catalogue, cited.honour)) > _LONGEST_NAME
    )


def _nearby(catalogue: Catalogue, entry: Entry[Edition]) -> tuple[LinkView, ...]:
    """Return the editions around one of a series, itself included; nothing where it is the only one."""
    editions = editions_of(catalogue, entry.record.series)
    at = edition_positions(catalogue, entry.record.series)[entry.record.id]
    first = max(0, min(at - _NEARBY // 2, len(editions) - _NEARBY))
    return edition_links(catalogue, editions[first : first + _NEARBY] if len(editions) > 1 else ())
