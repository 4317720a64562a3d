"""The recipe of the preview: take a port, watch, read, serve, and follow each save until interrupted."""

from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.desk.serve.application import application
from generator.desk.serve.server import Server, address_of, open_port
from generator.desk.serve.showing import Board, Showing
from generator.desk.serve.watching import watch
from generator.printing.templates import THEME
from generator.problems import Language
from generator.recipes.configuration import CONFIG
from generator.recipes.preview import Preview, Today
from generator.reporters.contents import Report

# How long the rules wait for the browser to get its page first, in seconds.
_PATIENCE = 1.0
# What a save leaves behind is freed by itself but for a little; looking for that takes a while in a large city.
_SAVES_BETWEEN_CLEANING = 50


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """How to serve: from which port on, in which language, on which day; and whom to tell address and findings."""

    port: int = 8000
    config: str = CONFIG
    language: Language = "zh"
    today: Today | None = None
    started: Callable[[str], None] = lambda _: None
    checked: Callable[[Report], None] = lambda _: None


def serve(root: Path, options: ServeOptions) -> None:
    """Show a project in the browsers of this machine, and follow it until interrupted.

    :raises Refusal: no port is free.
    :raises KeyboardInterrupt: somebody has ended it, which is how it ends.
    """
    with open_port(options.port) as opened:
        asyncio.run(_serve(root.resolve(), options, opened))


async def _serve(root: Path, options: ServeOptions, opened: socket.socket) -> None:
    preview = Preview(root, config=options.config, language=options.language, today=options.today)
    saved = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(watch(root, (THEME,), saved, preview.is_published))
        # Watching begins before anything is read, so that no change is missed.
        await asyncio.sleep(0)
        board = Board(await asyncio.to_thread(preview.read))
        options.started(address_of(opened))
        following = tasks.create_task(_follow(preview, board, saved, options.checked))
        await Server(application(board, root), board).serve([opened])
        watching.cancel()
        following.cancel()


async def _follow(preview: Preview, board: Board, saved: asyncio.Event, checked: Callable[[Report], None]) -> None:
    """Read after each save and show what can be shown; the rules are asked after that, of the newest state only."""
    saves = 0
    judging = asyncio.create_task(_judge(preview, board, board.showing, checked))
    while True:
        await saved.wait()
        saved.clear()
        showing = await asyncio.to_thread(preview.read)
        board.show(showing)
        await judging
        saves += 1
        if saves % _SAVES_BETWEEN_CLEANING == 0:
            gc.collect()
        judging = asyncio.create_task(_judge(preview, board, showing, checked))


async def _judge(preview: Preview, board: Board, showing: Showing, checked: Callable[[Report], None]) -> None:
    """Ask the rules about a state, once its page is on the screen; what is no longer the newest is not shown."""
    await board.seen(_PATIENCE)
    judged = await asyncio.to_thread(preview.judge)
    if board.showing is showing:
        board.show(judged)
        checked(judged.report)
