"""Pictures through the door: hostile files are clean pictures or named problems, and no output tells who took one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from generator.recipes.build import build
from generator.recipes.build_options import BuildOptions
from generator.recipes.check import CheckOptions, check
from generator.records.picture import PictureFacts
from tests.conftest import Project
from tests.photographs import noise
from tests.pictures.segments import beside_pixels
from tests.pictures.test_opening import FAULTS, HOSTILE, saved

WORDS = ("SECRET-MAKER", "SECRET-SERIAL", "SECRET-COMMENT", "SECRET-XMP", "SECRET-CHUNK", "SECRET-THUMBNAIL")
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRET-XMP</x:xmpmeta>"


def told_by_a_camera() -> Image.Exif:
    """Return what a camera writes: who made it, its number, when and where."""
    exif = Image.Exif()
    exif[0x010F], exif[0x9C9C] = "SECRET-MAKER", "SECRET-COMMENT".encode("utf-16-le")
    exif.get_ifd(0x8769).update({0x9003: "2026:05:01 09:30:00", 0xA431: "SECRET-SERIAL"})
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 4.0, 0.0), 3: "E", 4: (120.0, 23.0, 0.0)})
    return exif


def talkative(form: str) -> bytes:
    """Return a picture that tells all it can in a format."""
    image, exif = noise(900, 600), told_by_a_camera()
    if form == "PNG":
        chunks = PngImagePlugin.PngInfo()
        chunks.add_itxt("Comment", "SECRET-CHUNK")
        chunks.add_text("Author", "SECRET-CHUNK", zip=True)
        return saved(image, form, exif=exif, pnginfo=chunks)
    told = {"comment": "SECRET-COMMENT"} if form == "JPEG" else {}
    return saved(image, form, exif=exif, xmp=XMP, **told) + b"SECRET-THUMBNAIL" * (form == "JPEG")


def pictured(root: Path, covers: dict[str, bytes]) -> Path:
    """Give a project records with these covers, each named in its record."""
    for name, data in covers.items():
        (root / "projects" / f"{name}.bin.jpg").write_bytes(data)
        record = f"name: {name}\nsource: doc\npictures:\n  - {{file: {name}.bin.jpg, alt: 合影}}\n"
        (root / "projects" / f"{name}.yml").write_text(record, "utf-8")
    return root


def unclean(site: Path) -> dict[str, list[str]]:
    """Return what the pictures of a site hold beside pixels."""
    read = {path.name: beside_pixels(path.read_bytes()) for path in (site / "pictures").iterdir()}
    return {name: found for name, found in read.items() if found}


def test_nothing_that_a_camera_wrote_is_published(project: Project) -> None:
    """No EXIF, place, serial number, comment, XMP or text chunk is in any file of the site, by a second reader."""
    covers = {form.lower(): talkative(form) for form in ("JPEG", "PNG", "WEBP")}
    assert all(any(word.encode() in data for word in WORDS) for data in covers.values())
    assert beside_pixels(covers["jpeg"])[:2] == ["segment e1", "segment e1"]
    assert beside_pixels(covers["webp"]) == ["VP8X", "EXIF", "XMP "]
    root = pictured(project("projects/readme.md: 记录"), covers)
    assert build(root, BuildOptions(jobs=1)).files
    assert unclean(root / "site") == {}
    published = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    assert [path for path, data in published.items() if b"SECRET" in data or b"Exif\0" in data] == []


@pytest.mark.skipif(not HOSTILE, reason="the corpus of hostile pictures is not beside the project")
def test_hostile_covers(project: Project) -> None:
    """Each hostile file as a cover is shown clean, or is one named problem at the line that names it."""
    names = {f"p{number}": path.read_bytes() for number, path in enumerate(HOSTILE)}
    root = pictured(project("projects/readme.md: 记录"), names)
    checked = check(root, CheckOptions(jobs=2))
    faults = {one.location.path: one for one in checked.problems if one.code in FAULTS}
    for name in names:
        seen, fault = checked.catalogue.pictures[f"projects/{name}.bin.jpg"], faults.get(f"projects/{name}.yml")
        assert isinstance(seen, PictureFacts) != (fault is not None), name
        assert fault is None or fault.location.line == 4, name
    for path in faults:
        (root / path).unlink()
        (root / path).with_suffix(".bin.jpg").unlink()
    assert build(root, BuildOptions(jobs=2)).files
    assert len(faults) < len(names)
    assert unclean(root / "site") == {}
