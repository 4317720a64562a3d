"""Who makes artefacts beside this process: each crew takes parts of the plan and hands back what it made.

All of them work through an executor of ``concurrent.futures``, so one that exists already can take the place of local
processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, as_completed
from functools import partial
from itertools import groupby
from typing import Any, Protocol

from generator.processes import inheriting, starting
from generator.publish.artefact import Artefact
from generator.recipes.maker import Made, Maker
from generator.recipes.sent_project import hold_sent, make_held, make_sent, may_be_sent

Part = Sequence[Artefact]
# So many pages are given out at once.
_PART = 48


class Crew(Protocol):
    """Makes parts of a plan."""

    def made(self, artefacts: Sequence[Artefact], maker: Maker) -> Iterator[Made]:
        """Yield what was made of artefacts and written by ``maker``, part by part."""


class Inheriting:
    """Processes of this machine that begin with the plan in their memory, and write what they make."""

    def __init__(self, jobs: int) -> None:
        """Work on so many cores."""
        self._jobs = jobs

    def made(self, artefacts: Sequence[Artefact], maker: Maker) -> Iterator[Made]:
        """Yield what was made; the first page of each folder is made here.

        That has the templates read and the tables filled, with which the processes then begin.
        """
        first, others = _first_of_each_folder(artefacts)
        yield maker.make(first)
        parts = _parts(others)
        executor = inheriting(self._jobs, partial(_held.append, (maker, parts)))
        yield from _given_out(executor, lambda number, _: (_make_part, number), parts, maker, lambda made: made)


class Elsewhere:
    """Processes that are told the project: on this machine, where a system cannot let them inherit it, or on others."""

    def __init__(self, executor: Executor, call: Callable[[Sequence[str]], tuple[Any, ...]]) -> None:
        """Work through an executor; ``call`` gives what is to be called to make the artefacts at some paths."""
        self._executor, self._call = executor, call

    def made(self, artefacts: Sequence[Artefact], maker: Maker) -> Iterator[Made]:
        """Yield what was made; what does not follow from what was told is made here."""
        yield maker.make([artefact for artefact in artefacts if not may_be_sent(artefact)])
        parts = _parts([artefact for artefact in artefacts if may_be_sent(artefact)])

        def call(_: int, part: Part) -> tuple[Any, ...]:
            return self._call([artefact.path for artefact in part])

        yield from _given_out(self._executor, call, parts, maker, maker.write_sent)


def told_here(jobs: int, told: str) -> Elsewhere:
    """Return a crew on this machine that is told the project."""
    return Elsewhere(starting(jobs, hold_sent, told), lambda paths: (make_held, paths))


def told_there(executor: Executor, key: str, told: Any) -> Elsewhere:
    """Return a crew that works through somebody's executor; ``told`` is the project, or what stands for it there."""
    return Elsewhere(executor, lambda paths: (make_sent, key, told, paths))


# Who makes the parts of the plan, and the parts, in a process that inherited them.
_held: list[tuple[Maker, Sequence[Part]]] = []


def _make_part(number: int) -> Made:
    maker, parts = _held[0]
    return maker.make(parts[number])


def _given_out(
    executor: Executor,
    call: Callable[[int, Part], tuple[Any, ...]],
    parts: Sequence[Part],
    maker: Maker,
    receive: Callable[[Any], Made],
) -> Iterator[Made]:
    asked: dict[Future[Any], Part] = {}
    try:
        for number, part in enumerate(parts):
            asked[executor.submit(*call(number, part))] = part
        for made in as_completed(asked):
            try:
                yield receive(made.result())
            except (BrokenExecutor, CancelledError):
                # A process was taken away, and with it all the others: what they were to make is made here.
                yield maker.make_again(asked[made])
    finally:
        # When one part fails, or somebody interrupts, the others are in vain.
        for waiting in asked:
            waiting.cancel()
        executor.shutdown()


def _first_of_each_folder(artefacts: Sequence[Artefact]) -> tuple[list[Artefact], list[Artefact]]:
    first: dict[str, Artefact] = {}
    others = []
    for artefact in artefacts:
        folder = artefact.path.rpartition("/")[0]
        if artefact.content == "data" or first.setdefault(folder, artefact) is not artefact:
            others.append(artefact)
    return [*first.values()], others


def _tables(artefacts: Sequence[Artefact]) -> Iterator[Part]:
    """Yield the tables, those of the same rows in one part; the last of the plan, which take longest, come first."""
    tables = reversed([artefact for artefact in artefacts if artefact.content == "data"])
    for _, same in groupby(tables, lambda artefact: artefact.path.rpartition(".")[0]):
        yield tuple(same)


def _pictures(artefacts: Sequence[Artefact]) -> Iterator[Part]:
    """Yield the variants of pictures, those of one in a part: each takes as long as a hundred pages."""
    pictures = [artefact for artefact in artefacts if artefact.content == "picture"]
    for _, same in groupby(pictures, lambda artefact: artefact.origin):
        yield tuple(same)


def _parts(artefacts: Sequence[Artefact]) -> list[Part]:
    """Return artefacts in parts, the long ones first."""
    long = [*_tables(artefacts), *_pictures(artefacts)]
    pages = [artefact for artefact in artefacts if artefact.content not in {"data", "picture"}]
    return [*long, *(pages[at : at + _PART] for at in range(0, len(pages), _PART))]
