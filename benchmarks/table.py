"""Medians and ratios as a table of Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.measure import Measured

HEAD = (
    "| work | median | least–most | to Hugo cold | least to least | peak memory | pages | files | bytes | makes |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---|\n"
)
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Made:
    """What a work left behind."""

    pages: int = 0
    files: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A work with all that was measured of it."""

    name: str
    features: str
    runs: Sequence[Measured]
    made: Made

    @property
    def seconds(self) -> float:
        """Return the median."""
        return median(run.seconds for run in self.runs)

    @property
    def least(self) -> float:
        """Return the shortest time: on a busy machine the nearest to what the work itself takes."""
        return min(run.seconds for run in self.runs)


def made_in(folder: Path) -> Made:
    """Count the pages, files and bytes below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []
    pages = sum(path.suffix == ".html" for path in files)
    return Made(pages, len(files), sum(path.stat().st_size for path in files))


def table(rows: Sequence[Row], base: str) -> str:
    """Return the table; ``base`` is the work whose median is 1."""
    one = next((row for row in rows if row.name == base), None)
    return HEAD + "".join(f"| {' | '.join(_cells(row, one))} |\n" for row in rows)


def ratios(rows: Sequence[Row], pairs: Mapping[str, tuple[str, str]]) -> list[str]:
    """Return a line for each named pair of works that were both done."""
    seconds = {row.name: row.seconds for row in rows}
    told = [(words, pair) for words, pair in pairs.items() if set(pair) <= seconds.keys()]
    return [f"{words}: {seconds[above] / seconds[below]:.2f}" for words, (above, below) in told]


def _cells(row: Row, one: Row | None) -> tuple[str, ...]:
    most = max(run.seconds for run in row.runs)
    peak = max(run.peak for run in row.runs)
    return (
        row.name,
        f"{row.seconds:.2f} s",
        f"{row.least:.2f}–{most:.2f}",
        f"{row.seconds / one.seconds:.2f}" if one else "",
        f"{row.least / one.least:.2f}" if one else "",
        f"{peak / _MEGA:.0f} MB" if peak else "",
        f"{row.made.pages:,}" if row.made.pages else "",
        f"{row.made.files:,}" if row.made.files else "",
        f"{row.made.size / _MEGA:.1f} MB" if row.made.size else "",
        row.features,
    )
