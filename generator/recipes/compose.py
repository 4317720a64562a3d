"""The recipe of a site: make every artefact of the plan, and write each once, on all cores where there are many.

A process that makes artefacts begins with the plan in its memory, is told which part of it to make, writes that into
the folder, and answers with the sizes, and with what each was made from where somebody wants to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, as_completed
from dataclasses import dataclass, field
from functools import partial

from generator.catalogue.traces import Cell, Traces
from generator.problems import working_on
from generator.processes import can_inherit, inheriting
from generator.publish.artefact import Artefact
from generator.publish.output import Output

Progress = Callable[[int, int], None]
# So many artefacts are worth other processes, and so many pages are given out at once.
_WORTH_IT = 500
_PART = 48


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: the size in bytes of each file by its path, and the cells that it was made from."""

    sizes: dict[str, int] = field(default_factory=dict)
    cells: dict[str, list[Cell]] = field(default_factory=dict)

    def add(self, other: Made) -> None:
        """Take in what was written besides."""
        self.sizes.update(other.sizes)
        self.cells.update(other.cells)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes artefacts and writes them; with ``traces``, it tells what those with a frame were made from."""

    output: Output
    traces: Traces | None = None

    def make(self, artefacts: Sequence[Artefact]) -> Made:
        """Make artefacts and write them.

        :raises OSError: the disk failed.
        """
        made = Made()
        for artefact in artefacts:
            with working_on(f"{artefact.path} ({artefact.origin})"):
                if self.traces and artefact.frame:
                    data, made.cells[artefact.path] = self.traces.made(artefact.make)
                else:
                    data = artefact.make()
                made.sizes[artefact.path] = self.output.write(artefact.path, data)
        return made

    def make_again(self, artefacts: Sequence[Artefact]) -> Made:
        """Make artefacts of which some may have been written."""
        for artefact in artefacts:
            self.output.drop(artefact.path)
        return self.make(artefacts)


# Who makes the parts of the plan, and the parts, in a process that makes artefacts.
_held: list[tuple[Maker, Sequence[Sequence[Artefact]]]] = []


def compose(
    artefacts: Sequence[Artefact], maker: Maker, progress: Progress = lambda _, __: None, *, jobs: int = 1
) -> Made:
    """Make all artefacts and write them, telling how many of how many are done.

    :raises OSError: the disk failed.
    """
    several = jobs > 1 and len(artefacts) > _WORTH_IT and can_inherit()
    all_made = Made()
    for made in _beside(artefacts, maker, jobs) if several else (maker.make((one,)) for one in artefacts):
        all_made.add(made)
        progress(len(all_made.sizes), len(artefacts))
    return all_made


def _beside(artefacts: Sequence[Artefact], maker: Maker, jobs: int) -> Iterator[Made]:
    """Yield what other processes make, part by part."""
    first, parts = _parted(artefacts)
    yield maker.make(first)
    executor = inheriting(jobs, partial(_held.append, (maker, parts)))
    try:
        yield from _given_out(executor, parts, maker)
    finally:
        # When one part fails, or somebody interrupts, the others are in vain.
        executor.shutdown(cancel_futures=True)


def _given_out(executor: Executor, parts: Sequence[Sequence[Artefact]], maker: Maker) -> Iterator[Made]:
    asked: dict[Future[Made], Sequence[Artefact]] = {}
    for number, part in enumerate(parts):
        asked[executor.submit(_make_part, number)] = part
    for made in as_completed(asked):
        try:
            yield made.result()
        except BrokenExecutor:
            # The machine took a process away, and with it all the others: what they were to make is made here.
            yield maker.make_again(asked[made])


def _make_part(number: int) -> Made:
    """Make one part of the plan that this process holds."""
    maker, parts = _held[0]
    return maker.make(parts[number])


def _parted(artefacts: Sequence[Artefact]) -> tuple[list[Artefact], list[Sequence[Artefact]]]:
    """Return what is made before other processes begin, and the parts that they make, the long ones first.

    The first page of each folder has the templates read and the tables filled, with which the processes then begin.
    """
    first: dict[str, Artefact] = {}
    data: list[Sequence[Artefact]] = []
    others: list[Artefact] = []
    for artefact in artefacts:
        folder = artefact.path.rpartition("/")[0]
        if artefact.content == "data":
            data.append((artefact,))
        elif first.setdefault(folder, artefact) is not artefact:
            others.append(artefact)
    return [*first.values()], [*data, *(others[at : at + _PART] for at in range(0, len(others), _PART))]
