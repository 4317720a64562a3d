"""Render prose and handbook for a check, where there is a configuration that MkDocs may see.

In go the sources, which are read already; out come the pages as HTML, and what is wrong with them. MkDocs takes a
moment to import, which is in vain where there is nothing to render, and to run, which is in vain where nothing changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.printing.page import ProsePage
from generator.problems import Problem, Refusal, has_errors
from generator.reading.files import SourceFile
from generator.reading.folders import files_below
from generator.recipes.configuration import Configuration
from generator.recipes.project_folder import HANDBOOK, RenderedProse
from generator.rules.material import RenderedPage


class RenderedPages:
    """Renders prose and handbook, and keeps what it rendered while all that this was made of stays the same."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[str, tuple[object, RenderedProse]] = {}

    def prose(self, root: Path, configuration: Configuration, sources: Collection[SourceFile]) -> RenderedProse:
        """Return the rendered prose pages."""
        settings = root / configuration.path
        text = settings.read_bytes() if settings.is_file() else None
        made_of = (text, (root / configuration.docs).is_dir(), tuple(sources))
        return self._once("prose", made_of, lambda: rendered_prose(root, configuration, sources))

    def handbook(self, root: Path, sources: Collection[SourceFile], problems: list[Problem]) -> RenderedProse:
        """Return the rendered pages of the handbook."""
        made_of = (handbook_stamp(root), tuple(problems))
        return self._once("handbook", made_of, lambda: rendered_handbook(root, sources, problems))

    def _once(self, what: str, made_of: object, make: Callable[[], RenderedProse]) -> RenderedProse:
        before, rendered = self._kept.get(what, (None, None))
        if rendered is None or before != made_of:
            rendered = make()
            self._kept[what] = made_of, rendered
        return rendered


def handbook_stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return each file of the handbook with the time of its last change and its size."""
    files = ((path.as_posix(), path.lstat()) for path in files_below(root, HANDBOOK).files)
    return tuple((path, state.st_mtime_ns, state.st_size) for path, state in files)


def rendered_prose(root: Path, configuration: Configuration, sources: Collection[SourceFile]) -> RenderedProse:
    """Render the prose pages where there is a configuration that MkDocs may see."""
    if not (root / configuration.path).is_file() or has_errors(configuration.problems):
        return RenderedProse()
    from generator.recipes.host import load  # noqa: PLC0415
    from generator.recipes.prose import render_prose  # noqa: PLC0415

    with TemporaryDirectory(prefix="showcase-") as workspace:
        try:
            config, warnings = load(root / configuration.path, docs=root / configuration.docs, with_door=True)
            rendered = render_prose(config, sources, Path(workspace))
            return replace(rendered, problems=[*warnings, *rendered.problems])
        except Refusal as refusal:
            return RenderedProse(problems=[refusal.problem])


def rendered_handbook(root: Path, sources: Collection[SourceFile], problems: list[Problem]) -> RenderedProse:
    """Render the handbook's pages, likewise."""
    if has_errors(problems) or not (root / HANDBOOK).is_dir():
        return RenderedProse()
    from generator.recipes.handbook import render_handbook  # noqa: PLC0415

    with TemporaryDirectory(prefix="showcase-") as workspace:
        try:
            return render_handbook(root, sources, Path(workspace))
        except Refusal as refusal:
            return RenderedProse(problems=[refusal.problem])


def rendered_pages(pages: Iterable[ProsePage]) -> tuple[RenderedPage, ...]:
    """Return prose pages as rules read them."""
    return tuple(RenderedPage(page.origin, page.path, page.content, page.foreign) for page in pages)
