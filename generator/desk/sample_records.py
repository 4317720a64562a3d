"""The files that come with the program for a new city: its own, and samples of every kind about a city that is none.

The samples put no word into a real person's mouth, and can be checked like any other records. The handbook takes its
examples from them; a new city gets them in folders of their own, so that whoever deletes these has no sample left.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from generator.records.parse import SAMPLES

_CITY, _EXAMPLES = "city", "samples"
# What a new city has from the start.
_NAMED = ("content/metrics/", "content/domains/")


@cache
def example_project() -> dict[str, str]:
    """Return the example project by path, the shortest file first; the metrics and fields that it names are in it."""
    named = {path: text for path, text in city_files().items() if path.startswith(_NAMED)}
    return dict(sorted((_tree(_EXAMPLES) | named).items(), key=lambda file: (len(file[1]), file[0])))


def sample_files() -> dict[str, str]:
    """Return the samples of every kind by the path that they have in a new city."""
    records = (path.rpartition("/") for path in _tree(_EXAMPLES))
    return {f"{folder}/{SAMPLES}/{name}": _tree(_EXAMPLES)[f"{folder}/{name}"] for folder, _, name in records if folder}


def city_files() -> dict[str, str]:
    """Return a new city's own files by path, with ``$name`` where its own words are put in."""
    return _tree(_CITY)


@cache
def _tree(folder: str) -> dict[str, str]:
    return dict(_below(files("generator").joinpath("desk", folder), ""))


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _below(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry.read_text(encoding="utf-8")
