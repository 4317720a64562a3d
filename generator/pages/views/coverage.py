"""Small tables that show what there is and what is missing: honours by level and year, terms used, sums over parts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.editions import edition_order, edition_time
from generator.catalogue.names import short_name
from generator.catalogue.places import RollUp, ancestors, records_in
from generator.catalogue.winners import CitedHonour, level_of
from generator.pages.views.links import link_to
from generator.printing.page import LinkView
from generator.printing.urls import record_path
from generator.records.level import Level
from generator.records.parse import Entry
from generator.records.project import Project
from generator.records.quantity import Qualifier
from generator.records.record import Record
from generator.records.team import Team
from generator.records.vocabulary import Vocabulary

# Years and editions beyond these stand in one last column.
_COLUMNS = 10
_OTHERS = "其余"
# Terms of a place's vocabularies that are shown one by one, and who serves a term.
_TERMS = 24
_SERVERS = 3


# A sum of more parts names the first; the page of the metric has all of them.
_PARTS = 12
_PREFIX = {
    Qualifier.EXACT: "",
    Qualifier.AT_LEAST: "至少",
    Qualifier.ABOUT: "约",
    Qualifier.NEARLY: "近",
    Qualifier.AT_MOST: "至多",
    Qualifier.BETWEEN: "至少",
}


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One level with its counts, in the order of the columns; an empty cell is an empty text."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Honours by level (rows) and year (columns); it is empty where there are none."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """One term of a vocabulary with the first of the projects and teams that name it, and how many others do."""

    name: str
    served_by: tuple[LinkView, ...]
    others: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A vocabulary of a place, term by term, or in sum where the page has shown many."""

    vocabulary: LinkView
    terms: tuple[TermView, ...]
    count: int
    covered: int


@dataclass(frozen=True, slots=True)
class RollUpView:
    """A derived sum over parts, with what it was made from."""

    metric: str
    value: str
    span: str
    cover: str
    parts: tuple[tuple[LinkView, str], ...]
    others: int


def honour_matrix(catalogue: Catalogue, lines: Iterable[CitedHonour]) -> MatrixView:
    """Count winner lines by level and year, the highest level and the latest year first."""
    counts: Counter[tuple[str, str]] = Counter()
    order: dict[str, tuple[object, ...]] = {}
    for cited in lines:
        edition = cited.edition
        column = f"{edition.year.year}年" if edition.year else edition_time(edition)
        order[column] = (edition.year.year,) if edition.year else (0, *edition_order(edition))
        counts[level_of(catalogue, edition).label, column] += 1
    # Years first, the latest to the left; editions that only have a number or nothing come after.
    columns = sorted(order, key=lambda column: order[column], reverse=True)
    held = {level for level, _ in counts}
    levels = [level.label for level in Level if level.label in held]
    for name in levels:
        counts[name, _OTHERS] = sum(counts[name, column] for column in columns[_COLUMNS:])
    shown = [*columns[:_COLUMNS], *([_OTHERS] if len(columns) > _COLUMNS else [])]
    rows = (MatrixRow(level, tuple(str(counts[level, column] or "") for column in shown)) for level in levels)
    return MatrixView(tuple(shown), tuple(rows))


def coverage(catalogue: Catalogue, place_id: str) -> tuple[CoverageView, ...]:
    """Show, for each vocabulary that holds in a place, which of its terms the projects and teams there name."""
    holding = {above.record.id for above in ancestors(catalogue, place_id)}
    servers: defaultdict[str, list[Entry]] = defaultdict(list)
    kinds: tuple[type[Record], ...] = (Project, Team)
    for model in kinds:
        for entry in records_in(catalogue, place_id, model):
            for word in _words(entry):
                servers[word].append(entry)
    found: list[CoverageView] = []
    for vocabulary in catalogue.of(Vocabulary):
        if vocabulary.record.place in holding:
            terms = tuple(_term(catalogue, term.name, servers.get(term.name, [])) for term in vocabulary.record.terms)
            covered = sum(bool(term.served_by) for term in terms)
            room = _TERMS - sum(len(view.terms) for view in found)
            if covered:
                shown = terms if len(terms) <= room else ()
                found.append(CoverageView(link_to(catalogue, vocabulary), shown, len(terms), covered))
    return tuple(found)


def _term(catalogue: Catalogue, name: str, servers: list[Entry]) -> TermView:
    first = tuple(link_to(catalogue, server) for server in servers[:_SERVERS])
    return TermView(name, first, len(servers) - len(first))


def _words(entry: Entry) -> tuple[str, ...]:
    """Return the terms that a project or a team names."""
    record = entry.record
    if isinstance(record, Project):
        return (*record.audience, *record.scenes)
    return record.category if isinstance(record, Team) else ()


def roll_up_view(sum_: RollUp) -> RollUpView:
    """Return a sum over the parts of a place."""
    return RollUpView(
        metric=sum_.metric.name,
        value=f"{_PREFIX[sum_.qualifier]}{sum_.number.normalize():,f}{sum_.metric.unit}",
        span=sum_.span,
        cover=f"{len(sum_.parts)} 个下级地区都有数据",
        parts=tuple(
            (LinkView(short_name(cited.entry), record_path("place", cited.entry.record.id)), cited.figure.value.printed)
            for cited in sum_.parts[:_PARTS]
        ),
        others=max(0, len(sum_.parts) - _PARTS),
    )
