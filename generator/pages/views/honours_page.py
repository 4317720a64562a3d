"""Honours: the list of all series, and a series over its editions."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import sources_of
from generator.catalogue.editions import editions_of
from generator.catalogue.standing import is_revoked
from generator.catalogue.winners import claims_of_edition, honours_in_force, winners_of
from generator.pages.lists.long_lists import begun_roll, honours_pages, series_pages
from generator.pages.views.coverage import MatrixView, honour_matrix
from generator.pages.views.links import edition_links, link_to
from generator.pages.views.roll_view import RollView, roll_view
from generator.pages.views.statement_views import ClaimView, claim_view, document_links
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.printing.markup import to_html
from generator.printing.page import LinkView
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.series import Series

# What the list of honours shows of a series.
_LATEST = 12
_FIRST_CLAIMS = 3


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition on its series' page, with as many winners as have room there."""

    edition: RollView
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
    history: str
    sources: tuple[LinkView, ...]
    list: ListPage[EditionRow]


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
    list: ListPage[SeriesRow]


def series_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Series], number: int) -> SeriesView:
    """Return a page of a series."""
    series = entry.record
    page = series_pages(catalogue, series.id)[number - 1]
    cited = (document for edition in page.rows for document in sources_of(edition))
    return SeriesView(
        name=series.name,
        aliases="、".join(series.aliases),
        level=series.level.label,
        issuer="、".join(series.issuer),
        lead=to_html(series.summary or ""),
        categories=series.categories,
        history=_history(series),
        sources=document_links(catalogue, where, dict.fromkeys([*sources_of(entry), *cited])),
        list=page.shown_as(lambda edition: _edition_row(catalogue, where, edition)),
    )


def _history(series: Series) -> str:
    """Return in one line what the series and its categories were called before."""
    names, categories = (
        "、".join(former.words for former in own) for own in (series.former_names, series.former_categories)
    )
    said = (("曾用名", names), ("类别曾叫", categories))
    return "；".join(f"{label}：{words}" for label, words in said if words)


def _edition_row(catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition]) -> EditionRow:
    """Begin an edition's roll; its own page has all."""
    page = begun_roll(catalogue, entry)
    is_cut = sum(1 for _ in page.rows) < page.count
    return EditionRow(roll_view(catalogue, where, entry, page), link_to(catalogue, entry), is_cut)


def honours_view(catalogue: Catalogue, where: Whereabouts, number: int) -> HonoursView:
    """Return a page of the list of all series."""
    page = honours_pages(catalogue)[number - 1]
    return HonoursView(
        matrix=honour_matrix(catalogue, honours_in_force(catalogue)),
        winners=winner_count(catalogue),
        list=page.shown_as(lambda entry: _series_row(catalogue, where, entry)),
    )


def winner_count(catalogue: Catalogue) -> int:
    """Return how many winner lines are in force."""
    return len(honours_in_force(catalogue))


def _series_row(catalogue: Catalogue, where: Whereabouts, entry: Entry[Series]) -> SeriesRow:
    editions = editions_of(catalogue, entry.record.id)
    holding = [edition for edition in editions if not is_revoked(edition.record)]
    claims = [cited for edition in holding for cited in claims_of_edition(catalogue, edition)]
    return SeriesRow(
        link=link_to(catalogue, entry),
        issuer="、".join(entry.record.issuer),
        editions=edition_links(catalogue, editions[:_LATEST]),
        edition_count=len(editions),
        winners=sum(cited.is_in_force for edition in editions for cited in winners_of(catalogue, edition)),
        claims=tuple(claim_view(catalogue, where, cited) for cited in claims[:_FIRST_CLAIMS]),
        claim_count=len(claims),
    )
