"""Rules about fields that may name several records: each once, and no place beside one that it lies in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.places import ancestors
from generator.problems import Phrase
from generator.reading.nodes import Path
from generator.records.declared import fields_of
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.record import Subject
from generator.rules.rule import Finding, warning


@warning(
    zh=("“{id}”在“{label}”里写了两遍", "删掉一个；要写的是另一条{kind}，就改成那一条的编号"),
    en=("'{id}' stands twice in '{label}'", "take one out, or write the id of the other {kind} that was meant"),
)
def reference_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a record that a list names twice: a place, an owner, a team, a source.

    同一栏里同一条记录只写一次。写了两遍，多半是复制以后忘了改成另一条。

    ✗ projects/a.yml: {name: 甲, place: [city, city]}
    ✓ projects/a.yml: {name: 甲, place: [city]}
    """
    for links in catalogue.links_to.values():
        seen: set[tuple[Entry, Path]] = set()
        for link in links[1:] and links:
            of = link.origin, link.at[:-1]
            if isinstance(link.at[-1], int) and of in seen:
                target = link.target
                label = _label(link.origin, link.at)
                yield Finding(link.origin, link.at, id=target.record.id, label=label, kind=target.kind.words)
            seen.add(of)


@warning(
    zh=("“{inner}”就在“{outer}”里，两个地区都写了", "只留小的那个：删掉“{id}”；{outer}的页面照样会列出它"),
    en=(
        "'{inner}' lies in '{outer}', and both are given",
        "keep the smaller one: take '{id}' out; its page lists it too",
    ),
)
def place_beside_its_part(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a record that lies in a place and in a part of that place.

    “地区”写最小的那一级就够了，上面各级地区的页面都会列出这条记录。确实不止在那个区做的，只写市。

      content/places/east.yml: {name: 东区, level: 区县, parent: city, source: doc}
    ✗ projects/a.yml: {name: 甲, place: [city, east]}
    ✓ projects/a.yml: {name: 甲, place: [east]}
    """
    for entry in catalogue.whole_and_partial():
        places = entry.record.place if isinstance(entry.record, Subject) else ()
        lines = [ancestors(catalogue, place) for place in places[1:] and places]
        for index, place in enumerate(places[1:] and places):
            inside = next((line for line in lines if any(above.record.id == place for above in line[1:])), None)
            outer = catalogue.get(Place, place)
            if inside and outer:
                yield Finding(entry, ("place", index), inner=inside[0].record.name, outer=outer.record.name, id=place)


def _label(entry: Entry, at: Path) -> Phrase:
    """Return the label of the list in which an item stands, in both languages."""
    names = [step for step in at if isinstance(step, str)]
    shape = fields_of(type(entry.record))[names[0]]
    for name in names[1:]:
        shape = fields_of(shape.model)[name] if shape.model else shape
    return Phrase(shape.label, shape.name)
