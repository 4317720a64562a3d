"""The page of components: every macro of the templates once, filled with the records that have most to show.

It is for those who change the theme. Where no record has, say, a goal, that example is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_by_metric
from generator.catalogue.standing import is_revoked
from generator.pages.lists.long_lists import kind_pages, roll_pages
from generator.pages.lists.record_lists import lists_of
from generator.pages.views.links import CardView, card
from generator.pages.views.metric_page import MetricView, metric_view
from generator.pages.views.place_page import PlaceView, place_view
from generator.pages.views.record_page import RecordView, record_view
from generator.pages.views.roll_view import RollView, roll_view
from generator.pages.views.team_page import TeamView, team_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.records.edition import Edition
from generator.records.kinds import kind_of
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.project import Project
from generator.records.record import Record
from generator.records.team import Team

PATH = "components.html"
_NAMES = 8
R = TypeVar("R", bound=Record)


# Among so many records of a kind one will have nearly every list.
_SEEN = 60


@dataclass(frozen=True, slots=True)
class ComponentsView:
    """What the macros are shown with; a kind without records has none."""

    project: RecordView | None
    team: TeamView | None
    place: PlaceView | None
    edition: RollView | None
    metric: MetricView | None
    list: ListPage[CardView]

    def apart(self, name: str, html: Markup) -> Markup:
        """Put the name of an example before its ids, so that those of two examples never meet."""
        return Markup(re.sub(r'(?<= id=")', f"{name}-", html))  # noqa: S704 - as safe as it was


def components_view(catalogue: Catalogue, where: Whereabouts) -> ComponentsView:
    """Return the page of components."""
    project, team = _fullest(catalogue, Project), _fullest(catalogue, Team)
    place = _fullest(catalogue, Place)
    holding = (entry for entry in catalogue.of(Edition) if not is_revoked(entry.record))
    rolls = ((entry, roll_pages(catalogue, entry)[0].begun(_NAMES)) for entry in holding)
    reported = figures_by_metric(catalogue)
    metric = catalogue.get(Metric, max(reported, key=lambda name: len(reported[name]), default=None))
    return ComponentsView(
        project=record_view(catalogue, where, project) if project else None,
        team=team_view(catalogue, where, team) if team else None,
        place=place_view(catalogue, where, place) if place else None,
        edition=next((roll_view(catalogue, where, entry, page) for entry, page in rolls), None),
        metric=metric_view(catalogue, where, metric) if metric else None,
        list=kind_pages(catalogue, kind_of(Project))[0].shown_as(lambda entry: card(catalogue, entry)),
    )


def _fullest(catalogue: Catalogue, model: type[R]) -> Entry[R] | None:
    """Return the record that has most lists among the first of a kind, the first of several."""
    return max(catalogue.of(model)[:_SEEN], key=lambda entry: len(lists_of(catalogue, entry)), default=None)
