"""Pages to text, by our own Jinja environment: autoescape on, an undefined name is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

import site_theme
from generator.printing.json_ld import json_ld
from generator.printing.page import Page, SiteView
from generator.printing.policy import POLICY_ELEMENT
from generator.printing.segmentation import breaker

THEME = Path(site_theme.__file__).parent
_SPECIAL = re.compile("[&<>'\"]").search


class _Templates(FileSystemLoader):
    """Loads templates that escape by ``escaped``, which does what Jinja's own function does, in a third of the time."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Load a template, and exchange the name that its compiled code knows."""
        template = super().load(environment, name, globals)
        template.root_render_func.__globals__["escape"] = escaped
        # A plain dictionary: to look through a chain of them for each page takes long.
        template.globals = dict(template.globals)
        return template


def escaped(value: object) -> str:
    """Return a value as text that is safe in HTML: most texts hold nothing to escape."""
    if type(value) is str:
        return escape(value) if _SPECIAL(value) else value
    return value if type(value) is Markup else escape(value)


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates by their text, so that a preview, which prints anew after each save, compiles once."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of a template with this text."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = CompiledTemplates()


class Printer:
    """Prints the pages of one site; ``known`` are words that no dictionary has."""

    def __init__(self, site: SiteView, known: Iterable[str] = ()) -> None:
        """Open the theme's templates."""
        self._site = site
        self.templates = Environment(
            loader=_Templates(THEME / "templates"),
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
