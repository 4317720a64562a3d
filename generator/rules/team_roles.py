"""Rules about the roles of a team: one person each, written once, and led to where there is a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.public import is_hidden
from generator.catalogue.roles import role_line
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.role import Role
from generator.records.team import Team
from generator.rules.rule import Finding, error, warning


@error(
    zh=("这一行没有写是谁", "写“姓名”，有人物记录的写“人物”和编号，例如“- 王芳，队长，2011—2018”"),
    en=("this line does not say who it is", "write a name, or the id of a person, such as '- 王芳，队长，2011—2018'"),
)
def role_without_person(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a role that nobody is named to hold.

    “负责人”一行写一个人：姓名，职务，起止时间。只有时间或职务，看不出是谁。

    ✗ content/teams/a.yml: {name: 甲队, source: doc, roles: [{role: 队长, period: 2011—2018}]}
    ✓ content/teams/a.yml: {name: 甲队, source: doc, roles: [王芳，队长，2011—2018]}
    """
    # Of a broken record, the name may be what could not be read.
    for entry, at, role in _roles(catalogue.of(Team)):
        if not (role.name or role.person):
            yield Finding(entry, at)


@error(
    zh=("这一行既写了“姓名”，又写了“人物”", "留下“人物: {id}”，删掉“姓名”：网站会写上记录里的名称"),
    en=("this line has both a name and a person", "keep 'person: {id}' and take the name out: the record has it"),
)
def role_with_two_names(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a role that has a name beside the record of its person.

    有人物记录的写编号就行，名称在记录里，隐去名字的人也就不会露出来。两个人写两行。

      content/people/fang.yml: {name: 王芳, consent: 是, source: doc}
    ✗ content/teams/a.yml: {name: 甲队, source: doc, roles: [{name: 王芳, person: fang, role: 队长}]}
    ✓ content/teams/a.yml: {name: 甲队, source: doc, roles: [{person: fang, role: 队长}]}
    """
    for entry, at, role in _every_role(catalogue):
        if role.name and role.person:
            yield Finding(entry, (*at, "name"), id=role.person)


@warning(
    zh=(
        "“{name}”有人物记录（{id}），就在这支队伍",
        "把名字改成“人物: {id}”，那一页就会列出这项职务；同名的另一个人，写“接受”和理由",
    ),
    en=("'{name}' of this team has a record ({id})", "write 'person: {id}' for the name; accept for a namesake"),
)
def role_beside_record(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a role that has the name of a person whose record says that this is their team.

    人物记录写明在这支队伍的，负责人里写编号，人物的页面才会列出职务，以后改展示方式也一起生效。

      content/people/fang.yml: {name: 王芳, team: a, consent: 是, source: doc}
    ✗ content/teams/a.yml: {name: 甲队, source: doc, roles: [王芳，队长]}
    ✓ content/teams/a.yml: {name: 甲队, source: doc, roles: [{person: fang, role: 队长}]}
    """
    members = {
        (entry.record.team, name): entry.record.id
        for entry in catalogue.of(Person)
        if entry.record.team and not is_hidden(entry.record)
        for name in (entry.record.name, *entry.record.aliases)
    }
    for entry, at, role in _every_role(catalogue) if members else ():
        own = members.get((entry.record.id, role.name or ""))
        if own and not role.person:
            yield Finding(entry, (*at, "name"), name=role.name or "", id=own)


@warning(
    zh=("“{line}”写了两遍，第 {first} 行也是", "删掉一行；另有职务或时间的，写清楚"),
    en=("'{line}' stands twice, on line {first} too", "take one out, or say what is different about it"),
)
def role_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a role that a team lists twice: the same person, office and time.

    同一个人的同一项职务只写一行。先后两次担任的，写上各自的时间。

    ✗ content/teams/a.yml: {name: 甲队, source: doc, roles: [王芳，队长, 王芳，队长]}
    ✓ content/teams/a.yml: {name: 甲队, source: doc, roles: ['王芳，队长，2011—2013', '王芳，队长，2015—2018']}
    """
    first: dict[tuple[object, ...], Path] = {}
    for entry, at, role in _every_role(catalogue):
        key = entry, role.name, role.person, role.role, role.period
        other = first.setdefault(key, at)
        if other is not at and (role.name or role.person):
            line = str(entry.location(other).line)
            yield Finding(entry, at, line=role_line(catalogue, role), first=line)


def _every_role(catalogue: Catalogue) -> Iterator[tuple[Entry[Team], Path, Role]]:
    """Yield every role, those of broken records included as far as they could be read."""
    yield from _roles(catalogue.of(Team))
    yield from _roles(catalogue.partial_of(Team))


def _roles(teams: Iterable[Entry[Team]]) -> Iterator[tuple[Entry[Team], Path, Role]]:
    for entry in teams:
        for index, role in enumerate(entry.record.roles):
            yield entry, ("roles", index), role
