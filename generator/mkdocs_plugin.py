"""The MkDocs door: the only file that imports mkdocs.

MkDocs turns the prose pages' Markdown into HTML and gives the build its life cycle; everything else, the frame
around prose pages included, is printed by our own environment into a folder beside the site, which then takes the
site's place. MkDocs' habits that would do harm are kept out here: it would empty the site folder first, publish
every file it finds in the content folder, follow links to outside, and print without autoescape.
"""

from __future__ import annotations

import logging
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.composing import compose
from generator.pages.prose import clean_page
from generator.pages.site import prose_page, site_view
from generator.pages.templates import environment, variables
from generator.pages.views.page import Page
from generator.pipeline import Checked, check
from generator.problems import Location, Problem, Refusal, has_errors
from generator.publish.output import Output
from generator.publish.staging import discard, locked, open_staging, publish
from generator.reporting import render, report_of
from generator.rules.pages import broken_links

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

HANDBOOK = "handbook"
# What a preview watches beside the content folder, which MkDocs watches itself.
_WATCHED = ("projects", "honours")


class AnyOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs' base is not typed
    """Let every option pass: our own reader checks them, with line and column."""

    def validate(self) -> tuple[list[Any], list[Any]]:
        """Find nothing wrong."""
        return [], []


class ShowcasePlugin(BasePlugin[AnyOptions]):  # type: ignore[no-untyped-call]  # likewise
    """Checks the records, keeps MkDocs to its Markdown, prints the site and publishes it whole.

    MkDocs calls the methods in the order in which they stand here.
    """

    checked: Checked | None
    output: Output

    def __init__(self) -> None:
        """Start with nothing checked and nothing built."""
        super().__init__()
        self.checked = None
        self.problems: list[Problem] = []
        self.complete = False
        self._serving = False
        self._root = Path()
        self._site = Path()
        self._open = ExitStack()
        self._prose: dict[str, str] = {}
        self._pages: dict[str, Page] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Note whether this is a preview, which is rebuilt in place and never published."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the records, and lead MkDocs' writing into a folder beside the site."""
        path = Path(config.config_file_path)
        self._root = path.parent
        if self.checked is None or self._serving:
            self.checked = check(path.parent, config=path.name)
        self._stop_on(self.checked.problems)
        if not self._serving:
            self._site = Path(config.site_dir)
            config.site_dir = str(self._open_staging())
        config.use_directory_urls = False
        # MkDocs knows nothing of record pages; links are checked when all pages are there.
        config.validation.links.not_found = logging.DEBUG
        self.output = Output(Path(config.site_dir))
        self._prose = {}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep prose pages only: records, links to outside and stray files are not MkDocs' to publish."""
        content = Path(config.docs_dir).resolve()
        pages = list(files.documentation_pages())
        outside = [file for file in pages if not Path(str(file.abs_src_path)).resolve().is_relative_to(content)]
        self._stop_on([Problem("outside-project", Location(_source(config, file.src_uri))) for file in outside])
        return Files(pages)

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Sanitise a prose page, and let no page choose another template."""
        page.meta.pop("template", None)
        clean = clean_page(html)
        self._prose[_source(config, page.file.src_uri)] = clean
        self.output.claim(page.file.dest_uri, _source(config, page.file.src_uri))
        return clean

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' signature
        """Print prose pages with our own environment, and none of MkDocs' own pages."""
        config.theme.static_templates.clear()
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        views = (
            prose_page(
                page.file.dest_uri,
                str(page.title),
                Markup(page.content or ""),  # noqa: S704 - sanitised when it was rendered
                _source(config, page.file.src_uri),
            )
            for page in pages
        )
        self._pages = {view.path: view for view in views}
        return environment()

    def on_page_context(  # type: ignore[override]  # MkDocs types its own context; ours replaces it
        self,
        context: MutableMapping[str, Any],  # noqa: ARG002 - MkDocs' signature
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
        nav: Navigation,  # noqa: ARG002 - MkDocs' signature
    ) -> dict[str, Any]:
        """Hand our own view to the template, in place of MkDocs' objects."""
        assert self.checked is not None  # noqa: S101 - on_config has run
        site = site_view(self.checked.settings, tuple(self._pages.values()))
        return variables(self._pages[page.file.dest_uri], site)

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Write every page that is made of records."""
        assert self.checked is not None  # noqa: S101 - on_config has run
        compose(self.checked, self.output, tuple(self._pages.values()))
        if not self._serving:
            build_handbook(self._root, self.output)
        self._stop_on([*self.output.problems, *broken_links(self._root, self._prose, self.output.paths)])
        self.complete = not self._serving

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take away what a failed build has made; the last site stays."""
        self.complete = False
        self.on_shutdown()

    def on_shutdown(self) -> None:
        """Publish a complete build, after MkDocs has had its last word on warnings."""
        with self._open.pop_all():
            if self.complete:
                publish(self.output.folder, self._site)
            elif self._site.name:
                discard(self._site)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002 - MkDocs' signature
        """Watch the record folders too."""
        root = Path(config.config_file_path).parent
        for folder in _WATCHED:
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server

    def _open_staging(self) -> Path:
        try:
            self._open.enter_context(locked(self._site))
            return open_staging(self._site)
        except Refusal as refusal:
            self.problems = [refusal.problem]
            raise PluginError(f"{refusal.problem.message('zh')}\n{refusal.problem.help('zh')}") from None

    def _stop_on(self, problems: list[Problem]) -> None:
        self.problems = problems
        if has_errors(problems):
            assert self.checked is not None  # noqa: S101 - problems come from a check
            records = len(self.checked.catalogue.entries)
            raise PluginError("\n" + render(report_of(problems, root=self._root, records=records)))


