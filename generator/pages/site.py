"""Compose the site: which pages there are, and what stands around each.

In go the public catalogue, the settings and the prose pages that the host renders; out come pages, in a fixed
order. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.catalogue.catalogue import Catalogue
from generator.pages.prose import to_plain
from generator.pages.search import search_view
from generator.pages.urls import list_path, record_path
from generator.pages.views.compare import compare_view
from generator.pages.views.document import document_view
from generator.pages.views.home import home_view
from generator.pages.views.honours import edition_view, honours_view, series_view
from generator.pages.views.library import library_view
from generator.pages.views.links import name_of
from generator.pages.views.lists import list_view
from generator.pages.views.page import FooterItem, LinkView, Page, SiteView
from generator.pages.views.place import place_view
from generator.pages.views.record import record_view
from generator.pages.views.stats import stats_view
from generator.records.kinds import BY_NAME, KINDS
from generator.records.parse import Entry
from generator.records.settings import Settings

HOME = LinkView("首页", "index.html")
_NAV = ("project", "edition", "place")
_MORE = ("team", "person", "brand", "station", "activity", "incentive", "platform", "vocabulary", "document")
_LABELS = {"project": "项目库", "edition": "荣誉榜"}
_DESCRIPTION = 110
_TEMPLATES: dict[str, tuple[str, Callable[[Catalogue, Entry], object]]] = {
    "place": ("place.html", place_view),
    "document": ("document.html", document_view),
    "edition": ("edition.html", edition_view),
    "series": ("series.html", series_view),
}


def site_view(settings: Settings, prose: tuple[LinkView, ...]) -> SiteView:
    """Return what stands around every page."""
    footer = (
        ("主办单位", settings.host),
        ("联系方式", settings.contact),
        ("我要纠错", settings.corrections),
        ("ICP备案号", settings.icp),
        ("公安备案号", settings.police),
        ("网站标识码", settings.site_code),
    )
    return SiteView(
        name=settings.site_name,
        tagline=settings.tagline or "",
        address=settings.site_url.rstrip("/"),
        nav=(HOME, *map(_list_link, _NAV), LinkView("数据", "stats.html")),
        more=(LinkView("地区对比", "compare.html"), *map(_list_link, _MORE), *prose),
        footer=tuple(FooterItem(label, text) for label, text in footer if text),
    )


def pages(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield every page that is made of records."""
    yield _home(catalogue, settings)
    for kind in KINDS:
        if kind.name in {"metric", "series", "edition", "project"}:
            continue
        view = list_view(catalogue, kind)
        origin = f"the list of {kind.folder}"
        yield Page(list_path(kind), "list.html", view.title, view.intro, view, origin, (HOME,))
    library = library_view(catalogue)
    origin = "the project library"
    yield Page("projects/index.html", "library.html", library.title, library.intro, library, origin, (HOME,))
    about = "至少两个地区都有的指标，能比的并排，不能比的说明原因。"
    compare = compare_view(catalogue)
    yield Page("compare.html", "compare.html", "地区对比", about, compare, "the comparison of places", (HOME,))
    honours = honours_view(catalogue)
    about = f"{len(catalogue.of('series'))} 个荣誉系列，列名获奖 {honours.winners} 项。"
    yield Page("honours/index.html", "honours.html", "荣誉榜", about, honours, "the list of honours", (HOME,))
    stats = stats_view(catalogue)
    about = f"{stats.metrics} 个指标，{stats.figures} 条数据，每条都有来源。"
    yield Page("stats.html", "stats.html", "数据", about, stats, "the figures of all records", (HOME,))
    about = "按名称、别名、拼音或首字母，找项目、队伍、人物和获奖名单。"
    yield Page("search.html", "search.html", "搜索", about, search_view(catalogue), "the search page", (HOME,))
    for entry in catalogue.entries.values():
        if entry.kind.name != "metric":
            yield _record_page(catalogue, entry)
    yield _not_found(settings)


def prose_page(path: str, title: str, content: object, origin: str) -> Page:
    """Return the page of a prose text that the host has rendered."""
    return Page(path, "prose.html", title, "", content, origin, (HOME,))


def _home(catalogue: Catalogue, settings: Settings) -> Page:
    about = to_plain(settings.about or settings.tagline or settings.site_name, _DESCRIPTION)
    view = home_view(catalogue, settings)
    return Page("index.html", "home.html", settings.site_name, about, view, "the home page")


def _record_page(catalogue: Catalogue, entry: Entry) -> Page:
    template, make = _TEMPLATES.get(entry.kind.name, ("record.html", record_view))
    about = to_plain(entry.record.summary or name_of(catalogue, entry), _DESCRIPTION)
    path = record_path(entry.kind.name, entry.record.id)
    name = name_of(catalogue, entry)
    crumbs = (HOME, _list_link("edition" if entry.kind.name == "series" else entry.kind.name))
    return Page(path, template, name, about, make(catalogue, entry), entry.path, crumbs)


def _not_found(settings: Settings) -> Page:
    # The host serves this page at any address, so only an absolute root leads home from it.
    base = settings.site_url.rstrip("/") + "/" if settings.site_url else "/"
    return Page("404.html", "404.html", "没有找到这一页", "", None, "the page for missing addresses", (), base)


def _list_link(kind: str) -> LinkView:
    return LinkView(_LABELS.get(kind, BY_NAME[kind].label), list_path(BY_NAME[kind]))


def sitemap(paths: list[str], address: str) -> str:
    """Return a sitemap of the pages at an address."""
    urls = "".join(f"<url><loc>{address}/{path}</loc></url>\n" for path in sorted(paths))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{urls}</urlset>\n"
