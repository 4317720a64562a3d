"""Make artefacts and write them, and say what each was made from where somebody wants to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.catalogue.traces import Cell, Traces
from generator.problems import working_on
from generator.publish.artefact import Artefact
from generator.publish.output import Output
from generator.recipes.sent_project import Sent


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

    def write_sent(self, sent: Sent) -> Made:
        """Write what was made elsewhere.

        :raises OSError: the disk failed.
        """
        data, cells = sent
        return Made({path: self.output.write(path, own) for path, own in data.items()}, cells)

    def make_again(self, artefacts: Sequence[Artefact]) -> Made:
        """Make artefacts of which some may have been written."""
        for artefact in artefacts:
            self.output.drop(artefact.path)
        return self.make(artefacts)
