# ruff: noqa: INP001 - MkDocs loads this file by its path, outside any package
"""Keep out of the built handbook what it does not need: the theme's scripts, source maps and the pages for a server.

In go the theme's files, out come those that a page uses. The scripts name hosts on the net, and every part of the
handbook works without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Drop files and pages; MkDocs has added the theme's files just before."""
    config.theme.static_templates.clear()
    for file in list(files):
        if file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"):
            files.remove(file)
    return env
