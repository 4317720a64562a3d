"""The page of one record, of any kind: made from its declared fields and from what links to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import claims_of, figures_of, goals_of, honours_of, statements
from generator.pages.prose import to_html
from generator.pages.views.links import CardView, best_level, card, link_to, places_above
from generator.pages.views.page import LinkView
from generator.pages.views.said import document_links
from generator.pages.views.statements import (
    ClaimView,
    FigureView,
    GoalView,
    HonourView,
    claim_view,
    figure_view,
    goal_view,
    honour_view,
)
from generator.pages.views.timeline import YearView, timeline
from generator.pages.views.tree import TreeView, tree_of
from generator.pages.views.whole import Fit, Listing, RelatedView, begin, first_fitting, lead_on
from generator.records.dates import PartialDate, Period
from generator.records.fields import Choice, Model
from generator.records.kinds import BY_NAME
from generator.records.parse import Entry
from generator.records.parts import Policy, Practice
from generator.records.project import LibraryEntry
from generator.records.record import Subject
from generator.records.structure import FieldShape, fields_of
from generator.records.vocabulary import Term

# Two related records of a kind need no heading of their own.
FEW = 2
# Shown in places of their own on the page, so they are not facts.
_NOT_FACTS = {"place", "id", "name", "summary", "source", "where", "short", "results", "stated", "complete", "hotline"}
# Words for "we do not know" tell a reader nothing.
_UNSTATED = {"unstated", "other", "not-given"}


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact of a record: a label and its values."""

    label: str
    values: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item of a section: a practice, a policy, a term."""

    anchor: str
    title: str
    meta: str
    text: Markup
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """Items under one heading."""

    name: str
    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """Everything that a record's page shows; ``more`` are, by name, the ways to lists that it only begins."""

    name: str
    kind: str
    card: CardView
    above: tuple[LinkView, ...]
    badge: str
    lead: Markup
    facts: tuple[FactView, ...]
    figures: tuple[FigureView, ...]
    sections: tuple[SectionView, ...]
    results: Markup
    goals: tuple[GoalView, ...]
    honours: tuple[YearView, ...]
    claims: tuple[ClaimView, ...]
    tree: TreeView | None
    related: tuple[RelatedView, ...]
    sources: tuple[LinkView, ...]
    more: Mapping[str, LinkView]

    @property
    def has_few(self) -> bool:
        """Tell whether a kind has so few related records that they share a section with others."""
        return any(group.count <= FEW for group in self.related)


def record_view(catalogue: Catalogue, entry: Entry) -> RecordView:
    """Return the page of a record, with as much of its lists as has room there."""
    whole = whole_view(catalogue, entry)
    listings = tuple(related(catalogue, entry))
    return first_fitting(lambda fit: replace(fitted(entry, whole, fit), related=begin(catalogue, entry, listings, fit)))


def fitted(entry: Entry, whole: RecordView, fit: Fit) -> RecordView:
    """Return a record's page with as much of its own lists as a fit allows."""
    lines = honour_lines(whole)
    lengths = (
        ("figures", len(whole.figures), fit.figures),
        ("goals", len(whole.goals), fit.goals),
        ("honours", len(lines), fit.lines),
        ("claims", len(whole.claims), fit.lines),
        *((section.name, len(section.items), fit.items) for section in whole.sections),
    )
    return replace(
        whole,
        figures=whole.figures[: fit.figures],
        goals=whole.goals[: fit.goals],
        honours=timeline(lines[: fit.lines]),
        claims=whole.claims[: fit.lines],
        sections=tuple(replace(section, items=section.items[: fit.items]) for section in whole.sections),
        more=lead_on(entry, lengths),
    )


