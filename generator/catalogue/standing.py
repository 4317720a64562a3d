"""Standing: whether an honour holds, is on public notice, or was revoked. Rules, pages and data ask this alone.

A revoked honour honours nobody: it stands on the page of its own edition, struck through, and nowhere else. One on
public notice is shown with the last day of the notice beside it, and is neither counted nor worn as a badge.
"""

from __future__ import annotations

from generator.records.edition import Edition, EditionStatus, Honour, Revocation

_REVOKED = "已撤销"
_NOTICE = "公示中"


def revocation_of(edition: Edition, honour: Honour | None = None) -> Revocation | None:
    """Return what is said of the revocation of an edition, or of one of its lines; None where it was not revoked."""
    if edition.revoked or edition.status is EditionStatus.REVOKED:
        return edition.revoked or Revocation()
    return honour.revoked if honour else None


def is_revoked(edition: Edition, honour: Honour | None = None) -> bool:
    """Return whether an edition, or one of its lines, was revoked."""
    return revocation_of(edition, honour) is not None


def is_in_force(edition: Edition, honour: Honour | None = None) -> bool:
    """Return whether an honour counts: it was not revoked, and is not on public notice."""
    return edition.status is not EditionStatus.NOTICE and not is_revoked(edition, honour)


def standing_mark(edition: Edition) -> str:
    """Return the standing of an edition in one word, for its name; nothing where it is in force."""
    return "" if is_in_force(edition) else _REVOKED if is_revoked(edition) else _NOTICE


def standing_words(edition: Edition, honour: Honour | None = None) -> str:
    """Return what must be said beside an honour wherever it stands; nothing where it is in force."""
    if is_revoked(edition, honour):
        return _REVOKED
    last = edition.notice_to if edition.status is EditionStatus.NOTICE else None
    return f"公示至{last.label}" if last else standing_mark(edition)


def revocation_words(edition: Edition, honour: Honour | None = None) -> str:
    """Return who revoked an honour and when, as far as is known: 2025年3月由某市文明办撤销."""
    said = revocation_of(edition, honour)
    if said is None or not (said.date or said.by):
        return _REVOKED if said else ""
    return f"{said.date.label if said.date else ''}{f'由{said.by}' if said.by else ''}撤销"
