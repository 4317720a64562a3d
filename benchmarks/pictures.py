"""How long photographs take: a made city in which N projects have one of 12 megapixels each, built, and built again.

Run as ``python -m benchmarks.pictures N [--seed SEED] [--keep FOLDER]``. The photographs are made up, the same for the
same seed: slopes of light, shapes and the grain of a telephone's camera, 3 to 6 MB each, with all that a camera writes
into its files.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageFilter

from benchmarks.city import make
from benchmarks.machine import work_place
from benchmarks.measure import measured

SIZE = (4032, 3024)
_QUALITY = 93
# Of a made city, about every tenth record is a project.
_RECORDS_A_PROJECT = 12
_FEWEST_RECORDS = 300
_OWN = Path(__file__).parents[1]


def photograph(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Return a picture that packs and shrinks about as a photograph does, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - a made picture, no secret
    bands = [_band(random, size) for _ in range(3)]
    image = Image.merge("RGB", bands)
    side = (size[0] // 3, size[1] // 3)
    grain = Image.frombytes("L", side, random.randbytes(side[0] * side[1])).filter(ImageFilter.GaussianBlur(0.6))
    fine = grain.point(lambda value: 128 + (value - 128) // 3).resize(size, Image.Resampling.BICUBIC)
    return ImageChops.overlay(image, Image.merge("RGB", (fine, fine, fine)))


def _band(random: Random, size: tuple[int, int]) -> Image.Image:
    """Return one colour's light: a slope over the whole, and shapes at several sizes on it."""
    band = _shapes(random, (5, 4), size)
    for cells, share in (((24, 18), 0.4), ((120, 90), 0.25), ((600, 450), 0.12)):
        band = Image.blend(band, _shapes(random, cells, size), share)
    return band


def _shapes(random: Random, cells: tuple[int, int], size: tuple[int, int]) -> Image.Image:
    small = Image.frombytes("L", cells, random.randbytes(cells[0] * cells[1]))
    return small.resize(size, Image.Resampling.BICUBIC)


def camera_words(seed: int) -> Image.Exif:
    """Return what a telephone's camera writes into its files: make, number, time and place."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Camera", f"Model {seed % 7}", (1, 6, 8)[seed % 3]
    exif.get_ifd(0x8769).update({0x9003: "2026:05:01 09:30:00", 0xA431: f"SERIAL-{seed:08}"})
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 4.0, 0.0), 3: "E", 4: (120.0, 23.0, 0.0)})
    return exif


def write_pictures(root: Path, count: int, seed: int = 0, size: tuple[int, int] = SIZE) -> Iterator[Path]:
    """Make a city, and give so many of its projects a cover; yield each cover's file as it is written."""
    make(root, max(_FEWEST_RECORDS, count * _RECORDS_A_PROJECT), seed=seed)
    for number, record in enumerate(sorted((root / "projects").glob("*.yml"))[:count]):
        cover = record.with_suffix(".jpg")
        photograph(seed + number, size).save(cover, "JPEG", quality=_QUALITY, exif=camera_words(number))
        yield cover


def run(root: Path, count: int, seed: int) -> None:
    """Make the city, build it three times, and print what that took."""
    covers = list(write_pictures(root, count, seed))
    size = sum(cover.stat().st_size for cover in covers)
    _say(f"{len(covers)} photographs of 12 megapixels, {size / 1e6:.0f} MB")
    command = [sys.executable, "-m", "generator", "-C", str(root)]
    for what, words in (
        ("check, cold", ["check"]),
        ("build, cold", ["build"]),
        ("build, unchanged", ["build"]),
        ("check, unchanged", ["check"]),
    ):
        _print(what, [*command, *words], root)
    photograph(seed + count).save(covers[0], "JPEG", quality=_QUALITY)
    _print("build, one picture changed", [*command, "build"], root)
    made = list((root / "site" / "pictures").iterdir())
    _say(f"{len(made)} files of {sum(path.stat().st_size for path in made) / 1e6:.0f} MB")


def _print(what: str, command: Sequence[str], root: Path) -> None:
    """Run a command and print its time, that of all processors together, and its peak of memory."""
    before = os.times()
    taken = measured(command, root, python_path=str(_OWN))
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    _say(f"{what:<28}{taken.seconds:8.2f} s{worked:8.2f} s of work{taken.peak / 1e6:8.0f} MB")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pictures")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="a new folder for the city, which is left there")
    asked = parser.parse_args(arguments)
    if asked.keep:
        run(asked.keep, asked.count, asked.seed)
        return
    with tempfile.TemporaryDirectory(dir=work_place()) as folder:
        run(Path(folder), asked.count, asked.seed)


if __name__ == "__main__":
    main(sys.argv[1:])
