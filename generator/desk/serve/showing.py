"""What a preview shows at one time, and the board on which it hangs.

Whoever reads the project hangs up what it found; the application takes pages and problems from there, and each browser
waits at the board for the next. The board belongs to the thread of the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from generator.publish.artefact import Artefact
from generator.reporters.contents import Report

Find = Callable[[str], Artefact | None]


def nothing(_: str) -> None:
    """Find no file: there has been no state yet that could be shown."""


@dataclass(frozen=True, slots=True)
class Showing:
    """The pages and the problems of a project at one time.

    ``find`` gives the file at a path of the newest site that can be shown; the pages ``are_old`` where the records as
    they are now cannot be. ``sound`` is what was shown when there was no error, for a page that the errors keep from
    being made. ``is_judged`` tells whether all rules have been asked. ``base`` is the path under which the site will be
    published.
    """

    report: Report
    find: Find = nothing
    are_old: bool = False
    is_judged: bool = False
    sound: Showing | None = None
    base: str = "/"


class Board:
    """Holds what is shown, and tells whoever waits that it has changed."""

    def __init__(self, showing: Showing) -> None:
        """Hang up what is shown first."""
        self.showing = showing
        self.number = 1
        self.is_closed = False
        self._waiting: set[asyncio.Event] = set()
        self._seen = asyncio.Event()

    def show(self, showing: Showing) -> None:
        """Hang up what is shown from now on."""
        self.showing = showing
        self.number += 1
        self._seen.clear()
        self._wake()

    def close(self) -> None:
        """Let all who wait go home."""
        self.is_closed = True
        self._wake()

    def see(self) -> None:
        """Note that a page of what is shown has been made."""
        self._seen.set()

    async def seen(self, patience: float) -> None:
        """Wait until a page of what is shown has been made, where there is a browser that will ask for one."""
        if self._waiting:
            try:
                await asyncio.wait_for(self._seen.wait(), patience)
            except TimeoutError:
                return

    async def numbers(self, patience: float) -> AsyncIterator[int]:
        """Yield the number of what is shown: at once, after each change, and when nothing has changed for a while."""
        changed = asyncio.Event()
        self._waiting.add(changed)
        try:
            while not self.is_closed:
                changed.clear()
                yield self.number
                try:
                    await asyncio.wait_for(changed.wait(), patience)
                except TimeoutError:
                    continue
        finally:
            self._waiting.discard(changed)

    def _wake(self) -> None:
        for changed in self._waiting:
            changed.set()
