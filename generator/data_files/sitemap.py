"""The sitemap: the list of all pages for search engines (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

SITEMAP = "sitemap.xml"


def sitemap(paths: Iterable[str], address: str) -> str:
    """Return a sitemap of the pages of a site at an address, percent-encoded and escaped as the protocol asks."""
    urls = "".join(f"<url><loc>{escape(f'{address}/{quote(path)}')}</loc></url>\n" for path in sorted(paths))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{urls}</urlset>\n"
