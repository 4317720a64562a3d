"""Where an address leads: to a file of the site, to another place, or to nothing that a browser could ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from posixpath import normpath
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

MISSING_PAGE = "404.html"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ELSEWHERE = ("http:", "https:", "ws:", "wss:", "ftp:")
_OF_THIS_MACHINE = ("file:", "c:", "d:", "e:")

# ``here`` is a file of the site, ``rooted`` one that holds only at the root of a host.
Sort = Literal["here", "rooted", "elsewhere", "script", "machine", "other"]


class Target(NamedTuple):
    """What an address means: a path from the site's root with an anchor, or a host."""

    sort: Sort
    path: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a site whose own is ``address``, where that is known (``https://city.example/zy``)."""

    address: str = ""
    known: dict[tuple[str, str], Target] = field(default_factory=dict)

    def target(self, page: str, address: str) -> Target:
        """Return where an address on a page leads; those of a folder's pages are the same again and again."""
        own = page == MISSING_PAGE or not address or address.startswith(("#", "?"))
        key = page if own else page.rpartition("/")[0] + "/", address
        if key not in self.known:
            self.known[key] = self._target(page, address)
        return self.known[key]

    def _target(self, page: str, address: str) -> Target:
        if self.address and (address == self.address or address.startswith(f"{self.address}/")):
            return self._below("", address.removeprefix(self.address).lstrip("/") or "index.html", page)
        if address.startswith("//"):
            return Target("elsewhere", _host(address))
        if scheme := _SCHEME.match(address):
            return _of_scheme(scheme[0].lower(), address)
        if not address.startswith("/"):
            return self._below(page.rpartition("/")[0], address, page)
        root = f"{urlsplit(self.address).path}/" if self.address else ""
        if page == MISSING_PAGE and root and address.startswith(root):
            return self._below("", address.removeprefix(root) or "index.html", page)
        return Target("rooted", unquote(address))

    def _below(self, folder: str, address: str, page: str) -> Target:
        """Return what an address means in a folder; the page for missing addresses may look above the root."""
        before, _, anchor = address.partition("#")
        path = before.partition("?")[0]
        if not path:
            return Target("here", page, unquote(anchor))
        there = normpath(f"{folder}/{unquote(path)}".lstrip("/"))
        if page == MISSING_PAGE:
            there = there.removeprefix("../" * there.count("../"))
        return Target("here", there + "/" * path.endswith("/"), unquote(anchor))


def _of_scheme(scheme: str, address: str) -> Target:
    if scheme in _ELSEWHERE:
        return Target("elsewhere", _host(address))
    if scheme in {"javascript:", "vbscript:"}:
        return Target("script")
    return Target("machine" if scheme in _OF_THIS_MACHINE else "other", address)


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc or address
    except ValueError:
        return address
