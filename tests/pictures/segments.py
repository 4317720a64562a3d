"""What stands in a WebP or JPEG beside its pixels, read byte by byte: a second reader than the one that wrote it."""

from __future__ import annotations

from collections.abc import Iterator

_PIXELS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
# Of the flags of an extended WebP: a colour profile, EXIF, XMP, an animation.
_MORE = 0x20 | 0x08 | 0x04 | 0x02
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
# The mark of JFIF, the tables, the frame (baseline or progressive), the interval of restarts.
_NEEDED = {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDD}
_JFIF_BYTES = 14


def beside_pixels(data: bytes) -> list[str]:
    """Return the name of each part that no picture needs; of other files say that they are none."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return [*_of_webp(data)]
    if data[:2] == bytes((0xFF, _START)):
        return [*_of_jpeg(data)]
    return ["not a picture of ours"]


def _of_webp(data: bytes) -> Iterator[str]:
    if int.from_bytes(data[4:8], "little") + 8 != len(data):
        yield "bytes behind the end"
    at = 12
    while at < len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name not in _PIXELS or (name == b"VP8X" and data[at + 8] & _MORE):
            yield name.decode("latin-1")
        at += 8 + size + size % 2


def _of_jpeg(data: bytes) -> Iterator[str]:
    at = 2
    while data[at] == 0xFF and data[at + 1] != _END:
        mark, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if mark not in {*_NEEDED, _SCAN} or (mark == 0xE0 and size != _JFIF_BYTES + 2):
            yield f"segment {mark:02x}"
        at += 2 + size
        if mark == _SCAN:
            # Inside a scan, FF stands before 00 or a restart; anything else ends it.
            while not (data[at] == 0xFF and data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7):
                at += 1
    if data[at:] != bytes((0xFF, _END)):
        yield "bytes behind the end"
