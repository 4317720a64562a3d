"""The page of a source: everything it says, record by record, and its known defects."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import statements
from generator.pages.prose import to_html, to_plain
from generator.pages.views.links import link_to
from generator.pages.views.page import LinkView
from generator.pages.views.record import FactView, facts
from generator.pages.views.statements import winner_link
from generator.records.document import Document
from generator.records.fields import Model
from generator.records.honour import Claim, Honour
from generator.records.kinds import KINDS
from generator.records.parse import Entry
from generator.records.parts import Basis, Figure, Goal, Policy, Practice

_TEXT = 60


@dataclass(frozen=True, slots=True)
class SaidView:
    """One thing that the document says: of what sort, in a few words, and where."""

    anchor: str
    sort: str
    words: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class SaidOfView:
    """Everything that the document says of one record."""

    anchor: str
    record: LinkView
    said: tuple[SaidView, ...]


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
    groups: tuple[tuple[str, tuple[SaidOfView, ...]], ...]


def document_view(catalogue: Catalogue, entry: Entry) -> DocumentView:
    """Return a document's page."""
    document = catalogue.record(Document, "document", entry.record.id)
    groups = []
    for kind in KINDS:
        found = [_said_of(catalogue, other, document.id) for other in catalogue.of(kind.name) if other is not entry]
        listed = tuple(of for of in found if of is not None)
        if listed and kind.name != "metric":
            groups.append((kind.label, listed))
    said = [line.sort for _, records in groups for of in records for line in of.said]
    counts = [(label, said.count(label)) for label in dict.fromkeys(said)]
    return DocumentView(
        name=document.name,
        title=document.title or "",
        lead=to_html(document.summary or ""),
        facts=tuple(fact for fact in facts(catalogue, entry) if fact.label not in _SHOWN_APART),
        date=document.date.label if document.date else "日期未说明",
        date_basis="" if document.date_basis is Basis.NOT_GIVEN else document.date_basis.label,
        date_reason=document.date_reason or "",
        defects=tuple(to_html(defect) for defect in document.defects),
        counts=(("记录", sum(len(records) for _, records in groups)), *counts),
        groups=tuple(groups),
    )


_SHOWN_APART = {"原题", "日期", "日期依据", "日期说明", "已知缺陷"}


def _said_of(catalogue: Catalogue, entry: Entry, document: str) -> SaidOfView | None:
    said = []
    cited = False
    for at, part, documents in statements(entry):
        if document not in documents:
            continue
        cited = True
        sort, words, value = _words(catalogue, part)
        if sort:
            steps = "-".join(str(step) for step in at)
            anchor = f"{entry.kind.name}-{entry.record.id}-{steps}"
            said.append(SaidView(anchor, sort, words, value, part.where or ""))
    if not cited:
        return None
    return SaidOfView(f"{entry.kind.name}-{entry.record.id}", link_to(catalogue, entry), tuple(said))


def _words(catalogue: Catalogue, part: Model) -> tuple[str, str, str]:
    """Return sort, words and value of a statement; a record as such has none."""
    words = ("", "", "")
    match part:
        case Figure():
            words = "数据", catalogue.metric(part.metric).name, part.value.printed
        case Goal():
            words = "目标", part.text, part.target.printed if part.target else ""
        case Honour():
            words = "获奖", winner_link(catalogue, part).text, ""
        case Claim():
            words = "未列名荣誉", part.category, part.count.printed
        case Policy():
            words = "制度文件", part.title, ""
        case Practice():
            words = "做法", part.title or to_plain(part.text, _TEXT), ""
    return words
