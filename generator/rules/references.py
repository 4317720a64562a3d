"""Rules about ids and names: used once, and leading somewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import answering_practices, goals_of, holders_of, practices_of
from generator.catalogue.names import name_of
from generator.problems import Phrase
from generator.reading.nodes import Path
from generator.records.declared import fields_of, references
from generator.records.fields import Reference
from generator.records.kinds import KINDS
from generator.records.likeness import nearest
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.statements import Answer
from generator.rules.material import Material, Subject
from generator.rules.meant_records import NO_HINT, former_ids, several, unknown
from generator.rules.rule import Finding, error, warning

# Kinds whose records may well share a name with another of theirs.
_NAMES_RECUR = {"edition", "series", "metric"}
_LIST_PAGE = re.compile(r"index(?:-\d+)?")


@error(
    zh=("编号“{id}”已经被另一条{kind}记录用了（{other}）", "给其中一条换一个编号"),
    en=("the id '{id}' is taken by another {kind} ({other})", "give one of the two another id"),
)
def duplicate_id(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each record whose id another of its kind already has.

    The first in file order keeps the id.

    同一类记录的编号不能重复：编号就是网址，两条记录不能共用一个。

    ✗ projects.yml: [{id: a, name: 甲}, {id: a, name: 乙}]
    ✓ projects.yml: [{id: a, name: 甲}, {id: b, name: 乙}]
    """
    for entry in catalogue.duplicates:
        other = catalogue.entries[entry.key].location()
        where = f"{other.path}:{other.line}"
        yield Finding(entry, ("id",), id=entry.record.id, kind=entry.kind.words, other=where)


