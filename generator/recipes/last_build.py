"""The last build of a project: what it read, found and published. While that is as it was, nothing is to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import Message, Problem
from generator.publish.cache import Cache
from generator.publish.inventory import Stamp, stamps_in
from generator.recipes.promised import LIST
from generator.records.rows import digest_of

_NAME = "build"


@dataclass(frozen=True, slots=True)
class Published:
    """What a build has published: how many records, which problems it told, and the stamps of the files."""

    records: int
    problems: Sequence[Problem]
    stamps: Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept: where the site lies, and digests of what it was made from and of the addresses promised."""

    site: str
    inputs: str
    promised: str
    published: Published


class LastBuild:
    """What the last build of a project into a folder has left behind."""

    def __init__(self, cache: Cache, root: Path, site: Path) -> None:
        """Load it."""
        self._cache, self._root, self._site = cache, root, site
        self._kept = cache.load(_NAME, _read)

    def unchanged(self, inputs: str) -> Published | None:
        """Return what was published, if it was made from these inputs and lies there untouched."""
        kept = self._kept
        if kept is None or (kept.site, kept.inputs, kept.promised) != (str(self._site), inputs, self._promised()):
            return None
        stands = self._site.is_dir() and stamps_in(self._site) == kept.published.stamps
        return kept.published if stands else None

    def keep(self, published: Published, inputs: str) -> None:
        """Keep what this build has published, and from what."""
        problems = [problem.as_data() for problem in published.problems]
        made_from = (str(self._site), inputs, self._promised())
        self._cache.save(_NAME, [*made_from, published.records, problems, published.stamps])

    def _promised(self) -> str:
        """Return a digest of the list of addresses, to which a build adds at its end."""
        try:
            return digest_of((self._root / LIST).read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return ""


def _words(code: str) -> Message:
    # The rules take a moment to import, and a sound project has no problem that needs their words.
    from generator.recipes.rules_beside import words_of_rule  # noqa: PLC0415

    return words_of_rule(code)


def _read(kept: Any) -> _Kept:
    site, inputs, promised, records, problems, stamps = kept
    found = [Problem.of_data(one, _words) for one in problems]
    by_path = {path: (size, time) for path, (size, time) in stamps.items()}
    return _Kept(site, inputs, promised, Published(records, found, by_path))
