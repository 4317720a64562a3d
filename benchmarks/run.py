"""Do the same work side by side, several times in turn, and print medians and ratios.

Run as ``python -m benchmarks.run``; ``--help`` tells the rest. It needs a system with ``wait4``: Linux or macOS.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.city import make
from benchmarks.hugo_site import write_hugo_site
from benchmarks.machine import description, work_place
from benchmarks.measure import FailedError, Measured
from benchmarks.mkdocs_site import write_mkdocs_site
from benchmarks.peers import hugo_binary
from benchmarks.results import write_results
from benchmarks.sizes import FEWEST, MOST
from benchmarks.table import Row, made_in, ratios, table
from benchmarks.works import AGAIN, BOOK, Check, Copy, Ours, Peer, Work, nothing, one_record, one_title

HUGO, COLD = "Hugo, cold", "ours, cold"
SOUND, FAULTY = "ours, check of a sound city", "ours, check of a faulty city"
GROWTH = (10_000, 100_000)
# MkDocs takes minutes beyond it.
MOST_FOR_MKDOCS = 1_000
WRONG = 0.1
PAIRS = {
    "faulty city's check to the sound one's": (FAULTY, SOUND),
    "ours cold to a copy of its site": (COLD, "copy of our site"),
    f"ours, {GROWTH[1]:,} to {GROWTH[0]:,} records": (f"{COLD}, {GROWTH[1]:,}", f"{COLD}, {GROWTH[0]:,}"),
    f"Hugo, {GROWTH[1]:,} to {GROWTH[0]:,} records": (f"{HUGO}, {GROWTH[1]:,}", f"{HUGO}, {GROWTH[0]:,}"),
}


def works_of(folder: Path, count: int, seed: int, *, mkdocs: bool, only: Sequence[str]) -> list[Work]:
    """Return the works of a city of ``count`` records, of those whose names have one of the words in ``only``."""
    cold = Ours(COLD, folder / "ours")
    works: list[Work] = [
        cold,
        Ours("ours, unchanged", folder / "ours", nothing, AGAIN),
        Ours("ours, one record changed", folder / "ours", one_record, AGAIN),
        Ours("ours, one title changed that many pages show", folder / "ours", one_title, AGAIN),
        Check(SOUND, folder / "sound"),
        Check(FAULTY, folder / "faulty", exit_code=1),
        Copy("copy of our site", cold, folder / "copy"),
        hugo(HUGO, folder / "hugo"),
    ]
    if mkdocs:
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
        works.append(
            Peer("MkDocs with Material, cold", folder / "mkdocs", command, folder / "mkdocs" / "site", features=BOOK)
        )
    chosen = named(works, only)
    in_a_child(write_folders, folder, count, seed, {work.name for work in chosen})
    return chosen


def named(works: Sequence[Work], only: Sequence[str]) -> list[Work]:
    """Return the works that have one of the words in their names; all where no words are given."""
    return [work for work in works if not only or any(word.casefold() in work.name.casefold() for word in only)]


def hugo(name: str, folder: Path) -> Peer:
    """Return Hugo's cold build of a folder."""
    command = (str(hugo_binary()), "build", "--quiet", "--cacheDir", str(folder / "cache"))
    return Peer(name, folder, command, folder / "public", (folder / "cache", folder / "resources"))


def in_a_child(write: Callable[..., None], *arguments: object) -> None:
    """Write in a process of its own: what this one holds would count as the least that each work holds."""
    with ProcessPoolExecutor(1) as pool:
        pool.submit(write, *arguments).result()


def write_folders(folder: Path, count: int, seed: int, names: set[str]) -> None:
    """Write the projects that the chosen works need."""
    tell(f"Making {count:,} records …")
    if names - {SOUND, FAULTY, HUGO}:
        make(folder / "ours", count, seed=seed)
    if SOUND in names:
        make(folder / "sound", count, seed=seed)
    if FAULTY in names:
        make(folder / "faulty", count, seed=seed, wrong=WRONG)
    if HUGO in names:
        write_hugo_site(folder / "hugo", count, seed)
    if any(name.startswith("MkDocs") for name in names):
        write_mkdocs_site(folder / "mkdocs", count, seed)


