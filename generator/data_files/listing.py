"""The list of the data files, for the page of open data: what each holds, how much, and the columns of figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import every_figure
from generator.catalogue.places import is_city
from generator.data_files.columns import FIGURE_COLUMNS, Column
from generator.data_files.database_views import VIEWS, View
from generator.data_files.exports import winner_rows
from generator.printing.urls import feed_path, json_feed_path
from generator.records.kinds import KINDS
from generator.records.place import Place

_CITIES = 12


@dataclass(frozen=True, slots=True)
class FilesView:
    """What is given as CSV and as JSON under one name."""

    name: str
    label: str
    about: str
    count: int


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed in its two formats, and whose it is."""

    label: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True)
class DataView:
    """The files of all kinds, that of the figures first, and its columns; what the database answers; the feeds."""

    files: tuple[FilesView, ...]
    columns: tuple[Column, ...]
    questions: tuple[View, ...]
    figures: int
    records: int
    feeds: tuple[FeedView, ...]


def data_view(catalogue: Catalogue) -> DataView:
    """Return the page of open data."""
    figures = len(every_figure(catalogue))
    kinds = (FilesView(kind.plural, kind.label, kind.intro, len(catalogue.of(kind.model))) for kind in KINDS)
    winners = FilesView(
        "winners", "获奖名单", "全部名单里的获奖者，一行一个，撤销的写明撤销。", len(winner_rows(catalogue))
    )
    return DataView(
        files=(FilesView("figures", "数据", "全部记录里的数字，一行一个，各带来源。", figures), winners, *kinds),
        columns=FIGURE_COLUMNS,
        questions=VIEWS,
        figures=figures,
        records=len(catalogue.entries),
        feeds=tuple(_feeds(catalogue)),
    )


def _feeds(catalogue: Catalogue) -> Iterator[FeedView]:
    """Yield the feed of all and those of the first cities; others stand on the pages of their cities."""
    cities = [entry.record for entry in catalogue.of(Place) if is_city(entry)][:_CITIES]
    for label, place in (("全站", ""), *((city.name, city.id) for city in cities)):
        path = feed_path(place)
        yield FeedView(label, path, json_feed_path(path))
