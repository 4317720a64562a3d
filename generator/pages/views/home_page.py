"""The home page: key figures with date and source, featured projects, honours, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_of, reported
from generator.catalogue.editions import edition_time
from generator.catalogue.winners import CitedHonour, level_of, winners_of
from generator.pages.views.links import CardView, cards, link_to
from generator.pages.views.statement_views import FigureView, HonourView, figure_view, honour_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.markup import to_html
from generator.printing.page import LinkView
from generator.printing.urls import list_path
from generator.records.edition import Edition
from generator.records.kinds import KINDS, Kind
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel
from generator.records.project import Project
from generator.records.settings import Settings

_KEY_FIGURES = 4
_PROJECTS = 6
_HONOURS = 6
_PLACES = 6


@dataclass(frozen=True, slots=True)
class CountView:
    """How many records of a kind there are, with the way to their list."""

    link: LinkView
    count: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows."""

    about: Markup
    place: LinkView | None
    figures: tuple[FigureView, ...]
    projects: tuple[CardView, ...]
    project_count: int
    honours: tuple[HonourView, ...]
    places: tuple[CardView, ...]
    counts: tuple[CountView, ...]


def home_view(catalogue: Catalogue, where: Whereabouts, settings: Settings) -> HomeView:
    """Return the home page."""
    place = catalogue.get(Place, settings.place)
    projects = catalogue.of(Project)
    chosen = [entry for entry in (catalogue.get(Project, wanted) for wanted in settings.featured) if entry]
    cities = [entry for entry in catalogue.of(Place) if entry.record.level is PlaceLevel.CITY]
    figures = _key_figures(catalogue, settings, place) if place else ()
    return HomeView(
        about=to_html(settings.about or ""),
        place=link_to(catalogue, place) if place else None,
        figures=tuple(figure_view(catalogue, where, cited) for cited in figures),
        projects=cards(catalogue, [*chosen, *projects[:_PROJECTS]])[:_PROJECTS],
        project_count=len(projects),
        honours=tuple(honour_view(catalogue, where, cited) for cited in islice(top_honours(catalogue), _HONOURS)),
        places=cards(catalogue, cities[:_PLACES]),
        counts=list_counts(catalogue, [kind for kind in KINDS if kind.menu and kind.model is not Edition]),
    )


def list_counts(catalogue: Catalogue, kinds: Iterable[Kind]) -> tuple[CountView, ...]:
    """Return the ways to the lists of kinds, with how many records each has."""
    return tuple(CountView(LinkView(kind.label, list_path(kind)), len(reported(catalogue, kind))) for kind in kinds)


def top_honours(catalogue: Catalogue) -> Iterator[CitedHonour]:
    """Yield the winner lines in force, the highest level first, the latest year first within a level."""
    editions = sorted(catalogue.of(Edition), key=lambda entry: edition_time(entry.record), reverse=True)
    for entry in sorted(editions, key=lambda entry: level_of(catalogue, entry.record).rank):
        yield from (cited for cited in winners_of(catalogue, entry) if cited.is_in_force)


def _key_figures(catalogue: Catalogue, settings: Settings, place: Entry[Place]) -> Sequence[CitedFigure]:
    figures = figures_of(catalogue, place)
    if not settings.key_metrics:
        return figures[:_KEY_FIGURES]
    by_metric = {cited.metric.id: cited for cited in reversed(figures)}
    wanted = (catalogue.metric(text).id for text in settings.key_metrics)
    return [by_metric[metric] for metric in wanted if metric in by_metric]
