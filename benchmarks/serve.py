"""How long a save takes to the screen: a made city of N records in a preview, asked over HTTP as a browser asks.

Run as ``python -m benchmarks.serve N [TIMES]``. Each time one record of a project is saved with new words; the clock
stops when its page, asked for because the preview said that something has changed, has them. Medians are printed, and
where the time goes: the watcher's wait, reading, planning, making the page, all asked of the same modules in this
process besides.
"""

from __future__ import annotations

import gc
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from typing import TypeVar
from urllib.parse import urlsplit

from benchmarks.city import make
from generator.recipes.check import CheckOptions, judged, planned, read_project
from generator.recipes.parsed_files import ParsedFiles
from generator.recipes.rendering import RenderedPages
from generator.rules.registry import rules_of_ids

T = TypeVar("T")
MEMORY = Path("/dev/shm")  # noqa: S108 - disks vary tenfold
RECORD, PAGE = "projects/p0.yml", "projects/p0.html"
CHECKING = "正在检查"
SUMMARY = re.compile(r"(?m)^summary: .*$")


def main(count: int, times: int) -> None:
    """Make the city, and print what saving takes in it."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        root = Path(name)
        make(root, count)
        record = root / RECORD
        text = record.read_text(encoding="utf-8")

        def save(number: int) -> str:
            words = f"第{number}次保存的话"
            record.write_text(SUMMARY.sub(f"summary: {words}。", text), encoding="utf-8")
            return words

        seconds, first, page = _over_http(root, save, times)
        _print("start to first page", first)
        _print("first page, asked for", page)
        _print("save to new words, over HTTP", *seconds)
        for step, taken in _steps(root, save, times).items():
            _print(f"  {step}", *taken)


def _over_http(root: Path, save: Callable[[int], str], times: int) -> tuple[list[float], float, float]:
    """Return how long each save took to the page, how long the start took, and the first page by itself."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "generator", "-C", str(root), "serve", "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")  # noqa: S603 - our own
    try:
        said = process.stderr.readline() if process.stderr else ""
        host = urlsplit(said[said.index("http") :].partition("（")[0]).netloc
        asked = time.perf_counter()
        _ask(host, f"/{PAGE}")
        first = time.perf_counter()
        line = HTTPConnection(host)
        line.request("GET", "/-showcase/events")
        events = line.getresponse()
        _wait_for(host, events, "/-showcase/panel", lambda panel: CHECKING not in panel)
        return [_timed(host, events, save(number)) for number in range(times)], first - started, first - asked
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _timed(host: str, events: HTTPResponse, words: str) -> float:
    """Return how long it takes until the saved words are there; then wait until the rules have been asked too."""
    started = time.perf_counter()
    _wait_for(host, events, f"/{PAGE}", lambda page: words in page)
    taken = time.perf_counter() - started
    _wait_for(host, events, "/-showcase/panel", lambda panel: CHECKING not in panel)
    return taken


def _wait_for(host: str, events: HTTPResponse, path: str, is_there: Callable[[str], bool]) -> None:
    """Ask for a path whenever the preview says that something has changed, until it has what is wanted."""
    while not is_there(_ask(host, path)):
        while not events.readline().startswith(b"data:"):
            pass


def _ask(host: str, path: str) -> str:
    line = HTTPConnection(host)
    line.request("GET", path)
    text = line.getresponse().read().decode("utf-8").replace("<wbr>", "")
    line.close()
    return text


def _steps(root: Path, save: Callable[[int], str], times: int) -> dict[str, list[float]]:
    """Return how long each step takes by itself, each time after a save."""
    options, rendered = CheckOptions(parsed=ParsedFiles()), RenderedPages()
    taken: dict[str, list[float]] = {}
    read_project(root, options, rendered=rendered)

    def timed(step: str, work: Callable[[], T]) -> T:
        started = time.perf_counter()
        done = work()
        taken.setdefault(step, []).append(time.perf_counter() - started)
        return done

    for number in range(times):
        save(-number - 1)
        read = timed("read what has changed, and link", lambda: read_project(root, options, rendered=rendered))
        timed("ids", lambda read=read: judged(read, only=rules_of_ids()))  # type: ignore[misc]
        artefacts = timed("plan", lambda read=read: planned(read))  # type: ignore[misc]
        timed("make the page", next(artefact.make for artefact in artefacts if artefact.path == PAGE))
        timed("all rules, after that", lambda read=read: judged(read))  # type: ignore[misc]
    return taken


def _print(what: str, *seconds: float) -> None:
    sys.stdout.write(f"{what:<34}{median(seconds):7.3f} s\n")


if __name__ == "__main__":
    gc.disable()
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 9)  # noqa: PLR2004 - as its docstring says
