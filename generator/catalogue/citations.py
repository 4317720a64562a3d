"""Statements with all that stands around them: which record says it, from which document, as of when.

A figure inherits the source of its record unless its own line names another, and the date of that source where
the text gives none; then the date counts as inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.catalogue.catalogue import Catalogue
from generator.reading.nodes import Path
from generator.records.dates import PartialDate
from generator.records.document import Document
from generator.records.fields import Model
from generator.records.honour import Claim, Edition, Honour
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.parts import Basis, Figure, Goal, Sourced
from generator.records.structure import FieldShape, fields_of


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
    match at:
        case ("winners", int(group), "honours", int(line)):
            return f"w{group}-{line}"
        case _:
            return "-".join(str(step) for step in at) or "record"


@dataclass(frozen=True, slots=True)
class CitedFigure(Cited):
    """A figure with its metric and its date resolved."""

    figure: Figure
    metric: Metric
    as_of: PartialDate | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class CitedGoal(Cited):
    """A goal, and the figure of the same subject that answers it."""

    goal: Goal
    answer: CitedFigure | None


@dataclass(frozen=True, slots=True)
class CitedHonour(Cited):
    """One winner line with its edition and category."""

    edition: Edition
    category: str
    honour: Honour


@dataclass(frozen=True, slots=True)
class CitedClaim(Cited):
    """A counted honour without names, with its edition."""

    edition: Edition
    claim: Claim


def statements(entry: Entry) -> Iterator[tuple[Path, Sourced, tuple[str, ...]]]:
    """Yield the record itself and every sourced part of it, with its path and its documents."""
    yield from _walk(entry.record, (), entry.record.source)


def figures_of(catalogue: Catalogue, entry: Entry) -> Sequence[CitedFigure]:
    """Return the figures that a record states, those of its practices included, in the order written."""
    return catalogue.once(("figures", id(entry)), lambda: tuple(_figures(catalogue, entry)))


def _figures(catalogue: Catalogue, entry: Entry) -> Iterator[CitedFigure]:
    for at, part, sources in statements(entry):
        metric = catalogue.find_metric(part.metric) if isinstance(part, Figure) and part.metric else None
        # A figure of an unknown metric has been reported; it says nothing that could be compared.
        if isinstance(part, Figure) and metric is not None:
            as_of, basis = _date(catalogue, part, sources)
            yield CitedFigure(entry, at, sources, part.where, part, metric, as_of, basis)


def figures_by_metric(catalogue: Catalogue) -> Mapping[str, list[CitedFigure]]:
    """Return every figure under its metric's id, in file order, walked once; a metric without figures is not there."""
    return catalogue.once("figures by metric", lambda: _by_metric(catalogue))


def with_page(catalogue: Catalogue, kind: str) -> tuple[Entry, ...]:
    """Return the entries of a kind that have a page: a metric that no figure reports has nothing to show."""
    entries = catalogue.of(kind)
    if kind != "metric":
        return entries
    return tuple(entry for entry in entries if entry.record.id in figures_by_metric(catalogue))


def _by_metric(catalogue: Catalogue) -> dict[str, list[CitedFigure]]:
    found: dict[str, list[CitedFigure]] = {}
    for entry in catalogue.entries.values():
        for cited in figures_of(catalogue, entry):
            found.setdefault(cited.metric.id, []).append(cited)
    return found


def of_one_time(one: CitedFigure, other: CitedFigure) -> bool:
    """Tell whether two figures of a record speak of the same time, as far as the text says."""
    if one.as_of and other.as_of:
        return one.as_of.year == other.as_of.year
    return str(one.figure.period) == str(other.figure.period) or not (one.figure.period and other.figure.period)


def of_one_scope(one: CitedFigure, other: CitedFigure) -> bool:
    """Tell whether two figures speak of the same scope: what holds for the town alone is not set against the city."""
    return one.figure.scope == other.figure.scope


def goals_of(catalogue: Catalogue, entry: Entry) -> list[CitedGoal]:
    """Return the goals of a record, each with the latest figure that answers it."""
    if not getattr(entry.record, "goals", ()):
        return []
    figures = figures_of(catalogue, entry)
    found = []
    for at, part, sources in statements(entry):
        if isinstance(part, Goal):
            wanted = catalogue.find_metric(part.answer) if part.answer else None
            answers = [figure for figure in figures if figure.metric is wanted]
            answer = max(answers, key=lambda figure: figure.as_of or PartialDate(0), default=None)
            found.append(CitedGoal(entry, at, sources, part.where, part, answer))
    return found


def honours_in(entry: Entry) -> list[CitedHonour]:
    """Return the winner lines of an edition, in the order written."""
    return [
        _honour(entry, edition, i, j)
        for edition in _edition(entry)
        for i, group in enumerate(edition.winners)
        for j in range(len(group.honours))
    ]


def claims_in(entry: Entry) -> list[CitedClaim]:
    """Return the unnamed honours of an edition."""
    return [_claim(entry, edition, i) for edition in _edition(entry) for i in range(len(edition.unnamed))]


def honours_of(catalogue: Catalogue, kind: str, record_id: str) -> list[CitedHonour]:
    """Return the winner lines that name a record, over all editions."""
    found: list[CitedHonour] = []
    for link in catalogue.citing(kind, record_id, "edition"):
        match link.at:
            case ("winners", int(i), "honours", int(j), _):
                found.extend(_honour(link.origin, edition, i, j) for edition in _edition(link.origin))
    return found


def claims_of(catalogue: Catalogue, kind: str, record_id: str) -> list[CitedClaim]:
    """Return the unnamed honours that concern a place or a team."""
    found: list[CitedClaim] = []
    for link in catalogue.citing(kind, record_id, "edition"):
        match link.at:
            case ("unnamed", int(i), _):
                found.extend(_claim(link.origin, edition, i) for edition in _edition(link.origin))
    return found


def _edition(entry: Entry) -> tuple[Edition, ...]:
    return (entry.record,) if isinstance(entry.record, Edition) else ()


def _honour(entry: Entry, edition: Edition, i: int, j: int) -> CitedHonour:
    group = edition.winners[i]
    honour = group.honours[j]
    documents, where = honour.source or edition.source, honour.where or edition.where
    return CitedHonour(entry, ("winners", i, "honours", j), documents, where, edition, group.category, honour)


def _claim(entry: Entry, edition: Edition, i: int) -> CitedClaim:
    claim = edition.unnamed[i]
    documents, where = claim.source or edition.source, claim.where or edition.where
    return CitedClaim(entry, ("unnamed", i), documents, where, edition, claim)


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


def _date(catalogue: Catalogue, figure: Figure, sources: tuple[str, ...]) -> tuple[PartialDate | None, Basis]:
    if figure.as_of:
        return figure.as_of, figure.basis or Basis.STATED
    if figure.period:
        return None, figure.basis or Basis.STATED
    for source in sources:
        entry = catalogue.get("document", source)
        if entry and isinstance(entry.record, Document) and entry.record.date:
            return entry.record.date, figure.basis or Basis.INFERRED
    return None, Basis.NOT_GIVEN
