"""The page of components: every macro of the templates once, filled with the first records that have something for it.

It is for those who change the theme. Where no record has, say, a goal, that example is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import claims_in, figures_by_metric, figures_of, goals_of, honours_in
from generator.pages.charts import TargetView, TrendView
from generator.pages.urls import list_path
from generator.pages.views.editions import EditionView, edition_views
from generator.pages.views.links import CardView, cards, places_above
from generator.pages.views.lists import list_views
from generator.pages.views.matrix import CoverageView, MatrixView, honour_matrix
from generator.pages.views.metric import MOST_ROWS, BarView, bars, metric_view
from generator.pages.views.page import LinkView
from generator.pages.views.paging import PagedView
from generator.pages.views.place import RollUpView, place_view
from generator.pages.views.record import FactView, RecordView, SectionView, facts, record_view, sections
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
from generator.pages.views.whole import FITS, Listing, RelatedView, begin
from generator.records.kinds import BY_NAME, KINDS
from generator.records.parse import Entry

PATH = "components.html"
_FEW = 2
# How many records of a kind are searched for one that has what an example needs.
_SEARCHED = 50


@dataclass(frozen=True, slots=True)
class ComponentsView:
    """What the macros are shown with; what no record has is empty."""

    above: tuple[LinkView, ...]
    cards: tuple[CardView, ...]
    facts: tuple[FactView, ...]
    figures: tuple[FigureView, ...]
    goals: tuple[GoalView, ...]
    target: TargetView | None
    honours: tuple[HonourView, ...]
    years: tuple[YearView, ...]
    claims: tuple[ClaimView, ...]
    section: SectionView | None
    tree: TreeView | None
    group: RelatedView | None
    record: RecordView | None
    roll: EditionView | None
    matrix: MatrixView
    coverage: tuple[CoverageView, ...]
    sums: tuple[RollUpView, ...]
    bars: tuple[BarView, ...]
    trend: tuple[LinkView, TrendView] | None
    list: PagedView[CardView]

    def apart(self, name: str, html: Markup) -> Markup:
        """Put the name of an example before its ids, so that those of two examples never meet."""
        return Markup(re.sub(r'(?<= id=")', f"{name}-", html))  # noqa: S704 - as safe as it was


def components_view(catalogue: Catalogue) -> ComponentsView:
    """Return the page of components."""
    entries = [entry for kind in KINDS for entry in catalogue.of(kind.name)[:_SEARCHED]]
    project = next(iter(catalogue.of("project")), None)
    honours = tuple(islice((cited for entry in catalogue.of("edition") for cited in honours_in(entry)), _FEW))
    claims = islice((cited for entry in catalogue.of("edition") for cited in claims_in(entry)), _FEW)
    # Of one record each, since anchors are of a record's page.
    figures = next((found for entry in entries if (found := figures_of(catalogue, entry))), ())
    goals = next((listed for entry in entries if (listed := goals_of(catalogue, entry))), [])
    lines = tuple(honour_view(catalogue, cited) for cited in honours)
    places = [place_view(catalogue, entry) for entry in catalogue.of("place")[:_SEARCHED]]
    return ComponentsView(
        above=places_above(catalogue, project) if project else (),
        cards=cards(catalogue, catalogue.of("project")[:_FEW]),
        facts=facts(catalogue, project)[:_FEW] if project else (),
        figures=tuple(figure_view(catalogue, cited) for cited in figures[:_FEW]),
        goals=tuple(goal_view(catalogue, cited) for cited in goals[:_FEW]),
        target=next((bar for entry in entries if (bar := _target(catalogue, entry))), None),
        honours=lines,
        years=timeline(lines),
        claims=tuple(claim_view(catalogue, cited) for cited in claims),
        section=next((_short(parts[0]) for entry in entries if (parts := sections(entry, {}))), None),
        tree=next((tree for entry in catalogue.of("team")[:_SEARCHED] if (tree := tree_of(catalogue, entry))), None),
        group=_group(catalogue, project) if project else None,
        record=_record(catalogue, project) if project else None,
        roll=next((edition_views(catalogue, entry)[0] for entry in catalogue.of("edition")), None),
        matrix=honour_matrix(catalogue, honours),
        coverage=next((place.coverage[:1] for place in places if place.coverage), ()),
        sums=next((place.roll_ups[:1] for place in places if place.roll_ups), ()),
        bars=next(_bars(catalogue), ()),
        trend=next(_trends(catalogue), None),
        list=_list(catalogue),
    )


def _target(catalogue: Catalogue, entry: Entry) -> TargetView | None:
    return next((bar for cited in goals_of(catalogue, entry) if (bar := goal_view(catalogue, cited).bar)), None)


def _bars(catalogue: Catalogue) -> Iterator[tuple[BarView, ...]]:
    for figures in figures_by_metric(catalogue).values():
        if len(figures) >= _FEW:
            yield bars(catalogue, figures[0].metric, figures, _FEW)


def _trends(catalogue: Catalogue) -> Iterator[tuple[LinkView, TrendView]]:
    """Yield trends of metrics that few report: the page of one that thousands report is not made twice."""
    few = [metric for metric, figures in figures_by_metric(catalogue).items() if _FEW <= len(figures) <= MOST_ROWS]
    for metric in few[:_SEARCHED]:
        yield from metric_view(catalogue, catalogue.entries["metric", metric]).trends


def _short(section: SectionView) -> SectionView:
    return replace(section, items=section.items[:_FEW])


def _group(catalogue: Catalogue, project: Entry) -> RelatedView:
    listing = Listing("projects", "项目", catalogue.of("project"))
    begun = begin(catalogue, project, [listing], replace(FITS[0], cards=_FEW))[0]
    return replace(begun, more=list_path(project.kind))


def _record(catalogue: Catalogue, project: Entry) -> RecordView:
    """Return a record with one of each of its parts, and a way to more of them."""
    whole = record_view(catalogue, project)
    parts = ("figures", "goals", "honours", "claims", "sections")
    return replace(
        whole,
        figures=whole.figures[:1],
        goals=whole.goals[:1],
        honours=whole.honours[:1],
        claims=whole.claims[:1],
        sections=tuple(replace(section, items=section.items[:1]) for section in whole.sections[:1]),
        more=dict.fromkeys(parts, LinkView("全部", list_path(project.kind))),
    )


def _list(catalogue: Catalogue) -> PagedView[CardView]:
    """Return the first page of the longest list of cards."""
    kinds = [BY_NAME[name] for name in ("station", "activity", "document")]
    longest = max(kinds, key=lambda kind: len(catalogue.of(kind.name)))
    return list_views(catalogue, longest)[0].list
