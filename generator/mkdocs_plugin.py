"""The door that MkDocs opens: ``mkdocs build`` calls the same recipe as the command line.

MkDocs finds nothing to do of its own here. It would empty the site folder first, so its writing is led into a folder
that is thrown away.
"""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from generator.problems import Problem, Refusal, error_of_ours, has_errors
from generator.recipes.build import build
from generator.recipes.build_options import BuildOptions
from generator.recipes.host import HostPlugin
from generator.recipes.report import render, report_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

_NO_SERVER = (
    "mkdocs serve 不认得记录，预览请运行 showcase serve\n"
    "mkdocs serve knows nothing of records; preview with: showcase serve"
)


class ShowcasePlugin(HostPlugin):  # type: ignore[no-untyped-call]  # MkDocs' base is not typed
    """Calls the recipes. MkDocs calls its methods in the order in which they stand here."""

    def __init__(self) -> None:
        """Start with nothing built."""
        super().__init__()
        self._site = Path()
        self._open = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Name the preview of ours to who asks for that of MkDocs, which would show nothing while a record is wrong."""
        if command == "serve":
            raise PluginError(_NO_SERVER)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lead MkDocs' writing elsewhere."""
        self._site = Path(config.site_dir)
        config.site_dir = self._open.enter_context(TemporaryDirectory(prefix="showcase-"))
        config.nav = None
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 - MkDocs' signature
        """Leave MkDocs no file: the recipe renders the prose pages itself."""
        return Files([])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' signature
        """Leave MkDocs no page of its own either."""
        config.theme.static_templates.clear()
        config.extra_templates = []
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build and publish."""
        path = Path(config.config_file_path)
        try:
            wanted = BuildOptions(path.name, self._site, today=_today(), waiting=_say_waiting)
            result = build(path.parent, wanted)
            _stop_on(path.parent, result.records, result.problems)
        except Refusal as refusal:
            raise _stopped(refusal.problem) from None
        except PluginError:
            raise
        except Exception as error:
            raise _stopped(error_of_ours(error, path.parent.as_posix())) from error

    def on_shutdown(self) -> None:
        """Throw away the folder that MkDocs wrote into."""
        self._open.close()


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _say_waiting() -> None:
    get_plugin_logger(__name__).info("另一个生成正在写这个网站，等它结束……")


def _stopped(problem: Problem) -> PluginError:
    return PluginError(f"{problem.message('zh')}\n{problem.help('zh')}")


def _stop_on(root: Path, records: int, problems: list[Problem]) -> None:
    if has_errors(problems):
        raise PluginError("\n" + render(report_of(problems, root=root, records=records)))
