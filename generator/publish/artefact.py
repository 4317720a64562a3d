"""An artefact is one file of the site, planned before it is made.

All files of a site, pages, data and assets alike, are artefacts of one plan. So a collision of paths is seen before
anything is written, and any one file can be made alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.problems import Location, Problem

# A page that is unlisted asks search engines to pass by and stands in no sitemap.
Content = Literal["page", "unlisted page", "data", "asset", "handbook"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file: its path from the site's root, what it comes from, what it holds, and how its bytes are made.

    ``origin`` is the path of a source file, or a few words where it comes from many.
    """

    path: str
    origin: str
    content: Content
    make: Callable[[], bytes]


def collisions(artefacts: Iterable[Artefact]) -> Iterator[Problem]:
    """Report each artefact whose path another one has: two things cannot have one address.

    Paths that differ only in letter case collide, since on Windows they are one file.
    """
    first: dict[str, Artefact] = {}
    for artefact in artefacts:
        other = first.setdefault(artefact.path.lower(), artefact)
        if other is not artefact:
            details = {"page": artefact.path, "first": other.origin, "second": artefact.origin}
            yield Problem("path-collision", Location(artefact.origin), "", details)
