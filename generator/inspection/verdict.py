"""From what was seen of all files to problems: one cause gives one problem.

A page that is gone is reported once, not at each link to it; so is a host that many pages ask, and a file of which
something more exact is known is not called changed besides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.inspection.seen_files import Anchored, Flaw, Seen
from generator.inspection.site_folder import SiteFolder
from generator.problems import Location, Phrase, Problem
from generator.publish.inventory import Written
from generator.records.likeness import nearest

_LARGE = "site-page-too-large"
Place = Callable[[str, int], Location]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A folder held against the list of what was written: ``renamed`` gives the new path of a file by its old."""

    missing: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)


def compare(folder: SiteFolder, listed: Mapping[str, Written] | None, seen: Mapping[str, Seen]) -> Comparison:
    """Hold the files of a folder against the list; without one nothing is known, but that links are no files."""
    if listed is None:
        return Comparison(foreign=frozenset(folder.odd))
    foreign = {path for path in (*folder.files, *folder.odd) if path not in listed}
    missing = listed.keys() - set(folder.files) - set(folder.odd)
    odd = listed.keys() & set(folder.odd)
    changed = {path for path, own in listed.items() if path in seen and seen[path].written != own}
    renamed = dict(_renamed(sorted(missing), sorted(foreign), listed, seen))
    return Comparison(
        frozenset(missing - renamed.keys()),
        frozenset(changed | odd),
        frozenset(foreign - set(renamed.values())),
        renamed,
    )


def _renamed(
    missing: Sequence[str], foreign: Sequence[str], listed: Mapping[str, Written], seen: Mapping[str, Seen]
) -> Iterator[tuple[str, str]]:
    """Yield the files that lie there under another name: in other letter case, or with the same bytes."""
    by_case = {path.lower(): path for path in foreign}
    by_bytes = {seen[path].written: path for path in foreign if path in seen}
    taken: set[str] = set()
    for path in missing:
        found = by_case.get(path.lower()) or by_bytes.get(listed[path])
        if found and found not in taken:
            taken.add(found)
            yield path, found


def verdict(compared: Comparison, all_seen: Mapping[str, Seen], paths: frozenset[str], place: Place) -> list[Problem]:
    """Return the problems of a site; ``place`` gives the line of a position in a file."""
    flaws = [flaw for seen in all_seen.values() for flaw in seen.flaws]
    flaws.extend(_lost_links(compared, all_seen, paths))
    flaws.extend(_lost_anchors(compared, all_seen))
    # What is only too large is told as changed, where it is.
    flaws = [flaw for flaw in flaws if flaw.code != _LARGE or flaw.path not in compared.changed]
    told = {flaw.path for flaw in flaws}
    return [
        *_problems(flaws, place),
        *_of_files(compared, all_seen, told),
    ]


def _lost_links(compared: Comparison, all_seen: Mapping[str, Seen], paths: frozenset[str]) -> Iterator[Flaw]:
    """Yield the links to what was never there; those to what is gone are told with it."""
    folded = {path.lower(): path for path in paths}
    gone = compared.missing | compared.renamed.keys()
    guesses: dict[str, str] = {}
    for seen in all_seen.values():
        for target, address, at in seen.lost:
            if target not in gone:
                if target not in guesses:
                    guesses[target] = folded.get(target.lower()) or nearest(target, paths)
                words = {"address": address, "suggestion": guesses[target]}
                yield Flaw("site-broken-link", target, seen.path, at, words)


def _lost_anchors(compared: Comparison, all_seen: Mapping[str, Seen]) -> Iterator[Flaw]:
    """Yield the links to places that a page does not have, unless that page itself is not as it was written."""
    for seen in all_seen.values():
        for link in seen.anchored:
            page = all_seen.get(link.page)
            known = page is None or (link.page in compared.changed and link.page != seen.path) or _is_cut(page)
            if page and not known and link.anchor not in page.anchors:
                yield _lost_anchor(link, page)


def _is_cut(page: Seen) -> bool:
    return any(flaw.code == "site-page-cut" for flaw in page.flaws)


def _lost_anchor(link: Anchored, page: Seen) -> Flaw:
    words = {"path": link.page, "anchor": link.anchor, "suggestion": nearest(link.anchor, page.anchors)}
    return Flaw("site-broken-anchor", f"{link.page}#{link.anchor}", link.path, link.at, words)


def _problems(flaws: Iterable[Flaw], place: Place) -> Iterator[Problem]:
    """Yield one problem a cause, at the first place, saying in how many further files it is so too."""
    causes: defaultdict[tuple[str, str], list[Flaw]] = defaultdict(list)
    for flaw in flaws:
        causes[flaw.code, flaw.cause].append(flaw)
    for (code, _), same in causes.items():
        first = min(same, key=lambda flaw: (flaw.path, flaw.at))
        details: dict[str, str | Phrase] = {**first.words, "more": _more(len({flaw.path for flaw in same}) - 1)}
        yield Problem(code, place(first.path, first.at), "", details)


def _more(count: int) -> Phrase:
    return Phrase(f"（另有 {count} 个文件也是这样）", f" (so do {count} other files)") if count else Phrase("", "")


def _of_files(compared: Comparison, all_seen: Mapping[str, Seen], told: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with whole files; whole folders are one problem."""
    others = all_seen.keys() - compared.foreign
    for path, missing in _by_folder(compared.missing, others).items():
        leading = {seen.path for seen in all_seen.values() if any(target in missing for target, _, _ in seen.lost)}
        details = {"path": path, "count": str(len(missing)), "links": str(len(leading))}
        yield Problem("site-file-missing", Location(path), details=details)
    for (path, name), found in _by_new_name(compared.renamed).items():
        words = {"path": path, "found": name, "count": str(len(found))}
        yield Problem("site-file-renamed", Location(min(found)), details=words)
    for path in compared.changed - told:
        yield Problem("site-file-changed", Location(path), details={"path": path})
    for path, foreign in _by_folder(compared.foreign, others).items():
        yield Problem("site-file-foreign", Location(path), details={"path": path, "count": str(len(foreign))})


def _by_folder(paths: Iterable[str], others: Iterable[str]) -> dict[str, set[str]]:
    """Return files by the highest folder above them in which no others lie, or by themselves."""
    shared = {".", *(str(folder) for path in others for folder in PurePosixPath(path).parents)}
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for path in paths:
        above = [str(folder) for folder in reversed(PurePosixPath(path).parents) if str(folder) not in shared]
        groups[f"{above[0]}/" if above else path].add(path)
    return groups


def _by_new_name(renamed: Mapping[str, str]) -> dict[tuple[str, str], set[str]]:
    """Return the new paths of files by what was renamed: the file, or a folder above it."""
    groups: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for path, found in renamed.items():
        old, new = path.split("/"), found.split("/")
        above = ""
        while len(old) > 1 and len(new) > 1 and old[-1] == new[-1]:
            above = "/"
            old.pop(), new.pop()
        groups["/".join(old) + above, "/".join(new) + above].add(found)
    return groups
