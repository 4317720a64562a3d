"""The works that are compared: each is made ready, then done once with the clock running."""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks import words
from benchmarks.measure import Measured, measured
from benchmarks.peers import ROOT

OURS = "checked, linked both ways, search, statistics, comparison, open data, printed rolls"
AGAIN = "the same"
PAGES = "pages, lists, links both ways"
BOOK = "pages, lists, search"


class Work(Protocol):
    """One work: its name, what it makes in which folder, and what that has."""

    @property
    def name(self) -> str:
        """Return what it is called in the table."""

    @property
    def features(self) -> str:
        """Return what the result has."""

    @property
    def made(self) -> Path:
        """Return the folder of the result."""

    def do(self, turn: int) -> Measured:
        """Make everything ready, then do the work; ``turn`` is another number each time."""


@dataclass(frozen=True, slots=True)
class Ours:
    """A build of ours: cold, or after a change to a site that stands."""

    name: str
    folder: Path
    change: Callable[[Path, int], None] | None = None
    features: str = OURS

    @property
    def made(self) -> Path:
        """Return the folder of the site."""
        return self.folder / "site"

    def do(self, turn: int) -> Measured:
        """Build; a cold build has neither a site nor anything kept."""
        if self.change is None:
            remove(self.made, self.folder / ".showcase")
        else:
            if not self.made.exists():
                self._build()
            self.change(self.folder, turn)
        return self._build()

    def _build(self) -> Measured:
        return measured(
            [sys.executable, "-m", "generator", "-C", str(self.folder), "build"], ROOT, python_path=str(ROOT)
        )


@dataclass(frozen=True, slots=True)
class Check:
    """A check of ours, with nothing kept from before."""

    name: str
    folder: Path
    exit_code: int = 0
    features: str = "every problem with line and mend"

    @property
    def made(self) -> Path:
        """Return a folder that is never there: a check makes no site."""
        return self.folder / "site"

    def do(self, turn: int) -> Measured:
        """Check, cold."""
        del turn
        remove(self.folder / ".showcase")
        command = [sys.executable, "-m", "generator", "-C", str(self.folder), "check"]
        return measured(command, ROOT, exit_code=self.exit_code, python_path=str(ROOT))


@dataclass(frozen=True, slots=True)
class Peer:
    """A cold build of another generator."""

    name: str
    folder: Path
    command: tuple[str, ...]
    made: Path
    kept: tuple[Path, ...] = ()
    features: str = PAGES

    def do(self, turn: int) -> Measured:
        """Build, cold."""
        del turn
        remove(self.made, *self.kept)
        return measured(self.command, self.folder)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of our finished site: what writing alone takes."""

    name: str
    site: Work
    made: Path
    features: str = "the same files, copied"

    def do(self, turn: int) -> Measured:
        """Copy, after the site was made where it is not there."""
        if not self.site.made.exists():
            self.site.do(turn)
        remove(self.made)
        start = time.perf_counter()
        shutil.copytree(self.site.made, self.made)
        return Measured(time.perf_counter() - start)


def remove(*folders: Path) -> None:
    """Take folders away, those that are there."""
    for folder in folders:
        if folder.exists():
            shutil.rmtree(folder)


def nothing(folder: Path, turn: int) -> None:
    """Change nothing."""
    del folder, turn


def one_record(folder: Path, turn: int) -> None:
    """Change a sentence of one project."""
    _put(folder / "projects" / "p1.yml", r"^summary: .*$", f"summary: 改了第{turn + 1}次的一句话，别的都照旧。")


def one_title(folder: Path, turn: int) -> None:
    """Change the name of a district, which stands on the pages of all that is there."""
    name = words.FIRST[turn % len(words.FIRST)] + words.FIRST[(turn + 1) % len(words.FIRST)]
    _put(folder / "content" / "places" / "d1.yml", r"^name: .*$", f"name: {name}区")


def _put(path: Path, found: str, line: str) -> None:
    text, count = re.subn(found, line, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    if not count:
        raise ValueError(f"{path}: has no such line")
    path.write_text(text, encoding="utf-8", newline="\n")
