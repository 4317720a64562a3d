"""The list of the data files, for the page of open data: what each holds, how much, and the columns of figures."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import every_figure
from generator.data_files.columns import FIGURE_COLUMNS, Column
from generator.data_files.database_views import VIEWS, View
from generator.data_files.exports import winner_rows
from generator.records.kinds import KINDS


@dataclass(frozen=True, slots=True)
class FilesView:
    """What is given as CSV and as JSON under one name."""

    name: str
    label: str
    about: str
    count: int


@dataclass(frozen=True, slots=True)
class DataView:
    """The files of all kinds, that of the figures first, and its columns; the questions that the database answers."""

    files: tuple[FilesView, ...]
    columns: tuple[Column, ...]
    questions: tuple[View, ...]
    figures: int
    records: int


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
    )
