"""The page of one record, of any kind: made from its declared fields and from what links to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_of, sources_of
from generator.data.tables import for_residents
from generator.pages.act.contacts import PartView, part_of
from generator.pages.lists.limits import FEW_CARDS
from generator.pages.lists.record_lists import RecordList, lists_of, whole_list_path
from generator.pages.views.figures_view import FiguresView, figures_view
from generator.pages.views.links import CardView, FactView, card, facts, link_to, other_places, places_above
from generator.pages.views.pictures_view import PictureView, picture_views
from generator.pages.views.statement_views import (
    ClaimView,
    GoalView,
    YearView,
    claim_view,
    document_links,
    figure_view,
    goal_view,
    honour_view,
    timeline,
)
from generator.pages.whereabouts import Whereabouts
from generator.printing.markup import lead_apart, to_html
from generator.printing.page import LinkView
from generator.reading.nodes import Path
from generator.records.dates import PartialDate
from generator.records.declared import FieldShape, fields_of, held_in
from generator.records.fields import Choice, Model
from generator.records.parse import Entry

_PROJECTS = "projects"
_BRIEF = 12


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item of a section: a practice, a policy, a term."""

    anchor: str
    title: str
    meta: str
    text: Markup
    figures: FiguresView


@dataclass(frozen=True, slots=True)
class SectionView:
    """Items under one heading."""

    name: str
    title: str
    items: tuple[ItemView, ...]

    @property
    def is_short(self) -> bool:
        """Tell whether most items are titles alone, which stand closer together."""
        return sum(not item.text and not item.figures for item in self.items) * 2 > len(self.items)

    @property
    def is_brief(self) -> bool:
        """Tell whether all titles are so short that two stand side by side on a phone."""
        return all(len(item.title) <= _BRIEF for item in self.items)


@dataclass(frozen=True, slots=True)
class RelatedView:
    """The beginning of a list of records, as cards or as names: so many there are, the whole stands at ``more``."""

    anchor: str
    title: str
    cards: tuple[CardView, ...]
    names: tuple[LinkView, ...]
    count: int
    more: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """Everything that a record's page shows; ``more`` are, by name, the ways to lists that it only begins.

    ``lead`` is the whole summary; ``opening`` is its first sentence, which can stand large, and ``story`` the rest.
    """

    name: str
    kind: str
    card: CardView
    above: tuple[LinkView, ...]
    also_in: tuple[LinkView, ...]
    badge: str
    lead: Markup
    opening: Markup
    story: Markup
    facts: tuple[FactView, ...]
    figures: FiguresView
    sections: tuple[SectionView, ...]
    results: Markup
    goals: tuple[GoalView, ...]
    honours: tuple[YearView, ...]
    claims: tuple[ClaimView, ...]
    related: tuple[RelatedView, ...]
    sources: tuple[LinkView, ...]
    more: Mapping[str, LinkView]
    part: PartView | None
    pictures: tuple[PictureView, ...]

    @property
    def is_sourced(self) -> bool:
        """Tell whether the line below the figures names all sources of the page."""
        said = self.figures.said
        return said is not None and {link.text for link in self.sources} == {link.text for link in said.sources}

    @property
    def targets(self) -> tuple[GoalView, ...]:
        """Return the goals with a number, which stand beside what was reached."""
        return tuple(goal for goal in self.goals if goal.target)

    @property
    def plans(self) -> tuple[GoalView, ...]:
        """Return the goals without a number, which are words."""
        return tuple(goal for goal in self.goals if not goal.target)

    @property
    def projects(self) -> tuple[RelatedView, ...]:
        """Return the related projects, which have covers."""
        return tuple(group for group in self.related if group.anchor == _PROJECTS)

    @property
    def many(self) -> tuple[RelatedView, ...]:
        """Return the other related records that have a section of their own."""
        return tuple(group for group in self.related if group.count > FEW_CARDS and group.anchor != _PROJECTS)

    @property
    def few(self) -> tuple[RelatedView, ...]:
        """Return those of which a kind has so few that they share a section."""
        return tuple(group for group in self.related if group.count <= FEW_CARDS and group.anchor != _PROJECTS)


