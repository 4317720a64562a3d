"""What is said of an edition beside its names: when, how it stands, of what rank, who gave it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.editions import edition_time, is_undated
from generator.catalogue.names import title_and_aside
from generator.catalogue.standing import is_revoked, standing_words
from generator.pages.honours.roll_view import FEW, RollView
from generator.records.edition import Edition, EditionStatus
from generator.records.level import Level
from generator.records.parse import Entry
from generator.records.series import Series

NO_YEAR = "来源没有写是哪一年"


@dataclass(frozen=True, slots=True)
class EditionHead:
    """What stands above a roll: when, how it stands, what it is called, and what else is known of it in few words.

    ``state`` names the standing for the style sheet, ``standing`` says it; ``rank`` is known of the whole series too.
    """

    time: str
    state: str
    standing: str
    title: str
    rank: tuple[str, ...]
    facts: tuple[str, ...]


def edition_head(catalogue: Catalogue, entry: Entry[Edition], roll: RollView) -> EditionHead:
    """Return what stands above a roll."""
    edition = entry.record
    series = catalogue.record(Series, edition.series)
    status = "" if edition.status is EditionStatus.UNSTATED else edition.status.label
    state = EditionStatus.REVOKED if is_revoked(edition) else edition.status
    return EditionHead(
        time=time_words(edition),
        state=state.value,
        standing=standing_words(edition) or status,
        title=title_and_aside(entry, series)[0],
        rank=rank_words(edition, series),
        facts=tuple(filter(None, _facts(entry, series, roll))),
    )


def rank_words(edition: Edition, series: Series) -> tuple[str, ...]:
    """Return of what level an edition is and who gave it, as far as is known."""
    issuer = "、".join(edition.issuer or series.issuer)
    return tuple(word for word in (level_words(series.level), f"授予单位：{issuer}" if issuer else "") if word)


def _facts(entry: Entry[Edition], series: Series, roll: RollView) -> Iterator[str]:
    edition = entry.record
    yield title_and_aside(entry, series)[1]
    if roll.count > FEW:
        yield f"原有 {roll.counted}" if roll.revocation else roll.counted
        yield roll.order
    yield edition.document_no or ""
    yield NO_YEAR if is_undated(edition) else ""


def time_words(edition: Edition) -> str:
    """Return when an edition was, and which one it is; nothing where nobody wrote it."""
    return "" if is_undated(edition) else edition_time(edition).replace(" ", " · ")


def level_words(level: Level) -> str:
    """Return a level in words; nothing where none is known."""
    return "" if level is Level.OTHER else level.label
