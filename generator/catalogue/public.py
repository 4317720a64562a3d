"""The catalogue that the public may see: persons who withdrew are gone, those to be masked are masked.

Pages, data and feeds are all made from this one, so nothing behind it can leak a name.
"""

from __future__ import annotations

from dataclasses import replace

from generator.catalogue.catalogue import Catalogue, build_catalogue, derived
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.person import Display, Person
from generator.records.picture import Picture
from generator.records.team import Team


def public_catalogue(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue without persons who withdrew, and with masked names masked; itself if nobody is hidden."""
    # A catalogue that remembered itself would never be freed by itself, and a preview makes one after each save.
    has_hidden = any(is_hidden(entry.record) for entry in catalogue.of(Person))
    return _without_hidden(catalogue) if has_hidden else catalogue


@derived
def _without_hidden(catalogue: Catalogue) -> Catalogue:
    hidden = [entry.record for entry in catalogue.of(Person) if is_hidden(entry.record)]
    withdrawn = {person.id for person in hidden if person.display is Display.WITHDRAWN}
    unseen = {person.id for person in hidden if hides_face(person)}
    entries = (
        _public(entry, withdrawn, unseen)
        for (kind, record_id), entry in catalogue.entries.items()
        if kind != "person" or record_id not in withdrawn
    )
    return build_catalogue(entries, pictures=catalogue.pictures)


def is_hidden(person: Person) -> bool:
    """Return whether a person is not shown by name."""
    return person.display is not Display.FULL or bool(person.minor)


def hides_face(person: Person) -> bool:
    """Return whether no picture may show a person; that of a child may where the guardian agreed."""
    return person.display is not Display.FULL or (bool(person.minor) and not person.guardian_consent)


def masked_name(name: str) -> str:
    """Keep the first character of a name: 王某某 for 王小明."""
    return name[0] + "某" * max(1, len(name) - 1)


def _public(entry: Entry, withdrawn: set[str], hidden: set[str]) -> Entry:
    return _without_names(_without_pictures(entry, hidden), withdrawn)


def _without_pictures(entry: Entry, hidden: set[str]) -> Entry:
    """Take out the pictures in which somebody hidden is named, and all of such a person's own."""
    held: tuple[Picture, ...] = getattr(entry.record, "pictures", ())
    is_own = isinstance(entry.record, Person) and entry.record.id in hidden
    shown = () if is_own else tuple(one for one in held if hidden.isdisjoint(one.people))
    return _as(entry, {"pictures": shown}, f"with {len(shown)} pictures") if len(shown) < len(held) else entry


def _without_names(entry: Entry, withdrawn: set[str]) -> Entry:
    record = entry.record
    # A former id may be the name in pinyin, which a new one was to hide.
    if isinstance(record, Person) and (record.display is Display.MASKED or record.minor):
        return _as(entry, {"name": masked_name(record.name), "aliases": (), "formerly": ()}, "masked")
    if isinstance(record, Edition) and withdrawn:
        winners = tuple(
            group.model_copy(update={"honours": tuple(line for line in group.honours if line.person not in withdrawn)})
            for group in record.winners
        )
        return _as(entry, {"winners": winners}, f"without {sorted(withdrawn)}")
    if isinstance(record, Team) and withdrawn:
        roles = tuple(role for role in record.roles if role.person not in withdrawn)
        return _as(entry, {"roles": roles}, f"without {sorted(withdrawn)}")
    return entry


def _as(entry: Entry, fields: dict[str, object], how: str) -> Entry:
    """Return an entry with other values, and so with another digest."""
    return replace(entry, held=entry.record.model_copy(update=fields), digest=f"{entry.digest} {how}")
