"""Clean variants of a picture: upright, in sRGB, without a byte of metadata.

WebP in three widths for pages, and one JPEG of 1200×630 for those who share the page. A variant is named by the
picture's content, so that it can be kept for ever.
"""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageOps

from generator.pictures.naming import SHARED
from generator.pictures.opening import decoded, quietly
from generator.records.picture import Focus

_WEBP_QUALITY, _JPEG_QUALITY = 78, 82
_WHITE = (255, 255, 255)


def variant(data: bytes, width: int) -> bytes:
    """Return a picture as WebP in a width, in pixels.

    :raises PictureError: it cannot be decoded.
    """
    image = clean(data, width)
    height = max(1, round(image.height * width / image.width))
    out = io.BytesIO()
    image.resize((width, height), Image.Resampling.LANCZOS).save(out, "WEBP", quality=_WEBP_QUALITY, method=4)
    return out.getvalue()


def shared(data: bytes, focus: Focus) -> bytes:
    """Return a picture as JPEG of 1200×630, cut around its focus.

    :raises PictureError: it cannot be decoded.
    """
    image = clean(data, SHARED[0])
    out = io.BytesIO()
    fitted = ImageOps.fit(image, SHARED, Image.Resampling.LANCZOS, centering=focus.centre)
    fitted.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue()


def clean(data: bytes, width: int) -> Image.Image:
    """Return a picture's pixels alone: upright, in sRGB, on white, at least as wide as asked where it has that much.

    :raises PictureError: it cannot be decoded.
    """
    image = decoded(data, width)
    with quietly():
        upright = ImageOps.exif_transpose(image)
        pixels = _flattened(_in_srgb(upright))
        return Image.frombytes("RGB", pixels.size, pixels.tobytes())


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return a picture with its colours turned from its own profile to sRGB; a profile that lies is passed over."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return image
    return turned or image


def _flattened(image: Image.Image) -> Image.Image:
    """Return a picture as RGB; what can be seen through it is white."""
    if image.mode.startswith("I"):
        # Sixteen bits a pixel: the upper eight are shown.
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        seen = image.convert("RGBA")
        ground = Image.new("RGB", seen.size, _WHITE)
        ground.paste(seen, mask=seen.getchannel("A"))
        return ground
    return image.convert("RGB")
