"""Statements in their context: the record, the documents cited, and the date.

A figure inherits the source of its record unless its own line names another, and the date of that source where
the text gives none: as the source's where it is printed there, else as inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

from generator.catalogue.catalogue import Catalogue, Key, derived, table
from generator.catalogue.domains import projects_by_domain
from generator.reading.nodes import Path
from generator.records.dates import PartialDate
from generator.records.declared import FieldShape, fields_of
from generator.records.document import Document
from generator.records.domain import Domain
from generator.records.fields import Choice, Model
from generator.records.kinds import Kind
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.record import Subject
from generator.records.sourced import Basis, Sourced
from generator.records.statements import Answer, Figure, Goal, Named, Practice


class Dating(Choice):
    """How the date of a figure is known; that of its source is one that was printed there."""

    STATED = "stated", "文中写明"
    OF_SOURCE = "of-source", "来源的日期"
    INFERRED = "inferred", "推定"
    NOT_GIVEN = "not-given", "未说明"


# A path ("winners", 0, "honours", 3).
_WINNER_STEPS = 4
_OWN = {Basis.STATED: Dating.STATED, Basis.INFERRED: Dating.INFERRED, Basis.NOT_GIVEN: Dating.NOT_GIVEN}


@dataclass(frozen=True, slots=True)
class Cited:
    """Anything sourced, with the record that holds it, its path there, and the ids of its documents."""

    entry: Entry
    at: Path
    documents: tuple[str, ...]
    where: str | None

    @property
    def anchor(self) -> str:
        """Return the statement's anchor on the page of its record."""
        return anchor_of(self.at)


def anchor_of(at: Path) -> str:
    """Return a path as an anchor; that of a winner is short, since a roll has a thousand of them."""
    if len(at) == _WINNER_STEPS and at[0] == "winners":
        return f"w{at[1]}-{at[3]}"
    return "-".join([str(step) for step in at]) or "record"


@dataclass(frozen=True, slots=True)
class CitedFigure(Cited):
    """A figure with its metric and its date resolved, and the name of its record, for those who read no more of it."""

    figure: Figure
    metric: Metric
    as_of: PartialDate | None
    basis: Dating
    subject: str


@dataclass(frozen=True, slots=True)
class CitedGoal(Cited):
    """A goal, and the figure of the same subject that answers it."""

    goal: Goal
    answer: CitedFigure | None


# Asked by many rules; a record is walked once, and forgotten with its entry.
_WALKED: WeakKeyDictionary[Entry, tuple[tuple[Path, Sourced, tuple[str, ...]], ...]] = WeakKeyDictionary()


def statements(entry: Entry) -> tuple[tuple[Path, Sourced, tuple[str, ...]], ...]:
    """Return the record itself and every sourced part of it, with its path and its documents."""
    record = entry.record
    found = _WALKED.get(entry)
    if found is None:
        found = _WALKED[entry] = tuple(_walk(record, (), record.source))
    return found


@derived
def figures_of(catalogue: Catalogue, entry: Entry) -> Sequence[CitedFigure]:
    """Return the figures that a record states, those of its practices included, in the order written."""
    return tuple(_figures(catalogue, entry))


def _figures(catalogue: Catalogue, entry: Entry) -> Iterator[CitedFigure]:
    for at, part, sources in statements(entry):
        metric = catalogue.find_metric(part.metric) if isinstance(part, Figure) and part.metric else None
        # A figure of an unknown metric has been reported; it says nothing that could be compared.
        if isinstance(part, Figure) and metric is not None:
            as_of, basis = _date(catalogue, part, sources)
            yield CitedFigure(entry, at, sources, part.where, part, metric, as_of, basis, entry.record.name)


@table
def every_figure(catalogue: Catalogue) -> Sequence[CitedFigure]:
    """Return the figures of all records, in file order."""
    return tuple(cited for entry in catalogue.entries.values() for cited in figures_of(catalogue, entry))


@table
def figures_by_metric(catalogue: Catalogue) -> Mapping[str, list[CitedFigure]]:
    """Return every figure under its metric's id, in file order; a metric without figures is not there."""
    found: dict[str, list[CitedFigure]] = {}
    for cited in every_figure(catalogue):
        found.setdefault(cited.metric.id, []).append(cited)
    return found


@table
def figures_about(catalogue: Catalogue) -> Mapping[Key, list[CitedFigure]]:
    """Return the figures that name other records, by each of these; they stay their own record's."""
    found: dict[Key, list[CitedFigure]] = {}
    for cited in every_figure(catalogue):
        for key in dict.fromkeys(key for named in cited.figure.about for key in named_keys(named)):
            if key != cited.entry.key:
                found.setdefault(key, []).append(cited)
    return found


