"""The page of a source: everything it says, record by record, and its known defects."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue, table
from generator.catalogue.citations import anchor_of
from generator.catalogue.roles import role_line
from generator.catalogue.source_contents import CitedRecord, statements_by_source
from generator.catalogue.standing import is_in_force, standing_words
from generator.data.tables import for_residents
from generator.pages.lists.long_lists import SourceRow, source_pages
from generator.pages.views.links import FactView, facts, link_to, winner_link
from generator.printing.listed import ListPage
from generator.printing.markup import lead_apart, to_html, to_plain
from generator.printing.page import LinkView
from generator.records.document import Document
from generator.records.edition import Claim, Edition, Honour, Revocation
from generator.records.parse import Entry
from generator.records.person import Saying
from generator.records.role import Role
from generator.records.sourced import Basis, Sourced
from generator.records.statements import Figure, Goal, Policy, Practice

_TEXT = 60
_SHOWN_APART = {"原题", "类型", "日期", for_residents("日期依据"), "日期说明", "网址", "已知缺陷"}


@dataclass(frozen=True, slots=True)
class StatementView:
    """One thing that the document says: of what type, in a few words, its ``value`` as printed, and where.

    ``standing`` is what must be said beside an honour.
    """

    anchor: str
    type: str
    words: str
    value: str
    where: str
    standing: str


@dataclass(frozen=True, slots=True)
class CitedRecordView:
    """What the document says of one record; a record of which it says much goes on on the next page."""

    anchor: str
    record: LinkView
    statements: tuple[StatementView, ...]
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class SourceView:
    """A page of a document; what is told once stands on the first. ``original`` leads to it, if it is public."""

    name: str
    type: str
    title: str
    original: LinkView | None
    opening: Markup
    story: Markup
    facts: tuple[FactView, ...]
    date: str
    date_basis: str
    date_reason: str
    defects: tuple[Markup, ...]
    counts: tuple[tuple[str, int], ...]
    list: ListPage[CitedRecordView]


def source_view(catalogue: Catalogue, entry: Entry[Document], number: int) -> SourceView:
    """Return a page of a document."""
    document = entry.record
    page = source_pages(catalogue, document.id)[number - 1]
    opening, story = lead_apart(document.summary or "")
    return SourceView(
        name=document.name,
        type=document.type.label,
        title=document.title or "",
        original=LinkView(urlsplit(document.url).netloc, document.url) if document.url else None,
        opening=opening,
        story=story,
        facts=tuple(fact for fact in facts(catalogue, entry) if fact.label not in _SHOWN_APART),
        date=document.date.label if document.date else "日期未说明",
        date_basis="" if document.date_basis is Basis.NOT_GIVEN else for_residents(document.date_basis.label),
        date_reason=document.date_reason or "",
        defects=tuple(to_html(defect) for defect in document.defects),
        counts=_counts(catalogue, document.id),
        list=page.shown_as(lambda row: _cited_record(catalogue, row)),
    )


@table
def _counts(catalogue: Catalogue, document: str) -> tuple[tuple[str, int], ...]:
    """Return of how many records a document says something, and how many things of each type."""
    records = statements_by_source(catalogue).get(document, ())
    parts = ((record, part) for record in records for _, part in record.parts)
    types = Counter(
        _TYPES[type(part)] for record, part in parts if type(part) in _TYPES and _counts_there(record, part)
    )
    return ("记录", len(records)), *types.items()


def _cited_record(catalogue: Catalogue, row: SourceRow) -> CitedRecordView:
    record, entry, anchor = row.record, row.record.entry, row.record.anchor
    edition = entry.record if isinstance(entry.record, Edition) else None
    statements = (
        StatementView(
            f"{anchor}-{anchor_of(at)}",
            _TYPES[type(part)],
            *_words(catalogue, part),
            part.where or "",
            _standing(edition, part),
        )
        for at, part in record.parts
        if type(part) in _TYPES
    )
    return CitedRecordView(anchor, link_to(catalogue, entry), tuple(statements), row.is_continued)


_TYPES: dict[type[Sourced], str] = {
    Figure: "数据",
    Goal: "目标",
    Honour: "获奖",
    Claim: for_residents("未列名荣誉"),
    Policy: "制度文件",
    Practice: "做法",
    Revocation: "撤销",
    Role: "负责人",
    Saying: "说过的话",
}


def _counts_there(record: CitedRecord, part: Sourced) -> bool:
    """Return whether a statement counts: one of an honour that is not in force does not."""
    edition = record.entry.record
    if not isinstance(edition, Edition) or not isinstance(part, Honour | Claim):
        return True
    return is_in_force(edition, part if isinstance(part, Honour) else None)


def _standing(edition: Edition | None, part: Sourced) -> str:
    """Return what must be said beside an honour of an edition."""
    if edition is None or not isinstance(part, (Honour, Claim)):
        return ""
    return standing_words(edition, part if isinstance(part, Honour) else None)


def _words(catalogue: Catalogue, part: Sourced) -> tuple[str, str]:  # noqa: PLR0911 - a line for each type
    """Return the words of a statement and, apart from them, its value."""
    match part:
        case Figure():
            return catalogue.metric(part.metric).name, part.value.printed
        case Goal():
            return part.text, part.target.printed if part.target else ""
        case Honour():
            return winner_link(catalogue, part).text, ""
        case Claim():
            return part.category, part.count.printed
        case Policy():
            return part.title, ""
        case Revocation():
            return f"{part.date.label if part.date else ''}{part.by or ''}", ""
        case Role():
            return role_line(catalogue, part), ""
        case Saying():
            return to_plain(part.text, _TEXT), ""
        case Practice():
            return part.title or to_plain(part.text, _TEXT), ""
    return "", ""