def whole_view(catalogue: Catalogue, entry: Entry) -> RecordView:
    """Return all that is to be shown of a record, but for the records that belong to it."""
    record, kind = entry.record, entry.kind.name
    all_figures = [(cited, figure_view(catalogue, cited)) for cited in figures_of(catalogue, entry)]
    results = getattr(record, "results", None)
    return RecordView(
        name=record.name,
        kind=entry.kind.label,
        card=card(catalogue, entry),
        above=places_above(catalogue, entry),
        badge=best_level(catalogue, entry),
        lead=to_html(record.summary or ""),
        facts=facts(catalogue, entry),
        figures=tuple(view for cited, view in all_figures if cited.at[0] == "figures"),
        sections=sections(entry, {cited.at: view for cited, view in all_figures}),
        results=to_html(results or ""),
        goals=tuple(goal_view(catalogue, cited) for cited in goals_of(catalogue, entry)),
        honours=timeline(honour_view(catalogue, cited) for cited in honours_of(catalogue, kind, record.id)),
        claims=tuple(claim_view(catalogue, cited) for cited in claims_of(catalogue, kind, record.id)),
        tree=tree_of(catalogue, entry) if kind == "team" else None,
        related=(),
        sources=document_links(catalogue, sources_of(entry), f"{kind}-{record.id}"),
        more={},
    )


def honour_lines(view: RecordView) -> tuple[HonourView, ...]:
    """Return the honours of a record, in the order of its time line."""
    return tuple(line for year in view.honours for line in year.honours)


def sources_of(entry: Entry) -> tuple[str, ...]:
    """Return the ids of every document that a record or a part of it names, in order, each once."""
    return tuple(dict.fromkeys(document for _, _, documents in statements(entry) for document in documents))


def facts(catalogue: Catalogue, entry: Entry) -> tuple[FactView, ...]:
    """Return the plain fields of a record as label and values."""
    found = []
    for shape in fields_of(type(entry.record)).values():
        if shape.name in _NOT_FACTS or shape.model or not shape.public:
            continue
        held = getattr(entry.record, shape.name)
        values = held if shape.many else () if held is None else (held,)
        links = tuple(link for value in values if (link := _value(catalogue, shape, value)) is not None)
        if links:
            found.append(FactView(shape.label, links))
    return tuple(found)


def sections(entry: Entry, figures: dict[tuple[str | int, ...], FigureView]) -> tuple[SectionView, ...]:
    """Return the lists of a record that are groups of fields: actions, practices, policies, terms."""
    found = []
    shapes = fields_of(type(entry.record)).values()
    # What a kind declares itself says more about it than what all kinds share.
    shared = fields_of(Subject)
    for shape in sorted(shapes, key=lambda shape: shape.name in shared):
        if shape.model in {Practice, Policy, Term, LibraryEntry}:
            parts = getattr(entry.record, shape.name)
            items = tuple(_item(part, (shape.name, index), figures) for index, part in enumerate(parts))
            if items:
                found.append(SectionView(shape.name, shape.label, items))
    return tuple(found)


def related(catalogue: Catalogue, entry: Entry) -> Iterator[Listing]:
    """Yield the records that name this one, by kind, in the order of the kinds."""
    for kind in BY_NAME.values():
        if kind.name in {"edition", "metric", "document", "series"}:
            continue
        origins = [
            link.origin
            for link in catalogue.citing(entry.kind.name, entry.record.id, kind.name)
            if link.at[0] not in {"source", "figures", "goals"}
        ]
        title = f"下级{kind.label}" if kind.name == entry.kind.name else kind.label
        yield Listing(kind.plural, title, origins)


def _value(catalogue: Catalogue, shape: FieldShape, value: object) -> LinkView | None:
    if shape.reference:
        target = catalogue.resolve(shape.reference, str(value))
        return link_to(catalogue, target) if target else None
    if isinstance(value, Choice):
        return None if value.value in _UNSTATED else LinkView(value.label)
    if isinstance(value, PartialDate | Period):
        return LinkView(value.label)
    if isinstance(value, bool):
        return LinkView("是" if value else "否")
    return LinkView(str(value))


def _item(part: Model, at: tuple[str | int, ...], figures: dict[tuple[str | int, ...], FigureView]) -> ItemView:
    own = tuple(view for path, view in figures.items() if path[: len(at)] == at)
    words = {name: getattr(part, name, None) for name in ("title", "name", "text", "issuer")}
    dates = [
        f"{shape.label}：{held.label}"
        for shape in fields_of(type(part)).values()
        if isinstance(held := getattr(part, shape.name), PartialDate | Choice)
    ]
    return ItemView(
        anchor="-".join(str(step) for step in at),
        title=words["title"] or words["name"] or "",
        meta="，".join([*([words["issuer"]] if words["issuer"] else []), *dates]),
        text=to_html(words["text"] or ""),
        figures=own,
    )
