"""Variants: upright, in sRGB, in the sizes that a page asks for, with nothing but pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from generator.pictures.facts import facts_of
from generator.pictures.naming import SHARED, shared_path, variant_path, widths_of
from generator.pictures.variants import shared, variant
from generator.records.picture import Focus
from tests.pictures.test_opening import saved


def read(data: bytes) -> Image.Image:
    """Open a variant."""
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(("width", "widths"), [(300, (300,)), (800, (400, 800)), (4000, (400, 800, 1600))])
def test_no_variant_is_larger_than_the_picture(width: int, widths: tuple[int, ...]) -> None:
    """The widths end at the picture's own."""
    assert widths_of(width) == widths


def test_a_variant_is_upright_and_keeps_its_shape() -> None:
    """What a camera turned is turned back, and width and height keep their ratio."""
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (600, 300), "blue")
    image.paste("red", (0, 0, 300, 300))
    made = read(variant(saved(image, "JPEG", exif=exif, quality=95), 200))
    assert made.size == (200, 400)
    red, _, blue = made.convert("RGB").getpixel((100, 50))
    assert red > 2 * blue


def test_nothing_but_pixels() -> None:
    """No word, place or profile of the picture is in a variant."""
    exif = Image.Exif()
    exif[0x010E] = "SECRET-13800138000"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(
        Image.effect_noise((900, 700), 60).convert("RGB"), "JPEG", exif=exif, comment="SECRET", icc_profile=profile
    )
    for made in (variant(data, 400), shared(data, Focus.CENTRE)):
        assert b"SECRET" not in made
        assert b"Exif" not in made
        assert {"exif", "icc_profile", "comment", "xmp"}.isdisjoint(read(made).info)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "CMYK", "I;16", "1", "L"])
def test_every_kind_of_pixel(mode: str) -> None:
    """Whatever a picture's pixels are, a page gets red, green and blue."""
    form = "JPEG" if mode == "CMYK" else "PNG"
    data = saved(Image.new(mode, (500, 300)), form)
    assert read(variant(data, 400)).mode == "RGB"


def test_what_can_be_seen_through_is_white() -> None:
    """A transparent picture stands on white."""
    made = read(variant(saved(Image.new("RGBA", (500, 300), (0, 0, 0, 0)), "PNG"), 400))
    assert min(made.convert("RGB").getpixel((10, 10))) > 250


def test_what_matters_stays_in_sight() -> None:
    """A tall picture that is cut for sharing keeps its top where the focus is there."""
    image = Image.new("RGB", (600, 1800), "blue")
    image.paste("red", (0, 0, 600, 500))
    data = saved(image, "PNG")
    top, bottom = read(shared(data, Focus.TOP)), read(shared(data, Focus.BOTTOM))
    assert top.size == SHARED
    assert top.getpixel((600, 30))[0] > 200 > bottom.getpixel((600, 30))[0]


def test_names_follow_from_the_content() -> None:
    """A name is that of one picture in one width, and of one focus where it is cut."""
    one, other = (facts_of(saved(Image.new("RGB", (500, 500), colour), "PNG")) for colour in ("red", "blue"))
    assert variant_path(one, 400) != variant_path(other, 400)
    assert variant_path(one, 400).endswith("-400.webp")
    assert shared_path(one, Focus.TOP) != shared_path(one, Focus.LEFT)
