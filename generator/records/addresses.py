"""Slugs, which name records and their pages, and addresses: the site's own, of the web, of mail."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import WithJsonSchema

from generator.problems import Phrase
from generator.records.fields import NotReadError, read_by

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(SLUG)
# Windows refuses these as file names, whatever the suffix; `index` is the list of its kind.
_RESERVED = {"con", "prn", "aux", "nul", "index"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
_LONGEST = 60
_BARE = re.compile(r"(?:(https?)\s*[:;]?\s*/*)?((?:[\w-]+\.)+[a-z\u4e00-\u9fff]{2,}(?::\d+)?(?:/\S*)?)", re.IGNORECASE)
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")


def is_slug(text: str) -> bool:
    """Return whether a text can be an id: lower-case ASCII, digits, hyphens, and a file name everywhere."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= _LONGEST and text not in _RESERVED


def _former_id(text: str) -> str:
    if not is_slug(text.strip()):
        raise ValueError(text)
    return text.strip()


def _web_address(text: str) -> str:
    address = text.strip()
    if not is_web_address(address):
        raise NotReadError(_meant(address))
    return address


def is_web_address(address: str) -> bool:
    """Return whether a text is an address of the web that may be followed."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_safe = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    return bool(is_safe) and not re.search(r"[\s\\<>\"'\x00-\x1f]", address)


def _meant(address: str) -> Phrase | None:
    """Say how an address is written whole that lacks its beginning, or has full-width signs: www.example.org."""
    match = _BARE.fullmatch(unicodedata.normalize("NFKC", address))
    whole = f"{(match[1] or 'https').lower()}://{match[2]}" if match else ""
    return Phrase(f"写成 {whole}", f"write {whole}") if match and is_web_address(whole) else None


def _site_address(text: str) -> str:
    address = _web_address(text)
    parts = urlsplit(address)
    # Paths are put behind it. Reading the port raises where it is no number, and so does a host that has no ASCII form.
    if "?" in address or "#" in address or parts.port == 0 or not (parts.hostname or "").encode("idna"):
        raise ValueError(text)
    return address


def is_mailbox(text: str) -> bool:
    """Return whether a text is an e-mail address."""
    return bool(_MAILBOX.fullmatch(text))


def _mailbox(text: str) -> str:
    if not is_mailbox(text.strip()):
        raise ValueError(text)
    return text.strip()


FormerId = Annotated[
    str, read_by(_former_id, str, "bad-former-id"), WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"})
]
SiteAddress = Annotated[
    str, read_by(_site_address, str, "bad-site-address"), WithJsonSchema({"type": "string", "format": "uri"})
]
WebAddress = Annotated[
    str, read_by(_web_address, str, "bad-address"), WithJsonSchema({"type": "string", "format": "uri"})
]
Mailbox = Annotated[str, read_by(_mailbox, str, "bad-mailbox"), WithJsonSchema({"type": "string", "format": "email"})]
