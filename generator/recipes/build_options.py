"""How to build, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem
from generator.publish.staging import PATIENCE
from generator.recipes.configuration import CONFIG

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: from which configuration, to where, and what to call while it lasts.

    Without ``site`` the configuration says where. ``progress`` tells how much is written, ``looking`` how many pictures
    have been looked at. ``waiting`` is called once where another build has to end first,
    for which it has ``patience`` seconds. Without ``cache`` nothing is kept, and nothing that was kept is used.
    With ``executor``, ``dask:HOST:PORT``, a cluster makes the pages.
    ``today`` is the day of the check.
    """

    config: str = CONFIG
    site: Path | None = None
    discard_foreign: bool = False
    patience: float = PATIENCE
    today: dt.date | None = None
    waiting: Callable[[], None] = lambda: None
    progress: Progress = lambda _, __: None
    looking: Progress = lambda _, __: None
    jobs: int = 1
    cache: bool = True
    executor: str = ""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build found, where it publishes, and how many files it published; None where it published nothing.

    ``made`` is how many of them it made; the others are those of the last site.
    """

    records: int
    problems: list[Problem]
    site: Path
    files: int | None = None
    made: int = 0
