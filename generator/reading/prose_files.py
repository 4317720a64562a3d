"""Read the files that MkDocs would make pages of, whatever they are called.

In goes a folder; out come its Markdown files in a fixed order, each with its text or the reason why it has none.
"""

from __future__ import annotations

from pathlib import Path

from generator.problems import Problem
from generator.reading.files import MARKDOWN, SourceFile, read_file
from generator.reading.folders import files_below


def read_markdown(root: Path, folder: str) -> tuple[tuple[SourceFile, ...], list[Problem]]:
    """Read the Markdown files of a folder of the project."""
    listing = files_below(root, folder)
    read = [read_file(root, path) for path in listing.files if path.name.endswith(MARKDOWN)]
    pages = tuple(page for page in read if isinstance(page, SourceFile))
    return pages, [*listing.problems, *(problem for problem in read if isinstance(problem, Problem))]
