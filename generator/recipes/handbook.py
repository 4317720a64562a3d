"""The recipe of the staff's handbook: its Markdown in, its pages as artefacts of the site out.

It is built by MkDocs with Material, the theme made for documentation. What a page needs no script or other host for is
kept, the rest is left out; the pages of the kinds are added to its menu, so that a new kind needs no hand there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.sandbox import SandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.printing.markup import live_parts
from generator.printing.policy import POLICY_ELEMENT
from generator.problems import Location, Problem
from generator.publish.artefact import Artefact
from generator.reading.files import SourceFile
from generator.recipes.host import load, render
from generator.recipes.project_folder import AS_THEY_ARE, HANDBOOK, HANDBOOK_CONFIG, BuiltHandbook, RenderedProse
from generator.recipes.prose import PageCollector, ProseCollector, origin_of, root_of
from generator.records.kinds import KINDS

_KINDS = "kinds/index.md"
# All of them: the text of a page has none when the theme prints it.
_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
# What the site around it has: the look that a reader has chosen holds here too.
_LOOKS = '<script src="{}assets/modes.js"></script>'
# Examples are wider than a phone; who scrolls by keyboard must be able to stand in them.
_EXAMPLE = re.compile(r"(<pre[^>]*>(?:<span></span>)?<code)(?=[ >])")


def build_handbook(root: Path, sources: Collection[SourceFile], workspace: Path) -> BuiltHandbook:
    """Build the handbook of a project that has one into ``workspace``, from which its artefacts are read.

    :raises Refusal: its configuration is wrong.
    """
    if not (root / HANDBOOK_CONFIG).is_file():
        return BuiltHandbook()
    printed = _PrintedPages({source.path for source in sources})
    config, warnings = _configuration(root, workspace)
    problems = [*warnings, *render(config, printed), *printed.problems]
    return BuiltHandbook(tuple(_artefacts(workspace)), problems)


def render_handbook(root: Path, sources: Collection[SourceFile], workspace: Path) -> RenderedProse:
    """Render the handbook's pages without the theme around them, to see what is wrong with them.

    :raises Refusal: its configuration is wrong.
    """
    if not (root / HANDBOOK_CONFIG).is_file():
        return RenderedProse()
    pages = _BarePages({source.path for source in sources})
    config, warnings = _configuration(root, workspace)
    # The colours of examples take a third of the time, and nothing can be wrong with them.
    config.mdx_configs["pymdownx.highlight"] = {"use_pygments": False}
    problems = [*warnings, *render(config, pages)]
    return RenderedProse(tuple(pages.pages()), problems)


def _configuration(root: Path, workspace: Path) -> tuple[MkDocsConfig, list[Problem]]:
    config, warnings = load(root / HANDBOOK_CONFIG, site=workspace)
    config.nav = _with_kinds(config.nav)
    return config, warnings


def _artefacts(folder: Path) -> Iterator[Artefact]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = f"{HANDBOOK}/{path.relative_to(folder).as_posix()}"
            yield Artefact(name, "the handbook", "handbook", path.read_bytes)


def _with_kinds(nav: Any) -> Any:
    """Return a menu in which the page of each kind stands behind the page that lists them."""
    if isinstance(nav, dict):
        return {title: _with_kinds(inner) for title, inner in nav.items()}
    if not isinstance(nav, list):
        return nav
    found: list[Any] = []
    for item in nav:
        found.append(_with_kinds(item))
        if isinstance(item, dict) and _KINDS in item.values():
            found.extend({kind.label: f"kinds/{kind.name}.md"} for kind in KINDS)
    return found


def _may_be_published(file: Path, config: MkDocsConfig) -> bool:
    """Return whether a file may be copied as it is; what MkDocs finds outside the project is the theme's."""
    root = root_of(config)
    return not file.is_relative_to(root) or (
        file.suffix.lower() in AS_THEY_ARE and file.resolve().is_relative_to(root.resolve())
    )


class _HandbookPages(PageCollector):  # type: ignore[no-untyped-call]  # MkDocs' base is not typed
    """Takes the pages of the handbook with the files beside them that are published as they are."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep pages that were read, pictures and the like that lie in the project, and what the theme brings."""
        pages = super().on_files(files, config=config)
        others = (file for file in files if not file.is_documentation_page())
        return Files([*pages, *(file for file in others if _may_be_published(Path(str(file.abs_src_path)), config))])

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Escape what a page says of itself: the theme prints it as it is."""
        page.meta.update({key: escape(value) for key, value in page.meta.items() if isinstance(value, str)})
        return super().on_page_markdown(markdown, page=page, config=config, files=files)


class _BarePages(_HandbookPages, ProseCollector):  # type: ignore[no-untyped-call]  # likewise
    """Takes the pages and lets no theme print them."""


class _PrintedPages(_HandbookPages):  # type: ignore[no-untyped-call]  # likewise
    """Leaves out the theme's scripts and source maps, which name other hosts, and the pages for a server.

    The list of pages carries the day of the build besides, and two builds of the same text are to be the same bytes.
    """

    def __init__(self, sources: Collection[str]) -> None:
        super().__init__(sources)
        self.problems: list[Problem] = []

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Drop files and pages; MkDocs has added the theme's files just before. Templates may only print."""
        config.theme.static_templates.clear()
        for file in list(files):
            if file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"):
                files.remove(file)
        sandbox = SandboxedEnvironment(loader=env.loader, extensions=list(env.extensions), auto_reload=False)
        sandbox.filters.update(env.filters)
        sandbox.globals.update(env.globals)
        return sandbox

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Take the theme's scripts out of a page, and look at what theme and configuration have put around its text.

        The policy of the site comes before whatever the page might load, in any theme. The one script is the site's.
        """
        still = _SCRIPT.sub("", output)
        for what in live_parts(still):
            details = {"page": origin_of(config, page.file), "what": what}
            self.problems.append(Problem("live-page", Location(HANDBOOK_CONFIG), details=details))
        looks = _LOOKS.format("../" * (page.file.dest_uri.count("/") + 1))
        still = _EXAMPLE.sub(r'\1 tabindex="0"', still)
        if page.file.dest_uri.endswith(".en.html"):
            still = still.replace("<article ", '<article lang="en" ', 1)
        return still.replace("<head>", f"<head>\n    {POLICY_ELEMENT}\n    {looks}", 1)
