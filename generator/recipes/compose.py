"""The recipe of a site: make every artefact of the plan, and write each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.problems import working_on
from generator.publish.artefact import Artefact
from generator.publish.output import Output

Progress = Callable[[int, int], None]


def compose(artefacts: Sequence[Artefact], folder: Path, progress: Progress = lambda _, __: None) -> dict[str, int]:
    """Make all artefacts and write them into a folder, telling how many of how many are done.

    Returns the size in bytes of each file by its path.

    :raises OSError: the disk failed.
    """
    output = Output(folder)
    sizes: dict[str, int] = {}
    for done, artefact in enumerate(artefacts, 1):
        with working_on(f"{artefact.path} ({artefact.origin})"):
            sizes[artefact.path] = output.write(artefact.path, artefact.make())
        progress(done, len(artefacts))
    return sizes
