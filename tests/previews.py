"""A preview as staff start it: a process of its own, asked over its own port."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

# Whatever the test's own process was told, Ctrl-C ends this one: a shell lets what it starts behind itself ignore it.
START = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from generator.cli import main; raise SystemExit(main())"
)
PATIENCE = 60


@dataclass(frozen=True)
class Answer:
    """What the preview has answered."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Running:
    """A preview that runs: its process, its address, and what it has said."""

    process: subprocess.Popen[str]
    address: str
    said: list[str] = field(default_factory=list)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path."""
        with closing(self._line()) as line:
            line.request(method, path, headers=headers)
            answer = line.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())

    def text(self, path: str) -> str:
        """Return what stands at a path."""
        return self.ask(path).body.decode("utf-8").replace("<wbr>", "")

    def panel(self) -> dict[str, Any]:
        """Return what the panel shows."""
        found = json.loads(self.text("/-showcase/panel"))
        assert isinstance(found, dict)
        return found

    @contextmanager
    def changes(self) -> Iterator[Iterator[int]]:
        """Give the numbers of what is shown as a browser hears them: the first at once, each further after a change."""
        with closing(self._line()) as line:
            line.request("GET", "/-showcase/events")
            with line.getresponse() as answer:
                yield _numbers(answer)

    def _line(self) -> HTTPConnection:
        return HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Running]:
    """Start a preview of a project on any free port, and end it."""
    command = [sys.executable, "-c", START, "-C", str(folder), *options]
    if "--port" not in options:
        command += ["serve", "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stderr
    try:
        said = [*_until_address(process.stderr)]
        address = next(word for word in said[-1].replace("（", " ").replace("：", " ").split() if "http" in word)
        yield Running(process, address, said)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(PATIENCE)
        process.stderr.close()


def _until_address(stream: IO[str]) -> Iterator[str]:
    for line in stream:
        yield line
        if "http" in line:
            return
    message = "the preview has ended before it began"
    raise AssertionError(message)


def _numbers(answer: HTTPResponse) -> Iterator[int]:
    while line := answer.readline():
        if line.startswith(b"data:"):
            yield int(line.removeprefix(b"data:"))
