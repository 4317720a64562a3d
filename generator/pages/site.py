"""Compose the site: which pages there are, and what stands around each.

In go the public catalogue, the settings and the prose pages that the host renders; out come pages, in a fixed
order. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import with_page
from generator.pages.prose import opening, to_plain
from generator.pages.search import search_view
from generator.pages.structured import data_set, thing_of
from generator.pages.urls import list_path, record_path
from generator.pages.views.compare import compare_views
from generator.pages.views.components import PATH as COMPONENTS
from generator.pages.views.components import components_view
from generator.pages.views.data import data_view
from generator.pages.views.document import document_views
from generator.pages.views.editions import edition_views
from generator.pages.views.home import home_view
from generator.pages.views.honours import honours_views, series_views
from generator.pages.views.library import library_views
from generator.pages.views.links import name_of
from generator.pages.views.lists import INTROS, list_views
from generator.pages.views.metric import metric_view
from generator.pages.views.page import FooterItem, LinkView, Page, SiteView
from generator.pages.views.place import place_view
from generator.pages.views.record import record_view
from generator.pages.views.stats import stats_view
from generator.pages.wholes import Paged, paged_pages, whole_pages
from generator.records.kinds import BY_NAME, KINDS
from generator.records.parse import Entry
from generator.records.settings import Settings

HOME = LinkView("首页", "index.html")
_NAV = ("project", "edition", "place")
_MORE = ("team", "person", "brand", "station", "activity", "incentive", "platform", "vocabulary", "document")
_PAGES = (("地区对比", "compare.html"), ("开放数据", "data/index.html"))
_LABELS = {"project": "项目库", "edition": "荣誉榜"}
_DESCRIPTION = 110
_TEMPLATES: dict[str, tuple[str, Callable[[Catalogue, Entry], object]]] = {
    "place": ("place.html", place_view),
    "metric": ("metric.html", metric_view),
}
_PAGED: dict[str, tuple[str, Callable[[Catalogue, Entry], Sequence[Paged]]]] = {
    "document": ("document.html", document_views),
    "edition": ("edition.html", edition_views),
    "series": ("series.html", series_views),
}


def site_view(settings: Settings, prose: tuple[Page, ...]) -> SiteView:
    """Return what stands around every page."""
    contact = (("主办单位", settings.host), ("联系方式", settings.contact), ("我要纠错", settings.corrections))
    numbers = (("ICP备案号", settings.icp), ("公安备案号", settings.police), ("网站标识码", settings.site_code))
    return SiteView(
        name=settings.site_name,
        tagline=settings.tagline or "",
        address=settings.site_url.rstrip("/"),
        nav=(HOME, *map(_list_link, _NAV), LinkView("数据", "stats.html")),
        more=(
            *(LinkView(text, path) for text, path in _PAGES),
            *map(_list_link, _MORE),
            *(LinkView(page.title, page.path) for page in prose),
        ),
        footer=tuple(FooterItem(label, text) for label, text in (*contact, *numbers) if text),
        contact=tuple(FooterItem(label, text) for label, text in contact if text),
    )


def pages(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Yield every page that is made of records."""
    yield _home(catalogue, settings)
    for kind in KINDS:
        if kind.name in {"series", "edition", "project"}:
            continue
        yield from paged_pages(
            "list.html",
            kind.label,
            INTROS[kind.name],
            list_views(catalogue, kind),
            HOME,
            origin=f"the list of {kind.folder}",
        )
    library, *others = library_views(catalogue)
    yield from paged_pages("library.html", library.title, library.intro, [library], HOME, origin="the project library")
    yield from paged_pages("list.html", library.title, library.intro, others, HOME, origin="the project library")
    about = "至少两个地区都有的指标，能比的并排，不能比的说明原因。"
    origin = "the comparison of places"
    yield from paged_pages("compare.html", "地区对比", about, compare_views(catalogue), HOME, origin=origin)
    honours = honours_views(catalogue)
    about = f"{len(catalogue.of('series'))} 个荣誉系列，列名获奖 {honours[0].winners} 项。"
    yield from paged_pages("honours.html", "荣誉榜", about, honours, HOME, origin="the list of honours")
    stats = stats_view(catalogue)
    about = f"{stats.metrics} 个指标，{stats.figures} 条数据，每条都有来源。"
    yield Page("stats.html", "stats.html", "数据", about, stats, "the figures of all records", (HOME,))
    data = data_view(catalogue)
    about = f"{data.records} 条记录、{data.figures} 个数字，都可以下载成 CSV 或 JSON，每个数字带着出处和原文写法。"
    thing = data_set("志愿服务数据", about)
    yield Page("data/index.html", "data.html", "开放数据", about, data, "the list of data", (HOME,), thing=thing)
    about = "按名称、别名、拼音或首字母，找项目、队伍、人物和获奖名单。"
    yield Page("search.html", "search.html", "搜索", about, search_view(catalogue), "the search page", (HOME,))
    for kind in KINDS:
        for entry in with_page(catalogue, kind.name):
            yield from _record_pages(catalogue, entry)
    yield _components(catalogue)
    yield _not_found(settings)


def prose_page(path: str, title: str, content: Markup, origin: str) -> Page:
    """Return the page of a prose text that the host has rendered."""
    return Page(path, "prose.html", title, opening(content, _DESCRIPTION), content, origin, (HOME,))


def _home(catalogue: Catalogue, settings: Settings) -> Page:
    about = to_plain(settings.about or settings.tagline or settings.site_name, _DESCRIPTION)
    view = home_view(catalogue, settings)
    return Page("index.html", "home.html", settings.site_name, about, view, "the home page")


def _record_pages(catalogue: Catalogue, entry: Entry) -> Iterator[Page]:
    """Yield the page of a record, those on which it goes on, and those of the lists that it only begins."""
    name = name_of(catalogue, entry)
    about = to_plain(entry.record.summary or name, _DESCRIPTION)
    crumbs = (HOME, _list_link("edition" if entry.kind.name == "series" else entry.kind.name))
    if entry.kind.name in _PAGED:
        template, make_all = _PAGED[entry.kind.name]
        yield from paged_pages(template, name, about, make_all(catalogue, entry), *crumbs, origin=entry.path)
        return
    template, make = _TEMPLATES.get(entry.kind.name, ("record.html", record_view))
    path = record_path(entry.kind.name, entry.record.id)
    view = make(catalogue, entry)
    yield Page(path, template, name, about, view, entry.path, crumbs, thing=thing_of(entry, name))
    yield from whole_pages(catalogue, entry, view, (*crumbs, LinkView(name, path)))


def _components(catalogue: Catalogue) -> Page:
    about = "模板里的每个组件各一次，给改版式的人看。"
    view = components_view(catalogue)
    return Page(COMPONENTS, "components.html", "组件", about, view, "the page of components", (HOME,), indexed=False)


def _not_found(settings: Settings) -> Page:
    # The host serves this page at any address, so only an absolute root leads home from it.
    base = settings.site_url.rstrip("/") + "/" if settings.site_url else "/"
    about = "地址可能写错了，或者这一页已经改名。"
    origin = "the page for missing addresses"
    return Page("404.html", "404.html", "没有找到这一页", about, None, origin, base=base, indexed=False)


def _list_link(kind: str) -> LinkView:
    return LinkView(_LABELS.get(kind, BY_NAME[kind].label), list_path(BY_NAME[kind]))


def sitemap(paths: list[str], address: str) -> str:
    """Return a sitemap of the pages at an address."""
    urls = "".join(f"<url><loc>{address}/{path}</loc></url>\n" for path in sorted(paths))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{urls}</urlset>\n"
