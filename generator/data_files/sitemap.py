"""The sitemap: the list of all pages for search engines (sitemaps.org, protocol 0.9).

The protocol allows so many addresses a file; of more pages there are several lists, and the sitemap lists those.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from xml.sax.saxutils import escape

from generator.printing.urls import encoded

SITEMAP = "sitemap.xml"
MOST = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(paths: Collection[str], address: str, most: int = MOST) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the path of each file of the sitemap of a site at an address, with what makes its text."""
    known = sorted(paths)
    if len(known) <= most:
        yield SITEMAP, partial(_listed, "urlset", "url", known, address)
        return
    parts = {f"sitemap-{number}.xml": known[at : at + most] for number, at in enumerate(range(0, len(known), most), 1)}
    yield SITEMAP, partial(_listed, "sitemapindex", "sitemap", parts, address)
    for path, part in parts.items():
        yield path, partial(_listed, "urlset", "url", part, address)


def _listed(root: str, item: str, paths: Iterable[str], address: str) -> str:
    """Return addresses as XML, percent-encoded and escaped as the protocol asks."""
    items = "".join(f"<{item}><loc>{escape(f'{address}/{encoded(path)}')}</loc></{item}>\n" for path in paths)
    return f'{_HEAD}<{root} xmlns="{_NAMESPACE}">\n{items}</{root}>\n'
