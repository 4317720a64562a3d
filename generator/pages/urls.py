"""Where pages live. Every address is short, ASCII, relative, and ends in a file.

So the site may be dropped into a sub-folder of another, and the same folder opens from ``file://``.
"""

from __future__ import annotations

from generator.records.kinds import BY_NAME, Kind


def record_path(kind: str, record_id: str) -> str:
    """Return the path of a record's page; a metric's is its place on the statistics page."""
    if kind == "metric":
        return f"stats.html#{record_id}"
    return f"{BY_NAME[kind].plural}/{record_id}.html"


def list_path(kind: Kind) -> str:
    """Return the path of the page that lists a kind."""
    return "stats.html" if kind.name == "metric" else f"{kind.plural}/index.html"


def root_of(path: str) -> str:
    """Return what leads from a page back to the site's root: ``""`` or ``../``."""
    return "../" * path.count("/")
