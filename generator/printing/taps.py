"""What can be tapped in a text: telephones, mailboxes and addresses of the web become links, the rest stays.

In a field that is there to be called, one number may be all; in running text only what is surely a telephone is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from generator.printing.page import LinkView
from generator.records.addresses import is_mailbox, is_web_address
from generator.records.telephones import dialled, numbers_in

_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_WEB = re.compile(r"https?://[^\s\\<>\"'，。；、（）《》“”？！]+", re.IGNORECASE)
# Asked of every text of every record, so that nearly all are done with at once.
_MAY_HOLD = re.compile(
    r"@|https?:|(?:电话|热线|[拨打致]电?)[是为：: ]{0,2}[(（+]?[0-9０-９]|[0-9０-９] ?\S{0,6}热线|[48４８][0０]{2}|"
    r"[0０][0-9０-９]{2,3}\D{0,2}[0-9０-９]{4}|[1１][3-9３-９][0-9０-９]{9}|\+86",
    re.IGNORECASE,
)
# A link that stands already, a tag, or text between them.
_PARTS = re.compile(r"(<a\b.*?</a>|<code>.*?</code>|<[^>]*>)", re.DOTALL)
_LONGEST = 40


def pieces(text: str) -> tuple[LinkView, ...]:
    """Return a text as words and links, in order."""
    if number := dialled(text):
        return (LinkView(text.strip(), f"tel:{number}"),)
    return _pieces_within(text)


def _pieces_within(text: str) -> tuple[LinkView, ...]:
    """Return a running text as words and links, in order."""
    found, at = [], 0
    for start, end, link in _links(text):
        found += [LinkView(text[at:start])] if start > at else []
        found.append(link)
        at = end
    return (*found, LinkView(text[at:])) if at < len(text) else tuple(found)


def with_taps(page: Markup) -> Markup:
    """Return HTML in whose text telephones and addresses are links; nearly all texts have none."""
    if not _MAY_HOLD.search(page):
        return page
    parts = _PARTS.split(page)
    parts[::2] = [_tapped(part) for part in parts[::2]]
    return Markup("".join(parts))  # noqa: S704 - text that was safe, with links around parts of it


def tapped(name: str, value: str) -> LinkView:
    """Return the link of a field that holds nothing but a telephone, a mailbox or an address of the web."""
    if is_web_address(value):
        return LinkView(shown_address(value), value)
    if is_mailbox(value):
        return LinkView(value, f"mailto:{value}")
    number = dialled(value) if name in {"phone", "hotline"} else ""
    return LinkView(value, f"tel:{number}" if number else "")


def host_of(address: str) -> str:
    """Return the host of a web address as readers know it."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def shown_address(address: str) -> str:
    """Return a web address as it is printed: without its beginning, and not too long."""
    shown = re.sub(r"^https?://(?:www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


def _links(text: str) -> Iterator[tuple[int, int, LinkView]]:
    """Yield what can be tapped in a text, in order; what lies inside another is part of it."""
    found = [(*match.span(), LinkView(shown_address(match[0]), match[0])) for match in _WEB.finditer(text)]
    found += [(*match.span(), LinkView(match[0], f"mailto:{match[0]}")) for match in _MAILBOX.finditer(text)]
    found += [(start, end, LinkView(text[start:end], f"tel:{number}")) for start, end, number in numbers_in(text)]
    done = 0
    for start, end, link in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= done and (not link.path.startswith("http") or is_web_address(link.path)):
            yield start, end, link
            done = end


def _tapped(text: str) -> str:
    """Return a part of HTML that holds no tag with its links."""
    if not _MAY_HOLD.search(text):
        return text
    found = _pieces_within(unescape(text))
    return "".join(_linked(one) if one.path else escape(one.text) for one in found)


def _linked(link: LinkView) -> str:
    away = ' rel="noopener noreferrer"' if link.path.startswith("http") else ""
    return f'<a href="{escape(link.path)}"{away}>{escape(link.text)}</a>'
