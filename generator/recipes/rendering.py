"""Render prose and handbook for a check, where there is a configuration that MkDocs may see.

In go the sources, which are read already; out come the pages as HTML, and what is wrong with them. MkDocs takes a
moment to import, which is in vain where there is nothing to render.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.printing.page import ProsePage
from generator.problems import Problem, Refusal, has_errors
from generator.reading.files import SourceFile
from generator.recipes.configuration import Configuration
from generator.recipes.project_folder import HANDBOOK, RenderedProse
from generator.rules.material import RenderedPage


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
