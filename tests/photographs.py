"""Photographs for tests and for the examples of rules, which name them in words: （一张照片）."""

from __future__ import annotations

import io
import re
from functools import cache

from PIL import Image, ImageFilter

from generator.pictures.opening import MOST_BYTES

_SIZE = re.compile(r"(\d+)×(\d+)")
_WORDS = re.compile("自带的信息里写着“(.+)”")


@cache
def pictured(words: str) -> bytes:
    """Return the picture that some words in brackets name; nothing where they name none."""
    if not (words.startswith("（一张") and words.endswith("）") and "照片" in words):
        return b""
    size = _SIZE.search(words)
    image = noise(*((int(size[1]), int(size[2])) if size else (900, 600)))
    if "模糊" in words:
        image = image.filter(ImageFilter.GaussianBlur(30))
    told = _WORDS.search(words)
    data = jpeg(image, told[1] if told else "")
    return data + bytes(MOST_BYTES) if "超过" in words else data


def noise(width: int, height: int) -> Image.Image:
    """Return a picture full of edges, the same each time."""
    rows = bytes((x * x * 7 + y * y * 13 + x * y * 3) // 5 % 256 for y in range(height) for x in range(width))
    return Image.frombytes("L", (width, height), rows).convert("RGB")


def jpeg(image: Image.Image, comment: str = "") -> bytes:
    """Return a picture as JPEG."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80, comment=comment)
    return out.getvalue()
