"""Pages to text, by our own Jinja environment: autoescape on, an undefined name is an error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from markupsafe import Markup

import site_theme
from generator.printing.compiled import PlainEnvironment, Templates
from generator.printing.corrections import report_links
from generator.printing.json_ld import json_ld
from generator.printing.page import Page, SiteView
from generator.printing.policy import POLICY_ELEMENT
from generator.printing.segmentation import breaker

THEME = Path(site_theme.__file__).parent


class Printer:
    """Prints the pages of one site; ``known`` are words that no dictionary has."""

    def __init__(self, site: SiteView, known: Iterable[str] = ()) -> None:
        """Open the theme's templates."""
        self._site = site
        self.templates = PlainEnvironment(Templates(THEME / "templates"))
        self.templates.filters["breakable"] = breaker(known)
        self.templates.globals["policy"] = POLICY_ELEMENT
        self.templates.globals["signs"] = signs()
        self.templates.globals["report_links"] = report_links
        for name in ("header", "footer"):
            self.templates.globals[name] = self._around(name)

    def __call__(self, page: Page) -> bytes:
        """Print one page."""
        template = self.templates.get_template(f"pages/{page.template}.html")
        text = template.render(page=page, view=page.view, site=self._site, root=page.root, structured=json_ld(page))
        return text.encode("utf-8")

    def _around(self, name: str) -> Callable[[Page], Markup]:
        """Return what prints the head or foot of a page, once for all pages whose menus mark the same place."""
        site, template = self._site, self.templates.get_template(f"{name}.html")
        in_menu = {"search.html", *(link.path for link in (*site.nav, *site.more))}

        @cache
        def printed(root: str, path: str, section: str) -> Markup:
            text = template.render(site=site, root=root, path=path, section=section)
            return Markup(text)  # noqa: S704 - our own template has escaped it

        def around(page: Page) -> Markup:
            path = page.path if page.path in in_menu else ""
            return printed(page.root, path, page.section if "/" in page.path else "")

        return around


@cache
def signs() -> dict[str, Markup]:
    """Return the drawing of each sign by its name: what stands inside its SVG, on a square of 48."""
    paths = sorted((THEME / "templates" / "signs").glob("*.svg"))
    return {path.stem: Markup(_drawing(path.read_text("utf-8"))) for path in paths}  # noqa: S704 - our own files


def _drawing(text: str) -> str:
    return "".join(text.partition(">")[2].rpartition("</svg>")[0].split("\n"))


def assets() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the path of each of the theme's own files, styles, scripts and the icon, with what reads it."""
    for path in sorted((THEME / "assets").iterdir()):
        if path.is_file():
            yield f"assets/{path.name}", path.read_bytes
