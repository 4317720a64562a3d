"""Let a finished folder take the place of another, in one step where the system can do that.

Linux swaps two names at once (``renameat2`` with ``RENAME_EXCHANGE``, see renameat2(2)), macOS likewise (``renamex_np``
with ``RENAME_SWAP``). Elsewhere two renames do it, and whatever stops them puts the first folder back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_FDCWD = -100
_SWAP = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def exchange(finished: Path, place: Path, aside: Path) -> None:
    """Put ``finished`` in the place of ``place``; what stood there stands at ``finished`` or ``aside`` afterwards.

    :raises OSError: it cannot be done; what stood there stands there still.
    """
    if not place.exists():
        finished.rename(place)
    elif not _swapped(finished, place):
        place.rename(aside)
        try:
            finished.rename(place)
        except BaseException:
            if not place.exists():
                aside.rename(place)
            raise


def sync(folder: Path) -> None:
    """Have the disk of a folder write down what it was given, so that a power cut cannot publish empty files."""
    if sys.platform == "win32":
        return
    syncfs = getattr(ctypes.CDLL(None), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        syncfs(handle)
    finally:
        os.close(handle)


def _swapped(one: Path, other: Path) -> bool:
    """Swap two names in one step; return False where the system or the disk cannot.

    :raises OSError: it can, and failed.
    """
    swap = _swap()
    if swap is None or swap(os.fsencode(one), os.fsencode(other)) == 0:
        return swap is not None
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


@cache
def _swap() -> Callable[[bytes, bytes], int] | None:
    """Return what swaps two names, or nothing where the system has no such call."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        return lambda one, other: int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _SWAP))
    if hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, _SWAP))
    return None
