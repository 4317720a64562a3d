"""Rules about ids and names: used once, and leading somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from generator.catalogue.catalogue import Catalogue
from generator.problems import Location, Problem, Words
from generator.reading.nodes import Path
from generator.records.fields import Reference
from generator.records.kinds import BY_NAME
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel
from generator.records.settings import Configured
from generator.records.shape import dotted
from generator.records.structure import references
from generator.rules.rule import Finding

# Kinds whose records may well share a name with another of theirs.
_NAMES_RECUR = {"edition", "series", "metric"}


def duplicate_id(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each record whose id another of its kind already has.

    The first in file order keeps the id.

    同一类记录的编号不能重复：编号就是网址，两条记录不能共用一个。

    Fails::

        projects.yml:
            - {id: a, name: 甲}
            - {id: a, name: 乙}

    Passes::

        projects.yml:
            - {id: a, name: 甲}
            - {id: b, name: 乙}
    """
    for entry in catalogue.duplicates:
        other = catalogue.entries[entry.key].location()
        known: dict[str, str | Words] = {"id": entry.record.id, "kind": entry.kind.words}
        yield Finding(entry, ("id",), known | {"other": f"{other.path}:{other.line}"})


def unknown_reference(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each reference to a record that is not there.

    A reference to a record that could not be read, or to one of a list that could not, stays quiet: that is reported
    already.

    引用的编号必须有对应的记录，否则页面上的链接会断。指标可以写名称，其他都写编号。

    Fails::

        projects/a.yml:
            name: 甲
            place: citty

    Passes::

        projects/a.yml:
            name: 甲
            place: city
    """
    partial = ((entry, *held) for entry in catalogue.partial for held in references(entry.record))
    dangling = ((found.origin, found.at, found.reference, found.text) for found in catalogue.dangling)
    for entry, at, reference, text in (*dangling, *partial):
        if details := _unknown(catalogue, reference, text):
            yield Finding(entry, at, details)


def unknown_in_settings(catalogue: Catalogue, configured: Configured) -> Iterator[Problem]:
    """Report each setting that names a record that is not there."""
    locate: Callable[[Path], Location] = configured.location
    for at, reference, text in references(configured.settings):
        if details := _unknown(catalogue, reference, text):
            yield Problem("unknown-reference", locate(at), dotted(at), details)


def circular_parent(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a record that is, over its ``parent``, its own ancestor.

    上级不能绕一圈又回到自己：上下级是一棵树。

    Fails::

        content/places/a.yml:
            name: 甲
            level: 区县
            parent: a

    Passes::

        content/places/a.yml:
            name: 甲
            level: 区县
            parent: city
    """
    for entry in catalogue.entries.values():
        seen = [entry.record.id]
        parent = getattr(entry.record, "parent", None)
        while parent is not None and parent not in seen:
            seen.append(parent)
            above = catalogue.get(entry.kind.name, parent)
            parent = getattr(above.record, "parent", None) if above else None
        if parent == entry.record.id:
            yield Finding(entry, ("parent",), {"chain": " → ".join([*seen, parent])})


def place_above_parent(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a place whose level is not below that of its parent.

    下级地区的级别要低于上级：区县在市下面，镇街在区县下面。

    Fails::

        content/places/a.yml:
            name: 甲
            level: 省
            parent: city

    Passes::

        content/places/a.yml:
            name: 甲
            level: 区县
            parent: city
    """
    rungs = list(PlaceLevel)
    for entry in catalogue.of("place"):
        place = entry.record
        above = catalogue.get("place", place.parent) if isinstance(place, Place) and place.parent else None
        if above is None or not isinstance(place, Place) or not isinstance(above.record, Place) or above is entry:
            continue
        if rungs.index(place.level) <= rungs.index(above.record.level):
            details = {"level": place.level.label, "parent": above.record.name, "above": above.record.level.label}
            yield Finding(entry, ("level",), details)


def same_name(catalogue: Catalogue) -> Iterator[Finding]:
    """Report two records of one kind with the same name.

    They may be one thing written twice, or namesakes whom readers must tell apart.

    同一类里有两条记录同名：可能是一件事写了两遍，也可能是同名的人或队伍，要让读者分得清。

    Fails::

        content/people.yml:
            - {id: wang-wei, name: 王伟, consent: 是, source: doc}
            - {id: wang-wei-2, name: 王伟, consent: 是, source: doc}

    Passes::

        content/people.yml:
            - {id: wang-wei, name: 王伟, consent: 是, source: doc}
            - {id: wang-fang, name: 王芳, consent: 是, source: doc}
    """
    for kind in BY_NAME:
        by_name: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in catalogue.of(kind) if kind not in _NAMES_RECUR else ():
            by_name[entry.record.name].append(entry)
        for name, entries in by_name.items():
            for entry in entries[1:]:
                yield Finding(entry, ("name",), {"name": name, "other": entries[0].record.id})


def metric_named_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a metric whose name or alias another metric has.

    Figures name their metric, so a name must mean one metric only.

    两个指标不能同名：数据按名称找指标，名称要只指一个。

    Fails::

        content/metrics.yml:
            - {id: a, name: 注册志愿者, unit: 人, measure: 存量}
            - {id: b, name: 志愿者, aliases: [注册志愿者], unit: 人, measure: 存量}

    Passes::

        content/metrics.yml:
            - {id: a, name: 注册志愿者, unit: 人, measure: 存量}
            - {id: b, name: 志愿者, unit: 人, measure: 存量}
    """
    for entry in catalogue.of("metric"):
        spots: list[tuple[Path, str]] = [(("name",), entry.record.name)]
        spots.extend((("aliases", index), alias) for index, alias in enumerate(entry.record.aliases))
        for at, name in spots:
            owner = catalogue.metric_names[name]
            if owner != entry.record.id:
                yield Finding(entry, at, {"name": name, "other": owner})


def suggest(catalogue: Catalogue, kind: str, text: str) -> str:
    """Return the id (or a metric's name) that was most likely meant, or nothing.

    Staff who type a name in place of an id mean the record with that name, or whose name begins so.
    """
    names = {name: entry.record.id for entry in reversed(catalogue.of(kind)) for name in _names(entry)}
    begun = [record_id for name, record_id in names.items() if name.startswith(text)]
    if text in names or begun:
        return names.get(text) or begun[-1]
    known = [entry.record.id for entry in catalogue.of(kind)]
    if kind == "metric":
        known.extend(catalogue.metric_names)
    near = get_close_matches(text, known, n=1, cutoff=0.6)
    return near[0] if near else ""


def _unknown(catalogue: Catalogue, reference: Reference, text: str) -> dict[str, str | Words]:
    """Return what is to be said of a reference to no record, or nothing where the record may just be broken."""
    if catalogue.is_broken(reference, text) or catalogue.resolve(reference, text) is not None:
        return {}
    kind = BY_NAME[reference.kind]
    guess = suggest(catalogue, reference.kind, text)
    return {"id": text, "kind": kind.words, "folder": kind.folder, "suggestion": guess}


def _names(entry: Entry) -> tuple[str, ...]:
    short = getattr(entry.record, "short", None)
    return (entry.record.name, *entry.record.aliases, *([short] if short else []))
