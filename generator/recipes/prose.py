"""The recipe of the prose pages: Markdown in, sanitised HTML out.

MkDocs renders Markdown and nothing else. Its habits that would do harm are kept out: it would publish every file that
it finds in the content folder, follow links to outside, and let a page choose its own template.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import DictLoader, Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.printing.markup import clean_page
from generator.printing.page import ProsePage
from generator.problems import Location, Problem
from generator.recipes.host import HostPlugin, render


@dataclass(frozen=True, slots=True)
class RenderedProse:
    """The prose pages in the order of MkDocs, and what is wrong with them."""

    pages: tuple[ProsePage, ...]
    problems: list[Problem] = field(default_factory=list)


def render_prose(config: MkDocsConfig, workspace: Path) -> RenderedProse:
    """Render the prose pages that a project's configuration names; ``workspace`` is a folder for MkDocs to write in."""
    config.site_dir = str(workspace)
    config.use_directory_urls = False
    config.extra_templates = []
    # MkDocs knows nothing of record pages; links are checked when all pages are planned.
    config.validation.links.not_found = logging.DEBUG
    collector = _Collector()
    problems = render(config, collector)
    return RenderedProse(tuple(collector.pages()), [*collector.problems, *problems])


class _Collector(HostPlugin):  # type: ignore[no-untyped-call]  # MkDocs' base is not typed
    """Keeps MkDocs to the prose pages, and takes their HTML before any theme prints it."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[Problem] = []
        self._found: dict[str, tuple[MkDocsPage, str, str]] = {}

    def pages(self) -> Iterator[ProsePage]:
        """Yield what was rendered; a title is known once a page has been."""
        for path, (page, origin, html) in self._found.items():
            yield ProsePage(path, origin, str(page.title), Markup(html))  # noqa: S704 - sanitised when it was rendered

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep prose pages only: records, links to outside and stray files are not MkDocs' to publish."""
        content = Path(config.docs_dir).resolve()
        pages = list(files.documentation_pages())
        outside = [file for file in pages if not Path(str(file.abs_src_path)).resolve().is_relative_to(content)]
        self.problems.extend(Problem("outside-project", Location(_origin(config, file.src_uri))) for file in outside)
        return Files([file for file in pages if file not in outside])

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Sanitise a prose page, and let no page choose another template."""
        page.meta.pop("template", None)
        clean = clean_page(html)
        self._found[page.file.dest_uri] = (page, _origin(config, page.file.src_uri), clean)
        return clean

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' signature
        """Print nothing: the frame around a prose page is ours."""
        config.theme.static_templates.clear()
        return Environment(loader=DictLoader({"main.html": ""}), autoescape=True)


def _origin(config: MkDocsConfig, src_uri: str) -> str:
    return f"{Path(config.docs_dir).name}/{src_uri}"
