"""Rules' examples as the files of a project, and everything that can be found in one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from generator.problems import Problem
from generator.recipes.check import CheckOptions, check
from tests.conftest import BASE, write_tree

TODAY = dt.date(2026, 7, 1)
ARCHIVE = "archive"


def found_in(folder: Path, tree: str) -> list[Problem]:
    """Check a tree written over the base, with its archive."""
    write_tree(folder, BASE)
    write_tree(folder, tree)
    archive = folder / ARCHIVE
    return check(folder, CheckOptions(archive if archive.is_dir() else None, today=TODAY)).problems
