"""What is new, by the dates that the records give; no clock is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, table
from generator.catalogue.standing import is_in_force
from generator.records.activity import Activity
from generator.records.dates import PartialDate
from generator.records.document import Document
from generator.records.edition import Edition
from generator.records.parse import Entry


@dataclass(frozen=True, slots=True)
class News:
    """A record with the day, month or year that makes it new."""

    date: PartialDate
    entry: Entry


@table
def news(catalogue: Catalogue) -> Sequence[News]:
    """Return honours, activities and sources that have a date, the newest first, honours before others of a day."""
    return tuple(sorted(_dated(catalogue), key=lambda item: str(item.date), reverse=True))


@table
def newest_year(catalogue: Catalogue) -> int:
    """Return the latest year in the dates of honours, activities and sources; 0 where none is known."""
    return max((item.date.year for item in news(catalogue)), default=0)


def _dated(catalogue: Catalogue) -> Iterator[News]:
    for edition in catalogue.of(Edition):
        date = edition.record.issued or edition.record.year
        if date and is_in_force(edition.record):
            yield News(date, edition)
    for activity in catalogue.of(Activity):
        if activity.record.date:
            yield News(activity.record.date, activity)
    for document in catalogue.of(Document):
        if document.record.date:
            yield News(document.record.date, document)
