"""The page of a source: everything it says, record by record, and its known defects."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.pages.prose import to_html
from generator.pages.views.paging import PagedView
from generator.pages.views.record import FactView, facts
from generator.pages.views.said import SaidOfView, said_counts, said_in
from generator.records.document import Document
from generator.records.parse import Entry
from generator.records.parts import Basis

_SHOWN_APART = {"原题", "日期", "日期依据", "日期说明", "已知缺陷"}


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document's page."""

    name: str
    title: str
    lead: Markup
    facts: tuple[FactView, ...]
    date: str
    date_basis: str
    date_reason: str
    defects: tuple[Markup, ...]
    counts: tuple[tuple[str, int], ...]
    list: PagedView[SaidOfView]


def document_views(catalogue: Catalogue, entry: Entry) -> tuple[DocumentView, ...]:
    """Return a document's page, and those on which what it says goes on."""
    document = catalogue.record(Document, "document", entry.record.id)
    first = DocumentView(
        name=document.name,
        title=document.title or "",
        lead=to_html(document.summary or ""),
        facts=tuple(fact for fact in facts(catalogue, entry) if fact.label not in _SHOWN_APART),
        date=document.date.label if document.date else "日期未说明",
        date_basis="" if document.date_basis is Basis.NOT_GIVEN else document.date_basis.label,
        date_reason=document.date_reason or "",
        defects=tuple(to_html(defect) for defect in document.defects),
        counts=said_counts(catalogue, document.id),
        list=said_in(catalogue, document.id)[0],
    )
    return first, *(replace(first, list=page) for page in said_in(catalogue, document.id)[1:])
