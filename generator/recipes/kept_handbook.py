"""The handbook as it was built last: its pages are taken over while nothing that they come from changes."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

from generator.problems import Problem
from generator.publish.artefact import Artefact
from generator.publish.cache import Cache
from generator.reading.files import SourceFile
from generator.recipes.inputs import handbook_digest
from generator.recipes.project_folder import HANDBOOK_CONFIG, BuiltHandbook
from generator.recipes.rules_beside import words_of_rule

_NAME = "handbook"


class KeptHandbook:
    """Builds the handbook of a project when one of its files is asked for."""

    def __init__(self, cache: Cache, root: Path, sources: Collection[SourceFile], workspace: Path) -> None:
        """Load which files there were; they are built into ``workspace``."""
        self._root, self._sources, self._workspace = root, sources, workspace
        self._cache = cache
        self._digest = handbook_digest(root) if sources else ""
        self._built: dict[str, Artefact] | None = None

    def build(self) -> BuiltHandbook:
        """Return the handbook's files and what is wrong with them, as they were found when it was built.

        :raises Refusal: its configuration is wrong.
        """
        if not (self._root / HANDBOOK_CONFIG).is_file():
            return BuiltHandbook()
        kept = self._cache.load(_NAME, self._read)
        if kept is not None:
            return kept
        built = self._build_now()
        files = [artefact.path for artefact in built.artefacts]
        self._cache.save(_NAME, [self._digest, files, [problem.as_data() for problem in built.problems]])
        return BuiltHandbook(tuple(map(self._artefact, files)), built.problems)

    def _read(self, kept: Any) -> BuiltHandbook | None:
        digest, files, problems = kept
        if digest != self._digest:
            return None
        return BuiltHandbook(
            tuple(map(self._artefact, files)), [Problem.of_data(one, words_of_rule) for one in problems]
        )

    def _artefact(self, path: str) -> Artefact:
        return Artefact(path, "the handbook", "handbook", partial(self._make, path), frame=lambda: self._digest)

    def _make(self, path: str) -> bytes:
        """Return the bytes of one file, for which the whole is built once."""
        if self._built is None:
            self._build_now()
        return (self._built or {})[path].make()

    def _build_now(self) -> BuiltHandbook:
        # MkDocs takes a moment to import.
        from generator.recipes.handbook import build_handbook  # noqa: PLC0415

        built = build_handbook(self._root, self._sources, self._workspace)
        self._built = {artefact.path: artefact for artefact in built.artefacts}
        return built
