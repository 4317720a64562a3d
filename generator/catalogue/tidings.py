"""Tidings: what is newly told, for feeds: rolls, projects, and figures; by the dates of the records, never by a clock.

A roll is new when it was issued, else in its year; a project on the day of the first source that has a date. The
figures that one source gives of one record are one tiding, of the day of that source. What has no date is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, table
from generator.catalogue.citations import CitedFigure, figures_of
from generator.catalogue.places import cities_of
from generator.catalogue.standing import is_revoked
from generator.catalogue.winners import winner_of, winners_of
from generator.records.dates import PartialDate
from generator.records.document import Document
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.project import Project
from generator.records.series import Series

# A feed holds so many; who reads it asks again before there are more.
MOST = 50


@dataclass(frozen=True, slots=True)
class Tiding:
    """A record with the day, month or year that makes it new, the id of the source, and the figures that are told."""

    date: PartialDate
    entry: Entry
    document: str = ""
    figures: tuple[CitedFigure, ...] = ()


@table
def newest_tidings(catalogue: Catalogue, city: str = "") -> Sequence[Tiding]:
    """Return the newest tidings of all records or of one city; of one day rolls are first, then projects."""
    told = _by_city(catalogue).get(city, ()) if city else _every_tiding(catalogue)
    return tuple(told[:MOST])


@table
def _every_tiding(catalogue: Catalogue) -> Sequence[Tiding]:
    told = (*_rolls(catalogue), *_projects(catalogue), *_figures(catalogue))
    return tuple(sorted(told, key=lambda tiding: tiding.date, reverse=True))


@table
def _by_city(catalogue: Catalogue) -> Mapping[str, list[Tiding]]:
    found: defaultdict[str, list[Tiding]] = defaultdict(list)
    for tiding in _every_tiding(catalogue):
        for city in _cities_of(catalogue, tiding.entry):
            found[city].append(tiding)
    return dict(found)


def _cities_of(catalogue: Catalogue, entry: Entry) -> Iterable[str]:
    """Return the cities that a tiding is of; a roll is of those of its winners, and of the place of its series."""
    roll = catalogue.get(Edition, entry.record.id) if entry.kind.model is Edition else None
    if roll is None:
        return cities_of(catalogue, entry)
    lines = (cited.honour for cited in winners_of(catalogue, roll) if not cited.is_revoked)
    winners = (winner_of(catalogue, honour) for honour in lines)
    concerned = (catalogue.get(Series, roll.record.series), *winners)
    return dict.fromkeys(city for one in concerned if one for city in cities_of(catalogue, one))


def _rolls(catalogue: Catalogue) -> Iterator[Tiding]:
    for edition in catalogue.of(Edition):
        date = edition.record.issued or edition.record.year
        if date and not is_revoked(edition.record):
            yield Tiding(date, edition)


def _projects(catalogue: Catalogue) -> Iterator[Tiding]:
    for project in catalogue.of(Project):
        first = min(_dated(catalogue, project.record.source), default=None)
        if first:
            yield Tiding(first[0], project, first[1])


def _figures(catalogue: Catalogue) -> Iterator[Tiding]:
    for entry in catalogue.entries.values():
        groups: defaultdict[tuple[PartialDate, str], list[CitedFigure]] = defaultdict(list)
        for cited in figures_of(catalogue, entry):
            first = min(_dated(catalogue, cited.documents), default=None)
            if first:
                groups[first].append(cited)
        for (date, document), figures in groups.items():
            yield Tiding(date, entry, document, tuple(figures))


def _dated(catalogue: Catalogue, documents: Iterable[str]) -> Iterator[tuple[PartialDate, str]]:
    """Yield the date and id of each source that has a date."""
    for name in documents:
        document = catalogue.get(Document, name)
        if document and document.record.date:
            yield document.record.date, name
