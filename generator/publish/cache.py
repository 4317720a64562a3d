"""What one build keeps for the next: data in files of a folder that may be thrown away at any time.

Each file says by which program it was made and what it holds, so one that is damaged, cut off, or of another version is
as good as none. It is read as JSON and never run.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import site_theme

T = TypeVar("T")
FOLDER = ".showcase"
_ROOMS = (Path(__file__).parents[1], Path(site_theme.__file__).parent)
_NOT_OURS = {"__pycache__"}
_README = """这个文件夹是 showcase 自己的记事：下次检查、生成时，没有变的部分不用重做。随时可以整个删掉。
What showcase keeps, so that what has not changed is not made again. It may be deleted at any time.
"""


class Cache:
    """A folder of kept data; nothing of it is needed, and whatever fails here fails in silence."""

    def __init__(self, folder: Path | None, program: str | None = None) -> None:
        """Keep data in ``folder``, for this program or the one given; without a folder keep nothing."""
        self.folder = folder
        self._program = program

    def load(self, name: str, read: Callable[[Any], T]) -> T | None:
        """Return what was kept under a name, as ``read`` takes it; None where nothing was, or nothing of use."""
        if self.folder is None:
            return None
        try:
            head, _, body = (self.folder / f"{name}.json").read_bytes().partition(b"\n")
            return read(json.loads(body)) if head.decode() == self._head(body) else None
        except (OSError, ValueError, TypeError, AttributeError, LookupError):
            return None

    def save(self, name: str, data: object) -> None:
        """Keep data under a name, whole or not at all."""
        if self.folder is None:
            return
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        with suppress(OSError):
            _prepare(self.folder)
            beside = self.folder / f".{name}.{os.getpid()}"
            try:
                beside.write_bytes(b"\n".join((self._head(body).encode(), body)))
                beside.replace(self.folder / f"{name}.json")
            finally:
                beside.unlink(missing_ok=True)

    def _head(self, body: bytes) -> str:
        return f"showcase {self._program or program_digest()} {blake2b(body, digest_size=16).hexdigest()}"


def _prepare(folder: Path) -> None:
    """Make the folder, which git is told to pass by."""
    if not folder.is_dir():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (folder / "README.txt").write_text(_README, encoding="utf-8")


@cache
def program_digest() -> str:
    """Return a text that changes with this program, its theme, Python, and the libraries beside it."""
    found = blake2b(f"{own_digest()} {sys.version}".encode(), digest_size=16)
    for folder in map(Path, sys.path):
        with suppress(OSError):
            # A library that is put in, taken out or exchanged changes the folder in which it lies.
            found.update(f"{folder} {folder.stat().st_mtime_ns}".encode() if folder.name == "site-packages" else b"")
    return found.hexdigest()


@cache
def own_digest() -> str:
    """Return a text that changes with this program and its theme, and is the same on every machine that has them."""
    found = blake2b(digest_size=16)
    for path in _own_files():
        found.update(f"{path.name} ".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _own_files() -> Iterator[Path]:
    for room in _ROOMS:
        for path in sorted(room.rglob("*")):
            if path.is_file() and not _NOT_OURS.intersection(path.parts):
                yield path
