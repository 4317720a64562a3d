"""Honour rolls: the list of series, a series over its editions, one edition's wall of names."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import claims_in, honours_in
from generator.pages.prose import to_html
from generator.pages.views.links import document_links, edition_time, link_to
from generator.pages.views.matrix import MatrixView, honour_matrix
from generator.pages.views.names import sort_names
from generator.pages.views.page import LinkView
from generator.pages.views.record import sources_of
from generator.pages.views.statements import ClaimView, HonourView, claim_view, honour_view
from generator.records.honour import Edition, EditionStatus, Series
from generator.records.parse import Entry
from generator.records.parts import Level


@dataclass(frozen=True, slots=True)
class CategoryView:
    """The winners of one category, in the roll's order."""

    name: str
    winners: tuple[HonourView, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition: its wall of names, and the counts without names."""

    name: str
    series: LinkView
    level: str
    time: str
    status: str
    notice: bool
    issuer: str
    document_no: str
    order: str
    count: int
    categories: tuple[CategoryView, ...]
    claims: tuple[ClaimView, ...]
    sources: tuple[LinkView, ...]
    lead: Markup


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series: what it is and its editions with their winners."""

    name: str
    aliases: str
    level: str
    issuer: str
    lead: Markup
    categories: tuple[str, ...]
    editions: tuple[EditionView, ...]
    links: tuple[LinkView, ...]
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series in the list of honours."""

    link: LinkView
    issuer: str
    editions: tuple[LinkView, ...]
    winners: int
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class HonoursView:
    """All series by level, highest first, and how many winners there are by level and year."""

    matrix: MatrixView
    levels: tuple[tuple[str, tuple[SeriesRow, ...]], ...]
    winners: int


def edition_view(catalogue: Catalogue, entry: Entry) -> EditionView:
    """Return an edition's page."""
    edition = catalogue.record(Edition, "edition", entry.record.id)
    series_entry = catalogue.entries["series", edition.series]
    series = catalogue.record(Series, "series", edition.series)
    lines = [honour_view(catalogue, cited) for cited in honours_in(entry)]
    categories = []
    for group in edition.winners:
        winners = [line for line in lines if line.category == group.category]
        categories.append(CategoryView(group.category, tuple(sort_names(winners, edition.order))))
    return EditionView(
        name=link_to(catalogue, entry).text,
        series=link_to(catalogue, series_entry),
        level=series.level.label,
        time=edition_time(edition),
        status="" if edition.status is EditionStatus.UNSTATED else edition.status.label,
        notice=edition.status is EditionStatus.NOTICE,
        issuer="、".join(edition.issuer or series.issuer),
        document_no=edition.document_no or "",
        order=edition.order.label,
        count=len(lines),
        categories=tuple(categories),
        claims=tuple(claim_view(catalogue, cited) for cited in claims_in(entry)),
        sources=document_links(catalogue, sources_of(entry), f"edition-{edition.id}"),
        lead=to_html(edition.summary or ""),
    )


def series_view(catalogue: Catalogue, entry: Entry) -> SeriesView:
    """Return a series' page."""
    series = catalogue.record(Series, "series", entry.record.id)
    editions = editions_of(catalogue, series.id)
    documents = [document for part in (entry, *editions) for document in sources_of(part)]
    return SeriesView(
        name=series.name,
        aliases="、".join(series.aliases),
        level=series.level.label,
        issuer="、".join(series.issuer),
        lead=to_html(series.summary or ""),
        categories=series.categories,
        editions=tuple(edition_view(catalogue, edition) for edition in editions),
        links=tuple(link_to(catalogue, edition) for edition in editions),
        sources=document_links(catalogue, dict.fromkeys(documents)),
    )


def honours_view(catalogue: Catalogue) -> HonoursView:
    """Return the list of all series."""
    rows: dict[Level, list[SeriesRow]] = {level: [] for level in Level}
    winners = 0
    for entry in catalogue.of("series"):
        series = catalogue.record(Series, "series", entry.record.id)
        editions = editions_of(catalogue, series.id)
        count = sum(len(honours_in(edition)) for edition in editions)
        winners += count
        rows[series.level].append(
            SeriesRow(
                link=link_to(catalogue, entry),
                issuer="、".join(series.issuer),
                editions=tuple(
                    LinkView(edition_time(edition.record), link_to(catalogue, edition).path)
                    for edition in editions
                    if isinstance(edition.record, Edition)
                ),
                winners=count,
                claims=tuple(claim_view(catalogue, cited) for edition in editions for cited in claims_in(edition)),
            )
        )
    lines = (cited for entry in catalogue.of("edition") for cited in honours_in(entry))
    matrix = honour_matrix(catalogue, lines)
    return HonoursView(matrix, tuple((level.label, tuple(found)) for level, found in rows.items() if found), winners)


def editions_of(catalogue: Catalogue, series_id: str) -> list[Entry]:
    """Return the editions of a series, latest first, those without a year last."""
    entries = [link.origin for link in catalogue.citing("series", series_id, "edition")]
    return sorted(entries, key=lambda entry: str(getattr(entry.record, "year", "") or ""), reverse=True)
