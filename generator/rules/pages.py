"""Rules about prose pages, once it is known which pages the site has."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.problems import Location, Problem

_TARGET = re.compile(r'(?:href|src)="([^"]*)"')


def broken_links(root: Path, prose: Mapping[str, str], paths: Iterable[str]) -> Iterator[Problem]:
    """Report each link of a prose page to a page of the site that is not there, letter case included.

    ``prose`` maps source paths (``content/about.md``) to their HTML, ``paths`` are all files of the site.
    """
    known = set(paths)
    for source, html in prose.items():
        page = source.partition("/")[2].removesuffix(".md") + ".html"
        for match in _TARGET.finditer(html):
            address = unescape(match[1])
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
            if target not in known:
                yield Problem("broken-link", _spot(root, source, address), details={"address": address})


def _spot(root: Path, source: str, address: str) -> Location:
    stem = address.partition("#")[0].removesuffix(".html")
    lines = (root / source).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if stem in line:
            return Location(source, number, line.index(stem) + 1)
    return Location(source)
