"""Roles in teams: what those who hold them are called, and which a person holds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.names import name_of
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.role import Role
from generator.records.team import Team


def roles_held(catalogue: Catalogue, entry: Entry) -> Iterator[tuple[Entry[Team], Role]]:
    """Yield the roles of a person, each with its team, in file order."""
    for link in catalogue.citing(entry.key, Team):
        match link.at:
            case ("roles", int(at), "person"):
                yield link.origin, link.origin.record.roles[at]


def role_line(catalogue: Catalogue, role: Role) -> str:
    """Return who holds a role, with the office and the time behind: 杨志刚（队长，2011年至2018年）."""
    person = catalogue.get(Person, role.person)
    name = name_of(catalogue, person) if person else role.name or ""
    return f"{name}（{role.words}）" if role.words else name
