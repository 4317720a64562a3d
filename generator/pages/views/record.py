"""The page of one record, of any kind: made from its declared fields and from what links to it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import claims_of, figures_of, goals_of, honours_of, statements
from generator.pages.prose import to_html
from generator.pages.views.links import CardView, best_level, card, cards, document_links, link_to
from generator.pages.views.page import LinkView
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
from generator.records.dates import PartialDate, Period
from generator.records.fields import Choice, Model
from generator.records.kinds import BY_NAME
from generator.records.parse import Entry
from generator.records.parts import Policy, Practice
from generator.records.project import LibraryEntry
from generator.records.record import Subject
from generator.records.structure import FieldShape, fields_of
from generator.records.vocabulary import Term

# Shown in places of their own on the page, so they are not facts.
_NOT_FACTS = {"id", "name", "summary", "source", "where", "short", "results", "stated", "complete", "hotline"}
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

    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Records that belong to this one, under one heading, with an anchor to jump to."""

    anchor: str
    title: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """Everything that a record's page shows, in the order it is shown."""

    name: str
    kind: str
    card: CardView
    badge: str
    lead: Markup
    facts: tuple[FactView, ...]
    figures: tuple[FigureView, ...]
    sections: tuple[SectionView, ...]
    results: Markup
    goals: tuple[GoalView, ...]
    honours: tuple[HonourView, ...]
    claims: tuple[ClaimView, ...]
    related: tuple[RelatedView, ...]
    sources: tuple[LinkView, ...]


def record_view(catalogue: Catalogue, entry: Entry) -> RecordView:
    """Return the page of a record."""
    record, kind = entry.record, entry.kind.name
    all_figures = [(cited, figure_view(catalogue, cited)) for cited in figures_of(catalogue, entry)]
    results = getattr(record, "results", None)
    return RecordView(
        name=record.name,
        kind=entry.kind.label,
        card=card(catalogue, entry),
        badge=best_level(catalogue, entry),
        lead=to_html(record.summary or ""),
        facts=facts(catalogue, entry),
        figures=tuple(view for cited, view in all_figures if cited.at[0] == "figures"),
        sections=sections(entry, {cited.at: view for cited, view in all_figures}),
        results=to_html(results or ""),
        goals=tuple(goal_view(catalogue, cited) for cited in goals_of(catalogue, entry)),
        honours=tuple(honour_view(catalogue, cited) for cited in honours_of(catalogue, kind, record.id)),
        claims=tuple(claim_view(catalogue, cited) for cited in claims_of(catalogue, kind, record.id)),
        related=related(catalogue, entry),
        sources=document_links(catalogue, sources_of(entry), f"{kind}-{record.id}"),
    )


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
                found.append(SectionView(shape.label, items))
    return tuple(found)


def related(catalogue: Catalogue, entry: Entry) -> tuple[RelatedView, ...]:
    """Return the records that name this one, by kind, in the order of the kinds."""
    found = []
    for kind in BY_NAME.values():
        if kind.name in {"edition", "metric", "document", "series"}:
            continue
        origins = [
            link.origin
            for link in catalogue.citing(entry.kind.name, entry.record.id, kind.name)
            if link.at[0] not in {"source", "figures", "goals"}
        ]
        if origins:
            title = f"下级{kind.label}" if kind.name == entry.kind.name else kind.label
            found.append(RelatedView(kind.plural, title, cards(catalogue, origins)))
    return tuple(found)


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
