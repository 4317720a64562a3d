"""The long lists of the site, each cut into pages once: lists of a kind, series, rolls, and what a source says.

Rows are entries and statements of the catalogue, not yet views, so cutting a list costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.citations import reported
from generator.catalogue.domains import projects_by_domain
from generator.catalogue.honoured import rolls_of, series_counted, series_mentioned, series_with_names
from generator.catalogue.name_order import natural, under_headings
from generator.catalogue.names import winner_name
from generator.catalogue.places import city_of
from generator.catalogue.source_contents import CitedRecord, anchor_in_source, statements_by_source
from generator.catalogue.winners import CitedClaim, CitedHonour, claims_of_edition, winners_of
from generator.data.tables import for_residents
from generator.pages.lists import limits
from generator.pages.lists.paging import Group, group_rows, paged, split
from generator.printing.listed import ListPage
from generator.printing.urls import list_path, page_path, part_path, record_path
from generator.records.edition import Edition
from generator.records.kinds import Kind, kind_of
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel
from generator.records.project import Project
from generator.records.series import Series

ELSEWHERE = "其他"
UNNAMED = "unnamed"
NAMED, COUNTED, MENTIONED = "named", "counted", "mentioned"
Line = CitedHonour | CitedClaim
# An edition, with those of its time that only count.
SeriesRoll = tuple[Entry[Edition], tuple[Entry[Edition], ...]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RollLine:
    """A line of a roll: a winner with the strokes or the letter above it, or a counted honour."""

    cited: Line
    heading: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What a source says of one record, or a part of it where that is much."""

    record: CitedRecord
    is_continued: bool


@table
def kind_pages(catalogue: Catalogue, kind: Kind) -> tuple[ListPage[Entry], ...]:
    """Return the pages that list a kind: under the city of each record, metrics under what they are about."""
    path = list_path(kind)
    groups = _by_subject(catalogue, kind) if kind.model is Metric else by_city(catalogue, kind)
    return paged(groups, limits.CARDS_A_PAGE, lambda number: page_path(path, number))


@derived
def by_city(catalogue: Catalogue, kind: Kind) -> list[Group[Entry]]:
    """Return the records of a kind under the city that each belongs to, those of none last."""
    entries = sorted(reported(catalogue, kind), key=_position)
    return _elsewhere_last(group_rows((_city(catalogue, entry), entry) for entry in entries))


@table
def series_pages(catalogue: Catalogue, series_id: str) -> tuple[ListPage[SeriesRoll], ...]:
    """Return the pages of a series: its editions, the newest first, each with those of its time that only count."""
    rolls = rolls_of(catalogue, series_id)
    path = record_path("series", series_id)
    group = Group("editions", "历届", rolls, len(rolls))
    return paged([group], limits.EDITIONS_A_PAGE, lambda number: part_path(path, number))


@table
def domain_pages(catalogue: Catalogue, domain_id: str) -> tuple[ListPage[Entry[Project]], ...]:
    """Return the pages of a field: its projects, under the city of each."""
    entries = sorted(projects_by_domain(catalogue).get(domain_id, ()), key=_position)
    groups = group_rows((_city(catalogue, entry), entry) for entry in entries)
    path = record_path("domain", domain_id)
    return paged(_elsewhere_last(groups), limits.CARDS_A_PAGE, lambda number: part_path(path, number))


@table
def honours_pages(catalogue: Catalogue) -> tuple[ListPage[Entry[Series]], ...]:
    """Return the pages of all series: those that name somebody, the newest first, those that count, and the others.

    A series of which some are named and some are only counted stands in both.
    """
    found = (
        (NAMED, "有名单的", series_with_names(catalogue)),
        (COUNTED, "只有数量、没有名单的", series_counted(catalogue)),
        (MENTIONED, "来源只提到、没有写给谁的", series_mentioned(catalogue)),
    )
    groups = [Group(anchor, title, entries, len(entries)) for anchor, title, entries in found]
    path = list_path(kind_of(Edition))
    return paged(groups, limits.SERIES_A_PAGE, lambda number: page_path(path, number))


@derived
def roll_pages(catalogue: Catalogue, entry: Entry[Edition]) -> tuple[ListPage[RollLine], ...]:
    """Return the pages of an edition's roll: its categories, then the honours without names.

    A roll that needs several pages has one more, the last of them here, which holds the whole for print.
    """
    path = record_path("edition", entry.record.id)
    groups = list(_roll(catalogue, entry))
    pages = paged(groups, limits.NAMES_A_PAGE, lambda number: part_path(path, number))
    if len(pages) == 1:
        return pages
    return *pages, *paged(groups, sum(group.count for group in groups), lambda _: whole_roll_path(entry))


