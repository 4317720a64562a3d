"""What records say, for the search: what is done, rules, figures as printed, counted honours, ways to take part.

The page of the search loads it after the index, when the first thing is asked: names are found at once, these follow.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import statements
from generator.catalogue.names import name_of, where_is, winner_name
from generator.catalogue.standing import is_revoked
from generator.printing.markup import to_plain
from generator.printing.urls import record_path
from generator.reading.nodes import Path
from generator.records.document import Document
from generator.records.edition import Claim, Edition, Honour
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.sourced import Sourced
from generator.records.statements import Figure, Goal, Policy, Practice

TEXTS = "assets/search-texts.js"
# What each sort of statement is called among the results, in the order of the results.
_LABELS = {
    Practice: "做法",
    Honour: "事迹",
    Claim: "获奖数量",
    Figure: "数字",
    Policy: "文件",
    Goal: "目标",
}
_SAYING, _PART = "原话", "怎么参加"
_ORDER = (*_LABELS.values(), _SAYING, _PART)
_LONGEST = 400
PartPage = Callable[[Entry, Path], str]


def search_texts(catalogue: Catalogue, part_page: PartPage) -> str:
    """Return what all records say as a script; ``part_page`` tells where a part of a record stands."""
    records = []
    for entry in catalogue.entries.values():
        if entry.kind.model not in {Metric, Document} and (rows := tuple(_rows(catalogue, entry, part_page))):
            path = record_path(entry.kind.name, entry.record.id)
            records.append([path, name_of(catalogue, entry), where_is(catalogue, entry), rows])
    parts = {"labels": _ORDER, "records": records}
    return f"window.SHOWCASE_TEXTS = {json.dumps(parts, ensure_ascii=False, separators=(',', ':'))};\n"


def _rows(catalogue: Catalogue, entry: Entry, part_page: PartPage) -> Iterator[tuple[int, str, str, str]]:
    """Yield what a record says: the number of its sort, where it stands from the record's page on, and its words."""
    if isinstance(entry.record, Edition) and is_revoked(entry.record):
        return
    own = record_path(entry.kind.name, entry.record.id)
    for at, part, _ in statements(entry):
        label = _SAYING if at[:1] == ("sayings",) else _LABELS.get(type(part), "")
        title, text = ("", getattr(part, "text", "")) if label == _SAYING else _words(catalogue, part)
        if label and (title or text):
            yield _ORDER.index(label), part_page(entry, at).removeprefix(own), title, to_plain(text, _LONGEST)
    if way := getattr(entry.record, "take_part", None):
        words = "，".join(str(word) for word in vars(way).values() if word)
        yield _ORDER.index(_PART), "", _PART, to_plain(words, _LONGEST)


def _words(catalogue: Catalogue, part: Sourced) -> tuple[str, str]:
    """Return what heads a statement and what it says; nothing of what is found by other ways."""
    match part:
        case Practice() | Policy():
            return part.title or "", part.text or ""
        case Figure():
            metric = catalogue.find_metric(part.metric)
            return metric.name if metric else "", part.value.printed
        case Goal():
            return "", part.text
        case Claim():
            return part.category, part.count.printed
        case Honour(reason=str(reason), revoked=None):
            return winner_name(catalogue, part), reason
        case _:
            return "", ""
