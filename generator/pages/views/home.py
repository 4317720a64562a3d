"""The home page: key figures with date and source, featured projects, honours, places."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_of, honours_in
from generator.pages.prose import to_html
from generator.pages.urls import list_path
from generator.pages.views.links import CardView, card, cards, edition_time, link_to
from generator.pages.views.page import LinkView
from generator.pages.views.statements import FigureView, HonourView, figure_view, honour_view
from generator.records.honour import Series
from generator.records.kinds import KINDS
from generator.records.parse import Entry
from generator.records.parts import Level
from generator.records.place import Place, PlaceLevel
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


def home_view(catalogue: Catalogue, settings: Settings) -> HomeView:
    """Return the home page."""
    place = catalogue.get("place", settings.place) if settings.place else None
    projects = catalogue.of("project")
    chosen = [entry for entry in (catalogue.get("project", wanted) for wanted in settings.featured) if entry]
    return HomeView(
        about=to_html(settings.about or ""),
        place=link_to(catalogue, place) if place else None,
        figures=_key_figures(catalogue, settings, place),
        projects=cards(catalogue, [*chosen, *projects[:_PROJECTS]])[:_PROJECTS],
        project_count=len(projects),
        honours=_top_honours(catalogue),
        places=tuple(card(catalogue, entry) for entry in catalogue.of("place") if _is_city(entry))[:_PLACES],
        counts=tuple(
            CountView(LinkView(kind.label, list_path(kind)), len(catalogue.of(kind.name)))
            for kind in KINDS
            if kind.name not in {"metric", "series", "edition"}
        ),
    )


def _key_figures(catalogue: Catalogue, settings: Settings, place: Entry | None) -> tuple[FigureView, ...]:
    if place is None:
        return ()
    by_metric = {cited.metric.id: cited for cited in reversed(figures_of(catalogue, place))}
    if settings.key_metrics:
        wanted = [catalogue.metric(text).id for text in settings.key_metrics]
        found = [by_metric[metric] for metric in wanted if metric in by_metric]
    else:
        found = list(figures_of(catalogue, place)[:_KEY_FIGURES])
    return tuple(figure_view(catalogue, cited) for cited in found)


def _top_honours(catalogue: Catalogue) -> tuple[HonourView, ...]:
    """Return winner lines, the highest level first, the latest year first within a level."""
    lines = [cited for entry in catalogue.of("edition") for cited in honours_in(entry)]
    rungs = {level: at for at, level in enumerate(Level)}
    lines.sort(key=lambda cited: edition_time(cited.edition), reverse=True)
    lines.sort(key=lambda cited: rungs[catalogue.record(Series, "series", cited.edition.series).level])
    return tuple(honour_view(catalogue, cited) for cited in lines[:_HONOURS])


def _is_city(entry: Entry) -> bool:
    return isinstance(entry.record, Place) and entry.record.level is PlaceLevel.CITY
