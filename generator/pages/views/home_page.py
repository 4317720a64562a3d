"""The home page: a sentence of a record, names, figures with their sentences, projects, what is new, places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_of
from generator.catalogue.names import short_name, where_is
from generator.catalogue.news import News, newest_year, news
from generator.catalogue.winners import CitedHonour, latest_honours
from generator.pages.views.figures_view import FiguresView, figures_view
from generator.pages.views.links import CardView, cards, link_to
from generator.pages.views.pictures_view import PictureView, cover_view, shared_image
from generator.pages.views.statement_views import figure_view
from generator.pages.views.winner_names import NameView, name_views
from generator.pages.whereabouts import Whereabouts
from generator.printing.markup import first_sentence, to_html
from generator.printing.page import ImageView, LinkView
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel
from generator.records.project import Project
from generator.records.settings import Settings

_KEY_FIGURES = 4
_NAMES = 8
_PROJECTS = 6
_PLACES = 12
_NEWS = 4
# A longer sentence does not stand large above the fold of a phone.
_OPENING = 44


@dataclass(frozen=True, slots=True)
class OpeningView:
    """A sentence of a project, with where it comes from, and the project's cover, which takes the drawing's place."""

    sentence: str
    by: str
    link: LinkView
    picture: PictureView | None = None


@dataclass(frozen=True, slots=True)
class NewsView:
    """Something new: when, what, and what sort of thing it is."""

    time: str
    link: LinkView
    line: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows."""

    about: Markup
    opening: OpeningView | None
    names_title: str
    names: tuple[NameView, ...]
    place: LinkView | None
    is_of_people: bool
    figures: FiguresView
    projects: tuple[CardView, ...]
    project_count: int
    news: tuple[NewsView, ...]
    places: tuple[CardView, ...]


def home_view(catalogue: Catalogue, where: Whereabouts, settings: Settings) -> HomeView:
    """Return the home page."""
    honours = latest_honours(catalogue)
    projects = _projects(catalogue, settings, honours)
    cities = [entry for entry in catalogue.of(Place) if entry.record.level is PlaceLevel.CITY]
    place = catalogue.get(Place, settings.place) or _best_known(catalogue, cities)
    figures = _key_figures(catalogue, settings, place) if place else ()
    return HomeView(
        about=to_html(settings.about or ""),
        opening=_opening(catalogue, settings, projects),
        names_title=_names_title(catalogue, honours),
        names=name_views(catalogue, where, honours, _NAMES),
        place=link_to(catalogue, place) if place else None,
        is_of_people=any(cited.metric.unit == "人" for cited in figures),
        figures=figures_view(figure_view(catalogue, where, cited) for cited in figures),
        projects=cards(catalogue, projects),
        project_count=len(catalogue.of(Project)),
        news=tuple(_news_view(catalogue, item) for item in news(catalogue)[:_NEWS]),
        places=cards(catalogue, _places(catalogue, cities)[:_PLACES]),
    )


def _places(catalogue: Catalogue, cities: Sequence[Entry[Place]]) -> Sequence[Entry[Place]]:
    """Return the cities or, where there is one, its parts."""
    parts = [entry for entry in catalogue.of(Place) if cities and entry.record.parent == cities[0].record.id]
    return parts if len(cities) == 1 and parts else cities or catalogue.of(Place)


def home_image(catalogue: Catalogue, settings: Settings) -> ImageView | None:
    """Return the picture for those who share the home page: the one that stands on it."""
    if settings.opening and not settings.opening.picture:
        return None
    entry = _opened_with(catalogue, settings, _projects(catalogue, settings, latest_honours(catalogue)))
    return shared_image(catalogue, entry) if entry else None


def _projects(catalogue: Catalogue, settings: Settings, honours: Sequence[CitedHonour]) -> list[Entry[Project]]:
    """Return the projects chosen by staff, then those honoured last, then the first."""
    chosen = (catalogue.get(Project, wanted) for wanted in settings.featured)
    honoured = (catalogue.get(Project, cited.honour.project) for cited in honours)
    found = [entry for entry in (*chosen, *honoured) if entry]
    return [*dict.fromkeys([*found, *catalogue.of(Project)[:_PROJECTS]])][:_PROJECTS]


def _opening(catalogue: Catalogue, settings: Settings, projects: Sequence[Entry[Project]]) -> OpeningView | None:
    """Return the sentence chosen by staff, else that of the first project shown."""
    wanted, entry = settings.opening, _opened_with(catalogue, settings, projects)
    if entry is None:
        return None
    parts = [part for part in (*entry.record.actions, *entry.record.practices) if wanted and part.title == wanted.part]
    title = parts[0].title if parts else ""
    text = parts[0].text if parts else entry.record.summary or entry.record.name
    by = "，".join(word for word in (title, short_name(entry), where_is(catalogue, entry)) if word)
    picture = cover_view(catalogue, entry) if wanted is None or wanted.picture else None
    return OpeningView(first_sentence(text, _OPENING), by, link_to(catalogue, entry), picture)


def _opened_with(catalogue: Catalogue, settings: Settings, projects: Sequence[Entry[Project]]) -> Entry[Project] | None:
    wanted = settings.opening
    return catalogue.get(Project, wanted.project) if wanted else next(iter(projects), None)


def _names_title(catalogue: Catalogue, honours: Sequence[CitedHonour]) -> str:
    """Say whose names they are: of this year only where all are, and no record is of a later one."""
    this_year = newest_year(catalogue)
    years = {cited.edition.year.year if cited.edition.year else 0 for cited in honours[:_NAMES]}
    return "今年获奖" if years == {this_year} else "他们的名字"


def _best_known(catalogue: Catalogue, cities: Sequence[Entry[Place]]) -> Entry[Place] | None:
    """Return the city of which most figures are known, the first of several."""
    return max(cities, key=lambda entry: len(figures_of(catalogue, entry)), default=None)


def _key_figures(catalogue: Catalogue, settings: Settings, place: Entry[Place]) -> Sequence[CitedFigure]:
    figures = figures_of(catalogue, place)
    if not settings.key_metrics:
        return figures[:_KEY_FIGURES]
    by_metric = {cited.metric.id: cited for cited in reversed(figures)}
    wanted = (catalogue.metric(text).id for text in settings.key_metrics)
    return [by_metric[metric] for metric in wanted if metric in by_metric]


def _news_view(catalogue: Catalogue, item: News) -> NewsView:
    entry = item.entry
    line = " · ".join(word for word in (entry.kind.called, where_is(catalogue, entry)) if word)
    return NewsView(item.date.label, link_to(catalogue, entry), line)