def growing_works(folder: Path, seed: int, sizes: Sequence[int] = GROWTH) -> list[Work]:
    """Return our cold build and Hugo's of the smaller city and of the larger."""
    works: list[Work] = []
    for count in sizes:
        here = folder / f"{count}"
        in_a_child(write_folders, here, count, seed, {COLD, HUGO})
        works += [Ours(f"{COLD}, {count:,}", here / "ours"), hugo(f"{HUGO}, {count:,}", here / "hugo")]
    return works


def in_turn(works: Sequence[Work], rounds: int) -> list[Row]:
    """Do every work once a round; each round begins with another work."""
    runs: dict[str, list[Measured]] = {work.name: [] for work in works}
    for turn in range(rounds):
        start = turn % len(works)
        for work in (*works[start:], *works[:start]):
            tell(f"Round {turn + 1} of {rounds}: {work.name} …")
            runs[work.name].append(work.do(turn))
            tell(f"  {runs[work.name][-1].seconds:.2f} s")
    return [Row(work.name, work.features, runs[work.name], made_in(work.made)) for work in works]


def report(rows: Sequence[Row], about: Sequence[str], rounds: int) -> str:
    """Return the text that is printed and written."""
    base = next((row.name for row in rows if row.name.startswith(HUGO)), "")
    lines = [*about, f"Rounds: {rounds}, each beginning with another work; medians", *ratios(rows, PAIRS)]
    return f"{table(rows, base)}\n" + "".join(f"- {line}\n" for line in lines)


def tell(words: str) -> None:
    """Say how far the work is."""
    sys.stderr.write(f"{words}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="The same work by us and by peers.")
    parser.add_argument("--records", type=int, default=1_000, metavar="N", help=f"{FEWEST} to {MOST} (default: 1000)")
    parser.add_argument("--rounds", type=int, default=3, metavar="R", help="how often each work is done (default: 3)")
    parser.add_argument("--only", default="", metavar="WORDS", help="works with one of these in their names: cold,hugo")
    parser.add_argument("--seed", type=int, default=0, help="another city of the same size")
    parser.add_argument("--mkdocs", action="store_true", help=f"MkDocs too beyond {MOST_FOR_MKDOCS:,} records")
    parser.add_argument("--growth", action="store_true", help=f"cold builds of {GROWTH[0]:,} and {GROWTH[1]:,} records")
    parser.add_argument("--write", type=dt.date.fromisoformat, metavar="DATE", help="write RESULTS.md, dated so")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if not FEWEST <= asked.records <= MOST:
        parser.error(f"--records {asked.records}: a number from {FEWEST} to {MOST} is wanted")
    if asked.rounds < 1:
        parser.error(f"--rounds {asked.rounds}: 1 or more are wanted")
    only = [word.strip() for word in asked.only.split(",") if word.strip()]
    with tempfile.TemporaryDirectory(prefix="showcase-bench-", dir=work_place()) as place:
        folder = Path(place)
        about = description(folder, hugo_binary())
        mkdocs = asked.mkdocs or asked.records <= MOST_FOR_MKDOCS
        try:
            works = (
                named(growing_works(folder, asked.seed), only)
                if asked.growth
                else works_of(folder, asked.records, asked.seed, mkdocs=mkdocs, only=only)
            )
            if not works:
                parser.error(f"--only {asked.only}: no work has one of these words in its name")
            text = report(in_turn(works, asked.rounds), about, asked.rounds)
        except FailedError as error:
            tell(str(error))
            return 1
    sys.stdout.write(text)
    if asked.write:
        size = f"{GROWTH[0]:,} and {GROWTH[1]:,}" if asked.growth else f"{asked.records:,}"
        write_results(f"{size} records", f"{asked.write}\n\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
