"""The last build of a project: what it read, found and published. While that is as it was, nothing is to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import Problem
from generator.publish.cache import Cache
from generator.publish.inventory import Stamp, stamps_in
from generator.recipes.promised import LIST
from generator.recipes.rules_beside import words_of_rule
from generator.records.rows import digest_of

_NAME = "build"


@dataclass(frozen=True, slots=True)
class Published:
    """What a build has published: how many records, which problems it told, and the stamps of the files."""

    records: int
    problems: Sequence[Problem]
    stamps: Mapping[str, Stamp]


class LastBuild:
    """What the last build of a project into a folder has left behind."""

    def __init__(self, cache: Cache, root: Path, site: Path) -> None:
        """Load it."""
        self._cache, self._root, self._site = cache, root, site
        self._kept: dict[str, Any] = cache.load(_NAME) or {}

    def unchanged(self, inputs: str) -> Published | None:
        """Return what was published, if it was made from these inputs and lies there untouched."""
        kept = self._kept
        if kept.get("site") != str(self._site) or kept["promised"] != self._promised() or kept["inputs"] != inputs:
            return None
        stamps = {path: (size, time) for path, (size, time) in kept["stamps"].items()}
        if not self._site.is_dir() or stamps_in(self._site) != stamps:
            return None
        return Published(kept["records"], [Problem.of_data(one, words_of_rule) for one in kept["problems"]], stamps)

    def keep(self, published: Published, inputs: str) -> None:
        """Keep what this build has published, and from what."""
        kept = {
            "site": str(self._site),
            "inputs": inputs,
            "promised": self._promised(),
            "records": published.records,
            "problems": [problem.as_data() for problem in published.problems],
            "stamps": published.stamps,
        }
        self._cache.save(_NAME, kept)

    def _promised(self) -> str:
        """Return a digest of the list of addresses, to which a build adds at its end."""
        try:
            return digest_of((self._root / LIST).read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return ""
