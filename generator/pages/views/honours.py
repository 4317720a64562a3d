"""Honours: the list of all series, and a series over its editions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import claims_in, honours_in
from generator.pages.prose import to_html
from generator.pages.urls import page_path, part_path, record_path
from generator.pages.views.editions import (
    EditionView,
    Line,
    edition_links,
    edition_views,
    editions_of,
    line_size,
    with_lines,
)
from generator.pages.views.links import link_to
from generator.pages.views.matrix import MatrixView, honour_matrix
from generator.pages.views.page import LinkView
from generator.pages.views.paging import ROOM, Group, PagedView, paged, size, split
from generator.pages.views.record import sources_of
from generator.pages.views.said import document_links
from generator.pages.views.statements import ClaimView, claim_view
from generator.records.honour import Series
from generator.records.parse import Entry
from generator.records.parts import Level

# What the list of honours shows of a series.
_LATEST = 12
_FIRST_CLAIMS = 3
# What the tags print around each, in bytes.
_LINK, _CATEGORY, _EDITION, _SERIES, _MATRIX, _HEAD = 40, 120, 260, 180, 1_500, 900


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition on its series' page, with as many winners as have room there."""

    edition: EditionView
    link: LinkView
    is_cut: bool


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A page of a series: what it is and some of its editions with their winners."""

    name: str
    aliases: str
    level: str
    issuer: str
    lead: Markup
    categories: tuple[str, ...]
    sources: tuple[LinkView, ...]
    list: PagedView[EditionRow]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series in the list of honours, with its latest editions and first claims, and how many of each it has."""

    link: LinkView
    issuer: str
    editions: tuple[LinkView, ...]
    edition_count: int
    winners: int
    claims: tuple[ClaimView, ...]
    claim_count: int


@dataclass(frozen=True, slots=True)
class HonoursView:
    """A page of all series by level, highest first, and how many winners there are by level and year."""

    matrix: MatrixView
    winners: int
    list: PagedView[SeriesRow]


def series_views(catalogue: Catalogue, entry: Entry) -> tuple[SeriesView, ...]:
    """Return a series' page, and those on which its editions go on."""
    series = catalogue.record(Series, "series", entry.record.id)
    editions = editions_of(catalogue, series.id)
    rows = [_edition_row(catalogue, edition) for edition in editions]
    path = record_path("series", series.id)
    group = Group("editions", "各届", rows, len(rows))
    pages = paged([group], _edition_size, lambda number: part_path(path, number), _HEAD + size(series.summary or ""))
    sources = {row.link.path: sources_of(edition) for row, edition in zip(rows, editions, strict=True)}
    return tuple(
        SeriesView(
            name=series.name,
            aliases="、".join(series.aliases),
            level=series.level.label,
            issuer="、".join(series.issuer),
            lead=to_html(series.summary or ""),
            categories=series.categories,
            sources=document_links(catalogue, dict.fromkeys([*sources_of(entry), *_cited(page, sources)])),
            list=page,
        )
        for page in pages
    )


def _cited(page: PagedView[EditionRow], sources: dict[str, tuple[str, ...]]) -> list[str]:
    return [document for group in page.groups for row in group.rows for document in sources[row.link.path]]


def _edition_row(catalogue: Catalogue, entry: Entry) -> EditionRow:
    """Cut an edition to what a series' page has room for; its own page has all."""
    view = edition_views(catalogue, entry)[0]
    lines = _lines(view)
    first = {line.anchor for line in split(lines, line_size, ROOM // 4, ROOM // 4)[0]}
    cut = (with_lines(category, first) for category in view.categories)
    return EditionRow(
        edition=replace(
            view,
            categories=tuple(category for category in cut if category.groups),
            claims=tuple(claim for claim in view.claims if claim.anchor in first),
        ),
        link=link_to(catalogue, entry),
        is_cut=len(first) < len(lines) or view.list.of > 1,
    )


def _edition_size(row: EditionRow) -> int:
    edition = row.edition
    heads = sum(_CATEGORY + size(category.name) for category in edition.categories)
    return _EDITION + size(edition.name, row.link.path) + heads + sum(map(line_size, _lines(edition)))


def _lines(view: EditionView) -> list[Line]:
    winners = (line for category in view.categories for _, lines in category.groups for line in lines)
    return [*winners, *view.claims]


def honours_views(catalogue: Catalogue) -> tuple[HonoursView, ...]:
    """Return the pages that list all series."""
    ranked: dict[Level, list[SeriesRow]] = {level: [] for level in Level}
    for entry in catalogue.of("series"):
        row = _series_row(catalogue, entry)
        ranked[catalogue.record(Series, "series", entry.record.id).level].append(row)
    groups = [Group(level.value, level.label, rows, len(rows)) for level, rows in ranked.items() if rows]
    lines = (cited for entry in catalogue.of("edition") for cited in honours_in(entry))
    matrix = honour_matrix(catalogue, lines)
    winners = sum(row.winners for rows in ranked.values() for row in rows)
    pages = paged(groups, _series_size, lambda number: page_path("honours/index.html", number), _MATRIX)
    return tuple(HonoursView(matrix, winners, page) for page in pages)


def _series_row(catalogue: Catalogue, entry: Entry) -> SeriesRow:
    series = catalogue.record(Series, "series", entry.record.id)
    editions = editions_of(catalogue, series.id)
    claims = [cited for edition in editions for cited in claims_in(edition)]
    return SeriesRow(
        link=link_to(catalogue, entry),
        issuer="、".join(series.issuer),
        editions=edition_links(catalogue, editions[:_LATEST]),
        edition_count=len(editions),
        winners=sum(len(honours_in(edition)) for edition in editions),
        claims=tuple(claim_view(catalogue, cited) for cited in claims[:_FIRST_CLAIMS]),
        claim_count=len(claims),
    )


def _series_size(row: SeriesRow) -> int:
    editions = sum(_LINK + size(link.text, link.path) for link in row.editions)
    return _SERIES + size(row.link.text, row.link.path, row.issuer) + editions + sum(map(line_size, row.claims))
