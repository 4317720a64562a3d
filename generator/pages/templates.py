"""Our own Jinja environment: autoescape on, an undefined name is an error.

The same templates print record pages and, through the MkDocs door, prose pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import site_theme
from generator.pages.views.page import Page, SiteView

THEME = Path(site_theme.__file__).parent


def environment() -> Environment:
    """Return the environment that prints every page."""
    return Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(templates: Environment, page: Page, site: SiteView) -> str:
    """Print one page."""
    return templates.get_template(page.template).render(page=page, view=page.view, site=site, root=page.root)


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the theme's own files: styles and icon."""
    for path in sorted((THEME / "assets").iterdir()):
        if path.is_file():
            yield f"assets/{path.name}", path.read_bytes()
