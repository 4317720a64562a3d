"""Watch the project's folder, and wake whoever reads it once a burst of changes is over.

What is read is everything that could be read, so it does not matter which file has changed: a name is only looked at to
leave out what no reading would see, such as the site itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from watchfiles import Change, awatch

from generator.reading.folders import is_left_alone

# In milliseconds: a burst is over when nothing happens for that long, or has lasted so long.
_QUIET, _LONGEST = 25, 400
_NEVER_READ = frozenset({"__pycache__", "node_modules"})


async def watch(root: Path, others: Sequence[Path], saved: asyncio.Event, is_published: Callable[[Path], bool]) -> None:
    """Set ``saved`` after each burst of changes in the project, or in other folders that pages come from.

    ``is_published`` tells of a path whether a build wrote it there. Watching begins before this function first waits.
    """

    def is_followed(_: Change, name: str) -> bool:
        path = Path(name)
        parts = path.relative_to(root).parts if path.is_relative_to(root) else path.parts[-1:]
        return not (any(is_left_alone(part) or part in _NEVER_READ for part in parts) or is_published(path))

    folders = [root, *(folder for folder in others if not folder.is_relative_to(root))]
    for is_polling in (False, True):
        try:
            await _follow(folders, is_followed, saved, is_polling=is_polling)
        except OSError:
            # The system has no more watches to give, or none for such a disk; looking at all files again and again is
            # slower, and always works.
            if is_polling:
                raise
            saved.set()
        else:
            return


async def _follow(
    folders: Sequence[Path], is_followed: Callable[[Change, str], bool], saved: asyncio.Event, *, is_polling: bool
) -> None:
    # Where it is not asked for, the library knows the systems that tell nothing of changes.
    polling = is_polling or None
    async for _ in awatch(
        *folders,
        watch_filter=is_followed,
        step=_QUIET,
        debounce=_LONGEST,
        force_polling=polling,
        ignore_permission_denied=True,
    ):
        saved.set()
