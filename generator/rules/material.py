"""What rules read: the records, the settings, the prose pages, the archive and the rendered pages.

Whatever a finding is about is a subject: an entry of the catalogue, the settings, or a prose page. It has a key, by
which rules that depend on each other know it, and a location for each path inside it.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import starmap
from typing import NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.texts import texts_of
from generator.problems import Location
from generator.reading.files import SourceFile
from generator.reading.nodes import Path
from generator.records.declared import texts
from generator.records.settings import SiteSettings

# In sanitised HTML, where text has no bare ``<`` and every value its quotes.
_TARGET = re.compile(r'<(?:a|area|img)\b(?:[^<>"]|"[^"]*")*?\s(?:href|src)="([^"]*)"')
_ANCHOR = re.compile(r'<\w+\b(?:[^<>"]|"[^"]*")*?\sid="([^"]*)"')


class Subject(Protocol):
    """Anything that a finding can be about."""

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from all other subjects."""

    def location(self, at: Path = ()) -> Location:
        """Return where a path inside it stands."""


class Passage(NamedTuple):
    """A text with its subject, its path there, and whether it is public; a page's text is one passage."""

    subject: Subject
    at: Path
    text: str
    public: bool

    def place(self, index: int) -> Path:
        """Return the path of a character: in a page its line and column, in a field the field."""
        if not isinstance(self.subject, SourceFile) or self.text is not self.subject.text:
            return self.at
        lines = self.text[: index + 1].splitlines()
        return len(lines), len(lines[-1])


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A prose page as built: its source (``content/about.md``), its address (``about.html``) and its HTML.

    ``foreign`` are the addresses elsewhere that it would have loaded something from.
    """

    source: str
    path: str
    html: str
    foreign: tuple[str, ...] = ()

    def links(self) -> Iterator[PageLink]:
        """Yield each link to this site, and each picture, in the order of the page."""
        for match in _TARGET.finditer(self.html):
            address = unescape(match[1])
            parts = urlsplit(address)
            if not (parts.scheme or parts.netloc) and (parts.path or parts.fragment):
                here = posixpath.join(posixpath.dirname(self.path), unquote(parts.path))
                path = posixpath.normpath(here) if parts.path else self.path
                yield PageLink(address, path, unquote(parts.fragment))


class PageLink(NamedTuple):
    """A link as a page has it: the address in its HTML, the path from the site's root that it means, and its anchor."""

    address: str
    path: str
    anchor: str


def anchors_in(html: str) -> frozenset[str]:
    """Return the anchors that a page has."""
    return frozenset(unescape(found) for found in _ANCHOR.findall(html))


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """All that a run of the rules reads.

    ``archive`` holds the folded texts of archived documents by id, and is None where no archive was given;
    ``rendered`` are the pages of prose and handbook. ``paths``, every path of the site, is empty until it is planned,
    and so are ``anchors``, those of the pages that a link with an anchor leads to. ``unpublished`` are the files
    beside the prose pages that are no pages, ``static`` those that are published as they are, with their text,
    ``remarks`` what stands behind ``#`` in the files of records: not published, but where many can read it. ``today``
    is the day of the check, where whoever runs it says which that is.
    """

    catalogue: Catalogue
    settings: SiteSettings
    prose: tuple[SourceFile, ...] = ()
    archive: Mapping[str, str] | None = None
    rendered: tuple[RenderedPage, ...] = ()
    paths: frozenset[str] = frozenset()
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unpublished: frozenset[str] = frozenset()
    static: tuple[SourceFile, ...] = ()
    remarks: tuple[SourceFile, ...] = ()
    today: dt.date | None = None

    def texts(self) -> Iterator[Passage]:
        """Yield every text that staff wrote: of records, settings and pages, and in the names of files."""
        yield from passages_of(self.catalogue)
        yield from self.texts_beside_records()

    def texts_beside_records(self) -> Iterator[Passage]:
        """Yield every text outside the records, names of prose files and the HTML of rendered pages included."""
        for setting, text, public in texts(self.settings.settings):
            yield Passage(self.settings, setting, text, public)
        whole = SourceFile(self.settings.path, "")
        for word in self.settings.others:
            yield Passage(whole, (word.line, word.column), word.value, public=True)
        for own in self.remarks:
            yield Passage(own, (), own.text, public=False)
        for page in (*self.prose, *self.static):
            # Folders part a path as lines part a page, so that digits of two of them are no number.
            yield Passage(page, (), "\n\n".join([*page.path.split("/")[:-1], page.stem]), public=True)
            yield Passage(page, (), page.text, public=True)
        sources = {source.path: source for source in self.prose}
        for made in self.rendered:
            yield Passage(sources.get(made.source, SourceFile(made.source, "")), (), made.html, public=True)


def passages_of(catalogue: Catalogue) -> Iterator[Passage]:
    """Yield every text of every record, and the names of their files."""
    yield from starmap(Passage, texts_of(catalogue))
    yield from file_names_of(catalogue)


def file_names_of(catalogue: Catalogue) -> Iterator[Passage]:
    """Yield the name of each file, unless it is the id that names the record."""
    named: set[str] = set()
    for entry in catalogue.whole_and_partial():
        name = entry.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if entry.path not in named and name != entry.record.id:
            yield Passage(entry, (), name, public=True)
        named.add(entry.path)
