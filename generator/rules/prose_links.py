"""The rule about links of prose pages, which can be asked once it is known which pages the site has."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

from generator.reading.files import SourceFile
from generator.rules.material import Material
from generator.rules.rule import Finding, error

_TARGET = re.compile(r'(?:href|src)="([^"]*)"')


@error(
    zh=("网站里没有“{address}”这一页", "检查地址的拼写和大小写；记录页的地址形如 ../projects/mengyuan.html"),
    en=(
        "the site has no page '{address}'",
        "check spelling and letter case; a record's page is at ../projects/mengyuan.html",
    ),
)
def broken_link(material: Material) -> Iterator[Finding]:
    """Report each link of a prose page to a page of the site that is not there, letter case included.

    断掉的链接会让读者找不到内容。

    ✗ content/help.md: 看[某市](places/City.html)。
    ✓ content/help.md: 看[某市](places/city.html)。
    """
    sources = {source.path: source for source in material.prose}
    for page in material.rendered:
        for match in _TARGET.finditer(page.html):
            address = unescape(match[1])
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            if posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(parts.path))) in material.paths:
                continue
            source = sources.get(page.source, SourceFile(page.source, ""))
            yield Finding(source, _spot(source, address), address=address)


def _spot(source: SourceFile, address: str) -> tuple[int, ...]:
    """Return line and column of the first mention of an address."""
    stem = address.partition("#")[0].removesuffix(".html")
    lines = enumerate(source.text.splitlines(), 1)
    return next(((number, line.index(stem) + 1) for number, line in lines if stem in line), ())
