"""The page of a person: the name cut in stone, then what is known, and who stands beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.companions import companions_of
from generator.catalogue.editions import edition_time
from generator.catalogue.names import where_is
from generator.catalogue.places import places_of
from generator.catalogue.public import is_hidden
from generator.catalogue.roles import roles_held
from generator.catalogue.standing import standing_words
from generator.catalogue.winners import CitedHonour, honours_of, latest_first, level_of, winner_of
from generator.pages.lists.record_lists import lists_of
from generator.pages.views.links import FactView, link_to
from generator.pages.views.record_page import RecordView, record_view
from generator.pages.views.statement_views import HonourView, document_links, of_one_document
from generator.pages.whereabouts import Whereabouts
from generator.printing.markup import to_html, to_plain
from generator.printing.page import LinkView
from generator.printing.urls import record_path
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.place import Place
from generator.records.team import Team

# A summary of so many characters can be set large, as a sentence to remember.
_SAYING = 48
# Names in one upright line: of so many characters at most, the largest first.
_UPRIGHT = (4, 6, 9)
_HAN = re.compile(r"[\u3400-\u9fff]")
# Names of other peoples may break behind the dot between their parts.
_AFTER_DOT = re.compile(r"(?<=[·•・])")
_QUOTED = re.compile(r"[“「](?P<inner>[^“”「」]*)[”」]", re.DOTALL)
_SHOWN_APART = {"身份", "所在队伍"}
_SAYINGS = "sayings"


@dataclass(frozen=True, slots=True)
class SlabView:
    """The stone: the highest honour above the name, and below it who and where.

    ``name`` is in the parts between which it may break, ``setting`` is how it is cut.
    """

    honour: str
    standing: str
    name: tuple[str, ...]
    setting: str
    role: str
    place: LinkView


@dataclass(frozen=True, slots=True)
class SayingView:
    """What the person said, and where that was printed."""

    anchor: str
    text: Markup
    sources: tuple[LinkView, ...]
    where: str


@dataclass(frozen=True, slots=True)
class TeamRoleView:
    """A team that the person is of, and as what."""

    team: LinkView
    words: str


@dataclass(frozen=True, slots=True)
class CompanionsView:
    """The names beside the person's; ``roll`` is the list that they stand on, if any, with its ``standing``."""

    names: tuple[LinkView, ...]
    roll: LinkView | None
    standing: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person's page: the record as any other, and what a person alone has.

    ``sentence`` is a summary that is short enough to be set large. ``is_said_once`` tells that all was printed in one
    document, which is then named once. ``is_honoured`` tells that an honour is in force, ``is_untold`` that nothing is
    recorded of what the person does.
    """

    record: RecordView
    slab: SlabView
    sentence: str
    sayings: tuple[SayingView, ...]
    honours: tuple[HonourView, ...]
    teams: tuple[TeamRoleView, ...]
    facts: tuple[FactView, ...]
    companions: CompanionsView | None
    sources: tuple[LinkView, ...]
    is_said_once: bool
    is_honoured: bool
    is_untold: bool

    @property
    def is_bare(self) -> bool:
        """Tell whether the name stands alone, so that one column is enough."""
        return not (self.record.lead or self.sayings or self.honours or self.teams or self.companions)


def person_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Person]) -> PersonView:
    """Return the page of a person."""
    person, record = entry.record, record_view(catalogue, where, entry)
    honours = tuple(honour for year in record.honours for honour in year.honours)
    sayings = _sayings(catalogue, where, entry)
    summary = to_plain(person.summary or "", _SAYING + 1)
    cited = (*(line.sources for line in honours), *(saying.sources for saying in sayings))
    return PersonView(
        record=replace(
            record,
            sections=tuple(section for section in record.sections if section.name != _SAYINGS),
            sources=(),
        ),
        slab=_slab(catalogue, entry),
        sentence=summary if len(summary) <= _SAYING else "",
        sayings=sayings,
        honours=honours,
        teams=_teams(catalogue, entry),
        facts=tuple(fact for fact in record.facts if fact.label not in _SHOWN_APART),
        companions=_companions(catalogue, where, entry),
        sources=record.sources,
        is_said_once=of_one_document(record.sources, *cited),
        is_honoured=any(not honour.standing for honour in honours),
        is_untold=not (person.practices or person.figures or sayings or record.figures or is_hidden(person)),
    )


def _slab(catalogue: Catalogue, entry: Entry[Person]) -> SlabView:
    """Return the stone, with the highest honour in force or, without one, the latest on public notice."""
    person = entry.record
    honours = latest_first(honours_of(catalogue, entry.key))
    ordered = sorted(honours, key=lambda cited: (not cited.is_in_force, level_of(catalogue, cited.edition).rank))
    best = next(iter(ordered), None)
    return SlabView(
        honour=best.category if best else "",
        standing=best.standing if best else "",
        name=tuple(part for part in _AFTER_DOT.split(person.name) if part),
        setting=name_setting(person.name),
        role=person.role or "",
        place=_place(catalogue, entry),
    )


def name_setting(name: str) -> str:
    """Return how a name is cut: upright in one line of at most so many characters, in columns, or across."""
    if not _HAN.search(name):
        return "across"
    length = len(name)
    return next((f"upright-{most}" for most in _UPRIGHT if length <= most), "columns")


def _place(catalogue: Catalogue, entry: Entry[Person]) -> LinkView:
    main = catalogue.get(Place, next(iter(places_of(entry)), None))
    return LinkView(where_is(catalogue, entry), link_to(catalogue, main).path if main else "")


def _sayings(catalogue: Catalogue, where: Whereabouts, entry: Entry[Person]) -> tuple[SayingView, ...]:
    """Return what the person said, without the quotation marks around it, which the page prints."""
    own = lists_of(catalogue, entry).get(_SAYINGS)
    found = []
    for at, saying in own.begun if own else ():
        quoted = _QUOTED.fullmatch(saying.text.strip())
        sources = document_links(catalogue, where, saying.source or entry.record.source, entry, at)
        text = to_html(quoted["inner"] if quoted else saying.text)
        found.append(SayingView("-".join(map(str, at)), text, sources, saying.where or ""))
    return tuple(found)


def _teams(catalogue: Catalogue, entry: Entry[Person]) -> tuple[TeamRoleView, ...]:
    """Return the teams of a person, each once: those in which a role is held, and that of the record."""
    words: dict[str, list[str]] = {}
    for team, role in roles_held(catalogue, entry):
        words.setdefault(team.record.id, []).append(role.words)
    if entry.record.team:
        words.setdefault(entry.record.team, [])
    teams = ((catalogue.get(Team, team), held) for team, held in words.items())
    return tuple(TeamRoleView(link_to(catalogue, team), "；".join(filter(None, held))) for team, held in teams if team)


def _companions(catalogue: Catalogue, where: Whereabouts, entry: Entry[Person]) -> CompanionsView | None:
    """Return the names beside the person's, each with its page or its line of the roll."""
    found = companions_of(catalogue, entry)
    if found.lines:
        edition = found.lines[0]
        roll = LinkView(edition_time(edition.edition), record_path("edition", edition.edition.id))
        names = tuple(_name_on_roll(catalogue, where, cited) for cited in found.lines)
        return CompanionsView(names, roll, standing_words(edition.edition))
    names = tuple(link_to(catalogue, other) for other in found.persons)
    return CompanionsView(names, None, "") if names else None


def _name_on_roll(catalogue: Catalogue, where: Whereabouts, cited: CitedHonour) -> LinkView:
    winner = winner_of(catalogue, cited.honour)
    if winner is not None:
        return link_to(catalogue, winner)
    return LinkView(cited.honour.name or "", where.winner(cited.entry, cited.anchor))
