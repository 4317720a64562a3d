"""A page of the preview: the page as it will be published, with the panel's script at its end.

The script has to talk to the server that it came from, which the policy of a published page forbids; the policy of the
preview's copy allows that and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import escape

from generator.desk.serve.panel import WORDS
from generator.printing.policy import POLICY
from generator.problems import Language
from generator.publish.artefact import Artefact

OWN = "/-showcase/"
_END = b"</body>"
_POLICY, _WIDER = POLICY.encode(), f"{POLICY}; connect-src 'self'".encode()
# What browsers are told, whatever the system believes about a suffix: Windows lets programs change that.
_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml",
    "xml": "application/xml",
    "csv": "text/csv",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class ServedPage:
    """What is sent: the bytes, their type, and a mark that changes with them; or the address that is meant."""

    data: bytes
    type: str
    mark: str
    status: int = 200
    location: str = ""


def served(artefact: Artefact, language: Language, *, status: int = 200) -> ServedPage:
    """Make a file of the site as the preview sends it; pages alone get the panel."""
    data = artefact.make()
    is_page = artefact.path.endswith(".html") and artefact.content in {"page", "unlisted page", "handbook"}
    return page_with_panel(data, language, status=status) if is_page else _file(artefact.path, data, status)


def page_with_panel(data: bytes, language: Language, *, status: int = 200) -> ServedPage:
    """Put the panel's script at the end of a page."""
    mark = _mark(data)
    words = {"page": mark, "label": WORDS["panel"][language], "lost": WORDS["lost"][language]}
    given = " ".join(f'data-{name}="{escape(text)}"' for name, text in words.items())
    script = f'<script src="{OWN}panel.js" {given}></script>\n'.encode()
    head, end, rest = data.replace(_POLICY, _WIDER, 1).rpartition(_END)
    whole = head + script + end + rest if end else rest + script
    return ServedPage(whole, "text/html; charset=utf-8", mark, status)


def _file(path: str, data: bytes, status: int) -> ServedPage:
    kind = _TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
    is_text = kind.startswith("text/") or kind in {"application/json", "application/xml", "image/svg+xml"}
    return ServedPage(data, f"{kind}; charset=utf-8" if is_text else kind, _mark(data), status)


def _mark(data: bytes) -> str:
    return f'"{sha256(data).hexdigest()[:32]}"'
