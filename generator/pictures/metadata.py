"""The words that a picture carries unseen: EXIF, comments, XMP, text chunks. None of them is published.

They are read so that a private number in them is named: whoever took the picture should not hand it on like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PIL import ExifTags, Image

# Words, as opposed to numbers and the odd letters that binary data happens to hold.
_WORDS = re.compile(r"[^\x00-\x1f\x7f-\x9f\ufffd]{6,}")
_MOST = 100_000
# The number of the program that wrote an XMP looks like a telephone's: "Adobe XMP Core 5.6-c138 79.159824".
_WRITTEN_BY = re.compile(r"\bx:xmptk\s*=\s*(?:\"[^\"]*\"|'[^']*')")
# What is no text: colour profiles, thumbnails, tables.
_BINARY = {"icc_profile", "thumbnails", "depth_images", "aux", "exif"}


def words_in(image: Image.Image) -> tuple[str, ...]:
    """Return the texts in a decoded picture's metadata, each once."""
    found = (words for value in _values(image) for words in _WORDS.findall(_WRITTEN_BY.sub("", _text(value))))
    return tuple(dict.fromkeys(found))


def has_place(image: Image.Image) -> bool:
    """Return whether the picture says where it was taken."""
    return bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))


def _values(image: Image.Image) -> Iterator[object]:
    yield from _flat(value for name, value in image.info.items() if name not in _BINARY)
    exif = image.getexif()
    yield from _flat(exif.values())
    for part in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
        yield from _flat(exif.get_ifd(part).values())
    # Comments and other segments of a JPEG, of which ``info`` keeps some only.
    for name, value in getattr(image, "applist", ()):
        if name != "APP2":
            yield value


def _flat(values: Iterable[object]) -> Iterator[object]:
    for value in values:
        if isinstance(value, dict):
            yield from _flat(value.values())
        elif isinstance(value, (list, tuple)):
            yield from _flat(value)
        else:
            yield value


def _text(value: object) -> str:
    if isinstance(value, str):
        return value[:_MOST]
    if not isinstance(value, bytes):
        return ""
    part = value[:_MOST]
    # Windows writes its own EXIF texts in UTF-16.
    is_wide = len(part) > 1 and part[1::2].count(0) * 2 > len(part) // 2
    return part.decode("utf-16-le" if is_wide else "utf-8", "replace")
