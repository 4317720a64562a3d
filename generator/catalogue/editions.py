"""Editions of a series: their order, and which one each is."""

from __future__ import annotations

from generator.catalogue.catalogue import Catalogue, table
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.series import Series

# What staff write where the text gives neither year nor number of an edition.
UNKNOWN_EDITION = "未注明"
UNDATED = "年份未注明"


def edition_time(edition: Edition) -> str:
    """Return which edition it is, in words; that neither year nor number is known is said too."""
    words = [edition.year.label if edition.year else "", edition.edition or ""]
    if edition.edition == UNKNOWN_EDITION and not edition.year:
        return UNDATED
    return " ".join(word for word in words if word)


def series_name(series: Series, edition: Edition) -> str:
    """Return what a series was called in the year of an edition."""
    if edition.year is None:
        return series.name
    former = sorted((name for name in series.former_names), key=lambda name: name.until)
    return next((name.name for name in former if edition.year.year <= name.until.year), series.name)


@table
def editions_of(catalogue: Catalogue, series_id: str) -> tuple[Entry[Edition], ...]:
    """Return the editions of a series, latest first, those without a year last."""
    entries = [link.origin for link in catalogue.citing(("series", series_id), Edition)]
    return tuple(sorted(entries, key=lambda entry: str(entry.record.year or ""), reverse=True))


@table
def edition_positions(catalogue: Catalogue, series_id: str) -> dict[str, int]:
    """Return where each edition stands among those of its series, by id."""
    return {entry.record.id: at for at, entry in enumerate(editions_of(catalogue, series_id))}
