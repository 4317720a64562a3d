"""The page of components: it leaves none out."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import nodes

import site_theme
from generator.pages.privacy import public_catalogue
from generator.pages.site import pages
from generator.pages.templates import environment
from generator.pages.views.components import PATH, ComponentsView
from generator.pipeline import check
from tests.conftest import Project

ROOT = Path(__file__).parents[2]
TEMPLATES = Path(site_theme.__file__).parent / "templates"


def parsed(name: str) -> nodes.Template:
    """Return a template as a tree."""
    return environment().parse((TEMPLATES / name).read_text("utf-8"))


def macros(name: str) -> set[str]:
    """Return the macros that a template gives to others; one that prints a page keeps its own."""
    tree = parsed(name)
    return set() if tree.find(nodes.Extends) else {macro.name for macro in tree.find_all(nodes.Macro)}


def test_every_macro_is_shown() -> None:
    """Each macro of the templates has its example, under its own name."""
    names = {path.name for path in TEMPLATES.glob("*.html")}
    known = {f"{name.removesuffix('.html')}.{macro}" for name in names for macro in macros(name)}
    tree = parsed("components.html")
    files = {found.target: found.template.value for found in tree.find_all(nodes.Import)}  # type: ignore[attr-defined]
    shown = {
        f"{files[call.node.node.name].removesuffix('.html')}.{call.node.attr}"
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Getattr)
        and isinstance(call.node.node, nodes.Name)
        and call.node.node.name in files
    }
    titled = {
        call.call.args[0].value  # type: ignore[attr-defined]
        for call in tree.find_all(nodes.CallBlock)
    }
    assert shown == known
    assert titled == known


@pytest.mark.parametrize("own", [True, False], ids=["own records", "hardly any records"])
def test_it_is_made_of_records(project: Project, *, own: bool) -> None:
    """The examples are the project's own records; without any, the page is there all the same."""
    checked = check(ROOT if own else project())
    page = next(page for page in pages(public_catalogue(checked.catalogue), checked.settings) if page.path == PATH)
    assert isinstance(page.view, ComponentsView)
    assert not page.indexed
    empty = {name for name in ComponentsView.__dataclass_fields__ if not getattr(page.view, name)}
    assert empty <= {"trend", "target"} if own else {"cards", "figures", "goals"} <= empty
