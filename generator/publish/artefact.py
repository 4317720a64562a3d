"""An artefact is one file of the site, planned before it is made.

All files of a site, pages, data and assets alike, are artefacts of one plan. So a collision of paths is seen before
anything is written, and any one file can be made alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.problems import Location, Phrase, Problem
from generator.publish.inventory import MARK

# How the path of a source file ends; other origins are a few words.
_SOURCE = re.compile(r"\.\w+$")
_PAGES = ("page", "unlisted page")
# A page that is unlisted asks search engines to pass by and stands in no sitemap.
Content = Literal["page", "unlisted page", "data", "asset", "picture", "handbook"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file: its path from the site's root, what it comes from, what it holds, and how its bytes are made.

    ``origin`` is the path of a source file, or a few words where it comes from many. One that is ``lasting`` is
    promised: once published, its address stays. ``frame`` gives a text of all that it is made of beside the catalogue;
    one without it is made each time.
    """

    path: str
    origin: str
    content: Content
    make: Callable[[], bytes]
    lasting: bool = False
    frame: Callable[[], str] | None = None


def collisions(artefacts: Iterable[Artefact]) -> Iterator[Problem]:
    """Report each artefact whose path another one has: two things cannot have one address.

    Paths that differ only in letter case collide, since on Windows they are one file. The list of the site's files is
    written last, by who publishes.
    """
    first = {MARK: Artefact(MARK, "the list of files", "data", bytes)}
    for artefact in artefacts:
        other = first.setdefault(artefact.path.lower(), artefact)
        if other is not artefact:
            yield _collision(other, artefact, first)


def _collision(first: Artefact, second: Artefact, all_first: Mapping[str, Artefact]) -> Problem:
    """Return the problem at the file that can be renamed, where only one of the two comes from a file."""
    file, other = (first, second) if _SOURCE.search(first.origin) else (second, first)
    if _SOURCE.search(other.origin):
        both: dict[str, str | Phrase] = {"page": second.path, "first": first.origin, "second": second.origin}
        return Problem("path-collision", Location(second.origin), "", both)
    folder = second.path.rpartition("/")[0]
    made = (one for one in all_first.values() if one.content in _PAGES and not _SOURCE.search(one.origin))
    taken = sorted(one.path.removesuffix(".html") for one in made if "/" not in one.path)
    mend = Phrase(f"已经用掉的名字：{'、'.join(taken)}", f"Names that are taken: {', '.join(taken)}")
    away = Phrase(f"文件夹 {folder} 里的网页由网站自己生成", f"Pages in {folder} are the site's own")
    details: dict[str, str | Phrase] = {"page": second.path, "taken": away if folder else mend}
    return Problem("name-taken", Location(file.origin), "", details)
