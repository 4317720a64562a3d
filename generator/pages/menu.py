"""What stands around every page: the site's name, its menu, its footer."""

from __future__ import annotations

from collections.abc import Iterable

from generator.printing.page import FooterItem, LinkView, ProsePage, SiteView
from generator.printing.urls import list_path, site_address
from generator.records.kinds import KINDS, Kind
from generator.records.settings import Settings

HOME = LinkView("首页", "index.html")
STATISTICS = LinkView("数据", "stats.html")
COMPARISON = LinkView("地区对比", "compare.html")
DATA = LinkView("开放数据", "data/index.html")


def site_view(settings: Settings, prose: Iterable[ProsePage] = ()) -> SiteView:
    """Return what stands around every page."""
    contact = (("主办单位", settings.host), ("联系方式", settings.contact), ("我要纠错", settings.corrections))
    numbers = (("ICP备案号", settings.icp), ("公安备案号", settings.police), ("网站标识码", settings.site_code))
    return SiteView(
        name=settings.site_name,
        tagline=settings.tagline or "",
        address=site_address(settings.site_url),
        nav=(HOME, *(LinkView(kind.called, list_path(kind)) for kind in KINDS if kind.menu == "main"), STATISTICS),
        more=(
            COMPARISON,
            DATA,
            *(list_link(kind) for kind in KINDS if kind.menu == "other"),
            *(LinkView(page.title, page.path) for page in prose),
        ),
        footer=_items((*contact, *numbers)),
        contact=_items(contact),
    )


def list_link(kind: Kind) -> LinkView:
    """Return the link to the list of a kind."""
    return LinkView(kind.title, list_path(kind))


def _items(pairs: Iterable[tuple[str, str | None]]) -> tuple[FooterItem, ...]:
    return tuple(FooterItem(label, text) for label, text in pairs if text)
