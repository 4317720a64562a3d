"""What rules read: the records, the settings, the prose pages, the archive and the rendered pages.

Whatever a finding is about is a subject: an entry of the catalogue, the settings, or a prose page. It has a key, by
which rules that depend on each other know it, and a location for each path inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.texts import texts_of
from generator.problems import Location
from generator.reading.files import SourceFile
from generator.reading.nodes import Path
from generator.records.declared import texts
from generator.records.settings import SiteSettings


class Subject(Protocol):
    """Anything that a finding can be about."""

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from all other subjects."""

    def location(self, at: Path = ()) -> Location:
        """Return where a path inside it stands."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A prose page as built: its source (``content/about.md``), its address (``about.html``) and its HTML."""

    source: str
    path: str
    html: str


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """All that a run of the rules reads.

    ``archive`` holds the folded texts of archived documents by id, and is None where no archive was given;
    ``rendered`` and ``paths`` (every path of the site) are empty until pages are made.
    """

    catalogue: Catalogue
    settings: SiteSettings
    prose: tuple[SourceFile, ...] = ()
    archive: Mapping[str, str] | None = None
    rendered: tuple[RenderedPage, ...] = ()
    paths: frozenset[str] = frozenset()

    def texts(self) -> Iterator[tuple[Subject, Path, str, bool]]:
        """Yield every text with its subject, its path there, and whether it is public; of a prose page each line."""
        yield from texts_of(self.catalogue)
        for setting, text, public in texts(self.settings.settings):
            yield self.settings, setting, text, public
        for page in self.prose:
            for number, line in enumerate(page.text.splitlines(), 1):
                yield page, (number,), line, True