def record_view(catalogue: Catalogue, where: Whereabouts, entry: Entry) -> RecordView:
    """Return the page of a record, with the beginning of each of its lists."""
    record = entry.record
    lists = lists_of(catalogue, entry)
    own_card = card(catalogue, entry)
    opening, story = lead_apart(record.summary or "")

    def begun(name: str) -> tuple[Any, ...]:
        return tuple(lists[name].begun) if name in lists else ()

    return RecordView(
        name=record.name,
        kind=entry.kind.called,
        card=own_card,
        above=places_above(catalogue, entry),
        also_in=other_places(catalogue, entry),
        badge=own_card.badge,
        lead=to_html(record.summary or ""),
        opening=opening,
        story=story,
        facts=facts(catalogue, entry, where.metric),
        figures=figures_view(figure_view(catalogue, where, cited, entry) for cited in begun("figures")),
        sections=tuple(_sections(catalogue, where, entry, lists)),
        results=to_html(held_in(record, "results") or ""),
        goals=tuple(goal_view(catalogue, where, cited) for cited in begun("goals")),
        honours=timeline(honour_view(catalogue, where, cited) for cited in begun("honours")),
        claims=tuple(claim_view(catalogue, where, cited) for cited in begun("claims")),
        related=tuple(_related(catalogue, entry, lists)),
        sources=document_links(catalogue, where, sources_of(entry), entry),
        more={
            name: LinkView(f"全部 {len(own.rows)} 条", path)
            for name, own in lists.items()
            if (path := whole_list_path(entry, own))
        },
        part=part_of(catalogue, entry),
        pictures=picture_views(catalogue, entry),
    )


def _sections(
    catalogue: Catalogue, where: Whereabouts, entry: Entry, lists: Mapping[str, RecordList]
) -> Iterator[SectionView]:
    """Yield the beginnings of the lists that are groups of fields: actions, practices, policies, terms."""
    for own in lists.values():
        if own.row_type == "items":
            items = tuple(item_view(catalogue, where, entry, row) for row in own.begun)
            yield SectionView(own.name, own.title, items)


def _related(catalogue: Catalogue, entry: Entry, lists: Mapping[str, RecordList]) -> Iterator[RelatedView]:
    """Yield the beginnings of the lists of other records, in the order of the kinds."""
    for own in lists.values():
        if own.row_type in {"cards", "names"}:
            is_cards = own.row_type == "cards"
            yield RelatedView(
                anchor=own.name,
                title=own.title,
                cards=tuple(card(catalogue, other) for other in own.begun) if is_cards else (),
                names=() if is_cards else tuple(link_to(catalogue, other) for other in own.begun),
                count=len(own.rows),
                more=whole_list_path(entry, own),
            )


def item_view(catalogue: Catalogue, where: Whereabouts, entry: Entry, row: tuple[Path, Model]) -> ItemView:
    """Return one item of a section, with its path in the record."""
    at, part = row
    words = {name: held_in(part, name) for name in ("title", "name", "text", "issuer")}
    dates = [
        f"{for_residents(shape.label)}：{for_residents(held.label)}"
        for shape in _single_fields(type(part))
        if isinstance(held := getattr(part, shape.name), (PartialDate, Choice))
    ]
    own = (cited for cited in figures_of(catalogue, entry) if cited.at[: len(at)] == at)
    return ItemView(
        anchor="-".join(str(step) for step in at),
        title=words["title"] or words["name"] or "",
        meta="，".join([*([words["issuer"]] if words["issuer"] else []), *dates]),
        text=to_html(words["text"] or ""),
        figures=figures_view(figure_view(catalogue, where, cited, entry) for cited in own),
    )


@cache
def _single_fields(model: type[Model]) -> tuple[FieldShape, ...]:
    """Return the fields that hold one value, among them every date and choice."""
    return tuple(shape for shape in fields_of(model).values() if not (shape.many or shape.model or shape.reference))
