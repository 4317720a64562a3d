"""Series by whom they honour: with names, only counted, or only mentioned; what was revoked honours nobody."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue.catalogue import Catalogue, table
from generator.catalogue.editions import edition_order, edition_time, editions_of
from generator.catalogue.standing import is_in_force, is_revoked
from generator.catalogue.winners import CitedClaim, claims_of_edition
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.series import Series


def names_somebody(edition: Edition) -> bool:
    """Tell whether an edition honours somebody by name."""
    return any(not is_revoked(edition, honour) for group in edition.winners for honour in group.honours)


@table
def newest_roll(catalogue: Catalogue, series_id: str) -> Entry[Edition] | None:
    """Return the newest edition of a series that names somebody: in force, else on public notice."""
    named = [entry for entry in editions_of(catalogue, series_id) if names_somebody(entry.record)]
    return next((entry for entry in named if is_in_force(entry.record)), named[0] if named else None)


@table
def series_with_names(catalogue: Catalogue) -> Sequence[Entry[Series]]:
    """Return the series that name somebody by their newest roll, newest first; within one time the highest level."""
    by_level = sorted(catalogue.of(Series), key=lambda entry: entry.record.level.rank)
    rolls = [(roll.record, entry) for entry in by_level if (roll := newest_roll(catalogue, entry.record.id))]
    # What is in force and has a year opens the list; words of an edition order those of its own series only.
    rolls.sort(key=lambda pair: (_is_dated_in_force(pair[0]), *edition_order(pair[0])[:-2]), reverse=True)
    return tuple(entry for _, entry in rolls)


@table
def series_counted(catalogue: Catalogue) -> Sequence[Entry[Series]]:
    """Return the series of which honours are only counted, the highest level first."""
    found = (entry for entry in catalogue.of(Series) if claims_in(catalogue, entry.record.id))
    return tuple(sorted(found, key=lambda entry: entry.record.level.rank))


@table
def series_mentioned(catalogue: Catalogue) -> Sequence[Entry[Series]]:
    """Return the series of which no source names or counts anybody."""
    told = {*series_with_names(catalogue), *series_counted(catalogue)}
    return tuple(entry for entry in catalogue.of(Series) if entry not in told)


@table
def claims_in(catalogue: Catalogue, series_id: str) -> Sequence[CitedClaim]:
    """Return the counted honours of a series, newest first."""
    holding = (entry for entry in editions_of(catalogue, series_id) if not is_revoked(entry.record))
    return tuple(cited for entry in holding for cited in claims_of_edition(catalogue, entry))


@table
def rolls_of(catalogue: Catalogue, series_id: str) -> Sequence[tuple[Entry[Edition], tuple[Entry[Edition], ...]]]:
    """Return the editions of a series, newest first, each with those of its time that only count.

    So the counted stand beside the named, though two sources tell of them.
    """
    editions = editions_of(catalogue, series_id)
    named = {edition_time(entry.record): entry for entry in reversed(editions) if names_somebody(entry.record)}
    beside: dict[Entry[Edition], list[Entry[Edition]]] = {}
    for entry in editions:
        host = named.get(edition_time(entry.record))
        only_counts = bool(entry.record.unnamed) and not entry.record.winners and not is_revoked(entry.record)
        if host and only_counts:
            beside.setdefault(host, []).append(entry)
    hidden = {entry for own in beside.values() for entry in own}
    return tuple((entry, tuple(beside.get(entry, ()))) for entry in editions if entry not in hidden)


def _is_dated_in_force(edition: Edition) -> bool:
    return edition.year is not None and is_in_force(edition)
