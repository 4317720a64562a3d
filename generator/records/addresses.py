"""Slugs, which name records and their pages, and web addresses, which lead elsewhere."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import WithJsonSchema

from generator.records.fields import read_by

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(SLUG)
# Windows refuses these as file names, whatever the suffix; `index` is the list of its kind.
_RESERVED = {"con", "prn", "aux", "nul", "index"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
_LONGEST = 60


def is_slug(text: str) -> bool:
    """Return whether a text can be an id: lower-case ASCII, digits, hyphens, and a file name everywhere."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= _LONGEST and text not in _RESERVED


def _web_address(text: str) -> str:
    address = text.strip()
    parts = urlsplit(address)
    is_safe = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    if not is_safe or re.search(r"[\s\\<>\"'\x00-\x1f]", address):
        raise ValueError(text)
    return address


WebAddress = Annotated[
    str, read_by(_web_address, str, "bad-address"), WithJsonSchema({"type": "string", "format": "uri"})
]
