"""Hostile bytes: each file is a sound picture or a named fault, whatever it is called."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from generator.pictures.facts import facts_of
from generator.pictures.opening import MOST_BYTES, PictureError
from generator.pictures.variants import shared, variant
from generator.records.picture import Focus, PictureFacts
from generator.rules.private_numbers import private_numbers
from tests.pictures.segments import beside_pixels

CORPORA = Path(os.environ.get("SHOWCASE_CORPORA", Path(__file__).parents[3] / "shared" / "corpora"))
HOSTILE = sorted((CORPORA / "images" / "pillow").glob("*"))
FAULTS = {"not-a-picture", "picture-svg", "picture-broken", "picture-too-large", "picture-heic"}


SIGNS = [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WEBP"]


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """Return a picture's bytes."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def fault_of(data: bytes) -> str:
    """Return the code of what is wrong with bytes; nothing where they are a picture."""
    try:
        facts_of(data)
    except PictureError as error:
        return error.code
    return ""


@pytest.mark.skipif(not HOSTILE, reason="the corpus of hostile pictures is not beside the project")
@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_hostile_files(path: Path) -> None:
    """Each file of the corpus is a picture of some size, or has one of our faults."""
    assert fault_of(path.read_bytes()) in {"", *FAULTS}


@given(st.binary(max_size=200), st.sampled_from(SIGNS))
def test_any_bytes(data: bytes, sign: bytes) -> None:
    """Any bytes are refused with a fault of ours, also behind the sign of a picture."""
    assert fault_of(sign + data) in FAULTS


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_cut_off(form: str) -> None:
    """A picture of which the end is missing is broken."""
    whole = saved(Image.effect_noise((300, 200), 80), form)
    assert fault_of(whole) == ""
    assert fault_of(whole[: len(whole) * 2 // 3]) == "picture-broken"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-svg"),
        (b"<?xml version='1.0'?><svg/>", "picture-svg"),
        (saved(Image.new("RGB", (9, 9)), "GIF"), "not-a-picture"),
        (saved(Image.new("RGB", (9, 9)), "TIFF"), "not-a-picture"),
        (saved(Image.new("L", (16_001, 1)), "PNG"), "picture-too-large"),
        (saved(Image.new("1", (9_000, 9_000)), "PNG"), "picture-too-large"),
        (b"\xff\xd8\xff" + bytes(MOST_BYTES), "picture-too-large"),
    ],
    ids=["svg", "xml", "gif", "tiff", "side", "pixels", "bytes"],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    """SVG, other formats, and what is too large are told apart by their bytes."""
    assert fault_of(data) == code


def test_upright_size() -> None:
    """Width and height are those of the picture as it is seen."""
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = facts_of(saved(Image.new("RGB", (60, 40), "red"), "JPEG", exif=exif))
    assert (facts.width, facts.height, facts.tint) == (40, 60, "red")


def test_blurred() -> None:
    """A picture without an edge is blurred, and one of sharp noise is not."""
    assert facts_of(saved(Image.linear_gradient("L").resize((500, 500)), "PNG")).is_blurred
    assert not facts_of(saved(Image.effect_noise((500, 500), 90), "PNG")).is_blurred


def test_words_of_the_metadata() -> None:
    """EXIF, comments and text chunks are read, in Chinese too."""
    exif = Image.Exif()
    exif[0x010E] = "tel 13800138000"
    found = facts_of(saved(Image.new("RGB", (9, 9)), "JPEG", exif=exif, comment="拍摄者的电话写在这里"))
    assert {"tel 13800138000", "拍摄者的电话写在这里"} <= set(found.words)
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt("Comment", "手机 13900139000")
    assert "手机 13900139000" in facts_of(saved(Image.new("RGB", (9, 9)), "PNG", pnginfo=chunks)).words


def test_place_of_the_metadata() -> None:
    """That a picture tells where it was taken is seen."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    facts = facts_of(saved(Image.new("RGB", (9, 9)), "JPEG", exif=exif))
    assert isinstance(facts, PictureFacts)
    assert facts.has_place


def test_a_picture_of_a_telephone() -> None:
    """HEIC, which telephones write, is read where its reader is installed, and nothing but its pixels is published."""
    pytest.importorskip("pi_heif")
    data = (Path(__file__).parent / "telephone.heic").read_bytes()
    facts = facts_of(data)
    assert (facts.width, facts.height, facts.tint) == (600, 400, "green")
    assert "tel 13800138000" in facts.words
    assert beside_pixels(variant(data, 400)) == beside_pixels(shared(data, Focus.CENTRE)) == []


def test_the_number_of_a_program_is_no_telephone() -> None:
    """What Photoshop writes of itself into XMP is no private number, and what a person wrote there is still read."""
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 5.6-c138 79.159824">tel 13800138000</x:xmpmeta>'
    words = facts_of(saved(Image.new("RGB", (60, 40)), "JPEG", xmp=xmp)).words
    assert {spotted.number for text in words for spotted in private_numbers(text)} == {"13800138000"}


def test_a_picture_of_a_telephone_without_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """HEIC is refused with a way out where its reader is not installed."""
    monkeypatch.delitem(Image.OPEN, "HEIF", raising=False)
    assert fault_of(b"\0\0\0\x18ftypheic" + bytes(40)) == "picture-heic"
