"""Which record was meant by a reference that leads to none: one with a like id, a name, several in one text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from generator.catalogue.catalogue import Catalogue, Key, derived
from generator.catalogue.places import ancestors
from generator.problems import Phrase
from generator.records.addresses import is_slug
from generator.records.fields import Reference
from generator.records.kinds import BY_NAME, KINDS
from generator.records.likeness import nearest
from generator.records.parse import Entry

_MEANT = Phrase("是不是", "did you mean")
_RENAMED = Phrase("这条记录改过编号，是不是现在的", "it was renamed; did you mean")
NO_HINT = Phrase("", "")
_NOT_A_NAME = Phrase(
    "这里写编号，也就是那条记录的文件名（不带 .yml），不写名称；",
    "write its id, which is the name of its file without .yml; ",
)
_BETWEEN = re.compile(r"(?:[、，,；;\s]|(?<=[a-z0-9\s])[和与及](?=[a-z0-9\s]))+")


@derived
def former_ids(catalogue: Catalogue) -> Mapping[Key, tuple[Entry, int]]:
    """Return, by kind and former id, the record that lists it first, and at which place of its list."""
    found: dict[Key, tuple[Entry, int]] = {}
    for entry in catalogue.whole_and_partial():
        for index, former in enumerate(entry.record.formerly):
            found.setdefault((entry.kind.name, former), (entry, index))
    return found


@derived
def suggest(catalogue: Catalogue, kind: str, text: str) -> str:
    """Return the id (or a metric's name) that was most likely meant, or nothing.

    A former id means the record that had it. Staff who type a name in place of an id mean the record with that name,
    or whose name begins so.
    """
    if renamed := former_ids(catalogue).get((kind, text)):
        return renamed[0].record.id
    names, known = _names_and_ids(catalogue, kind)
    at = bisect_left(names, (text, ""))
    if at < len(names) and names[at][0].startswith(text):
        return names[at][1]
    return nearest(text, known)


@derived
def _names_and_ids(catalogue: Catalogue, kind: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the names of a kind's records by alphabet, each with its id; and all that a reference may give."""
    entries = catalogue.kinds.get(kind, ())
    names = sorted((name, entry.record.id) for entry in entries for name in _names(entry))
    metrics = catalogue.metric_names if kind == "metric" else ()
    return names, [*(entry.record.id for entry in entries), *metrics]


def unknown(catalogue: Catalogue, reference: Reference, text: str) -> dict[str, str | Phrase]:
    """Return the details of a reference to no record, or nothing where the record may just be broken."""
    if catalogue.is_broken(reference, text) or catalogue.resolve(reference, text) is not None:
        return {}
    kind = BY_NAME[reference.kind]
    hint = _hint(catalogue, reference, text)
    suggestion = "" if hint is not NO_HINT and is_slug(text) else suggest(catalogue, reference.kind, text)
    was_renamed = (kind.name, text) in former_ids(catalogue)
    guess = _RENAMED if was_renamed else _MEANT
    words: dict[str, str | Phrase] = {
        "id": text,
        "kind": kind.words,
        "folder": kind.folder,
        "suggestion": suggestion,
        "guess": guess,
    }
    return {**words, "hint": hint}


def _hint(catalogue: Catalogue, reference: Reference, text: str) -> Phrase:
    """Return what a text is that is no id of the kind asked for: one of another kind, or a name."""
    other = next(
        (kind for kind in KINDS if kind.name != reference.kind and (kind.name, text) in catalogue.entries), None
    )
    if other:
        return Phrase(
            f"“{text}”是{other.label}的编号，这里要写{BY_NAME[reference.kind].label}的编号；想写的就是它，换到写{other.label}的栏目里；",
            f"'{text}' is the id of a {other.name}: name it in a field for that kind; ",
        )
    return NO_HINT if reference.by_name or is_slug(text) else _NOT_A_NAME


def several(catalogue: Catalogue, reference: Reference, text: str) -> str:
    """Return the ids that a text was surely meant to list (shinan、shibei), as they are to be written; else nothing.

    Of 青岛市 市南区 only the smaller one is to be written.
    """
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    found = (part if catalogue.resolve(reference, part) else suggest(catalogue, reference.kind, part) for part in parts)
    known = list(dict.fromkeys(found))
    if not parts[1:] or not all(known):
        return ""
    if reference.kind == "place":
        around = {above.record.id for place in known for above in ancestors(catalogue, place)[1:]}
        # In a circle each is around the other.
        known = [place for place in known if place not in around] or known
    return f"[{', '.join(known)}]" if len(known) > 1 else known[0]


def _names(entry: Entry) -> tuple[str, ...]:
    short = getattr(entry.record, "short", None)
    return (entry.record.name, *entry.record.aliases, *([short] if short else []))
