"""Rules about persons."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.problems import Problem
from generator.records.person import Display, Person
from generator.records.shape import dotted
from generator.records.structure import public_texts


def withdrawn_person_named(catalogue: Catalogue) -> Iterator[Problem]:
    """Report each public text that still holds the name of a person who withdrew or must be masked."""
    hidden = {
        name: entry.record.id
        for entry in catalogue.of("person")
        if isinstance(entry.record, Person) and entry.record.display is not Display.FULL
        for name in (entry.record.name, *entry.record.aliases)
    }
    if not hidden:
        return
    for entry in catalogue.entries.values():
        if entry.kind.name == "person" and entry.record.name in hidden:
            continue
        for at, text in public_texts(entry.record):
            for name, record_id in hidden.items():
                if name in text:
                    details = {"name": name, "id": record_id}
                    yield Problem("withdrawn-person-named", entry.location(at), dotted(at), details)
