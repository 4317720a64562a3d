"""Pages to text, by our own Jinja environment: autoescape on, an undefined name is an error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

import site_theme
from generator.printing.compiled import CompiledTemplates, PlainCode, Templates
from generator.printing.json_ld import json_ld
from generator.printing.page import Page, SiteView
from generator.printing.policy import POLICY_ELEMENT
from generator.printing.segmentation import breaker

THEME = Path(site_theme.__file__).parent


_COMPILED = CompiledTemplates()


class _Environment(Environment):
    code_generator_class = PlainCode

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._opened: dict[Template | str, Template] = {}

    def get_template(
        self,
        name: Template | str,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        # Each page asks for several, and none changes while pages are printed.
        found = self._opened.get(name)
        if found is None:
            found = self._opened[name] = super().get_template(name, parent, globals)
        return found


class Printer:
    """Prints the pages of one site; ``known`` are words that no dictionary has."""

    def __init__(self, site: SiteView, known: Iterable[str] = ()) -> None:
        """Open the theme's templates."""
        self._site = site
        self.templates = _Environment(
            loader=Templates(THEME / "templates"),
            autoescape=True,
            bytecode_cache=_COMPILED,
            # A build reads each template once; to ask ten thousand times whether one has changed takes long.
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.filters["breakable"] = breaker(known)
        self.templates.globals["policy"] = POLICY_ELEMENT
        self.templates.globals["header"] = self._header()

    def __call__(self, page: Page) -> bytes:
        """Print one page."""
        template = self.templates.get_template(f"pages/{page.template}.html")
        text = template.render(page=page, view=page.view, site=self._site, root=page.root, structured=json_ld(page))
        return text.encode("utf-8")

    def _header(self) -> Callable[[Page], Markup]:
        """Return what prints the head of a page, once for all pages whose menu marks the same place."""
        site, template = self._site, self.templates.get_template("header.html")
        in_menu = {"search.html", *(link.path for link in (*site.nav, *site.more))}

        @cache
        def printed(root: str, path: str, section: str) -> Markup:
            text = template.render(site=site, root=root, path=path, section=section)
            return Markup(text)  # noqa: S704 - our own template has escaped it

        def header(page: Page) -> Markup:
            path = page.path if page.path in in_menu else ""
            return printed(page.root, path, page.section if "/" in page.path else "")

        return header


def assets() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the path of each of the theme's own files, styles, scripts and the icon, with what reads it."""
    for path in sorted((THEME / "assets").iterdir()):
        if path.is_file():
            yield f"assets/{path.name}", path.read_bytes
