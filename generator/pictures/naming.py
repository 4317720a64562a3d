"""What the variants of a picture are called, and how many there are: known before any is made."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from typing import Final

from generator.records.picture import Focus, PictureFacts

FOLDER: Final = "pictures"
WIDTHS: Final = (400, 800, 1600)
SHARED: Final = (1200, 630)
# When what is made of a picture changes, so do the names.
_MADE = 1


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths that a picture is given in; none is larger than it."""
    return tuple(sorted({*(own for own in WIDTHS if own < width), min(width, WIDTHS[-1])}))


def height_in(facts: PictureFacts, width: int) -> int:
    """Return the height of a variant, in pixels."""
    return max(1, round(facts.height * width / facts.width))


def variant_path(facts: PictureFacts, width: int) -> str:
    """Return the path of a WebP variant from the site's root."""
    return f"{FOLDER}/{_named(facts.digest, str(width))}-{width}.webp"


def shared_path(facts: PictureFacts, focus: Focus) -> str:
    """Return the path of the JPEG for those who share a page; it is cut, so the focus counts."""
    return f"{FOLDER}/{_named(facts.digest, focus.value)}-share.jpg"


def _named(digest: str, part: str) -> str:
    return hashlib.sha256(f"{digest} {part} {_made_by()}".encode()).hexdigest()[:16]


@cache
def _made_by() -> str:
    return f"{_MADE} {version('pillow')}"
