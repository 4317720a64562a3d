"""What lies in the folder of a site: its files, its list, and the address that its pages name as their own."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from generator.publish.inventory import MARK, is_dropped

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
# How a published site is kept is not part of it.
_KEPT = {".git"}
_BEGINNING = 20_000


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """The regular files of a site, and what else calls itself one (links to other places, pipes); paths are sorted."""

    files: tuple[str, ...]
    odd: tuple[str, ...]


def read_folder(site: Path) -> SiteFolder:
    """Return what lies in a site's folder but its list and what systems drop; no link is followed.

    :raises OSError: a folder cannot be read.
    """
    files: list[str] = []
    odd: list[str] = []
    waiting = [("", str(site))]
    while waiting:
        before, here = waiting.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                path = before + entry.name
                if path == MARK or entry.name in _KEPT or is_dropped(path):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{path}/", entry.path))
                else:
                    (files if entry.is_file(follow_symlinks=False) else odd).append(path)
    return SiteFolder(tuple(sorted(files)), tuple(sorted(odd)))


def own_address(site: Path) -> str:
    """Return the address that a site says it stands at, without a slash at its end; nothing where it says none."""
    try:
        with (site / "index.html").open(encoding="utf-8", errors="replace") as page:
            match = _CANONICAL.search(page.read(_BEGINNING))
    except OSError:
        return ""
    return unescape(match[1]).removesuffix("index.html").rstrip("/") if match else ""