@error(
    zh=("曾用编号“{id}”已经被{kind}“{other}”用了（{where}）", "只有一条记录能接这个网址：从其中一条里删掉它"),
    en=(
        "the former id '{id}' is taken by the {kind} '{other}' ({where})",
        "let one of the two have it",
    ),
)
def former_id_taken(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a former id that a record of the kind has today, or that is listed a second time.

    曾用编号要空着：现在有记录用着的编号，网址就是那条记录的；两条记录也不能写同一个曾用编号。

    ✗ projects.yml: [{id: a, name: 甲, formerly: b}, {id: b, name: 乙}]
    ✓ projects.yml: [{id: a, name: 甲, formerly: c}, {id: b, name: 乙}]
    """
    first = former_ids(catalogue)
    for entry in catalogue.whole_and_partial():
        for index, former in enumerate(entry.record.formerly):
            key, own = (entry.kind.name, former), (entry, index)
            if key in catalogue.entries or first[key] != own:
                holder = catalogue.entries.get(key) or first[key][0]
                place, other = holder.location(), holder.record.id
                where = f"{place.path}:{place.line}"
                yield Finding(entry, ("formerly", index), id=former, kind=entry.kind.words, other=other, where=where)


@error(
    zh=("“{id}”不能做编号：它的网址是清单的网址", "换一个编号；index、index-2 这样的名字留给清单的各页"),
    en=("'{id}' cannot be an id: its address is that of a list", "choose another; index, index-2 and so on are lists"),
)
def id_of_a_list(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an id that is the name of a page of a list: both would have one address once the list is that long.

    清单的第一页叫 index，第二页叫 index-2。记录用了这样的编号，清单长到那一页时，两页就撞在一起。

    ✗ projects/index-2.yml: {name: 甲}
    ✓ projects/jia.yml: {name: 甲}
    """
    for entry in catalogue.whole_and_partial():
        if _LIST_PAGE.fullmatch(entry.record.id):
            yield Finding(entry, ("id",), id=entry.record.id)


@error(
    zh=("没有编号是“{id}”的{kind}", "{hint}如果是新的，先在 {folder} 里加上它的记录", "{guess}“{suggestion}”？"),
    en=("there is no {kind} '{id}'", "{hint}if it is new, add its record in {folder}", "{guess} '{suggestion}'? "),
)
def unknown_reference(material: Material) -> Iterator[Finding]:
    """Report each reference to a record that is not there.

    A reference to a record that could not be read, or to one of a list that could not, is not reported: the unread
    file is.

    引用的编号必须有对应的记录，否则页面上的链接会断。指标可以写名称，其他都写编号。

    ✗ projects/a.yml: {name: 甲, place: citty}
    ✓ projects/a.yml: {name: 甲, place: city}
    """
    catalogue, configured = material.catalogue, material.settings
    dangling = ((found.origin, found.at, found.reference, found.text) for found in catalogue.dangling)
    partial = ((entry, *held) for entry in catalogue.partial for held in references(entry.record))
    settings = ((configured, *held) for held in references(configured.settings))
    for subject, at, reference, text in chain[tuple[Subject, Path, Reference, str]](dangling, partial, settings):
        if details := unknown(catalogue, reference, text):
            # Where a field takes several, they may have been written as one.
            listed = several(catalogue, reference, text) if isinstance(at[-1], int) else ""
            yield Finding(subject, at, **details | ({"suggestion": listed, "hint": NO_HINT} if listed else {}))


@error(
    zh=(
        "“{name}”里没有标题是“{title}”的做法",
        "改成那里一条做法的标题；说的是别的记录，就写它的类别和编号，例如“激励: 编号”",
        "是不是“{suggestion}”？",
    ),
    en=(
        "'{name}' has no practice with the title '{title}'",
        "write the title of one; for another record write its kind and id, such as 'incentive: id'",
        "did you mean '{suggestion}'? ",
    ),
)
def unknown_practice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a goal that names as its answer a practice which the record, or the one named with it, does not have.

    目标的“对应做法”可以写本记录里一条做法的标题，字要一样；别的记录写类别和编号。

      content/places/a.yml:
          name: 甲
          level: 区县
          source: doc
          goals:
    ✗       - {text: 完善激励, answered_by: [多层激励办法]}
    ✓       - {text: 完善激励, answered_by: [多层激励]}
          practices:
            - {title: 多层激励, text: 设三级激励。}
    """
    for entry in catalogue.entries.values():
        for cited in goals_of(catalogue, entry):
            for index, answer in enumerate(cited.goal.answered_by):
                holders = holders_of(catalogue, entry, answer)
                if answer.practice and holders and not answering_practices(catalogue, entry, answer):
                    titles = [practice.title or "" for holder in holders for practice in practices_of(holder)]
                    meant = nearest(answer.practice, titles) or _record_meant(catalogue, answer.practice)
                    at = (*cited.at, "answered_by", index, "practice")
                    name = name_of(catalogue, holders[0])
                    yield Finding(entry, at, title=answer.practice, name=name, suggestion=meant)


@error(
    zh=("上级绕了一圈又回到自己：{chain}", "改正其中一个上级"),
    en=("the parents go round in a circle: {chain}", "correct one of them"),
)
def circular_parent(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a record that is, over its ``parent``, its own ancestor.

    上级不能绕一圈又回到自己：上下级是一棵树。

    ✗ content/places/a.yml: {name: 甲, level: 区县, parent: a}
    ✓ content/places/a.yml: {name: 甲, level: 区县, parent: city}
    """
    holding = (kind.model for kind in KINDS if "parent" in fields_of(kind.model))
    for entry in chain.from_iterable(map(catalogue.of, holding)):
        seen = [entry.record.id]
        parent = getattr(entry.record, "parent", None)
        while parent is not None and parent not in seen:
            seen.append(parent)
            above = catalogue.entries.get((entry.kind.name, parent))
            parent = getattr(above.record, "parent", None) if above else None
        if parent == entry.record.id:
            yield Finding(entry, ("parent",), chain=" → ".join([*seen, parent]))


@warning(
    zh=("“{level}”的上级“{parent}”是{above}级，级别不对", "检查“级别”和“上级”哪一个写错了"),
    en=("the level '{level}' is not below '{above}' of its parent {parent}", "check level and parent"),
    needs=("circular-parent",),
)
def place_above_parent(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a place whose level is not below that of its parent.

    下级地区的级别要低于上级：区县在市下面，镇街在区县下面。

    ✗ content/places/a.yml: {name: 甲, level: 省, parent: city}
    ✓ content/places/a.yml: {name: 甲, level: 区县, parent: city}
    """
    for entry in catalogue.of(Place):
        level, above = entry.record.level, catalogue.get(Place, entry.record.parent)
        if above and above is not entry and level.rank <= above.record.level.rank:
            yield Finding(
                entry, ("level",), level=level.label, parent=above.record.name, above=above.record.level.label
            )


@warning(
    zh=("已经有一条记录也叫“{name}”（{other}）", "同一件事就合并；同名的不同对象，在名称里加上地区或单位区分"),
    en=(
        "another record ({other}) is called '{name}' too",
        "merge them if they are one; else tell them apart by place or unit in the name",
    ),
)
def same_name(catalogue: Catalogue) -> Iterator[Finding]:
    """Report two records of one kind with the same name.

    They may be one thing written twice, or namesakes whom readers must tell apart.

    同一类里有两条记录同名：可能是一件事写了两遍，也可能是同名的人或队伍，要让读者分得清。

      content/people.yml:
          - {id: wang-wei, name: 王伟, consent: 是, source: doc}
    ✗     - {id: wang-wei-2, name: 王伟, consent: 是, source: doc}
    ✓     - {id: wang-fang, name: 王芳, consent: 是, source: doc}
    """
    for kind in KINDS:
        by_name: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in catalogue.of(kind.model) if kind.name not in _NAMES_RECUR else ():
            by_name[entry.record.name].append(entry)
        for name, entries in by_name.items():
            for entry in entries[1:]:
                yield Finding(entry, ("name",), name=name, other=entries[0].record.id)


@error(
    zh=("指标“{name}”与另一个指标（{other}）同名", "换一个名称，或者合并成一个指标"),
    en=("the metric '{name}' shares its name with {other}", "rename one, or merge them"),
)
def metric_named_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a metric whose name or alias another metric has.

    Figures name their metric, so a name must mean one metric only.

    两个指标不能同名：数据按名称找指标，名称要只指一个。

      content/metrics.yml:
          - {id: a, name: 注册志愿者, unit: 人, measure: 存量}
    ✗     - {id: b, name: 志愿者, aliases: [注册志愿者], unit: 人, measure: 存量}
    ✓     - {id: b, name: 志愿者, unit: 人, measure: 存量}
    """
    for entry in catalogue.of(Metric):
        aliases = ((("aliases", index), alias) for index, alias in enumerate(entry.record.aliases))
        for at, name in ((("name",), entry.record.name), *aliases):
            if (owner := catalogue.metric_names[name]) != entry.record.id:
                yield Finding(entry, at, name=name, other=owner)


def _record_meant(catalogue: Catalogue, text: str) -> Phrase | str:
    """Return how to name a record by its kind where a text is the id of one that can answer a goal."""
    shapes = (shape for shape in fields_of(Answer).values() if shape.reference)
    known = (own for own in shapes if (own.name, text) in catalogue.entries)
    return next((Phrase(f"{own.label}: {text}", f"{own.name}: {text}") for own in known), "")
