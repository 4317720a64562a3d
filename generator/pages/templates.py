"""Our own Jinja environment: autoescape on, an undefined name is an error.

The same templates print record pages and, through the MkDocs door, prose pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import site_theme
from generator.pages.structured import structured
from generator.pages.views.page import Page, SiteView
from generator.pages.words import breaker

THEME = Path(site_theme.__file__).parent
# Spaces and comments are for who reads the sources; a page's budget of bytes is for the reader of the page.
_MINIFIERS: dict[str, Callable[[str], str]] = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def environment(known: Iterable[str] = ()) -> Environment:
    """Return the environment that prints every page; ``known`` are words that no dictionary has."""
    templates = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["words"] = breaker(known)
    templates.globals["header"] = _header(templates)
    return templates


def _header(templates: Environment) -> Callable[[Page, SiteView], Markup]:
    """Return what prints the head of a page, once for all pages whose menu marks the same place."""

    @cache
    def printed(site: SiteView, root: str, path: str, section: str) -> Markup:
        text = templates.get_template("header.html").render(site=site, root=root, path=path, section=section)
        return Markup(text)  # noqa: S704 - our own template has escaped it

    def header(page: Page, site: SiteView) -> Markup:
        in_menu = page.path == "search.html" or any(link.path == page.path for link in (*site.nav, *site.more))
        return printed(site, page.root, page.path if in_menu else "", page.section if "/" in page.path else "")

    return header


def render(templates: Environment, page: Page, site: SiteView) -> str:
    """Print one page."""
    return templates.get_template(page.template).render(variables(page, site))


def variables(page: Page, site: SiteView) -> dict[str, Any]:
    """Return all that a template may name."""
    return {"page": page, "view": page.view, "site": site, "root": page.root, "structured": structured(page)}


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the theme's own files: styles and scripts without spaces and comments, and the icon."""
    for path in sorted((THEME / "assets").iterdir()):
        if path.suffix in _MINIFIERS:
            text = _MINIFIERS[path.suffix](path.read_text(encoding="utf-8"))
            yield f"assets/{path.name}", text.encode("utf-8")
        elif path.is_file():
            yield f"assets/{path.name}", path.read_bytes()
