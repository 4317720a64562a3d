"""The page of components: it leaves none out."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import nodes

import site_theme
from generator.pages.menu import site_view
from generator.pages.views.components_page import PATH, ComponentsView
from generator.printing.templates import Printer
from generator.recipes.check import check
from generator.records.settings import Settings
from tests.conftest import Project
from tests.sites import pages_made

ROOT = Path(__file__).parents[2]
TEMPLATES = Path(site_theme.__file__).parent / "templates"


def parsed(name: str) -> nodes.Template:
    """Return a template as a tree."""
    return Printer(site_view(Settings())).templates.parse((TEMPLATES / name).read_text("utf-8"))


def macros(name: str) -> set[str]:
    """Return the macros of a file, each under the name by which a page calls it."""
    return {f"{Path(name).stem}.{macro.name}" for macro in parsed(name).find_all(nodes.Macro)}


def test_every_macro_is_shown() -> None:
    """Each macro has its example, under its own name; files are imported under their whole names."""
    known = set().union(*(macros(f"macros/{path.name}") for path in TEMPLATES.glob("macros/*.html")))
    tree = parsed("pages/components.html")
    files = {found.target: found.template.value for found in tree.find_all(nodes.Import)}  # type: ignore[attr-defined]
    assert {f"macros/{name}.html" for name in files} == set(files.values())
    shown = {
        f"{call.node.node.name}.{call.node.attr}"
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
    page = pages_made(check(ROOT if own else project()))[PATH]
    assert isinstance(page.view, ComponentsView)
    assert not page.indexed
    empty = {name for name in ComponentsView.__dataclass_fields__ if not getattr(page.view, name)}
    assert empty == set() if own else {"project", "team", "edition"} <= empty
