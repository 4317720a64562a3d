"""The page of a team: who they are, what they did, who is in it, and where it stands among other teams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.catalogue.catalogue import Catalogue
from generator.pages.lists.record_lists import lists_of
from generator.pages.views.links import FactView, link_to
from generator.pages.views.record_page import RecordView, record_view
from generator.pages.views.statement_views import HonourView, of_one_document
from generator.pages.views.tree import TreeView, tree_of
from generator.pages.whereabouts import Whereabouts
from generator.printing.page import LinkView
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.team import Team, TeamType

# Said in places of their own: in the line above the name, beside the tree, in the tree.
_SHOWN_APART = {"类型", "成立", "下属小队"}
_ABOVE = {"上级队伍", "主办单位"}
# A team and the one above it.
_PAIR = 2
_PEOPLE, _TEAMS = "people", "teams"


@dataclass(frozen=True, slots=True)
class MemberView:
    """One of the people in a team, and as what."""

    person: LinkView
    words: str


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team's page: the record as any other, and what a team alone has.

    Its related records are those that no other part shows. ``is_said_once`` tells that all was printed in one document.
    """

    record: RecordView
    sources: tuple[LinkView, ...]
    what: tuple[str, ...]
    facts: tuple[FactView, ...]
    honours: tuple[HonourView, ...]
    is_said_once: bool
    members: tuple[MemberView, ...]
    all_members: LinkView | None
    tree: TreeView | None
    units: tuple[str, ...]

    @property
    def is_untold(self) -> bool:
        """Tell whether nothing is recorded of what the team does."""
        return not (self.record.sections or self.record.figures or self.record.related)


def team_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Team]) -> TeamView:
    """Return the page of a team."""
    team, record = entry.record, record_view(catalogue, where, entry)
    tree = _tree(catalogue, entry)
    apart = {_PEOPLE, *((_TEAMS,) if tree and not _is_cut(tree) else ())}
    shown = _SHOWN_APART | (_ABOVE if tree else set())
    related = tuple(group for group in record.related if group.anchor not in apart)
    honours = tuple(honour for year in record.honours for honour in year.honours)
    return TeamView(
        record=replace(record, sources=(), related=related),
        sources=record.sources,
        what=tuple(_what(team)),
        facts=tuple(fact for fact in record.facts if fact.label not in shown),
        honours=honours,
        is_said_once=of_one_document(record.sources, *(honour.sources for honour in honours)),
        members=tuple(_members(catalogue, entry)),
        all_members=record.more.get(_PEOPLE),
        tree=tree,
        units=team.units,
    )


def _what(team: Team) -> Iterator[str]:
    """Yield what sort of team it is, and since when."""
    if team.type is not TeamType.OTHER:
        yield team.type.label
    if team.founded:
        yield f"{team.founded.label}成立"


def _tree(catalogue: Catalogue, entry: Entry[Team]) -> TreeView | None:
    """Return the tree of a team, unless it shows no more than what is above: that is a fact."""
    tree = tree_of(catalogue, entry)
    return tree if tree and (tree.here or tree.size > _PAIR) else None


def _is_cut(tree: TreeView) -> bool:
    """Return whether a tree leaves teams out."""
    return tree.more > 0 or any(map(_is_cut, tree.branches))


def _members(catalogue: Catalogue, entry: Entry[Team]) -> Iterator[MemberView]:
    """Yield those who hold a role in a team, then those whose records name it, each once."""
    led: set[str] = set()
    for role in entry.record.roles:
        person = catalogue.get(Person, role.person)
        led.add(person.record.id if person else "")
        yield MemberView(link_to(catalogue, person) if person else LinkView(role.name or ""), role.words)
    own = lists_of(catalogue, entry).get(_PEOPLE)
    for member in own.begun if own else ():
        if member.record.id not in led:
            yield MemberView(link_to(catalogue, member), member.record.role or "")
