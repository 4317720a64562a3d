"""Rules' examples as the files of a project, and everything that can be found in one."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

from generator.problems import Problem
from generator.recipes.check import check, check_links
from generator.rules.material import RenderedPage
from tests.conftest import BASE, write_tree

ARCHIVE = "archive"
# The page that the base's record of a place has.
PATHS = frozenset({"about.html", "help.html", "places/city.html"})


def found_in(folder: Path, tree: str) -> list[Problem]:
    """Check a tree written over the base, with its archive and the links of its prose pages."""
    write_tree(folder, BASE)
    write_tree(folder, tree)
    archive = folder / ARCHIVE
    checked = check(folder, archive=archive if archive.is_dir() else None)
    rendered = [RenderedPage(page.path, f"{page.stem}.html", MarkdownIt().render(page.text)) for page in checked.prose]
    return [*checked.problems, *check_links(checked, rendered, PATHS)]
