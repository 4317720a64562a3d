"""Editions of a series: their order, and which one each is."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue.catalogue import Catalogue, table
from generator.records.edition import Edition
from generator.records.ordinals import ordinal
from generator.records.parse import Entry
from generator.records.series import Series

# What staff write where the text gives neither year nor number of an edition.
UNKNOWN_EDITION = "未注明"
UNDATED = "年份未注明"


def edition_time(edition: Edition) -> str:
    """Return which edition it is, in words; that neither year nor number is known is said too."""
    words = [edition.year.label if edition.year else "", edition.edition or ""]
    if is_undated(edition):
        return UNDATED
    return " ".join(word for word in words if word)


def is_undated(edition: Edition) -> bool:
    """Tell whether nobody wrote which edition it is, neither year nor number."""
    return edition.edition == UNKNOWN_EDITION and not edition.year


def series_name(series: Series, edition: Edition) -> str:
    """Return what a series was called in the year of an edition."""
    if edition.year is None:
        return series.name
    former = sorted((name for name in series.former_names), key=lambda name: name.until)
    return next((name.name for name in former if edition.year.year <= name.until.year), series.name)


def edition_order(edition: Edition) -> tuple[object, ...]:
    """Return what orders editions in time: the year, then the number; those without a year are before all others.

    The words themselves come last, so that editions that are called the same stand together.
    """
    year, words = edition.year, edition.edition or ""
    dated = (True, year.last or year.year) if year else (False, 0)
    return *dated, ordinal(words), (year.month, year.day) if year else (0, 0), words != UNKNOWN_EDITION, words


def newest_first(editions: Iterable[Entry[Edition]]) -> tuple[Entry[Edition], ...]:
    """Return editions from the newest back, those without a year last; what one time holds keeps its order."""
    return tuple(sorted(editions, key=lambda entry: edition_order(entry.record), reverse=True))


@table
def every_edition(catalogue: Catalogue) -> tuple[Entry[Edition], ...]:
    """Return the editions of all series, newest first."""
    return newest_first(catalogue.of(Edition))


@table
def editions_of(catalogue: Catalogue, series_id: str) -> tuple[Entry[Edition], ...]:
    """Return the editions of a series, newest first."""
    return newest_first(link.origin for link in catalogue.citing(("series", series_id), Edition))


@table
def edition_positions(catalogue: Catalogue, series_id: str) -> dict[str, int]:
    """Return where each edition stands among those of its series, by id."""
    return {entry.record.id: at for at, entry in enumerate(editions_of(catalogue, series_id))}
