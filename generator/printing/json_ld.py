"""Build a page's JSON-LD (schema.org): where it stands in the site, and what it is about (``things``).

Addresses are relative to the page, as JSON-LD allows, so they hold wherever the site is put.
"""

from __future__ import annotations

import json
from functools import lru_cache

from markupsafe import Markup

from generator.printing.page import LinkView, Page, Thing
from generator.printing.urls import encoded

_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_ld(page: Page) -> Markup:
    """Return a page's JSON-LD, safe inside a script element; nothing where there is nothing to say."""
    things = [*([_trail(page)] if page.crumbs else []), *([_text(_pictured(page, page.thing))] if page.thing else [])]
    if not things:
        return Markup("")
    text = f'{{"@context":"https://schema.org","@graph":[{",".join(things)}]}}'
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - nothing in it can end the element


def _pictured(page: Page, thing: Thing) -> Thing:
    """Return what a page is about with the picture of it, where there is one."""
    return {**thing, "image": page.root + page.image.path} if page.image else thing


def _trail(page: Page) -> str:
    """Return the way from the home page; the page itself, the last step, needs no address."""
    last = _step(len(page.crumbs) + 1, {"name": page.title})
    return f'{{"@type":"BreadcrumbList","itemListElement":[{_steps(page.root, page.crumbs)}{last}]}}'


# All pages of a folder have the same way to them.
@lru_cache(maxsize=64)
def _steps(root: str, crumbs: tuple[LinkView, ...]) -> str:
    steps = (_step(at, {"name": link.text, "item": root + encoded(link.path)}) for at, link in enumerate(crumbs, 1))
    return "".join(f"{step}," for step in steps)


def _step(at: int, said: Thing) -> str:
    return _text({"@type": "ListItem", "position": at, **said})
