"""The recipe of a site: make every artefact of the plan, and write each once."""

from __future__ import annotations

from collections.abc import Sequence

from generator.publish.artefact import Artefact
from generator.recipes.build_options import Progress
from generator.recipes.crews import Crew
from generator.recipes.maker import Made, Maker

# So often is told how far it is; each time costs a terminal a moment.
_TIMES_TOLD = 100


def compose(
    artefacts: Sequence[Artefact],
    maker: Maker,
    progress: Progress = lambda _, __: None,
    crew: Crew | None = None,
) -> Made:
    """Make all artefacts and write them, by a crew where there is one, telling how many of how many are done.

    :raises OSError: the disk failed.
    """
    all_made, step, told = Made(), max(1, len(artefacts) // _TIMES_TOLD), 0
    for made in crew.made(artefacts, maker) if crew else (maker.make((one,)) for one in artefacts):
        all_made.add(made)
        done = len(all_made.files)
        if done - told >= step or done == len(artefacts):
            told = done
            progress(done, len(artefacts))
    return all_made
