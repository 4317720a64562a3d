"""The page of the search, before anything is asked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import reported
from generator.catalogue.names import short_name
from generator.printing.page import LinkView
from generator.printing.urls import list_path
from generator.records.brand import Brand
from generator.records.kinds import KINDS
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.project import Project
from generator.records.record import Record
from generator.records.series import Series

_EXAMPLES: tuple[type[Record], ...] = (Brand, Project, Series, Person)


@dataclass(frozen=True, slots=True)
class CountView:
    """How many records of a kind there are, with the way to their list."""

    link: LinkView
    count: int


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows before anything is asked: examples, and the ways to every list."""

    examples: tuple[str, ...]
    lists: tuple[CountView, ...]


def search_view(catalogue: Catalogue) -> SearchView:
    """Return the search page."""
    first = (entry for model in _EXAMPLES for entry in catalogue.of(model)[:1])
    kinds = (kind for kind in KINDS if not kind.listed_with)
    lists = (CountView(LinkView(kind.called, list_path(kind)), len(reported(catalogue, kind))) for kind in kinds)
    return SearchView(tuple(map(_shortest, first)), tuple(item for item in lists if item.count))


def _shortest(entry: Entry) -> str:
    return min((short_name(entry), *entry.record.aliases), key=len).strip("“”")
