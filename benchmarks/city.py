"""Make a city of N records, the same to the byte for the same seed.

Run as ``python -m benchmarks.city FOLDER N``. The names are made up; the shape is that of real records.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks import kinds
from benchmarks.kinds import Made
from benchmarks.sizes import FEWEST, MOST, Sizes, sizes_of
from benchmarks.wrong import wrong_text
from benchmarks.yaml_lines import yaml_item, yaml_record

CONFIG = """\
site_name: 试验城
docs_dir: content
theme: {name: showcase}
plugins:
  - showcase: {place: city}
"""
# Records of one list file: some 200 KB at most.
IN_ONE_FILE = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the folder it lies in, whether each has a file of its own, and its records by id."""

    name: str
    folder: str
    alone: bool
    records: Iterator[tuple[str, Made]]


def city(count: int, seed: int = 0) -> Iterator[Kind]:
    """Yield every kind with its records; each record depends on its own number alone."""
    metrics = kinds.metrics()
    sizes = sizes_of(count, len(metrics) + 1)
    yield Kind("metrics", "content/metrics", alone=False, records=((made["id"], made) for made in metrics))
    yield Kind("places", "content/places", alone=True, records=_places(sizes, seed))
    for name, folder, alone, letter, make in (
        ("documents", "content/documents", False, "doc-", kinds.document),
        ("teams", "content/teams", False, "t", kinds.team),
        ("people", "content/people", False, "w", kinds.person),
        ("brands", "content/brands", False, "b", kinds.brand),
        ("stations", "content/stations", False, "z", kinds.station),
        ("activities", "content/activities", False, "a", kinds.activity),
        ("incentives", "content/incentives", False, "i", kinds.incentive),
        ("platforms", "content/platforms", False, "f", kinds.platform),
        ("projects", "projects", True, "p", kinds.project),
        ("series", "honours/series", False, "r", kinds.series),
        ("editions", "honours", True, "e", kinds.edition),
    ):
        yield Kind(name, folder, alone, _records(name, letter, make, sizes, seed))


def _records(
    name: str, letter: str, make: Callable[[Random, int, Sizes], Made], sizes: Sizes, seed: int
) -> Iterator[tuple[str, Made]]:
    for at in range(getattr(sizes, name)):
        record = make(_chance(seed, name, at), at, sizes)
        yield record.get("id", f"{letter}{at}"), record


def _places(sizes: Sizes, seed: int) -> Iterator[tuple[str, Made]]:
    yield kinds.CITY, {"name": "试验市", "level": "市", "source": "doc", "summary": "为试验而写的一座城市。"}
    for letter, count in (("d", sizes.districts), ("s", sizes.streets), ("c", sizes.communities)):
        for at in range(count):
            yield f"{letter}{at}", kinds.place(_chance(seed, letter, at), letter, at, sizes)


def _chance(seed: int, what: str, number: int) -> Random:
    return Random(f"{seed} {what} {number}")  # noqa: S311 - made up, not secret


def make(folder: Path, count: int, *, seed: int = 0, wrong: float = 0) -> None:
    """Write a project folder of ``count`` records, of which a share is wrong."""
    _write(folder / "mkdocs.yml", CONFIG)
    _write(folder / "content/about.md", "# 关于\n\n试验用的记录。\n")
    rng = _chance(seed, "wrong", 0)
    for kind in city(count, seed):
        if kind.alone:
            for record_id, record in kind.records:
                _write(folder / kind.folder / f"{record_id}.yml", wrong_text(yaml_record(record), rng, wrong))
            continue
        for at, chunk in enumerate(_chunks(kind.records)):
            items = [wrong_text(yaml_item(record), rng, wrong, in_list=True) for _, record in chunk]
            _write(folder / kind.folder / f"{at}.yml", "\n".join(items))


def _chunks(records: Iterator[tuple[str, Made]]) -> Iterator[list[tuple[str, Made]]]:
    while chunk := list(islice(records, IN_ONE_FILE)):
        yield chunk


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _count(text: str) -> int:
    if not text.isdecimal() or not FEWEST <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"{text}: a whole number from {FEWEST} to {MOST} is wanted")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text}: a share from 0 to 1 is wanted, such as 0.1")
    return share


def main(arguments: list[str] | None = None) -> int:
    """Make a city as asked on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.city", description="Make a city of N records.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new or empty folder")
    parser.add_argument("count", type=_count, metavar="N", help=f"how many records: {FEWEST} to {MOST}")
    parser.add_argument("--seed", type=int, default=0, help="another city of the same size (default: 0)")
    parser.add_argument(
        "--wrong", type=_share, default=0.0, metavar="SHARE", help="the share of wrong records, such as 0.1"
    )
    asked = parser.parse_args(arguments)
    if asked.folder.exists() and (not asked.folder.is_dir() or any(asked.folder.iterdir())):
        parser.error(f"{asked.folder}: is there already and not an empty folder")
    try:
        make(asked.folder, asked.count, seed=asked.seed, wrong=asked.wrong)
    except OSError as error:
        sys.stderr.write(f"{error.filename or asked.folder}: {error.strerror}\n")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
