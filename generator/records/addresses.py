"""Slugs, which name records and their pages, and web addresses, which lead elsewhere."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(SLUG)
# Windows refuses these as file names, whatever the suffix; `index` is the list of its kind.
_RESERVED = {"con", "prn", "aux", "nul", "index"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
_LONGEST = 60


def is_slug(text: str) -> bool:
    """Tell whether a text can be an id: lower-case ASCII, digits, hyphens, and a file name everywhere."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= _LONGEST and text not in _RESERVED


def _web_address(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("not-text", "text expected")
    text = value.strip()
    try:
        parts = urlsplit(text)
        safe = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        safe = False
    if not safe or re.search(r"[\s\\<>\"'\x00-\x1f]", text):
        raise PydanticCustomError("bad-address", "no web address")
    return text


WebAddress = Annotated[str, PlainValidator(_web_address), WithJsonSchema({"type": "string", "format": "uri"})]
