"""The plan of the site: every file that there will be, before any is made.

In go the public catalogue, the settings and the prose pages; out come artefacts. How many pages a list has follows from
counts alone, so planning is cheap; a page's view is made when the page is. Whoever builds makes all artefacts, and any
one of them can be made alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from sqlite3 import sqlite_version

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import published, reported
from generator.changes.snapshot import Snapshot
from generator.data_files.database import DATABASE, database
from generator.data_files.datasette import METADATA, datasette_metadata
from generator.data_files.exports import exports
from generator.data_files.feeds import feeds
from generator.data_files.listing import data_view
from generator.data_files.manifest import MANIFEST, manifest
from generator.data_files.package import PACKAGE, data_package
from generator.data_files.search_index import INDEX, search_index
from generator.data_files.search_texts import TEXTS, search_texts
from generator.data_files.sitemap import sitemaps
from generator.pages.act.take_part_page import take_part_view
from generator.pages.figures.comparison_page import comparison_view
from generator.pages.figures.metric_page import metrics_view
from generator.pages.figures.statistics_page import figure_count, statistics_view
from generator.pages.honours.honours_page import honours_view, winner_count
from generator.pages.lists.long_lists import honours_pages, kind_pages
from generator.pages.lists.paging import planned
from generator.pages.lists.take_part import part_pages
from generator.pages.menu import COMPARISON, DATA, HOME, STATISTICS, site_view
from generator.pages.projects.projects_page import INDEX as PROJECTS_INDEX
from generator.pages.projects.projects_page import projects_index, projects_view
from generator.pages.record_pages import every_page
from generator.pages.views.home_page import home_image, home_view
from generator.pages.views.list_page import kind_view
from generator.pages.views.search_page import search_view
from generator.pages.views.updates_page import update_pages
from generator.pages.whereabouts import Whereabouts
from generator.printing.markup import opening, to_plain
from generator.printing.page import Page, PlannedPage, ProsePage, SiteView
from generator.printing.segmentation import known_words
from generator.printing.taps import with_taps
from generator.printing.templates import Printer, assets
from generator.printing.things import collection, data_set, web_site
from generator.printing.urls import feed_path, folder_of, site_address
from generator.publish.artefact import Artefact, Content
from generator.records.edition import Edition
from generator.records.kinds import KINDS, kind_of
from generator.records.metric import Metric
from generator.records.project import Project
from generator.records.rows import digest_of
from generator.records.series import Series
from generator.records.settings import Settings

_DESCRIPTION = 110


def plan(
    catalogue: Catalogue,
    settings: Settings,
    prose: Sequence[ProsePage] = (),
    ready: Sequence[Artefact] = (),
    kept: Sequence[Snapshot] = (),
) -> tuple[Artefact, ...]:
    """Plan every file of the site; each path should stand in it once (see ``collisions``).

    ``ready`` are files that are published as they are: the handbook's and those of the folder ``static``; ``kept`` are
    earlier states of the data, the newest first.
    """
    site = site_view(settings, prose, updates=bool(kept))
    where = Whereabouts(catalogue)
    pages = (*planned_pages(catalogue, settings, where), *update_pages(catalogue, tuple(kept)), *map(_prose, prose))
    words = known_words(catalogue)
    printer = Printer(site, words)
    frame = digest_of(f"{settings!r} {site!r} {words}")
    files = (*_pages(pages, printer, frame), *_data(catalogue, site, where, pages), *_assets(), *ready)
    if not site.address:
        return files
    listed = [artefact.path for artefact in files if artefact.content == "page"]
    maps = sitemaps(listed, site.address)
    return *files, *(_text(path, "the list of all pages", make, f"{site.address} {listed}") for path, make in maps)


def plan_record(
    catalogue: Catalogue, settings: Settings, prose: Sequence[ProsePage], path: str, *, updates: bool = False
) -> Artefact | None:
    """Plan the page of a record at a path alone, which takes no time in any city; None where no record has it."""
    folder, _, name = path.partition("/")
    kind = next((kind for kind in KINDS if kind.plural == folder and kind.model is not Metric), None)
    entry = catalogue.get(kind.model, name.removesuffix(".html")) if kind else None
    if entry is None:
        return None
    printer = Printer(site_view(settings, prose, updates=updates), known_words(catalogue))
    pages = _pages(every_page(catalogue, Whereabouts(catalogue), entry), printer, "")
    return next((page for page in pages if page.path == path), None)


def planned_pages(catalogue: Catalogue, settings: Settings, where: Whereabouts) -> Iterator[PlannedPage]:
    """Yield every page that is made of records, in a fixed order."""
    yield _home(catalogue, settings, where)
    yield from _kinds(catalogue, where)
    yield from _tools(catalogue, settings, where)
    about = "我要报名、怎么当志愿者、找电话、求助：各地的平台、热线、队伍和站点，点一下就能打电话。"
    head = Page("", "take_part", "怎么参加", about, crumbs=(HOME,))
    yield from planned(part_pages(catalogue), head, "how to take part", partial(take_part_view, catalogue, settings))
    for kind in KINDS:
        for entry in published(catalogue, kind):
            yield from every_page(catalogue, where, entry)
    yield _not_found(settings)


def _pages(pages: Iterable[PlannedPage], printer: Printer, frame: str) -> Iterator[Artefact]:
    for page in pages:
        head = page.head
        content: Content = "page" if head.indexed else "unlisted page"
        make, around = partial(_printed, printer, page), partial(_around, page, frame)
        yield Artefact(head.path, page.origin, content, make, head.lasting, around)


def _around(page: PlannedPage, frame: str) -> str:
    """Return all that a page is made of beside the catalogue."""
    head = page.head
    crumbs = [(link.text, link.path) for link in head.crumbs]
    said = f"{head.template}|{head.title}|{head.short}|{head.description}|{head.base}|{head.feed}"
    return f"{said}|{crumbs}|{page.given}|{frame}"


def _printed(printer: Printer, page: PlannedPage) -> bytes:
    return printer(page.made())


def _data(catalogue: Catalogue, site: SiteView, where: Whereabouts, pages: Sequence[PlannedPage]) -> Iterator[Artefact]:
    for path, make in exports(catalogue):
        # The table of one metric stays as long as its page, which is promised.
        yield replace(_text(path, "the data of all records", make), lasting=path.count("/") == 1)
    package = _text(PACKAGE, "the description of all data", lambda: data_package(site.name), site.name)
    yield replace(package, lasting=True)
    yield from _database(catalogue, site)
    for path, make in feeds(catalogue, site.name, site.address, where.figure):
        yield replace(_text(path, "the feed of what is new", make, f"{site.name} {site.address}"), lasting=True)
    yield _text(MANIFEST, "the site as an app", lambda: manifest(site.name), site.name)
    yield _text(PROJECTS_INDEX, "the index of projects", lambda: projects_index(catalogue))
    in_menu = {link.path for link in (*site.nav, *site.more)} - {HOME.path}
    found = [page.head for page in pages if page.head.path in in_menu]
    make_index = partial(search_index, catalogue, where.winner, where.metric, found)
    yield _text(
        INDEX, "the search index", make_index, repr([(head.path, head.title, head.description) for head in found])
    )
    yield _text(TEXTS, "what records say, for the search", lambda: search_texts(catalogue, where.part))


def _database(catalogue: Catalogue, site: SiteView) -> Iterator[Artefact]:
    """Plan the database; another SQLite may make other bytes, and an old one makes no index of texts."""
    make = partial(database, catalogue)
    yield Artefact(DATABASE, "the database", "data", make, lasting=True, frame=lambda: sqlite_version)
    told = _text(METADATA, "what is told of it", lambda: datasette_metadata(site.name), site.name + sqlite_version)
    yield replace(told, lasting=True)


def _assets() -> Iterator[Artefact]:
    for path, read in assets():
        yield Artefact(path, "the theme", "asset", read, frame=str)


def _text(path: str, origin: str, make: Callable[[], str], frame: str = "") -> Artefact:
    return Artefact(path, origin, "data", lambda: make().encode("utf-8"), frame=lambda: frame)


def _home(catalogue: Catalogue, settings: Settings, where: Whereabouts) -> PlannedPage:
    about = to_plain(settings.about or settings.tagline or settings.site_name, _DESCRIPTION)
    head = Page(HOME.path, "home", settings.site_name, about, feed=feed_path())
    thing = partial(web_site, settings, site_address(settings.site_url))
    image = partial(home_image, catalogue, settings)
    return PlannedPage(head, "the home page", lambda: home_view(catalogue, where, settings), thing=thing, image=image)


def _kinds(catalogue: Catalogue, where: Whereabouts) -> Iterator[PlannedPage]:
    """Yield the lists of all kinds; that of projects has its tools, and honours have a list of their own."""
    for kind in KINDS:
        if kind.listed_with or kind.model is Edition:
            continue
        head = Page("", "list", kind.title, kind.intro, crumbs=(HOME,))
        make: Callable[[int], object] = partial(kind_view, catalogue, kind)
        if kind.model is Metric:
            head, make = replace(head, template="metrics"), partial(metrics_view, catalogue, where)
        if kind.model is Project:
            head, make = replace(head, template="projects"), partial(projects_view, catalogue)
        listed = partial(collection, catalogue, kind)
        yield from planned(kind_pages(catalogue, kind), head, f"the list of {kind.folder}", make, listed)


def _tools(catalogue: Catalogue, settings: Settings, where: Whereabouts) -> Iterator[PlannedPage]:
    """Yield the pages that show no single kind: comparison, honours, statistics, data, search."""
    about = "同一级的地方放在一起看：能比的画出来，不能比的说明原因。"
    head = Page(COMPARISON.path, "comparison", COMPARISON.text, about, crumbs=(HOME, STATISTICS))
    compared = partial(comparison_view, catalogue, where, settings)
    yield PlannedPage(head, "the comparison of places", compared)
    about = f"{winner_count(catalogue)} 个获奖者的名字，{len(catalogue.of(Series))} 项荣誉，最近的在前。"
    head = Page("", "honours", kind_of(Edition).title, about, crumbs=(HOME,))
    honoured = partial(honours_view, catalogue, where)
    listed = partial(collection, catalogue, kind_of(Edition))
    yield from planned(honours_pages(catalogue), head, "the list of honours", honoured, listed)
    metrics, figures = len(reported(catalogue, kind_of(Metric))), figure_count(catalogue)
    about = f"{metrics} 个指标，{figures} 条数据，每条都有来源。"
    head = Page(STATISTICS.path, "statistics", STATISTICS.text, about, crumbs=(HOME,))
    yield PlannedPage(head, "the figures of all records", lambda: statistics_view(catalogue, where, settings))
    about = f"{len(catalogue.entries)} 条记录、{figures} 个数字，都可以下载成 CSV 或 JSON，每个数字带着出处和原文写法。"
    head = Page(DATA.path, "data", DATA.text, about, crumbs=(HOME,))
    data = partial(data_set, "志愿服务数据", about)
    yield PlannedPage(head, "the list of data", lambda: data_view(catalogue), thing=data)
    about = "按名称、别名、拼音或首字母，找项目、队伍、人物和获奖名单。"
    head = Page("search.html", "search", "搜索", about, crumbs=(HOME,))
    yield PlannedPage(head, "the search page", lambda: search_view(catalogue))


def _prose(page: ProsePage) -> PlannedPage:
    head = Page(page.path, "prose", page.title, opening(page.content, _DESCRIPTION), crumbs=(HOME,))
    return PlannedPage(head, page.origin, lambda: with_taps(page.content), page.content)


def _not_found(settings: Settings) -> PlannedPage:
    # A host serves this page at any depth. A script finds the root; where none runs, the site's address tells it.
    base = folder_of(site_address(settings.site_url)) if settings.site_url else ""
    about = "地址可能写错了，或者这一页已经改名。"
    head = Page("404.html", "404", "没有找到这一页", about, base=base, indexed=False, lasting=False)
    return PlannedPage(head, "the page for missing addresses", lambda: None)
