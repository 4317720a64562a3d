"""Where pages live. Every address is short, ASCII, relative, and ends in a file.

So the site may be dropped into a sub-folder of another, and the same folder opens from ``file://``.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

from generator.records.kinds import BY_NAME, Kind

# How to take part, ask for help and report an error, in sections with these anchors.
TAKE_PART = "take-part.html"
# What stands in an address as it is, escapes that were written included.
_SAFE = "/%:@!$&'()*+,;=~"


def record_path(kind: str, record_id: str) -> str:
    """Return the path of a record's page."""
    return f"{BY_NAME[kind].plural}/{record_id}.html"


def list_path(kind: Kind) -> str:
    """Return the path of the page that lists a kind."""
    return f"{kind.plural}/index.html"


def table_path(metric_id: str) -> str:
    """Return the path of the table of one metric's figures."""
    return f"data/metrics/{metric_id}.csv"


def page_path(path: str, number: int) -> str:
    """Return the path of a page of a long list: ``teams/index.html``, then ``teams/index-2.html``."""
    return path if number == 1 else f"{path.removesuffix('.html')}-{number}.html"


def part_path(path: str, number: int) -> str:
    """Return the path of a part of a record's page: ``documents/a.html``, then ``documents/a/2.html``.

    ``documents/a-2.html`` may be another record's.
    """
    return path if number == 1 else f"{path.removesuffix('.html')}/{number}.html"


def whole_path(kind: str, record_id: str, name: str) -> str:
    """Return the path of a whole list of which a record's page shows the beginning: ``places/a/projects.html``."""
    return f"{BY_NAME[kind].plural}/{record_id}/{name}.html"


def feed_path(place_id: str = "") -> str:
    """Return the path of the feed of what is new, in Atom, of all records or of one city."""
    return f"places/{place_id}/feed.xml" if place_id else "feed.xml"


def json_feed_path(feed: str) -> str:
    """Return the path of the same feed in JSON, which stands beside it."""
    return f"{feed.removesuffix('.xml')}.json"


def encoded(path: str) -> str:
    """Return a path of the site as it stands in an address: what is no plain ASCII is percent-encoded."""
    return quote(path)


def site_address(setting: str | None) -> str:
    """Return the site's address in plain ASCII without a slash at its end, or nothing where none is set."""
    parts = urlsplit((setting or "").rstrip("/"))
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    return urlunsplit(parts._replace(netloc=host, path=quote(parts.path, safe=_SAFE))).rstrip("/")


def root_of(path: str) -> str:
    """Return what leads from a page back to the site's root: ``""`` or ``../``."""
    return "../" * path.count("/")


def folder_of(address: str) -> str:
    """Return the folder of its host in which a site stands: ``/`` or ``/zy/``.

    The host is left out, so that a copy elsewhere asks nothing of it.
    """
    return f"/{urlsplit(address).path.strip('/')}/".replace("//", "/")


def prose_path(source: str) -> str:
    """Return the path of a prose page from that of its source below the content folder, as MkDocs names it."""
    folder, slash, name = source.rpartition("/")
    stem = name.rpartition(".")[0]
    return f"{folder}{slash}{'index' if stem == 'README' else stem}.html"
