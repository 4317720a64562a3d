"""Run a command as a child, and tell how long it took and how much memory it and its own children held."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
# The sums are looked at so often; of a process that works alone the system itself keeps the peak.
_SECONDS_BETWEEN = 0.2
_TAIL = 2_000


class FailedError(Exception):
    """A measured command did not do its work; the text is its own."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took: seconds, and the peak of memory in bytes (0 where none was measured)."""

    seconds: float
    peak: int = 0


def measured(command: Sequence[str], folder: Path, *, exit_code: int = 0, python_path: str = "") -> Measured:
    """Run a command in a folder to its end.

    :raises FailedError: it ended with another code than was expected.
    """
    environment = os.environ | ({"PYTHONPATH": python_path} if python_path else {})
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)  # noqa: S603 - ours
        watch = _Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        together = watch.end()
        if process.returncode != exit_code:
            output.seek(0)
            words = output.read()[-_TAIL:].decode("utf-8", "replace")
            raise FailedError(f"{' '.join(command)}: exit code {process.returncode}\n{words}")
    return Measured(seconds, max(usage.ru_maxrss * 1024, together))


class _Watch:
    """Looks at a process and its children now and then, and keeps the largest sum of what they hold."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """Stop looking; return the largest sum seen, or 0 where the process was alone."""
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._over.wait(_SECONDS_BETWEEN):
            family = list(_family(self._pid))
            if len(family) > 1:
                self._peak = max(self._peak, sum(map(_held, family)))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in (_PROCESSES / str(pid) / "task").glob("*/children"):
        try:
            pids = children.read_text().split()
        except OSError:
            continue
        for child in pids:
            yield from _family(int(child))


def _held(pid: int) -> int:
    """Return the bytes that a process holds, what it shares with others divided among them."""
    try:
        lines = (_PROCESSES / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
