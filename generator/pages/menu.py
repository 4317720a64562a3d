"""What stands around every page: the site's name, its menu, its footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.printing.corrections import report_view
from generator.printing.page import FooterItem, LinkView, ProsePage, SiteView, VerbView
from generator.printing.taps import pieces, tapped
from generator.printing.urls import TAKE_PART, list_path, site_address
from generator.records.kinds import KINDS, Kind
from generator.records.settings import Settings

HOME = LinkView("首页", "index.html")
STATISTICS = LinkView("数据", "stats.html")
COMPARISON = LinkView("地区对比", "compare.html")
UPDATES = LinkView("更新", "updates.html")
DATA = LinkView("开放数据", "data/index.html")
PART = LinkView("怎么参加", TAKE_PART)


def site_view(settings: Settings, prose: Iterable[ProsePage] = (), *, updates: bool = False) -> SiteView:
    """Return what stands around every page; ``updates`` says whether there is a page of what has changed."""
    contact = (("主办单位", settings.host), ("联系方式", settings.contact), ("我要纠错", settings.corrections))
    numbers = (("ICP备案号", settings.icp), ("公安备案号", settings.police), ("网站标识码", settings.site_code))
    known = tuple(prose)
    address = site_address(settings.site_url)
    return SiteView(
        name=settings.site_name,
        tagline=settings.tagline or "",
        address=address,
        nav=(HOME, *(LinkView(kind.called, list_path(kind)) for kind in KINDS if kind.menu == "main"), STATISTICS),
        more=(
            PART,
            COMPARISON,
            *((UPDATES,) if updates else ()),
            DATA,
            *(list_link(kind) for kind in KINDS if kind.menu == "other"),
            *(LinkView(page.title, page.path) for page in known),
        ),
        footer=(*_items(contact), *(FooterItem(label, (LinkView(text),)) for label, text in numbers if text)),
        contact=_items(contact),
        verbs=tuple(_verbs(settings)),
        report=report_view(settings.corrections, settings.contact, known, address),
    )


def list_link(kind: Kind) -> LinkView:
    """Return the link to the list of a kind."""
    return LinkView(kind.title, list_path(kind))


def _verbs(settings: Settings) -> Iterator[VerbView]:
    """Yield what residents can do: join and ask for help where staff say how, and report an error in any case."""
    if settings.join and settings.join.is_given:
        yield VerbView("加入", "做一名志愿者", f"{TAKE_PART}#join")
    if settings.help and settings.help.is_given:
        call = tapped("phone", settings.help.phone) if settings.help.phone else None
        words = f"拨打 {call.text}" if call else "我家要人帮忙"
        yield VerbView("求助", words, call.path if call else f"{TAKE_PART}#help")
    yield VerbView("纠错", "这里写错了", f"{TAKE_PART}#report")


def _items(pairs: Iterable[tuple[str, str | None]]) -> tuple[FooterItem, ...]:
    return tuple(FooterItem(label, pieces(text)) for label, text in pairs if text)
