"""What tests ask of a finished site: the links and anchors of its pages, what each weighs, and what leads nowhere."""

from __future__ import annotations

from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

from generator.catalogue.public import public_catalogue
from generator.pages.plan import plan, planned_pages
from generator.pages.whereabouts import Whereabouts
from generator.printing.page import Page as PageView
from generator.recipes.check import CheckResult

MISSING = "404.html"


class Page(HTMLParser):
    """The links and anchors of a page, its style sheets and scripts, and the next page of its list."""

    def __init__(self, path: str, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.path = path
        self.bytes = len(text.encode("utf-8"))
        self.targets: list[str] = []
        self.anchors: Counter[str] = Counter()
        self.parts: set[str] = set()
        self.next = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, sources and ids."""
        told = {name: value or "" for name, value in attrs}
        if "id" in told:
            self.anchors[told["id"]] += 1
        target = told.get("href", told.get("src"))
        if target is None:
            return
        if self.path == MISSING and tag == "script":
            target = target.replace("../", "")  # it asks for one script at every depth
        self.targets.append(target)
        if tag == "script" or told.get("rel") == "stylesheet":
            self.parts.add(self.there(target))
        if tag == "a" and told.get("rel") == "next":
            self.next = self.there(target)

    def there(self, target: str) -> str:
        """Return the path that a target names, from the site's root."""
        path = target.partition("#")[0].partition("?")[0]
        return normpath(join(self.path, "..", path)).lstrip("/") if path else self.path


@cache
def pages_of(site: Path) -> dict[str, Page]:
    """Read every page of a finished site by its path, once."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {name: Page(name, path.read_text("utf-8")) for name, path in paths.items()}


def broken_links(site: Path, pages: dict[str, Page]) -> list[tuple[str, str]]:
    """Return the links that name no file, in exact letter case, or no anchor of the page that they name."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = []
    for page in pages.values():
        for target in page.targets:
            there, anchor = page.there(target), target.partition("#")[2]
            if there not in files or (anchor and anchor not in pages[there].anchors):
                broken.append((page.path, target))
    return broken


def chain(pages: dict[str, Page], first: str) -> list[Page]:
    """Return a list's pages, from each to the next."""
    found = [pages[first]]
    while found[-1].next:
        found.append(pages[found[-1].next])
    return found


def pages_made(checked: CheckResult) -> dict[str, PageView]:
    """Return every page that is made of records, by its path, with its view."""
    catalogue = public_catalogue(checked.catalogue)
    planned = planned_pages(catalogue, checked.settings, Whereabouts(catalogue))
    return {page.head.path: page.made() for page in planned}


def printed(checked: CheckResult, path: str) -> str:
    """Return the page at a path as the site has it."""
    artefacts = plan(public_catalogue(checked.catalogue), checked.settings)
    return next(artefact for artefact in artefacts if artefact.path == path).make().decode("utf-8")
