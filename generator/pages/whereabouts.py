"""Whereabouts: on which page, and at which anchor, each statement, winner and figure stands.

This alone knows. It is worked out once from the cuts of the lists and handed to the views, so that no view asks
another for an address.
"""

from __future__ import annotations

from functools import cached_property

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_by_metric
from generator.pages.lists.long_lists import anchors_on, roll_pages, source_pages, whole_roll_path
from generator.pages.lists.record_lists import cut_lists, whole_pages
from generator.printing.urls import record_path
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

    def statement(self, document: str, anchor: str) -> str:
        """Return where a statement, or a record, stands on the pages of a document."""
        return f"{self._statements.get((document, anchor)) or record_path('document', document)}#{anchor}"

    def winner(self, entry: Entry, anchor: str) -> str:
        """Return where a line of an edition's roll stands."""
        own = entry.record.id
        return f"{self._winners.get((own, anchor)) or record_path('edition', own)}#{anchor}"

    def figure(self, cited: CitedFigure) -> str:
        """Return where a figure stands among those of its record."""
        entry = cited.entry
        page = self._figures.get((entry.record.id, cited.anchor)) if isinstance(entry.record, Place) else None
        return f"{page or record_path(entry.kind.name, entry.record.id)}#{cited.anchor}"

    def metric(self, metric: Metric) -> str:
        """Return where a metric stands: on its page or, where there is one figure of it, at that; nowhere without."""
        found = figures_by_metric(self._catalogue).get(metric.id, ())
        return self.figure(found[0]) if len(found) == 1 else record_path("metric", metric.id) if found else ""

    @cached_property
    def _statements(self) -> dict[tuple[str, str], str]:
        return {
            (entry.record.id, anchor): page.path
            for entry in self._catalogue.of(Document)
            for page in source_pages(self._catalogue, entry.record.id)[1:]
            for anchor in anchors_on(page)
        }

    @cached_property
    def _winners(self) -> dict[tuple[str, str], str]:
        return {
            (entry.record.id, line.cited.anchor): page.path
            for entry in self._catalogue.of(Edition)
            for page in roll_pages(self._catalogue, entry)[1:]
            if page.path != whole_roll_path(entry)
            for line in page.rows
        }

    @cached_property
    def _figures(self) -> dict[tuple[str, str], str]:
        return {
            (entry.record.id, cited.anchor): page.path
            for entry in self._catalogue.of(Place)
            if any(own.name == "figures" for own in cut_lists(self._catalogue, entry))
            for page in whole_pages(self._catalogue, entry, "figures")
            for cited in page.rows
        }
