"""How readers report an error of a page: by a letter that names it, a form, a telephone, or a page that says how."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from generator.printing.page import LinkView, Page, ProsePage, ReportView
from generator.printing.taps import host_of, pieces

EXPLAINED = "corrections.html"
# What staff write in the address of a form where that of the page shall stand.
_PAGE = "{page}"


def report_view(corrections: str | None, contact: str | None, prose: Iterable[ProsePage], address: str) -> ReportView:
    """Return how errors are reported, from the first setting that is given; ``address`` is that of the site."""
    links = [piece for piece in pieces(corrections or contact or "") if piece.path]
    explained = any(page.path == EXPLAINED for page in prose)
    return ReportView(tuple(links), EXPLAINED if explained else "", f"{address}/" if address else "")


def report_links(report: ReportView, page: Page) -> tuple[LinkView, ...]:
    """Return the ways to report an error of a page, each with the page's name or address where it can hold one."""
    return tuple(_link(way, page.title, f"{report.site}{page.address}") for way in report.ways)


def _link(way: LinkView, title: str, address: str) -> LinkView:
    if way.path.startswith("mailto:"):
        lines = (f"页面：{title}", f"网址：{address}", "哪里写错了：", "应当是：", "根据：")
        subject, body = quote(f"纠错：{title}"), quote("\r\n".join(lines))
        return LinkView(f"写信到 {way.text}", f"{way.path}?subject={subject}&body={body}")
    if way.path.startswith("tel:"):
        return LinkView(f"打 {way.text}", way.path)
    return LinkView(f"到 {host_of(way.path)} 填写", way.path.replace(_PAGE, quote(address, safe="")))
