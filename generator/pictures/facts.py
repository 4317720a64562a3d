"""What must be known of a picture before the site is planned: its size, digest and colour, and what is wrong."""

from __future__ import annotations

import hashlib
from typing import Final

from PIL import Image, ImageFilter, ImageOps, ImageStat

from generator.pictures.metadata import has_place, words_in
from generator.pictures.opening import decoded, opened, quietly
from generator.records.picture import PictureFacts

# Wide enough for a cover on a phone with a dense screen.
COVER_WIDTH: Final = 800
_LOOKED_AT = 400
# The edges of a photograph of 400 pixels vary by hundreds; when it is out of focus by a hundredth of its width, by 6.
_BLURRED = 6.0
TINTS: Final = ("dark", "grey", "light", "red", "orange", "yellow", "green", "teal", "blue", "purple")
_GREY_BELOW = 40
_HUES = ((14, "red"), (30, "orange"), (48, "yellow"), (110, "green"), (140, "teal"), (182, "blue"), (225, "purple"))


def facts_of(data: bytes) -> PictureFacts:
    """Look at a picture's bytes, and decode the whole of it once.

    :raises PictureError: it is none, is of a format that is not read, is too large, or is damaged.
    """
    with opened(data) as whole, quietly():
        width, height = whole.size
        is_turned = whole.getexif().get(0x0112, 1) in {5, 6, 7, 8}
    image = decoded(data, _LOOKED_AT)
    with quietly():
        words, where = words_in(image), has_place(image)
        small = image.convert("RGB")
        small.thumbnail((_LOOKED_AT, _LOOKED_AT))
        return PictureFacts(
            digest=hashlib.sha256(data).hexdigest(),
            width=height if is_turned else width,
            height=width if is_turned else height,
            tint=_tint(small),
            is_blurred=_sharpness(small) < _BLURRED,
            words=words,
            has_place=where,
        )


def _sharpness(image: Image.Image) -> float:
    """Return the variance of a picture's edges (of its Laplacian), which is small where nothing is in focus."""
    edges = ImageOps.grayscale(image).filter(ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), 1, 128))
    # The outermost pixels are not filtered.
    inner = edges.crop((1, 1, max(2, edges.width - 1), max(2, edges.height - 1)))
    return ImageStat.Stat(inner).var[0]


def _tint(image: Image.Image) -> str:
    """Return the word for the colour that a picture has on the whole; it stands there while the picture loads."""
    hue, saturation, value = (int(mean) for mean in ImageStat.Stat(image.resize((16, 16)).convert("HSV")).mean)
    if saturation < _GREY_BELOW:
        return "light" if value > 190 else "dark" if value < 70 else "grey"  # noqa: PLR2004 - of 255
    return next((name for below, name in _HUES if hue < below), "red")
