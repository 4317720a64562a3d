"""Make artefacts and write them, and say what each was made from where somebody wants to know."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.catalogue.traces import Cell, Traces
from generator.problems import working_on
from generator.publish.artefact import Artefact
from generator.publish.inventory import Written, written
from generator.publish.output import Output

# The bytes of each artefact by its path, and what they were made from.
Sent = tuple[dict[str, bytes], "Read"]


class Trace(NamedTuple):
    """The process that made an artefact, and where its cells stand in that process's list."""

    process: str
    positions: array[int]


@dataclass(frozen=True, slots=True)
class Read:
    """What artefacts were made from.

    ``traces`` are by path; ``cells`` are parts of the lists of processes, each cell by its position. A process that was
    begun by another has its list.
    """

    traces: dict[str, Trace] = field(default_factory=dict)
    cells: dict[str, dict[int, Cell]] = field(default_factory=dict)

    def add(self, other: Read) -> None:
        """Take in what others were made from."""
        self.traces.update(other.traces)
        for process, cells in other.cells.items():
            self.cells.setdefault(process, {}).update(cells)

    def by_path(self, numbers: dict[Cell, int]) -> Iterator[tuple[str, list[int]]]:
        """Yield by path the numbers of the cells of each artefact, but where some were lost.

        They are lost with their process. A cell that has no number yet is given the next one.
        """
        numbered = {
            process: {at: numbers.setdefault(cell, len(numbers)) for at, cell in cells.items()}
            for process, cells in self.cells.items()
        }
        known = {process: numbered.get(_begun_by(process), {}) | own for process, own in numbered.items()}
        for path, (process, positions) in self.traces.items():
            own = known.get(process, {})
            with suppress(KeyError):
                yield path, [own[at] for at in positions]


@dataclass(frozen=True, slots=True)
class Made:
    """What was written, each file by its path, and what they were made from."""

    files: dict[str, Written] = field(default_factory=dict)
    read: Read = field(default_factory=Read)

    def add(self, other: Made) -> None:
        """Take in what was written besides."""
        self.files.update(other.files)
        self.read.add(other.read)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes artefacts and writes them; with ``traces``, it tells what those with a frame were made from."""

    output: Output
    traces: Traces | None = None
    process: str = field(default_factory=lambda: str(os.getpid()))

    def make(self, artefacts: Sequence[Artefact]) -> Made:
        """Make artefacts and write them.

        :raises OSError: the disk failed.
        """
        made = Made()
        with_traces = Tracing(self.traces, self._process_now()) if self.traces else None
        for artefact in artefacts:
            with working_on(f"{artefact.path} ({artefact.origin})"):
                data = with_traces.made(artefact) if with_traces and artefact.frame else artefact.make()
                self.output.write(artefact.path, data)
                made.files[artefact.path] = written(data)
        if with_traces:
            made.read.add(with_traces.read())
        return made

    def write_sent(self, sent: Sent) -> Made:
        """Write what was made elsewhere.

        :raises OSError: the disk failed.
        """
        data, read = sent
        for path, own in data.items():
            self.output.write(path, own)
        return Made({path: written(own) for path, own in data.items()}, read)

    def make_again(self, artefacts: Sequence[Artefact]) -> Made:
        """Make artefacts of which some may have been written."""
        for artefact in artefacts:
            self.output.drop(artefact.path)
        return self.make(artefacts)

    def _process_now(self) -> str:
        """Return this process, behind the one that it was begun by with what that had in its memory."""
        own = str(os.getpid())
        return own if own == self.process else f"{self.process}>{own}"


class Tracing:
    """Makes artefacts one by one and gathers what they were made from."""

    def __init__(self, traces: Traces, process: str) -> None:
        """Begin with what this process has met so far."""
        self._traces, self._process = traces, process
        self._before = len(traces.cells)
        self._made: dict[str, Trace] = {}

    def made(self, artefact: Artefact) -> bytes:
        """Make an artefact."""
        data, positions = self._traces.made(artefact.make)
        self._made[artefact.path] = Trace(self._process, positions)
        return data

    def read(self) -> Read:
        """Return what was read, with the cells that were met for the first time."""
        new = dict(enumerate(self._traces.cells[self._before :], self._before))
        return Read(self._made, {self._process: new})


def _begun_by(process: str) -> str:
    return process.partition(">")[0]
