"""Small tables that show what there is and what is missing: honours by year and level, terms by who serves them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedHonour
from generator.catalogue.places import ancestors, records_in
from generator.pages.views.links import edition_time, link_to
from generator.pages.views.page import LinkView
from generator.records.honour import Series
from generator.records.parse import Entry
from generator.records.parts import Level
from generator.records.project import Project
from generator.records.team import Team
from generator.records.vocabulary import Vocabulary

UNDATED = "年份未注明"
# Years and editions beyond these stand in one last column.
_COLUMNS = 10
_OTHERS = "其余"
# Terms of a place's vocabularies that are shown one by one, and who serves a term.
_TERMS = 24
_SERVERS = 3


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


def honour_matrix(catalogue: Catalogue, lines: Iterable[CitedHonour]) -> MatrixView:
    """Count winner lines by level and year, the highest level and the latest year first."""
    counts: Counter[tuple[str, str]] = Counter()
    for cited in lines:
        level = catalogue.record(Series, "series", cited.edition.series).level
        year = f"{cited.edition.year.year}年" if cited.edition.year else _without_year(cited)
        counts[level.label, year] += 1
    columns = sorted({year for _, year in counts}, reverse=True)
    # Years first, the latest to the left; editions that only have a number or nothing come after.
    columns.sort(key=lambda year: (not year[0].isdigit(), year == UNDATED))
    held = {level for level, _ in counts}
    levels = [level.label for level in Level if level.label in held]
    for name in levels:
        counts[name, _OTHERS] = sum(counts[name, year] for year in columns[_COLUMNS:])
    shown = [*columns[:_COLUMNS], *([_OTHERS] if len(columns) > _COLUMNS else [])]
    rows = (MatrixRow(level, tuple(str(counts[level, year] or "") for year in shown)) for level in levels)
    return MatrixView(tuple(shown), tuple(rows))


def coverage(catalogue: Catalogue, place_id: str) -> tuple[CoverageView, ...]:
    """Show, for each vocabulary that holds in a place, which of its terms the projects and teams there name."""
    holding = {above.record.id for above in ancestors(catalogue, place_id)}
    servers: defaultdict[str, list[Entry]] = defaultdict(list)
    for kind in ("project", "team"):
        for entry in records_in(catalogue, place_id, kind):
            for word in _words(entry):
                servers[word].append(entry)
    found: list[CoverageView] = []
    for entry in catalogue.of("vocabulary"):
        vocabulary = entry.record
        if isinstance(vocabulary, Vocabulary) and vocabulary.place in holding:
            terms = tuple(_term(catalogue, term.name, servers.get(term.name, [])) for term in vocabulary.terms)
            covered = sum(bool(term.served_by) for term in terms)
            room = _TERMS - sum(len(view.terms) for view in found)
            if covered:
                shown = terms if len(terms) <= room else ()
                found.append(CoverageView(link_to(catalogue, entry), shown, len(terms), covered))
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


def _without_year(cited: CitedHonour) -> str:
    time = edition_time(cited.edition)
    return UNDATED if time == UNDATED else time
