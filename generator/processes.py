"""Work on the other cores of this machine, by processes that begin with what this one knows.

Only plain data (texts, numbers, lists of them) comes back from there. Where a system cannot let a process inherit the
memory of another, as Windows, it is started anew and told what it needs.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_inherit() -> bool:
    """Return whether a process may begin with the memory of this one; macOS can, but its own libraries forbid it."""
    return sys.platform not in {"win32", "darwin"} and threading.active_count() == 1


def inheriting(jobs: int, begin: Callable[[], None] = lambda: None) -> ProcessPoolExecutor:
    """Return an executor of processes that inherit all that this one holds; each calls ``begin`` first."""
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(begin,))


class Beside:
    """One piece of work in a process that inherits all that this one holds; no thread of ours waits for it."""

    def __init__(self, work: Callable[[], str]) -> None:
        """Begin the work."""
        context = multiprocessing.get_context("fork")
        self._answer, into = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(work, into), daemon=True)
        self._process.start()
        into.close()

    @property
    def is_done(self) -> bool:
        """Return whether it has answered, or ended."""
        return self._answer.poll()

    def result(self) -> str | None:
        """Wait for the text that the work gives; None where the process failed or was taken away."""
        try:
            return self._answer.recv_bytes().decode()
        except (EOFError, OSError):
            return None
        finally:
            self._answer.close()
            self._process.join()


def _send(work: Callable[[], str], into: Connection) -> None:
    _begin(lambda: None)
    # Whoever waits does the work again, and tells what it met; here it would be a traceback.
    with suppress(Exception):
        into.send_bytes(work().encode())


def starting(jobs: int, begin: Callable[[str], None], told: str) -> ProcessPoolExecutor:
    """Return an executor of processes that start anew; each calls ``begin``, a function of a module, with a text."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_with, initargs=(begin, told))


def _begin_with(begin: Callable[[str], None], told: str) -> None:
    _begin(lambda: begin(told))


def _begin(begin: Callable[[], None]) -> None:
    """Leave interrupts to the process that gives out the work, and end when it does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
