"""Figures, goals, honours and claims, ready to print, each with the way to where it was said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import (
    Cited,
    CitedFigure,
    CitedGoal,
    Dating,
    anchor_of,
    answering_practices,
    named_keys,
)
from generator.catalogue.editions import edition_time, series_name
from generator.catalogue.names import name_of
from generator.catalogue.standing import standing_words
from generator.catalogue.winners import CitedClaim, CitedHonour, level_of
from generator.data.tables import for_residents
from generator.pages.views.figures_view import AS_OF, UNDATED, FigureView
from generator.pages.views.links import link_to, winner_link
from generator.pages.whereabouts import Whereabouts
from generator.printing.charts import TargetView, target
from generator.printing.page import LinkView
from generator.printing.urls import record_path
from generator.reading.nodes import Path
from generator.records.document import Document
from generator.records.edition import Honour
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.series import Series
from generator.records.statements import Answer, Figure, Named
from generator.records.team import Team

UNREPORTED = "未报告"
PLANNED = "计划"
# Dates that the text itself does not give to the number.
_MARKED = {Dating.INFERRED, Dating.OF_SOURCE}
_VALUE = re.compile(r"(\D*?)([\d.,]+|[零一二两三四五六七八九十百千]+)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class GoalView:
    """A target beside the actual that answers it.

    ``actual`` is 未报告 where a number has nothing comparable beside it; a goal without a number has ``answers``, what
    is done for it, or is a plan.
    """

    anchor: str
    text: str
    theme: str
    target: str
    deadline: str
    actual: str
    answered: bool
    answers: tuple[LinkView, ...]
    bar: TargetView | None
    comparison: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class HonourView:
    """One winner line, as its winner's page shows it; ``standing`` is what must be said beside it."""

    winner: LinkView
    category: str
    edition: LinkView
    series: str
    level: str
    year: str
    note: str
    sources: tuple[LinkView, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A counted honour without names."""

    anchor: str
    count: str
    category: str
    subject: str
    edition: LinkView
    level: str
    note: str
    sources: tuple[LinkView, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class YearView:
    """The honours of one edition's time, in the order they were written."""

    time: str
    honours: tuple[HonourView, ...]


def document_links(
    catalogue: Catalogue, where: Whereabouts, documents: Iterable[str], entry: Entry | None = None, at: Path = ()
) -> tuple[LinkView, ...]:
    """Return links to source documents, to what they say of a record, or of a statement of it, where one is given."""
    found = ((document, catalogue.get(Document, document)) for document in documents)
    return tuple(
        LinkView(held.record.name, where.statement(name, entry, at) if entry else record_path("document", name))
        for name, held in found
        if held is not None
    )


def _sources(catalogue: Catalogue, where: Whereabouts, cited: Cited) -> tuple[LinkView, ...]:
    return document_links(catalogue, where, cited.documents, cited.entry, cited.at)


def figure_view(catalogue: Catalogue, where: Whereabouts, cited: CitedFigure, here: Entry | None = None) -> FigureView:
    """Return a figure ready to print, on the page of a record where one is given."""
    figure, metric = cited.figure, cited.metric
    is_at_home = here is not None and here.key == cited.entry.key
    place, elsewhere = where.metric(metric), here is not None and not is_at_home
    match = _VALUE.fullmatch(figure.value.printed)
    before, numeral, after = match.groups() if match else ("", figure.value.printed, "")
    return FigureView(
        anchor=f"{cited.entry.record.id}-{cited.anchor}" if elsewhere else cited.anchor,
        subject=link_to(catalogue, cited.entry),
        # The only figure of its metric needs no link to itself.
        metric=LinkView(metric.name, "" if is_at_home and "#" in place else place),
        before=before,
        numeral=numeral,
        after=after,
        printed=figure.value.printed,
        sentence=figure.sentence or "",
        date=date_words(cited),
        scope=figure.scope or "",
        explained=_explained(figure, metric),
        where=cited.where or "",
        sources=_sources(catalogue, where, cited),
        owner=link_to(catalogue, cited.entry) if elsewhere else None,
        about=() if elsewhere else _named(catalogue, figure.about),
    )


def _explained(figure: Figure, metric: Metric) -> str:
    """Say how a figure was counted: what its metric means, how it differs, what readers need to know."""
    parts = (metric.scope, figure.scope, figure.note)
    return "".join(part if part[-1] in "。！？" else f"{part}。" for part in parts if part)


def date_words(cited: CitedFigure) -> str:
    """Say as of when, or over which period, and how that is known."""
    mark = f"（{for_residents(cited.basis.label)}）" if cited.basis in _MARKED else ""
    period = cited.figure.period
    if cited.as_of and period:
        return f"{period.label}，{AS_OF}{cited.as_of.label}{mark}"
    if cited.as_of:
        return f"{AS_OF}{cited.as_of.label}{mark}"
    return f"{period.label}{mark}" if period else UNDATED


def goal_view(catalogue: Catalogue, where: Whereabouts, cited: CitedGoal) -> GoalView:
    """Return a goal beside its answer; a figure that nobody found comparable is named beside it, never as an answer."""
    goal, answer = cited.goal, cited.answer
    answered = answer is not None and goal.comparable is True
    beside = f"另有{answer.metric.name}{answer.figure.value.printed}，不作比较。" if answer and not answered else ""
    answers = tuple(link for answer in goal.answered_by for link in _answers(catalogue, cited.entry, answer))
    otherwise = UNREPORTED if goal.target else "" if answers or answer else PLANNED
    return GoalView(
        anchor=cited.anchor,
        text=goal.text,
        theme=goal.theme or "",
        target=goal.target.printed if goal.target else "",
        deadline=f"到{goal.deadline.label}" if goal.deadline else goal.period.label if goal.period else "",
        actual=answer.figure.value.printed if answer and answered else otherwise,
        answered=answered,
        answers=answers,
        bar=target(answer.figure.value, goal.target) if answer and answered and goal.target else None,
        comparison=beside + (goal.reason or ""),
        sources=_sources(catalogue, where, cited),
    )


def _named(catalogue: Catalogue, groups: Iterable[Named]) -> tuple[LinkView, ...]:
    """Return the links to the records that groups of references name; who withdrew is not among them."""
    found = (catalogue.entries.get(key) for named in groups for key in named_keys(named))
    return tuple(link_to(catalogue, entry) for entry in found if entry is not None)


def _answers(catalogue: Catalogue, entry: Entry, answer: Answer) -> tuple[LinkView, ...]:
    """Return the links to what answers a goal: records, or a practice of theirs or, without one, of the goal's own."""
    if not answer.practice:
        return _named(catalogue, [answer])
    found = answering_practices(catalogue, entry, answer)
    return tuple(
        LinkView(answer.practice, f"{record_path(own.kind.name, own.record.id)}#{anchor_of(at)}") for own, at in found
    )


def honour_view(catalogue: Catalogue, where: Whereabouts, cited: CitedHonour) -> HonourView:
    """Return a winner line."""
    edition = cited.edition
    return HonourView(
        winner=winner_link(catalogue, cited.honour),
        category=cited.category,
        edition=link_to(catalogue, cited.entry),
        series=series_name(catalogue.record(Series, edition.series), edition),
        level=level_of(catalogue, edition).label,
        year=edition_time(edition),
        note=honour_note(cited.honour),
        sources=_sources(catalogue, where, cited),
        standing=cited.standing,
    )


def honour_note(honour: Honour) -> str:
    """Return what a winner line says besides who won."""
    return " ".join(words for words in (honour.reason, honour.note) if words)


def timeline(honours: Iterable[HonourView]) -> tuple[YearView, ...]:
    """Return honours, which come latest first, under the time of their edition."""
    return tuple(YearView(time, tuple(group)) for time, group in groupby(honours, lambda line: line.year))


def claim_view(catalogue: Catalogue, where: Whereabouts, cited: CitedClaim) -> ClaimView:
    """Return a counted honour."""
    claim = cited.claim
    subject: Entry | None = catalogue.get(Place, claim.place)
    subject = subject or catalogue.get(Team, claim.team)
    return ClaimView(
        anchor=cited.anchor,
        count=claim.count.printed,
        category=claim.category,
        subject=name_of(catalogue, subject) if subject else "",
        edition=link_to(catalogue, cited.entry),
        level=level_of(catalogue, cited.edition).label,
        note=claim.note or "",
        sources=_sources(catalogue, where, cited),
        standing=standing_words(cited.edition),
    )


def of_one_document(*said: tuple[LinkView, ...]) -> bool:
    """Return whether all was said in one document, whatever the place there."""
    return len({link.text for links in said for link in links}) == 1