def begun_roll(catalogue: Catalogue, entry: Entry[Edition]) -> ListPage[RollLine]:
    """Return the beginning of an edition's roll, as its series shows it."""
    return roll_pages(catalogue, entry)[0].begun(limits.WINNERS)


def whole_roll_path(entry: Entry) -> str:
    """Return the path of the page that holds a roll of several pages whole."""
    return f"{record_path('edition', entry.record.id).removesuffix('.html')}/all.html"


@table
def source_pages(catalogue: Catalogue, document: str) -> tuple[ListPage[SourceRow], ...]:
    """Return the pages of all that a document says, by kind of record."""
    path = record_path("document", document)
    groups: dict[Kind, list[CitedRecord]] = {}
    for record in statements_by_source(catalogue).get(document, ()):
        groups.setdefault(record.entry.kind, []).append(record)
    return paged(
        [Group(kind.plural, kind.called, list(_parted(of)), len(of)) for kind, of in groups.items()],
        limits.STATEMENTS_A_PAGE,
        lambda number: part_path(path, number),
        lambda row: 1 + len(row.record.parts),
    )


def anchors_of(row: SourceRow) -> Iterator[str]:
    """Yield the anchors that a row of a source has; where a record goes on, its own stands on the page before."""
    if not row.is_continued:
        yield row.record.anchor
    for at, _ in row.record.parts:
        yield anchor_in_source(row.record.entry, at)


def _roll(catalogue: Catalogue, entry: Entry[Edition]) -> Iterator[Group[RollLine]]:
    """Yield the categories of a roll, in each the named and then the counted, and last the counted of other ones."""
    by_category: dict[str, list[CitedHonour]] = {group.category: [] for group in entry.record.winners}
    for cited in winners_of(catalogue, entry):
        by_category[cited.category].append(cited)
    claims = claims_of_edition(catalogue, entry)
    for number, (category, winners) in enumerate(by_category.items(), 1):
        ordered = under_headings(winners, entry.record.order, lambda cited: winner_name(catalogue, cited.honour))
        lines = [RollLine(cited, heading) for heading, group in ordered for cited in group]
        counted = [RollLine(cited) for cited in claims if cited.claim.category == category]
        yield Group(f"category-{number}", category, [*lines, *counted], len(lines))
    others = [RollLine(cited) for cited in claims if cited.claim.category not in by_category]
    if others:
        yield Group(UNNAMED, for_residents("未列名荣誉"), others, len(others))


def _parted(records: Sequence[CitedRecord]) -> Iterator[SourceRow]:
    """Part a record of which a source says so much that it would fill a page."""
    for record in records:
        for number, parts in enumerate(split(record.parts, limits.STATEMENTS_A_PAGE // 2)):
            yield SourceRow(CitedRecord(record.entry, tuple(parts)), is_continued=number > 0)


def _by_subject(catalogue: Catalogue, kind: Kind) -> list[Group[Entry]]:
    """Return metrics that somebody reports under what they are about, those about nothing named last."""
    groups: dict[str, list[Entry]] = {}
    for entry in reported(catalogue, kind):
        groups.setdefault(getattr(entry.record, "group", None) or ELSEWHERE, []).append(entry)
    titles = sorted(groups, key=lambda title: title == ELSEWHERE)
    words = enumerate(titles, 1)
    return [Group(f"group-{at}", for_residents(title), groups[title], len(groups[title])) for at, title in words]


def _city(catalogue: Catalogue, entry: Entry) -> tuple[str, str]:
    if isinstance(entry.record, Place) and entry.record.level.rank < PlaceLevel.CITY.rank:
        return "provinces", PlaceLevel.PROVINCE.label
    city = city_of(catalogue, entry)
    return (city.record.id, city.record.name) if city else ("elsewhere", ELSEWHERE)


def _elsewhere_last(groups: list[Group[T]]) -> list[Group[T]]:
    return sorted(groups, key=lambda group: group.title == ELSEWHERE)


def _position(entry: Entry) -> tuple[int, str]:
    """Return what orders a list: places from the top of their tree down, all else by file, p2.yml before p10.yml."""
    return entry.record.level.rank if isinstance(entry.record, Place) else 0, natural(entry.path)
