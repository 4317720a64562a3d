"""Style sheets, scripts and lists read for what they lead to.

A script may make any address while it runs; what is read is what it names in so many words. What it makes, the policy
of the page stops.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STYLE = re.compile(
    r"url\(\s*+(?:\"([^\"\n]*+)\"|'([^'\n]*+)'|([^\s\"'()]*+))\s*+\)|@import\s*+(?:\"([^\"\n]*+)\"|'([^'\n]*+)')",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:\b(?:fetch|import|importScripts|WebSocket|EventSource|Worker|sendBeacon)\s*+\(\s*+"
    r"|\.open\(\s*+[\"'][A-Za-z]++[\"']\s*+,\s*+|\.(?:src|href|action)\s*+=\s*+"
    r"|^[ \t]*+(?:import|export)\b[^\"'`;\n]*+)([\"'`])([^\"'`\n]*+)\1",
    re.MULTILINE,
)
_BESIDE = re.compile(r"new\s++URL\(\s*+\"([\w./-]++)\"")
_LOCATION = re.compile(r"<loc>\s*+([^<\s]++)\s*+</loc>")


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as it is written, where it stands, and whether a browser asks for it without being told."""

    address: str
    at: int
    loads: bool

    def moved(self, by: int) -> Reference:
        """Return it as it stands further down."""
        return replace(self, at=self.at + by)


def style_references(text: str) -> Iterator[Reference]:
    """Yield each address of a style sheet."""
    plain = _REMARK.sub(lambda match: " " * len(match[0]), text) if "/*" in text else text
    for match in _STYLE.finditer(plain):
        yield Reference(next((group for group in match.groups() if group), ""), match.start(), loads=True)


def script_references(text: str) -> Iterator[Reference]:
    """Yield each address that a script names where it asks for something."""
    for match in _ASKING.finditer(text):
        # A template with a hole in it is no address.
        if "${" not in match[2]:
            yield Reference(match[2], match.start(), loads=True)
    for match in _BESIDE.finditer(text):
        yield Reference(match[1], match.start(), loads=True)


def manifest_references(text: str) -> Iterator[Reference]:
    """Yield each address of a web app's manifest, or of the description of a package of data.

    :raises ValueError: it is no JSON.
    """
    said = json.loads(text)
    for key, value in _strings(said):
        if key in {"src", "start_url", "path"}:
            yield Reference(value, max(0, text.find(json.dumps(value, ensure_ascii=False))), loads=True)


def sitemap_references(text: str) -> Iterator[Reference]:
    """Yield each address of a sitemap."""
    for match in _LOCATION.finditer(text):
        yield Reference(unescape(match[1]), match.start(1), loads=False)


def _strings(said: object) -> Iterator[tuple[str, str]]:
    """Yield each text of a JSON value with the key that it stands at."""
    waiting: list[tuple[str, object]] = [("", said)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            waiting.extend((str(name), own) for name, own in value.items())
        elif isinstance(value, list):
            waiting.extend((key, own) for own in value)
