"""Bytes to an open picture: JPEG, PNG, WebP and, where its reader is installed, HEIC; nothing else, whatever its name.

Limits on bytes, sides and pixels are asked before anything is decoded; then the whole picture is decoded once, so that
one which is cut off or lies about itself is found before it is shown. Of an animation the first frame counts.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from PIL import Image

with suppress(ImportError):
    from pi_heif import register_heif_opener

    register_heif_opener(thumbnails=False)

FORMATS: Final = ("JPEG", "PNG", "WEBP", "HEIF")
SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
MOST_BYTES: Final = 20 * 1024 * 1024
MOST_SIDE: Final = 16_000
MOST_PIXELS: Final = 64_000_000
_SVG = re.compile(rb"\s*(?:<\?xml|<!--|<svg|<!DOCTYPE svg)", re.IGNORECASE)
# Each family of picture files begins with its own sign; HEIC has it behind the length of its first box.
_SIGNS = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"RIFF", "WEBP"))
_HEIC = re.compile(rb"....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL)


class PictureError(ValueError):
    """A file is no picture that can be shown; ``code`` is that of the problem, ``details`` fill its words."""

    def __init__(self, code: str, **details: str) -> None:
        """Take the code and what its words name."""
        super().__init__(code)
        self.code, self.details = code, details


def opened(data: bytes) -> Image.Image:
    """Open a picture whose size has been looked at, of which nothing is decoded yet.

    :raises PictureError: it is none, is of another format, or is too large.
    """
    if len(data) > MOST_BYTES:
        raise PictureError("picture-too-large", size=f"{len(data) / 1024 / 1024:.0f} MB")
    found = _format_of(data)
    with quietly():
        image = Image.open(io.BytesIO(data), formats=[found])
    width, height = image.size
    if max(width, height) > MOST_SIDE or width * height > MOST_PIXELS:
        raise PictureError("picture-too-large", size=f"{width}×{height}")
    return image


def decoded(data: bytes, width: int) -> Image.Image:
    """Open a picture and read the whole of it; a JPEG comes out smaller, but not below a width and height in pixels.

    :raises PictureError: it cannot be opened, is damaged or is cut off.
    """
    with opened(data) as checked, quietly():
        checked.verify()
    image = opened(data)
    with quietly():
        # At a half, a quarter or an eighth a JPEG is decoded in a fraction of the time.
        image.draft("RGB", (width, width))
        image.load()
    return image


def _format_of(data: bytes) -> str:
    """Return which format a file is of, by how it begins.

    :raises PictureError: it begins like none of those that are read, or its reader is not installed.
    """
    if _SVG.match(data):
        raise PictureError("picture-svg")
    found = next((name for sign, name in _SIGNS if data.startswith(sign)), "HEIF" if _HEIC.match(data) else "")
    if found == "WEBP" and data[8:12] != b"WEBP":
        found = ""
    if not found:
        raise PictureError("not-a-picture")
    if found == "HEIF" and "HEIF" not in Image.OPEN:
        raise PictureError("picture-heic")
    return found


@contextmanager
def quietly() -> Iterator[None]:
    """Turn whatever a decoder of hostile bytes throws or warns of into one error of ours."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureError("picture-too-large", size=f"{MOST_PIXELS // 1_000_000} 百万像素以上") from None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - decoders of damaged files raise whatever their code happens to meet
        raise PictureError("picture-broken") from None
