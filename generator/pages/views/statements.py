"""Figures, goals, honours and claims, ready to print, each with the way to where it was said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import Cited, CitedClaim, CitedFigure, CitedGoal, CitedHonour
from generator.pages.charts import TargetView, target
from generator.pages.urls import record_path
from generator.pages.views.links import edition_time, link_to, name_of, winner_link
from generator.pages.views.page import LinkView
from generator.pages.views.said import document_links
from generator.records.honour import Series
from generator.records.parts import Basis

UNREPORTED = "未报告"
_VALUE = re.compile(r"(\D*?)([\d.,]+|[零一二两三四五六七八九十百千]+)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure. The value as printed is parted in three, so that the numeral can stand large."""

    anchor: str
    subject: LinkView
    metric: LinkView
    before: str
    numeral: str
    after: str
    printed: str
    date: str
    measure: str
    scope: str
    note: str
    where: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """A target beside the actual that answers it; ``actual`` is 未报告 where nothing comparable does."""

    anchor: str
    text: str
    theme: str
    target: str
    deadline: str
    actual: str
    answered: bool
    bar: TargetView | None
    comparison: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class HonourView:
    """One winner line, as its roll or its winner's page shows it."""

    anchor: str
    winner: LinkView
    unit: str
    category: str
    edition: LinkView
    series: str
    level: str
    year: str
    note: str
    sources: tuple[LinkView, ...]


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


def statement_anchor(cited: Cited) -> str:
    """Return a statement's anchor on the page of its document."""
    return f"{cited.entry.kind.name}-{cited.entry.record.id}-{cited.anchor}"


def figure_view(catalogue: Catalogue, cited: CitedFigure) -> FigureView:
    """Return a figure ready to print."""
    figure, metric = cited.figure, cited.metric
    match = _VALUE.fullmatch(figure.value.printed)
    before, numeral, after = match.groups() if match else ("", figure.value.printed, "")
    return FigureView(
        anchor=cited.anchor,
        subject=link_to(catalogue, cited.entry),
        metric=LinkView(metric.name, record_path("metric", metric.id)),
        before=before,
        numeral=numeral,
        after=after,
        printed=figure.value.printed,
        date=date_words(cited),
        measure=metric.measure.label,
        scope="；".join(part for part in (metric.scope, figure.scope) if part),
        note=figure.note or "",
        where=cited.where or "",
        sources=document_links(catalogue, cited.documents, statement_anchor(cited)),
    )


def date_words(cited: CitedFigure) -> str:
    """Say as of when, or over which period, and how that is known."""
    mark = "（推定）" if cited.basis is Basis.INFERRED else ""
    period = cited.figure.period
    if cited.as_of and period:
        return f"{period.label}，截至{cited.as_of.label}{mark}"
    if cited.as_of:
        return f"截至{cited.as_of.label}{mark}"
    return f"{period.label}{mark}" if period else "日期未说明"


def goal_view(catalogue: Catalogue, cited: CitedGoal) -> GoalView:
    """Return a goal beside its answer; a figure that nobody found comparable is named beside it, never as an answer."""
    goal = cited.goal
    answered = cited.answer is not None and goal.comparable is True
    beside = f"另有{_words(cited.answer)}，不作比较。" if cited.answer and not answered else ""
    return GoalView(
        anchor=cited.anchor,
        text=goal.text,
        theme=goal.theme or "",
        target=goal.target.printed if goal.target else "",
        deadline=f"到{goal.deadline.label}" if goal.deadline else goal.period.label if goal.period else "",
        actual=cited.answer.figure.value.printed if cited.answer and answered else UNREPORTED,
        answered=answered,
        bar=target(cited.answer.figure.value, goal.target) if cited.answer and answered and goal.target else None,
        comparison=beside + (goal.reason or ""),
        sources=document_links(catalogue, cited.documents, statement_anchor(cited)),
    )


def _words(cited: CitedFigure) -> str:
    return f"{cited.metric.name}{cited.figure.value.printed}"


def honour_view(catalogue: Catalogue, cited: CitedHonour) -> HonourView:
    """Return a winner line."""
    edition = cited.edition
    series = catalogue.record(Series, "series", edition.series)
    return HonourView(
        anchor=cited.anchor,
        winner=winner_link(catalogue, cited.honour),
        unit=cited.honour.unit or "",
        category=cited.category,
        edition=link_to(catalogue, cited.entry),
        series=series.name,
        level=series.level.label,
        year=edition_time(edition),
        note=cited.honour.note or "",
        sources=document_links(catalogue, cited.documents, statement_anchor(cited)),
    )


def claim_view(catalogue: Catalogue, cited: CitedClaim) -> ClaimView:
    """Return a counted honour."""
    claim = cited.claim
    key = ("place", claim.place) if claim.place else ("team", claim.team or "")
    subject = catalogue.get(*key)
    return ClaimView(
        anchor=cited.anchor,
        count=claim.count.printed,
        category=claim.category,
        subject=name_of(catalogue, subject) if subject else "",
        edition=link_to(catalogue, cited.entry),
        level=catalogue.record(Series, "series", cited.edition.series).level.label,
        note=claim.note or "",
        sources=document_links(catalogue, cited.documents, statement_anchor(cited)),
    )
