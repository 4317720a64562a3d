"""Whereabouts: on which page, and at which anchor, each statement, winner and figure stands.

This alone knows. It is worked out once from the cuts of the lists and handed to the views, so that no view asks
another for an address.
"""

from __future__ import annotations

from generator.catalogue.catalogue import Catalogue, table
from generator.catalogue.citations import CitedFigure, anchor_of, figures_by_metric
from generator.catalogue.source_contents import anchor_in_source
from generator.pages.lists.long_lists import anchors_of, roll_pages, source_pages, whole_roll_path
from generator.pages.lists.record_lists import cut_lists, whole_pages
from generator.printing.urls import record_path
from generator.reading.nodes import Path
from generator.records.document import Document
from generator.records.edition import Edition
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place


class Whereabouts:
    """Where everything stands, worked out when first asked.

    Its tables hold what does not stand on the first page of its record: statements by document and anchor, winners by
    edition and anchor, figures by place and anchor.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the public catalogue."""
        self._catalogue = catalogue

    def statement(self, document: str, entry: Entry, at: Path = ()) -> str:
        """Return where a record, or a statement of it, stands on the pages of a document."""
        anchor = anchor_in_source(entry, at)
        # Nearly all documents have one page, and who links to them need not know more.
        is_long = document in _long_documents(self._catalogue)
        pages = _statement_pages(self._catalogue).get((document, *entry.key), {}) if is_long else {}
        return f"{pages.get(anchor) or record_path('document', document)}#{anchor}"

    def winner(self, entry: Entry, anchor: str) -> str:
        """Return where a line of an edition's roll stands."""
        own = entry.record.id
        is_long = own in _long_rolls(self._catalogue)
        page = _winner_pages(self._catalogue).get((own, anchor)) if is_long else None
        return f"{page or record_path('edition', own)}#{anchor}"

    def figure(self, cited: CitedFigure) -> str:
        """Return where a figure stands among those of its record."""
        entry = cited.entry
        is_place = isinstance(entry.record, Place)
        page = _figure_pages(self._catalogue).get((entry.record.id, cited.anchor)) if is_place else None
        return f"{page or record_path(entry.kind.name, entry.record.id)}#{cited.anchor}"

    def part(self, entry: Entry, at: Path) -> str:
        """Return where a statement of a record stands among the record's own."""
        if isinstance(entry.record, Edition):
            return self.winner(entry, anchor_of(at))
        page = _part_pages(self._catalogue).get((*entry.key, at[:2]))
        return f"{page or record_path(*entry.key)}#{anchor_of(at)}"

    def metric(self, metric: Metric) -> str:
        """Return where a metric stands: on its page or, where there is one figure of it, at that; nowhere without."""
        only = _only_figures(self._catalogue).get(metric.id)
        return "" if only is None else self.figure(only) if only else record_path("metric", metric.id)


@table
def _long_documents(catalogue: Catalogue) -> dict[str, bool]:
    return {document: True for document, *_ in _statement_pages(catalogue)}


@table
def _long_rolls(catalogue: Catalogue) -> dict[str, bool]:
    return {edition: True for edition, _ in _winner_pages(catalogue)}


@table
def _statement_pages(catalogue: Catalogue) -> dict[tuple[str, str, str], dict[str, str]]:
    """Return the page of each statement by its anchor, under the document and the record that it is of."""
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for entry in catalogue.of(Document):
        for page in source_pages(catalogue, entry.record.id)[1:]:
            for row in page.rows:
                known = found.setdefault((entry.record.id, *row.record.entry.key), {})
                known.update(dict.fromkeys(anchors_of(row), page.path))
    return found


@table
def _winner_pages(catalogue: Catalogue) -> dict[tuple[str, str], str]:
    return {
        (entry.record.id, line.cited.anchor): page.path
        for entry in catalogue.of(Edition)
        for page in roll_pages(catalogue, entry)[1:]
        if page.path != whole_roll_path(entry)
        for line in page.rows
    }


@table
def _figure_pages(catalogue: Catalogue) -> dict[tuple[str, str], str]:
    return {
        (entry.record.id, cited.anchor): page.path
        for entry in catalogue.of(Place)
        if any(own.name == "figures" for own in cut_lists(catalogue, entry))
        for page in whole_pages(catalogue, entry, "figures")
        for cited in page.rows
    }


@table
def _part_pages(catalogue: Catalogue) -> dict[tuple[str, str, Path], str]:
    """Return the page of each part of a record whose page only begins the list of such parts."""
    return {
        (*entry.key, at): page.path
        for entry in catalogue.entries.values()
        for own in cut_lists(catalogue, entry)
        if own.row_type in {"items", "goals", "figures"}
        for page in whole_pages(catalogue, entry, own.name)
        for at in (row[0] if own.row_type == "items" else row.at for row in page.rows)
    }


@table
def _only_figures(catalogue: Catalogue) -> dict[str, CitedFigure | tuple[()]]:
    """Return the figure of each metric that has a single one, and nothing for those that have several."""
    return {metric: found[0] if len(found) == 1 else () for metric, found in figures_by_metric(catalogue).items()}
