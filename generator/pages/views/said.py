"""What each source says, record by record, split into pages; and on which of them a statement stands.

All records are walked once for all sources. A link to a statement must know its page, so this stands below all that
links to sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import anchor_of, statements
from generator.pages.prose import to_plain
from generator.pages.urls import part_path, record_path
from generator.pages.views.links import link_to, name_of, winner_link
from generator.pages.views.page import LinkView
from generator.pages.views.paging import ROOM, Group, PagedView, paged, size, split
from generator.records.document import Document
from generator.records.fields import Model
from generator.records.honour import Claim, Honour
from generator.records.kinds import KINDS, Kind
from generator.records.parse import Entry
from generator.records.parts import Figure, Goal, Policy, Practice

_TEXT = 60
# The tags around a record and around a line, and what the head of a document's page prints, in bytes.
_RECORD = 130
_LINE = 120
_HEAD = 700


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
    """What the document says of one record; a record of which it says much is parted, and goes on."""

    anchor: str
    record: LinkView
    said: tuple[SaidView, ...]
    is_continued: bool = False


Said = tuple[PagedView[SaidOfView], ...]


def document_links(catalogue: Catalogue, documents: Iterable[str], anchor: str = "") -> tuple[LinkView, ...]:
    """Return links to source documents, to the statement there where an anchor is given."""
    found = []
    for document in documents:
        entry = catalogue.get("document", document)
        if entry is not None:
            path = f"{said_path(catalogue, document, anchor)}#{anchor}" if anchor else record_path("document", document)
            found.append(LinkView(name_of(catalogue, entry), path))
    return tuple(found)


def said_path(catalogue: Catalogue, document: str, anchor: str) -> str:
    """Return the page on which a statement of a document stands."""
    later = catalogue.once(("said later", document), lambda: dict(_later(said_in(catalogue, document))))
    return later.get(anchor) or record_path("document", document)


def said_in(catalogue: Catalogue, document: str) -> Said:
    """Return all that a document says, by kind of record, as the pages that hold it."""
    return catalogue.once(("said", document), lambda: _said_in(catalogue, document))


def said_counts(catalogue: Catalogue, document: str) -> tuple[tuple[str, int], ...]:
    """Return how many records a document tells of, and how many things of each sort it says."""
    records = [of for _, of in _everything(catalogue).get(document, ())]
    sorts = [line.sort for of in records for line in of.said]
    counts = ((sort, sorts.count(sort)) for sort in dict.fromkeys(sorts))
    return (("记录", len(records)), *counts)


def _said_in(catalogue: Catalogue, document: str) -> Said:
    record = catalogue.record(Document, "document", document)
    told: defaultdict[Kind, list[SaidOfView]] = defaultdict(list)
    for kind, of in _everything(catalogue).get(document, ()):
        told[kind].append(of)
    groups = [
        Group(kind.plural, kind.label, [part for of in found for part in _parted(of)], len(found))
        for kind, found in told.items()
    ]
    furniture = _HEAD + size(record.title or "", record.summary or "", *record.defects)
    path = record_path("document", document)
    return paged(groups, _size, lambda number: part_path(path, number), furniture)


def _everything(catalogue: Catalogue) -> dict[str, list[tuple[Kind, SaidOfView]]]:
    """Return, for each document, what it says of each record, with the kind of that record."""
    return catalogue.once("said of all", lambda: _walk(catalogue))


def _walk(catalogue: Catalogue) -> dict[str, list[tuple[Kind, SaidOfView]]]:
    found: defaultdict[str, list[tuple[Kind, SaidOfView]]] = defaultdict(list)
    for kind in KINDS:
        # Metrics are definitions of ours; what a document says of them it says as a figure.
        for entry in catalogue.of(kind.name) if kind.name != "metric" else ():
            for document, said in _by_document(catalogue, entry).items():
                if entry.key != ("document", document):
                    anchor = f"{kind.name}-{entry.record.id}"
                    found[document].append((kind, SaidOfView(anchor, link_to(catalogue, entry), tuple(said))))
    return dict(found)


def _by_document(catalogue: Catalogue, entry: Entry) -> dict[str, list[SaidView]]:
    found: dict[str, list[SaidView]] = {}
    for at, part, documents in statements(entry):
        sort, words, value = _words(catalogue, part) if documents else ("", "", "")
        for document in documents:
            said = found.setdefault(document, [])
            if sort:
                anchor = f"{entry.kind.name}-{entry.record.id}-{anchor_of(at)}"
                said.append(SaidView(anchor, sort, words, value, part.where or ""))
    return found


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


def _parted(of: SaidOfView) -> Iterator[SaidOfView]:
    for number, said in enumerate(split(of.said, _line_size, ROOM // 2, ROOM // 2)):
        yield replace(of, said=tuple(said), is_continued=number > 0)


def _later(pages: Said) -> Iterator[tuple[str, str]]:
    """Yield the anchors that stand on no first page, with their page; where a record goes on, it has been before."""
    for page in pages[1:]:
        for of in (of for group in page.groups for of in group.rows):
            if not of.is_continued:
                yield of.anchor, page.path
            for line in of.said:
                yield line.anchor, page.path


def _size(of: SaidOfView) -> int:
    return _RECORD + size(of.anchor, of.record.text, of.record.path) + sum(map(_line_size, of.said))


def _line_size(line: SaidView) -> int:
    return _LINE + size(line.anchor, line.sort, line.words, line.value, line.where)
