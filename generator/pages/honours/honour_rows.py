"""Rolls in a list: the names first, then what they were honoured with; and honours that are only counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.names import short_name, title_and_aside
from generator.catalogue.standing import standing_words
from generator.catalogue.winners import CitedClaim, CitedHonour, winners_of
from generator.pages.honours.edition_head import NO_YEAR, rank_words, time_words
from generator.pages.lists.long_lists import roll_pages
from generator.pages.views.links import link_to
from generator.pages.views.winner_names import NameView, name_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.page import LinkView
from generator.printing.urls import record_path
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.series import Series
from generator.records.team import Team

# So many names stand in a row, or in stone.
_NAMES = 8
_TWO = 2
# More names than these stand side by side.
_IN_LINES, _SHORT = 4, 4


@dataclass(frozen=True, slots=True)
class RowName:
    """A winner in a row: the name, and in few words what for and where."""

    link: LinkView
    about: str

    @property
    def is_padded(self) -> bool:
        """Tell a name of two characters, which is drawn apart for the eye."""
        return len(self.link.text) == _TWO


@dataclass(frozen=True, slots=True)
class RollRow:
    """A roll in a list: its first names and how many there are, its series, when it was, and the way to it.

    Rolls that name the same winners at one time are one row with several series.
    """

    names: tuple[RowName, ...]
    count: int
    is_cut: bool
    series: tuple[LinkView, ...]
    time: str
    standing: str
    about: str
    roll: LinkView

    @property
    def form(self) -> str:
        """Say for the style sheet whether the names are many, and short, so that they stand side by side."""
        if len(self.names) <= _IN_LINES:
            return ""
        short = sum(len(name.link.text) <= _SHORT for name in self.names)
        return "is-wall" if short * 4 >= len(self.names) * 3 else "is-many"


@dataclass(frozen=True, slots=True)
class CountedView:
    """Honours of one edition that are only counted, for one place or team."""

    subject: str
    words: str
    edition: LinkView
    standing: str


def newest_row(catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition]) -> RollRow:
    """Return a roll as a row."""
    edition = entry.record
    series = catalogue.record(Series, edition.series)
    lines, count = _lines(catalogue, entry), sum(not cited.is_revoked for cited in winners_of(catalogue, entry))
    time = time_words(edition)
    return RollRow(
        names=_row_names(catalogue, where, lines[:_NAMES]),
        count=count,
        is_cut=count > _NAMES,
        series=(LinkView(title_of(entry, series), record_path("series", series.id)),),
        time=time,
        standing=standing_words(edition),
        about=" · ".join((*rank_words(edition, series), *(() if time else (NO_YEAR,)))),
        roll=link_to(catalogue, entry),
    )


def merged_rows(rows: Iterable[RollRow]) -> Iterator[RollRow]:
    """Yield rows; neighbours that differ in nothing but the series are one."""
    for _, found in groupby(rows, key=lambda row: replace(row, series=(), roll=LinkView(""))):
        same = tuple(found)
        if same[0].is_cut:
            yield from same
        else:
            yield replace(same[0], series=tuple(series for row in same for series in row.series))


def title_of(entry: Entry[Edition], series: Series) -> str:
    """Return what a row says that a roll honours with; the only category of a roll belongs to it."""
    title, _ = title_and_aside(entry, series)
    categories = {group.category for group in entry.record.winners}
    [only] = categories if len(categories) == 1 else [""]
    return title if not only or only in title else f"{title}{only}"


def stone_names(catalogue: Catalogue, where: Whereabouts, entry: Entry[Edition]) -> tuple[NameView, ...]:
    """Return the first names of a roll as they are cut into stone."""
    lines = _lines(catalogue, entry)[:_NAMES]
    title = title_of(entry, catalogue.record(Series, entry.record.series))
    return tuple(_on_stage(name_view(catalogue, where, cited), cited, title) for cited in lines)


def _on_stage(name: NameView, cited: CitedHonour, title: str) -> NameView:
    """Return a name without the year and the category that stand beside all of them."""
    award = "" if title.endswith(name.award) and len(cited.edition.winners) == 1 else name.award
    return replace(name, award=award, year="", place=name.place or cited.honour.unit or "")


def counted_views(catalogue: Catalogue, claims: Iterable[CitedClaim]) -> tuple[CountedView, ...]:
    """Return counted honours, those of one edition and one place or team in one line."""
    groups = groupby(claims, key=lambda cited: (cited.entry, cited.claim.place, cited.claim.team))
    return tuple(_counted(catalogue, tuple(group)) for _, group in groups)


def _counted(catalogue: Catalogue, claims: Sequence[CitedClaim]) -> CountedView:
    first = claims[0]
    place, team = catalogue.get(Place, first.claim.place), catalogue.get(Team, first.claim.team)
    return CountedView(
        subject=place.record.name if place else short_name(team) if team else "",
        words="、".join(f"{cited.claim.count.printed}{cited.claim.category}" for cited in claims),
        edition=link_to(catalogue, first.entry),
        standing=standing_words(first.edition),
    )


def _lines(catalogue: Catalogue, entry: Entry[Edition]) -> list[CitedHonour]:
    """Return the lines on the first page of a roll that honour somebody, in its order."""
    lines = [line.cited for line in roll_pages(catalogue, entry)[0].rows]
    return [cited for cited in lines if isinstance(cited, CitedHonour) and not cited.is_revoked]


def _row_names(catalogue: Catalogue, where: Whereabouts, lines: Sequence[CitedHonour]) -> tuple[RowName, ...]:
    """Return winners in a row; each says its category where they have several."""
    has_several = len({cited.category for cited in lines}) > 1
    found = []
    for cited in lines:
        name = name_view(catalogue, where, cited)
        place = name.place or cited.honour.unit or ""
        about = (cited.category, cited.standing, place) if has_several else (place,)
        found.append(RowName(name.link, " · ".join(word for word in about if word)))
    return tuple(found)
