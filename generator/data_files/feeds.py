"""Feeds of what is new, whole and for each city: Atom (RFC 4287) and JSON Feed 1.1.

Their dates are those of the records: of a year or a month its first instant in China is given, since the formats ask
for one, and the words say no more than is known. Ids do not depend on where the site is put, and links are relative
where its address is not known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.places import is_city
from generator.catalogue.tidings import newest_tidings
from generator.data_files.feed_items import FeedItem, FigurePage, feed_item
from generator.printing.urls import encoded, feed_path, json_feed_path, record_path, root_of
from generator.records.dates import PartialDate
from generator.records.place import Place

# What no XML file may hold.
_FOREIGN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What is given as the time of a feed in which nothing is told yet.
_NEVER = "1970-01-01T00:00:00+08:00"


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed but for its items: the site's name and address, the city, and the path in Atom."""

    site: str
    address: str
    city: str
    path: str

    @property
    def home(self) -> str:
        """Return the path of the page that the feed is of."""
        return record_path("place", self.city) if self.city else "index.html"

    def link(self, path: str) -> str:
        """Return what leads from the feed to a path of the site."""
        page, mark, anchor = path.partition("#")
        return f"{f'{self.address}/' if self.address else root_of(self.path)}{encoded(page)}{mark}{anchor}"

    def known_by(self, key: str) -> str:
        """Return what a thing is known by for ever, wherever the site is."""
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'showcase:{self.site}/{key}')}"


def feeds(
    catalogue: Catalogue, site: str, address: str, figure_page: FigurePage
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the path of every feed, with what makes its text; one cannot lead on, so a former id has it too."""
    cities = [entry.record for entry in catalogue.of(Place) if is_city(entry)]
    named = [("", ""), *((city.id, name) for city in cities for name in (city.id, *city.formerly))]
    for city, name in named:
        channel = Channel(site, address, city, feed_path(name))
        yield channel.path, partial(_written, _atom, channel, catalogue, figure_page)
        yield json_feed_path(channel.path), partial(_written, _json, channel, catalogue, figure_page)


Writer = Callable[[Channel, str, list[FeedItem]], str]


def _written(write: Writer, channel: Channel, catalogue: Catalogue, figure_page: FigurePage) -> str:
    tidings = newest_tidings(catalogue, channel.city)
    items = [feed_item(catalogue, tiding, channel.city, figure_page) for tiding in tidings]
    place = catalogue.get(Place, channel.city)
    title = f"{channel.site} · {f'{place.record.name}的' if place else ''}新消息"
    return write(channel, title, items)


def _atom(channel: Channel, title: str, items: list[FeedItem]) -> str:
    """Return a feed in Atom; its time is that of its newest item."""
    parts = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"<id>{channel.known_by(f'feed/{channel.city}')}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{instant(items[0].date) if items else _NEVER}</updated>",
        f"<author><name>{_text(channel.site)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(channel.link(channel.path))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(channel.link(channel.home))}/>',
        *(_entry(channel, item) for item in items),
        "</feed>",
    )
    return "\n".join(parts) + "\n"


def _entry(channel: Channel, item: FeedItem) -> str:
    return (
        f"<entry>\n<id>{channel.known_by(item.key)}</id>\n<title>{_text(item.title)}</title>\n"
        f"<updated>{instant(item.date)}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(channel.link(item.path))}/>\n'
        f"<category term={quoteattr(item.sort)}/>\n"
        f'<content type="text">{_text(item.text)}</content>\n</entry>'
    )


def _json(channel: Channel, title: str, items: list[FeedItem]) -> str:
    """Return a feed in JSON, which allows no relative links: without the site's address there are none."""
    addresses = {
        "home_page_url": channel.link(channel.home),
        "feed_url": channel.link(json_feed_path(channel.path)),
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        **(addresses if channel.address else {}),
        "language": "zh-CN",
        "authors": [{"name": channel.site}],
        "items": [_item(channel, item) for item in items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(channel: Channel, item: FeedItem) -> dict[str, object]:
    """Return an item; its path in the site, and its date as exact as it is known, stand in an object of our own."""
    return {
        "id": channel.known_by(item.key),
        **({"url": channel.link(item.path)} if channel.address else {}),
        "title": item.title,
        "content_text": item.text,
        "date_published": instant(item.date),
        "tags": [item.sort],
        "_showcase": {"path": item.path, "date": str(item.date)},
    }


def instant(date: PartialDate) -> str:
    """Return the first instant of a day, month or year in China, as RFC 3339 writes it."""
    return f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T00:00:00+08:00"


def _text(text: str) -> str:
    return escape(_FOREIGN.sub("", text))
