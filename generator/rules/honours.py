"""Rules about honours."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import claims_in, honours_in
from generator.problems import Problem
from generator.records.honour import Edition, Honour
from generator.records.shape import dotted
from generator.records.structure import fields_of

RECIPIENTS = tuple(shape.name for shape in fields_of(Honour).values() if shape.reference and not shape.many)


def honour_without_edition(catalogue: Catalogue) -> Iterator[Problem]:
    """Report each edition that says neither its year nor which edition it is."""
    for entry in catalogue.of("edition"):
        edition = entry.record
        if isinstance(edition, Edition) and edition.year is None and edition.edition is None:
            yield Problem("honour-without-edition", entry.location(), "year")


def honour_without_source(catalogue: Catalogue) -> Iterator[Problem]:
    """Report each winner line and each unnamed honour that has no source."""
    for entry in catalogue.of("edition"):
        for cited in (*honours_in(entry), *claims_in(entry)):
            if not cited.documents:
                yield Problem("honour-without-source", entry.location(cited.at), dotted(cited.at))


def honour_without_recipient(catalogue: Catalogue) -> Iterator[Problem]:
    """Report each winner line that names nobody, or more than one."""
    for entry in catalogue.of("edition"):
        for cited in honours_in(entry):
            named = [name for name in ("name", *RECIPIENTS) if getattr(cited.honour, name) is not None]
            if len(named) != 1:
                details = {"found": "、".join(named)}
                code = "honour-without-recipient" if not named else "honour-with-two-recipients"
                yield Problem(code, entry.location(cited.at), dotted(cited.at), details)
