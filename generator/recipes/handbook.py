"""The recipe of the staff's handbook: its Markdown in, its pages as artefacts of the site out.

It is built by MkDocs with Material, the theme made for documentation. What a page needs no script or other host for is
kept, the rest is left out; the pages of the kinds are added to its menu, so that a new kind needs no hand there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.problems import Problem
from generator.publish.artefact import Artefact
from generator.recipes.host import HostPlugin, load, render
from generator.recipes.project_folder import HANDBOOK
from generator.records.kinds import KINDS

_KINDS = "kinds/index.md"


@dataclass(frozen=True, slots=True)
class BuiltHandbook:
    """The files of the handbook, and what is wrong with it."""

    artefacts: tuple[Artefact, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def build_handbook(root: Path, workspace: Path) -> BuiltHandbook:
    """Build the handbook of a project that has one into ``workspace``, from which its artefacts are read.

    :raises Refusal: its configuration is wrong.
    """
    path = root / HANDBOOK / "mkdocs.yml"
    if not path.is_file():
        return BuiltHandbook()
    config = load(path, site=workspace)
    config.nav = _with_kinds(config.nav)
    problems = render(config, _Pruner())
    return BuiltHandbook(tuple(_artefacts(workspace)), problems)


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


class _Pruner(HostPlugin):  # type: ignore[no-untyped-call]  # MkDocs' base is not typed
    """Leaves out the theme's scripts and source maps, which name other hosts, and the pages for a server.

    The list of pages carries the day of the build besides, and two builds of the same text are to be the same bytes.
    """

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Drop files and pages; MkDocs has added the theme's files just before."""
        config.theme.static_templates.clear()
        for file in list(files):
            if file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"):
                files.remove(file)
        return env