def named_keys(named: Named) -> Iterator[Key]:
    """Yield the records that a group of references names."""
    for shape in fields_of(type(named)).values():
        if shape.reference and (held := getattr(named, shape.name)):
            yield shape.reference.kind, held


def holders_of(catalogue: Catalogue, entry: Entry, answer: Answer) -> list[Entry]:
    """Return the records that an answer to a goal names, or the goal's own where it names none."""
    keys = list(named_keys(answer))
    return [catalogue.entries[key] for key in keys if key in catalogue.entries] if keys else [entry]


def answering_practices(catalogue: Catalogue, entry: Entry, answer: Answer) -> list[tuple[Entry, Path]]:
    """Return the practices with the title that an answer to a goal of a record gives, each with its record."""
    return [
        (holder, ("practices", at))
        for holder in holders_of(catalogue, entry, answer)
        for at, practice in enumerate(practices_of(holder))
        if practice.title == answer.practice
    ]


def practices_of(entry: Entry) -> tuple[Practice, ...]:
    """Return what a record says is done; some kinds have no such list."""
    return entry.record.practices if isinstance(entry.record, Subject) else ()


@table
def reported(catalogue: Catalogue, kind: Kind) -> tuple[Entry, ...]:
    """Return the entries of a kind that readers meet.

    A metric that no figure reports has nothing to show, nor has a field without projects.
    """
    entries = catalogue.of(kind.model)
    if kind.model is Metric:
        return tuple(entry for entry in entries if entry.record.id in figures_by_metric(catalogue))
    if kind.model is Domain:
        return tuple(entry for entry in entries if entry.record.id in projects_by_domain(catalogue))
    return entries


@table
def published(catalogue: Catalogue, kind: Kind) -> tuple[Entry, ...]:
    """Return the entries of a kind that have a page: of a metric, one figure alone is enough where it stands."""
    entries = reported(catalogue, kind)
    if kind.model is not Metric:
        return entries
    return tuple(entry for entry in entries if len(figures_by_metric(catalogue)[entry.record.id]) > 1)


def of_one_time(one: CitedFigure, other: CitedFigure) -> bool:
    """Return whether two figures of a record speak of the same time, as far as the text says."""
    if one.as_of and other.as_of:
        return one.as_of.year == other.as_of.year
    return str(one.figure.period) == str(other.figure.period) or not (one.figure.period and other.figure.period)


def of_one_scope(one: CitedFigure, other: CitedFigure) -> bool:
    """Return whether two figures speak of the same scope: what holds for the town alone is not set against the city."""
    return one.figure.scope == other.figure.scope


@derived
def goals_of(catalogue: Catalogue, entry: Entry) -> Sequence[CitedGoal]:
    """Return the goals of a record, each with the latest figure that answers it."""
    if not getattr(entry.record, "goals", ()):
        return ()
    figures = figures_of(catalogue, entry)
    found = []
    for at, part, sources in statements(entry):
        if isinstance(part, Goal):
            wanted = catalogue.find_metric(part.answer) if part.answer else None
            answers = [figure for figure in figures if figure.metric is wanted]
            answer = max(answers, key=lambda figure: figure.as_of or PartialDate(0), default=None)
            found.append(CitedGoal(entry, at, sources, part.where, part, answer))
    return tuple(found)


def sources_of(entry: Entry) -> tuple[str, ...]:
    """Return the ids of every document that a record or a part of it names, in order, each once."""
    return tuple(dict.fromkeys(document for _, _, documents in statements(entry) for document in documents))


def _walk(part: Model, at: Path, inherited: tuple[str, ...]) -> Iterator[tuple[Path, Sourced, tuple[str, ...]]]:
    if isinstance(part, Sourced):
        inherited = part.source or inherited
        yield at, part, inherited
    for shape in _groups_of(type(part)):
        held = getattr(part, shape.name)
        if not held:
            continue
        for index, item in enumerate(held) if shape.many else [(None, held)]:
            here = (*at, shape.name) if index is None else (*at, shape.name, index)
            yield from _walk(item, here, inherited)


@cache
def _groups_of(model: type[Model]) -> tuple[FieldShape, ...]:
    """Return the fields that hold groups of fields; the rest need not be walked."""
    return tuple(shape for shape in fields_of(model).values() if shape.model is not None)


def _date(catalogue: Catalogue, figure: Figure, sources: tuple[str, ...]) -> tuple[PartialDate | None, Dating]:
    own = _OWN[figure.basis] if figure.basis else None
    if figure.as_of:
        return figure.as_of, own or Dating.STATED
    if figure.period:
        return None, own or Dating.STATED
    for source in sources:
        entry = catalogue.get(Document, source)
        if entry and entry.record.date:
            is_printed = entry.record.date_basis is Basis.STATED
            return entry.record.date, own or (Dating.OF_SOURCE if is_printed else Dating.INFERRED)
    return None, Dating.NOT_GIVEN
