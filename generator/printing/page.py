"""What every page has, whatever it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from generator.printing.urls import encoded, json_feed_path, root_of

# What a page is about, for programs: a schema.org type with what is said of it.
Thing = Mapping[str, object]


def nothing() -> None:
    """Return what a page is about that has no one subject."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to a page of the site (a path from its root), a telephone or a mailbox; without a path, plain words."""

    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class FooterItem:
    """One line of the footer: a label and its text, in which what can be tapped is a link."""

    label: str
    pieces: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """How readers report an error: links to write, call or fill in a form, and the page that explains it.

    ``site`` is the beginning of every page's address, where that is known.
    """

    ways: tuple[LinkView, ...]
    explained: str
    site: str


@dataclass(frozen=True, slots=True)
class VerbView:
    """One of the things that a resident can do: its word, what it means, and where it leads."""

    word: str
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """What stands on every page around its content."""

    name: str
    tagline: str
    address: str
    nav: tuple[LinkView, ...]
    more: tuple[LinkView, ...]
    footer: tuple[FooterItem, ...]
    contact: tuple[FooterItem, ...]
    verbs: tuple[VerbView, ...]
    report: ReportView


@dataclass(frozen=True, slots=True)
class ImageView:
    """The picture for those who share a page, of 1200×630 pixels: its path, and what is seen in it."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A prose page: its path, source, title, sanitised HTML, what it would load elsewhere, and its pictures."""

    path: str
    origin: str
    title: str
    content: Markup = field(default_factory=Markup)
    foreign: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it lives, and which template prints which view.

    ``template`` is a name among the page templates; ``short`` is its title where there is little room; ``thing`` is
    what it is about, for programs, and ``image`` the picture to share; a page that is not ``indexed`` asks search
    engines to pass by; one that is not ``lasting`` may go when a list gets shorter. ``base`` is where its links begin
    when it is served at any depth; ``feed`` is the path of the feed of what is new on it.
    """

    path: str
    template: str
    title: str
    description: str
    view: object = None
    crumbs: tuple[LinkView, ...] = ()
    short: str = ""
    base: str = ""
    thing: Thing | None = None
    image: ImageView | None = None
    feed: str = ""
    indexed: bool = True
    lasting: bool = True

    @property
    def root(self) -> str:
        """Return what leads from this page to the site's root."""
        return root_of(self.path)

    @property
    def json_feed(self) -> str:
        """Return the path of its feed in JSON."""
        return json_feed_path(self.feed) if self.feed else ""

    @property
    def address(self) -> str:
        """Return its path as it stands in an address."""
        return encoded(self.path)

    @property
    def section(self) -> str:
        """Return the path's first part, which marks the current place in the navigation."""
        return self.path.split("/")[0]


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page of which all is known but its view, its picture and what it is about, which are made when the page is.

    ``origin`` is what it comes from; ``given`` is what the view is made of beside the catalogue and the settings.
    """

    head: Page
    origin: str
    view: Callable[[], object]
    given: str = ""
    thing: Callable[[], Thing | None] = nothing
    image: Callable[[], ImageView | None] = nothing

    def made(self) -> Page:
        """Return the page with its view and what it is about."""
        return replace(self.head, view=self.view(), thing=self.thing(), image=self.image())