def build_site(config_path: Path, site: Path | None, checked: Checked) -> tuple[list[Problem], Path, int]:
    """Build and publish the site of checked records with MkDocs' own build.

    Returns the problems found while building (with an error among them nothing was published), the site's folder and
    the number of files.

    :raises Refusal: MkDocs' configuration is wrong.
    :raises OSError: the disk failed.
    """
    config, plugin = _configure(config_path, site)
    plugin.checked = checked
    target = Path(config.site_dir)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except Abort:
        if not has_errors(plugin.problems):
            raise
    finally:
        config.plugins.on_shutdown()
    return plugin.problems, target, len(plugin.output.paths) if plugin.complete else 0


def build_handbook(root: Path, output: Output) -> None:
    """Build the staff's handbook, where the project has one, into the site's folder ``handbook/``."""
    path = root / HANDBOOK / "mkdocs.yml"
    if not path.is_file():
        return
    config = load_config(str(path), site_dir=str(output.folder / HANDBOOK))
    # Its list of pages carries the day of the build, and two builds of the same text are to be the same bytes.
    config.theme.static_templates.discard("sitemap.xml")
    mkdocs_build(config)
    for made in sorted((output.folder / HANDBOOK).rglob("*")):
        if made.is_file():
            output.claim(made.relative_to(output.folder).as_posix(), "the handbook")


def _configure(config_path: Path, site: Path | None) -> tuple[MkDocsConfig, ShowcasePlugin]:
    options = {} if site is None else {"site_dir": str(site.resolve())}
    try:
        config = load_config(str(config_path), **options)
    except (ConfigurationError, Abort) as error:
        raise _wrong(config_path, str(error)) from None
    plugin = config.plugins.get("showcase")
    if not isinstance(plugin, ShowcasePlugin):
        raise _wrong(config_path, "plugins: showcase")
    return config, plugin


def _wrong(config_path: Path, reason: str) -> Refusal:
    return Refusal(Problem("wrong-config", Location(config_path.name), details={"reason": reason}))


def _source(config: MkDocsConfig, src_uri: str) -> str:
    return f"{Path(config.docs_dir).name}/{src_uri}"
