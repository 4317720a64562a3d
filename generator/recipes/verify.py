"""The recipe of a verification: a finished site, or any copy of it, held against itself and the list of its build.

Nothing is asked of the network, and nothing outside the folder is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from generator.inspection.addresses_of_site import Addresses
from generator.inspection.seen_files import Looker, Seen
from generator.inspection.site_folder import own_address, read_folder
from generator.inspection.verdict import compare, verdict
from generator.problems import Location, Problem, Refusal, in_order
from generator.processes import can_inherit, inheriting
from generator.publish.inventory import MARK, Written, read_inventory

Progress = Callable[[int, int], None]
# So many files are looked at at once; from so many on, other processes help.
_PART, _WORTH_IT = 64, 1_500


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification looked at, and what it found."""

    files: int
    links: int
    problems: list[Problem]


def verify(site: Path, jobs: int = 1, progress: Progress = lambda _, __: None) -> Verified:
    """Verify a site.

    :raises Refusal: the folder is no site.
    :raises OSError: the disk failed.
    """
    _require_site(site)
    listed, problems = _list_of(site)
    folder = read_folder(site)
    there = frozenset((*folder.files, *folder.odd, MARK))
    looker = Looker(site, there, Addresses(own_address(site)), listed)
    seen: dict[str, Seen] = {}
    for part in _looked(looker, folder.files, jobs):
        seen.update((one.path, one) for one in part)
        progress(len(seen), len(folder.files))
    in_path_order = {path: seen[path] for path in folder.files}
    problems += verdict(compare(folder, listed, in_path_order), in_path_order, there, _placing(site))
    return Verified(len(seen), sum(one.links for one in seen.values()), in_order(problems))


def _require_site(site: Path) -> None:
    """Refuse a folder that holds no site of ours.

    :raises Refusal: it is none.
    """
    if not site.is_dir():
        raise Refusal(Problem("no-such-folder", Location(str(site)), details={"path": str(site)}))
    if not ((site / MARK).is_file() or (site / "index.html").is_file()):
        raise Refusal(Problem("not-a-site", Location(str(site)), details={"path": str(site)}))


def _list_of(site: Path) -> tuple[Mapping[str, Written] | None, list[Problem]]:
    """Return the list of what was written, and what is wrong with it."""
    try:
        return read_inventory(site), []
    except FileNotFoundError:
        return None, [Problem("site-without-list", Location(MARK), details={"list": MARK})]
    except ValueError:
        return None, [Problem("site-list-damaged", Location(MARK), details={"list": MARK})]


def _looked(looker: Looker, paths: Sequence[str], jobs: int) -> Iterator[list[Seen]]:
    """Yield what was seen of all files, part by part."""
    parts = [paths[at : at + _PART] for at in range(0, len(paths), _PART)]
    done = 0
    if jobs > 1 and len(paths) > _WORTH_IT and can_inherit():
        executor = inheriting(jobs, partial(_held.append, looker))
        try:
            # Where a process is taken away, what is left is looked at here.
            with suppress(BrokenExecutor):
                for seen in executor.map(_look_held, parts):
                    done += 1
                    yield seen
        finally:
            executor.shutdown(cancel_futures=True)
    for part in parts[done:]:
        yield [looker.look(path) for path in part]


# Who looks at files in a process that inherited it.
_held: list[Looker] = []


def _look_held(paths: Sequence[str]) -> list[Seen]:
    return [_held[0].look(path) for path in paths]


def _placing(site: Path) -> Callable[[str, int], Location]:
    """Return what gives the line and the column of a position in a file."""

    @cache
    def text_of(path: str) -> str:
        return (site / path).read_bytes().decode("utf-8", errors="replace")

    def place(path: str, at: int) -> Location:
        before = text_of(path)[:at] if at else ""
        return Location(path, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)

    return place
