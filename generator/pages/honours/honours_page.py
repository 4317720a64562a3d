"""The list of all honours: who was honoured first, then what is only counted, then what is only mentioned."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.editions import editions_of
from generator.catalogue.honoured import claims_in, newest_roll
from generator.catalogue.standing import is_in_force
from generator.catalogue.winners import honours_in_force
from generator.pages.honours.edition_head import level_words
from generator.pages.honours.honour_rows import (
    CountedView,
    RollRow,
    counted_views,
    merged_rows,
    newest_row,
    stone_names,
)
from generator.pages.lists.long_lists import COUNTED, MENTIONED, NAMED, honours_pages
from generator.pages.views.coverage import MatrixView, honour_matrix
from generator.pages.views.links import edition_links, link_to
from generator.pages.views.winner_names import NameView
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.printing.markup import to_plain
from generator.printing.page import LinkView
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.series import Series

# How many former editions the stage links to, and how many counted honours stand under a series.
_FORMER = 6
_COUNTS = 8
_NOTE = 80


@dataclass(frozen=True, slots=True)
class StageView:
    """The newest honour that has a year: its names in stone, and the editions before."""

    row: RollRow
    names: tuple[NameView, ...]
    note: str
    former: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class CountedSeries:
    """A series with the honours of it that have numbers only."""

    series: LinkView
    level: str
    counts: tuple[CountedView, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class HonoursView:
    """A page of all honours; ``matrix`` counts winners by level and year."""

    stage: StageView | None
    rows: tuple[RollRow, ...]
    counted: tuple[CountedSeries, ...]
    mentioned: tuple[LinkView, ...]
    winners: int
    matrix: MatrixView | None
    list: ListPage[Entry[Series]]


def honours_view(catalogue: Catalogue, where: Whereabouts, number: int) -> HonoursView:
    """Return a page of the list of all honours."""
    pages = honours_pages(catalogue)
    page = pages[number - 1]
    of = {group.anchor: group.rows for group in page.groups}
    named = list(of.get(NAMED, ()))
    rolls = [roll for entry in named if (roll := newest_roll(catalogue, entry.record.id))]
    stage = _stage(catalogue, where, rolls[0]) if number == 1 and rolls and _may_open(rolls[0].record) else None
    is_last = number == len(pages)
    return HonoursView(
        stage=stage,
        rows=tuple(merged_rows(newest_row(catalogue, where, roll) for roll in rolls[1 if stage else 0 :])),
        counted=tuple(_counted(catalogue, entry) for entry in of.get(COUNTED, ())),
        mentioned=tuple(link_to(catalogue, entry) for entry in of.get(MENTIONED, ())),
        winners=winner_count(catalogue),
        matrix=honour_matrix(catalogue, honours_in_force(catalogue)) if is_last else None,
        list=page,
    )


def winner_count(catalogue: Catalogue) -> int:
    """Return how many winner lines are in force."""
    return len(honours_in_force(catalogue))


def _may_open(edition: Edition) -> bool:
    """Tell whether an edition may open the list: it has a year and is in force."""
    return edition.year is not None and is_in_force(edition)


def _stage(catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition]) -> StageView:
    others = [edition for edition in editions_of(catalogue, entry.record.series) if edition is not entry]
    return StageView(
        row=newest_row(catalogue, where, entry),
        names=stone_names(catalogue, where, entry),
        note=to_plain(entry.record.summary or "", _NOTE),
        former=edition_links(catalogue, others[:_FORMER]),
    )


def _counted(catalogue: Catalogue, entry: Entry[Series]) -> CountedSeries:
    claims = claims_in(catalogue, entry.record.id)
    return CountedSeries(
        series=link_to(catalogue, entry),
        level=level_words(entry.record.level),
        counts=counted_views(catalogue, claims[:_COUNTS]),
        is_cut=len(claims) > _COUNTS,
    )
