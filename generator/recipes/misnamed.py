"""Find folders and lists of records under a name that is not the tool's: 项目/ or Projects/ in place of projects/.

Names are compared as they are listed, so that a letter case that Windows forgives is named before a server refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.problems import Location, Problem
from generator.reading.files import SUFFIXES
from generator.reading.folders import is_left_alone
from generator.records.kinds import KINDS
from generator.records.likeness import nearest

_SURELY = 0.85


def misnamed(root: Path) -> Iterator[Problem]:
    """Yield a problem for each folder with records, or list of them, whose name is only like that of a kind."""
    right = {kind.folder for kind in KINDS} | {"content"}
    # A list inside the folder of content is named among the files there that are not read.
    for above, endings in (("", ("", *SUFFIXES)), ("content", ("",))):
        for name in _names(root / above):
            stem, dot, ending = name.partition(".")
            ending = dot + ending
            path = f"{above}/{name}".lstrip("/")
            guess = _guess(stem) if ending in endings and path.removesuffix(ending) not in right else ""
            if guess and (ending or _has_records(root / path)):
                yield Problem("folder-not-read", Location(path), details={"name": path, "suggestion": guess + ending})


@cache
def _words() -> dict[str, str]:
    """Return the folder of a kind by every word for it: project, projects, 品牌项目, 项目."""
    found: dict[str, str] = {"内容": "content"}
    for kind in KINDS:
        short = (kind.label.removeprefix("品牌"), kind.label.removeprefix("荣誉"))
        names = (kind.folder.rpartition("/")[2], kind.name, kind.plural, kind.label, kind.title, *short)
        found.update({name: kind.folder for name in names if name and name not in found})
    return found


def _guess(name: str) -> str:
    typed = name.strip().lower()
    words = _words()
    return words.get(typed) or words.get(nearest(typed, words, _SURELY), "")


def _names(folder: Path) -> list[str]:
    """Return the names in a folder; one that cannot be read is named elsewhere."""
    try:
        return sorted(path.name for path in folder.iterdir() if not is_left_alone(path.name))
    except OSError:
        return []


def _has_records(folder: Path) -> bool:
    return any(name.endswith(SUFFIXES) for name in _names(folder))
