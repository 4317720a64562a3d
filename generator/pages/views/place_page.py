"""The page of a place: what it is, its parts, its people by name, four figures, three projects, and the rest folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_of
from generator.catalogue.names import short_name
from generator.catalogue.places import records_in
from generator.catalogue.winners import honours_inside, honours_of, latest_first
from generator.pages.lists.record_lists import RecordList, lists_of
from generator.pages.views.coverage import CoverageView, RollUpView, coverage, roll_up_view
from generator.pages.views.figures_view import FiguresView
from generator.pages.views.links import CardView, badge, cards, link_to
from generator.pages.views.record_page import RecordView, RelatedView, SectionView, record_view
from generator.pages.views.statement_views import HonourView, honour_view
from generator.pages.views.winner_names import NameView, name_views
from generator.pages.whereabouts import Whereabouts
from generator.printing.markup import first_sentence
from generator.printing.page import LinkView
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.project import Project
from generator.records.team import Team

# Names stand in whole rows of four, on the phone two.
_NAMES, _A_ROW = 8, 4
# Fewer names would stand lost on the stone.
_FEWEST_NAMES = 3
_KEY_FIGURES = 4
_PROJECTS = 3
# So few records stand by name in any case; more are folded under their kinds.
_FEW = 9
_APART = {"places", "projects"}
_VOCABULARIES = "vocabularies"
# Two lines on a phone.
_CARD_TEXT = 30


@dataclass(frozen=True, slots=True)
class PartView:
    """A place below this one, and how much it has to show."""

    link: LinkView
    words: str


@dataclass(frozen=True, slots=True)
class ShelfView:
    """The names of all records of one kind in the place, or of the first of them; ``more`` leads to the others."""

    anchor: str
    title: str
    count: int
    names: tuple[LinkView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place's page: the record as any other, and what a place alone has.

    ``honours`` are the winner lines in full and ``all_projects`` the names of all projects, where those that stand
    large are not all. ``few`` are the records of other kinds with the word for their kind, where that is so few; else
    ``shelves`` hold them.
    """

    record: RecordView
    level: str
    short: str
    parts: tuple[PartView, ...]
    names: tuple[NameView, ...]
    honours: tuple[HonourView, ...]
    honour_count: int
    key: FiguresView
    others: FiguresView
    is_of_people: bool
    projects: tuple[CardView, ...]
    all_projects: ShelfView | None
    practices: SectionView | None
    policies: SectionView | None
    few: tuple[PartView, ...]
    shelves: tuple[ShelfView, ...]
    coverage: tuple[CoverageView, ...]
    roll_ups: tuple[RollUpView, ...]

    @property
    def is_coverage_apart(self) -> bool:
        """Tell whether no shelf of vocabularies can hold who serves their terms."""
        return _VOCABULARIES not in {shelf.anchor for shelf in self.shelves}

    @property
    def has_more(self) -> bool:
        """Tell whether anything is left for the last section."""
        own = (self.all_projects, self.few, self.shelves, self.names and self.honours, self.others, self.policies)
        return any((*own, self.coverage, self.roll_ups, self.record.claims, self.record.plans))


def place_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Place]) -> PlaceView:
    """Return the page of a place, with the beginning of each of its lists."""
    lists = lists_of(catalogue, entry)
    record = record_view(catalogue, where, entry)
    place_id = entry.record.id
    honours = latest_first([*honours_of(catalogue, entry.key), *honours_inside(catalogue, place_id)])
    names = name_views(catalogue, where, honours, _NAMES)
    names = names[: max(len(names) // _A_ROW * _A_ROW, _A_ROW)] if len(names) >= _FEWEST_NAMES else ()
    key, others = record.figures.parted(_KEY_FIGURES)
    sections = {section.name: section for section in record.sections}
    shelves = tuple(_shelf(group) for group in record.related if group.anchor not in _APART)
    is_few = sum(shelf.count for shelf in shelves) <= _FEW
    shown = _projects(catalogue, lists)[:_PROJECTS]
    return PlaceView(
        record=record,
        level=entry.record.level.label,
        short=short_name(entry),
        parts=tuple(_part(catalogue, part) for part in _rows(lists, "places")),
        names=names,
        honours=tuple(
            honour_view(catalogue, where, cited)
            for name in ("honours", "local-honours")
            for cited in (_rows(lists, name) if len(honours) > len(names) else ())
        ),
        honour_count=len(honours),
        key=key,
        others=others,
        is_of_people=bool({figure.anchor for figure in key.items} & _counting_people(catalogue, entry)),
        projects=tuple(_in_few_words(own, entry) for own, entry in zip(cards(catalogue, shown), shown, strict=True)),
        all_projects=next((_shelf(group) for group in record.projects if group.count > _PROJECTS), None),
        practices=sections.get("practices"),
        policies=sections.get("policies"),
        few=tuple(PartView(name, shelf.title) for shelf in shelves for name in shelf.names) if is_few else (),
        shelves=() if is_few else shelves,
        coverage=coverage(catalogue, place_id),
        roll_ups=tuple(roll_up_view(sum_) for sum_ in _rows(lists, "sums")),
    )


def _rows(lists: Mapping[str, RecordList], name: str) -> Sequence[Any]:
    return lists[name].begun if name in lists else ()


def _part(catalogue: Catalogue, part: Entry) -> PartView:
    """Return a place below, with its projects or, without any, its teams counted."""
    counts = (
        (len(records_in(catalogue, part.record.id, Project)), "个项目"),
        (len(records_in(catalogue, part.record.id, Team)), "支队伍"),
    )
    return PartView(link_to(catalogue, part), next((f"{count} {words}" for count, words in counts if count), ""))


def _projects(catalogue: Catalogue, lists: Mapping[str, RecordList]) -> list[Entry]:
    """Return the projects that the page shows: those honoured first, then those of which figures are known."""
    found = _rows(lists, "projects")
    return sorted(found, key=lambda entry: (not badge(catalogue, entry), not figures_of(catalogue, entry)))


def _in_few_words(own: CardView, entry: Entry) -> CardView:
    return replace(own, text=first_sentence(entry.record.summary or "", _CARD_TEXT))


def _counting_people(catalogue: Catalogue, entry: Entry) -> set[str]:
    return {cited.anchor for cited in figures_of(catalogue, entry) if cited.metric.unit == "人"}


def _shelf(group: RelatedView) -> ShelfView:
    names = group.names or tuple(card.link for card in group.cards)
    return ShelfView(group.anchor, group.title, group.count, names, group.more)
