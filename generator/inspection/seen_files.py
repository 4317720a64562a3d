"""One file of a site looked at: what is wrong in it, and to which anchors of other pages it leads.

What comes out is plain data, since other processes look at files too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.inspection.addresses_of_site import Addresses, Target
from generator.inspection.markup_reading import Markup, read_markup
from generator.inspection.script_reading import (
    Reference,
    manifest_references,
    script_references,
    sitemap_references,
    style_references,
)
from generator.printing.policy import POLICY
from generator.publish.inventory import Written, written, written_there

# The budget of a page before it is packed; the handbook is made for documentation, and read at a desk.
MOST_BYTES = 150_000
_HANDBOOK = "handbook/"
# Nothing of ours is larger; of such a file only the digest is taken.
_MOST_READ = 32 * 1024 * 1024
_READERS: Mapping[str, Callable[[str], Iterable[Reference]]] = {
    "css": style_references,
    "js": script_references,
    "webmanifest": manifest_references,
}
_PACKAGE = "datapackage.json"
# What default-src does not stand for must be said itself.
_SAID = ("default-src", "base-uri", "form-action")


class Flaw(NamedTuple):
    """Something wrong: its code, what all flaws of one cause share, where it stands, and the words of its message."""

    code: str
    cause: str
    path: str
    at: int
    words: Mapping[str, str]


class Anchored(NamedTuple):
    """A link to a place in another page: the page, the anchor, and where the link stands."""

    page: str
    anchor: str
    path: str
    at: int


class Seen(NamedTuple):
    """What was seen of a file; ``lost`` are the paths that it leads to and that are not there, with where."""

    path: str
    written: Written
    flaws: list[Flaw]
    lost: list[tuple[str, str, int]]
    anchored: list[Anchored]
    anchors: frozenset[str]
    links: int


@dataclass(frozen=True, slots=True)
class Looker:
    """Looks at the files of a site, of which all paths are known and, where there is a list, what was written."""

    site: Path
    paths: frozenset[str]
    addresses: Addresses
    listed: Mapping[str, Written] | None = None

    def look(self, path: str) -> Seen:
        """Look at a file; one that no build wrote is not looked into.

        :raises OSError: it cannot be read.
        """
        is_foreign = self.listed is not None and path not in self.listed
        if is_foreign or (self.site / path).stat().st_size > _MOST_READ:
            return Seen(path, written_there(self.site / path), [], [], [], frozenset(), 0)
        data = (self.site / path).read_bytes()
        own = written(data)
        seen = Seen(path, own, [], [], [], frozenset(), 0)
        as_written = self.listed is not None and self.listed[path] == own
        if self.listed is not None and not as_written and written(data.replace(b"\r\n", b"\n")) == self.listed[path]:
            return seen._replace(flaws=[Flaw("site-line-endings", "", path, 0, {})])
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            return self._garbled(seen, error.start) if _is_text(path) and not as_written else seen
        if path.endswith((".html", ".svg")):
            return self._look_at_markup(seen, text, as_written=as_written)
        try:
            return self._look_at(seen, [*_references(path, text)])
        except ValueError:
            return self._garbled(seen, 0)

    def _look_at_markup(self, seen: Seen, text: str, *, as_written: bool) -> Seen:
        path = seen.path
        # A proof for another service that calls itself a page is a word or two.
        is_page = path.endswith(".html") and ("<" in text or not text)
        if is_page and not as_written and not text.rstrip().endswith("</html>"):
            return self._garbled(seen, len(text))
        markup = read_markup(text)
        if is_page:
            seen.flaws.extend(_page_flaws(seen, markup))
        for what, at in markup.inline:
            seen.flaws.append(Flaw("site-inline-code", f"{path} {what}", path, at, {"what": what}))
        return self._look_at(seen._replace(anchors=frozenset(markup.anchors)), markup.references)

    def _look_at(self, seen: Seen, references: Collection[Reference]) -> Seen:
        for reference in references:
            target = self.addresses.target(seen.path, reference.address)
            if target.sort == "here":
                self._look_up(seen, reference, target)
            else:
                seen.flaws.extend(_elsewhere(seen.path, reference, target))
        return seen._replace(links=len(references))

    def _look_up(self, seen: Seen, reference: Reference, target: Target) -> None:
        if target.path not in self.paths:
            if not (seen.path.endswith(".js") and target.path in {".", ".."}):
                seen.lost.append((target.path, reference.address, reference.at))
        elif target.anchor and target.path.endswith(".html"):
            seen.anchored.append(Anchored(target.path, target.anchor, seen.path, reference.at))

    def _garbled(self, seen: Seen, at: int) -> Seen:
        return seen._replace(flaws=[Flaw("site-page-cut", seen.path, seen.path, at, {})])


def _is_text(path: str) -> bool:
    return path.endswith((".html", ".svg", ".css", ".js", ".json", ".webmanifest", ".xml", ".csv"))


def _references(path: str, text: str) -> Iterable[Reference]:
    """Return the addresses in a file that is no page.

    :raises ValueError: it is not of the sort that its name says.
    """
    name = path.rpartition("/")[2]
    if name.startswith("sitemap") and name.endswith(".xml"):
        return sitemap_references(text)
    if name == _PACKAGE:
        return manifest_references(text)
    reader = _READERS.get(name.rpartition(".")[2])
    return reader(text) if reader else ()


def _page_flaws(seen: Seen, markup: Markup) -> Iterator[Flaw]:
    path = seen.path
    if seen.written.size > MOST_BYTES and not path.startswith(_HANDBOOK):
        words = {"size": f"{seen.written.size // 1000}", "most": f"{MOST_BYTES // 1000}"}
        yield Flaw("site-page-too-large", path, path, 0, words)
    first_load = min(markup.loads, default=seen.written.size)
    in_time = [policy for policy, at in markup.policies if at < first_load]
    if not in_time:
        yield Flaw("site-no-policy", "", path, 0, {})
    elif not any(map(_is_strict, in_time)):
        yield Flaw("site-weak-policy", in_time[0], path, markup.policies[0][1], {"policy": in_time[0]})


def _is_strict(policy: str) -> bool:
    """Return whether a policy allows nothing that ours does not."""
    ours, own = _directives(str(POLICY)), _directives(policy)
    return all(name in own for name in _SAID) and all(
        sources <= ours.get(name, frozenset()) | {"'none'"} for name, sources in own.items()
    )


def _directives(policy: str) -> dict[str, frozenset[str]]:
    """Return the sources of each directive; of two of a name the first holds."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name.lower(): frozenset(sources) for name, *sources in reversed(parts)}


def _elsewhere(path: str, reference: Reference, target: Target) -> Iterator[Flaw]:
    """Yield what is wrong with an address that names no path from the page."""
    address, at = reference.address, reference.at
    if target.sort == "script":
        yield Flaw("site-inline-code", f"{path} javascript:", path, at, {"what": "javascript:"})
    elif target.sort == "elsewhere" and reference.loads:
        yield Flaw("site-other-host", target.path, path, at, {"host": target.path, "address": address})
    elif target.sort == "rooted":
        yield Flaw("site-rooted-link", target.path, path, at, {"address": address})
    elif target.sort == "machine":
        yield Flaw("site-broken-link", address, path, at, {"address": address, "suggestion": ""})
