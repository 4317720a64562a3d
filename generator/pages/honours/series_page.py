"""A series: the names of its newest edition first, then the editions before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import sources_of
from generator.catalogue.honoured import names_somebody
from generator.catalogue.standing import revocation_words
from generator.catalogue.winners import CitedClaim, claims_of_edition
from generator.pages.honours.edition_head import EditionHead, edition_head, level_words
from generator.pages.honours.honour_rows import CountedView, RollRow, counted_views, newest_row
from generator.pages.honours.roll_view import RollView, roll_view
from generator.pages.lists.long_lists import SeriesRoll, begun_roll, series_pages
from generator.pages.views.links import edition_links, link_to
from generator.pages.views.pictures_view import PictureView, picture_views
from generator.pages.views.statement_views import document_links
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.printing.markup import to_html
from generator.printing.page import LinkView
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.series import Series


@dataclass(frozen=True, slots=True)
class NewestView:
    """The newest edition of a series, with as many winners as have room."""

    head: EditionHead
    roll: RollView
    link: LinkView
    is_cut: bool


@dataclass(frozen=True, slots=True)
class FormerView:
    """An edition before: its first names and what it only counts; ``revocation`` where it honours nobody."""

    link: LinkView
    row: RollRow
    counted: tuple[CountedView, ...]
    revocation: str


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A page of a series."""

    name: str
    facts: tuple[str, ...]
    lead: Markup
    newest: NewestView | None
    former: tuple[FormerView, ...]
    sources: tuple[LinkView, ...]
    list: ListPage[SeriesRoll]
    pictures: tuple[PictureView, ...]


def series_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Series], number: int) -> SeriesView:
    """Return a page of a series."""
    series = entry.record
    page = series_pages(catalogue, series.id)[number - 1]
    rolls = list(page.rows)
    cited = (document for edition, beside in rolls for own in (edition, *beside) for document in sources_of(own))
    newest = rolls.pop(_first_with_names(rolls)) if number == 1 and rolls else None
    return SeriesView(
        name=series.name,
        facts=tuple(filter(None, _facts(series))),
        lead=to_html(series.summary or ""),
        newest=_newest(catalogue, where, newest) if newest else None,
        former=_former(catalogue, where, rolls),
        sources=document_links(catalogue, where, dict.fromkeys([*sources_of(entry), *cited])),
        list=page,
        pictures=picture_views(catalogue, entry) if number == 1 else (),
    )


def _first_with_names(rolls: list[SeriesRoll]) -> int:
    """Return which roll opens the page: the newest that names somebody, else the newest."""
    return next((at for at, (entry, _) in enumerate(rolls) if names_somebody(entry.record)), 0)


def _facts(series: Series) -> tuple[str, ...]:
    """Return in a few words what rank a series has, who gives it, and what it and its categories are or were called."""
    names, categories = (
        "、".join(former.words for former in own) for own in (series.former_names, series.former_categories)
    )
    said = (
        ("授予单位", "、".join(series.issuer)),
        ("又称", "、".join(series.aliases)),
        ("分成", "、".join(series.categories) if len(series.categories) > 1 else ""),
        ("曾用名", names),
        ("类别曾叫", categories),
    )
    return level_words(series.level), *(f"{label}：{words}" for label, words in said if words)


def _newest(catalogue: Catalogue, where: Whereabouts, found: SeriesRoll) -> NewestView:
    """Begin the roll of the newest edition; its own page has all."""
    entry, beside = found
    page = begun_roll(catalogue, entry)
    roll = roll_view(catalogue, where, entry, page, beside)
    is_cut = sum(1 for _ in page.rows) < page.count
    return NewestView(edition_head(catalogue, entry, roll), roll, link_to(catalogue, entry), is_cut)


def _former(catalogue: Catalogue, where: Whereabouts, rolls: list[SeriesRoll]) -> tuple[FormerView, ...]:
    links = edition_links(catalogue, [entry for entry, _ in rolls])
    return tuple(
        FormerView(
            link=link,
            row=newest_row(catalogue, where, entry),
            counted=counted_views(catalogue, _claims(catalogue, (entry, *beside))),
            revocation=revocation_words(entry.record),
        )
        for link, (entry, beside) in zip(links, rolls, strict=True)
    )


def _claims(catalogue: Catalogue, editions: Iterable[Entry[Edition]]) -> Iterator[CitedClaim]:
    return (cited for entry in editions for cited in claims_of_edition(catalogue, entry))
