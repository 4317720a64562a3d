"""Slugs, which name records and their pages, and addresses: the site's own, of the web, of telephones, of mail."""

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
_PHONE = re.compile(r"\+?[0-9(（][0-9()（） \-]{1,20}[0-9](?:\s?转\s?[0-9]{1,6})?")
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
    parts = urlsplit(address)
    is_safe = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    if not is_safe or re.search(r"[\s\\<>\"'\x00-\x1f]", address):
        raise ValueError(text)
    return address


def _site_address(text: str) -> str:
    address = _web_address(text)
    parts = urlsplit(address)
    # Paths are put behind it. Reading the port raises where it is no number, and so does a host that has no ASCII form.
    if "?" in address or "#" in address or parts.port == 0 or not (parts.hostname or "").encode("idna"):
        raise ValueError(text)
    return address


def _public_phone(text: str) -> str:
    if not is_phone(text):
        raise ValueError(text)
    return text.strip()


def _mailbox(text: str) -> str:
    if not _MAILBOX.fullmatch(text.strip()):
        raise ValueError(text)
    return text.strip()


def is_phone(text: str) -> bool:
    """Return whether a text is one telephone number, perhaps with an extension: 0532-85912345 转 8."""
    return bool(_PHONE.fullmatch(text.strip()))


FormerId = Annotated[
    str, read_by(_former_id, str, "bad-former-id"), WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"})
]
SiteAddress = Annotated[
    str, read_by(_site_address, str, "bad-site-address"), WithJsonSchema({"type": "string", "format": "uri"})
]
WebAddress = Annotated[
    str, read_by(_web_address, str, "bad-address"), WithJsonSchema({"type": "string", "format": "uri"})
]
PublicPhone = Annotated[str, read_by(_public_phone, str, "bad-phone"), WithJsonSchema({"type": "string"})]
Mailbox = Annotated[str, read_by(_mailbox, str, "bad-mailbox"), WithJsonSchema({"type": "string", "format": "email"})]
