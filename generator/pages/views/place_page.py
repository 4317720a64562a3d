"""The page of a place: its figures, its parts, what lies in it, and sums over its parts marked as derived."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.winners import honours_inside, honours_of
from generator.pages.lists.record_lists import lists_of
from generator.pages.views.coverage import CoverageView, MatrixView, RollUpView, coverage, honour_matrix, roll_up_view
from generator.pages.views.record_page import RecordView, RelatedView, record_view
from generator.pages.views.statement_views import HonourView, honour_view
from generator.pages.whereabouts import Whereabouts
from generator.records.parse import Entry
from generator.records.place import Place


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place's page: the record as any other, and what a place alone has."""

    record: RecordView
    level: str
    honours: tuple[HonourView, ...]
    matrix: MatrixView
    coverage: tuple[CoverageView, ...]
    roll_ups: tuple[RollUpView, ...]
    inside: tuple[RelatedView, ...]


def place_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Place]) -> PlaceView:
    """Return the page of a place, with the beginning of each of its lists."""
    lists = lists_of(catalogue, entry)
    inside = honours_inside(catalogue, entry.record.id)
    record = record_view(catalogue, where, entry)
    return PlaceView(
        record=record,
        level=entry.record.level.label,
        honours=tuple(
            honour_view(catalogue, where, cited)
            for cited in (lists["local-honours"].begun if "local-honours" in lists else ())
        ),
        matrix=honour_matrix(
            catalogue, (cited for cited in (*honours_of(catalogue, entry.key), *inside) if cited.is_in_force)
        ),
        coverage=coverage(catalogue, entry.record.id),
        roll_ups=tuple(roll_up_view(sum_) for sum_ in (lists["sums"].begun if "sums" in lists else ())),
        inside=record.related,
    )
