"""The recipe of the prose pages: Markdown in, sanitised HTML out.

MkDocs renders Markdown and nothing else. Its habits that would do harm are kept out: it would publish every file that
it finds in the content folder, follow links to outside, and let a page choose its own template.
"""

from __future__ import annotations

import html as entities
import logging
from collections.abc import Collection, Iterator
from pathlib import Path

from jinja2 import DictLoader, Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.printing.markup import clean_page, foreign_addresses
from generator.printing.page import ProsePage
from generator.reading.files import SourceFile
from generator.recipes.host import HostPlugin, render
from generator.recipes.project_folder import RenderedProse


def render_prose(config: MkDocsConfig, sources: Collection[SourceFile], workspace: Path) -> RenderedProse:
    """Render the prose pages of a project that were read; ``workspace`` is a folder for MkDocs to write in."""
    config.site_dir = str(workspace)
    config.use_directory_urls = False
    config.extra_templates = []
    # MkDocs knows nothing of record pages; links are checked when all pages are planned.
    config.validation.links.not_found = logging.DEBUG
    config.validation.links.unrecognized_links = logging.DEBUG
    config.validation.links.absolute_links = logging.DEBUG
    collector = ProseCollector({source.path for source in sources})
    problems = render(config, collector)
    return RenderedProse(tuple(collector.pages()), problems)


class PageCollector(HostPlugin):  # type: ignore[no-untyped-call]  # MkDocs' base is not typed
    """Keeps MkDocs to the Markdown files that were read, and takes their sanitised HTML."""

    def __init__(self, sources: Collection[str]) -> None:
        """Take the paths of the files that were read, relative to the project."""
        super().__init__()
        self._sources = sources
        self._found: dict[str, tuple[MkDocsPage, str, str, tuple[str, ...]]] = {}

    def pages(self) -> Iterator[ProsePage]:
        """Yield what was rendered; a title is known once a page has been."""
        for path, (page, origin, html, foreign) in self._found.items():
            yield ProsePage(path, origin, _title(page), Markup(html), foreign)  # noqa: S704 - sanitised when rendered

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep pages that were read only: whatever was not may lie outside, or is no page at all."""
        return Files([file for file in files if origin_of(config, file) in self._sources])

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Let no page choose another template."""
        page.meta.pop("template", None)
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Sanitise a page, and note what it would have loaded from elsewhere."""
        clean = clean_page(html)
        self._found[page.file.dest_uri] = (page, origin_of(config, page.file), clean, foreign_addresses(html))
        return clean


class ProseCollector(PageCollector):  # type: ignore[no-untyped-call]  # likewise
    """Takes pages and lets no theme print them."""

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' signature
        """Print nothing: the frame around a prose page is ours."""
        config.theme.static_templates.clear()
        for file in list(files):
            if not file.is_documentation_page():
                files.remove(file)
        return Environment(loader=DictLoader({"main.html": ""}), autoescape=True)


def origin_of(config: MkDocsConfig, file: File) -> str:
    """Return the path of a page's source, relative to the project, whose own configuration or handbook's names it."""
    return (Path(config.docs_dir) / file.src_uri).relative_to(root_of(config)).as_posix()


def root_of(config: MkDocsConfig) -> Path:
    """Return the project's folder."""
    folder = Path(config.config_file_path).parent
    return folder.parent if folder.name == "handbook" else folder


def _title(page: MkDocsPage) -> str:
    """Return a page's title as plain text: MkDocs has escaped the one that it takes from a heading."""
    title = page.title
    return entities.unescape(str(title)) if title is page._title_from_render else str(title)  # noqa: SLF001 - no other way to tell
