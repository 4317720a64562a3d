"""Small tables that show what there is and what is missing: honours by year and level, terms by who serves them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedHonour
from generator.catalogue.places import ancestors, with_descendants
from generator.pages.views.links import edition_time, link_to
from generator.pages.views.page import LinkView
from generator.records.honour import Series
from generator.records.parse import Entry
from generator.records.parts import Level
from generator.records.project import Project
from generator.records.team import Team
from generator.records.vocabulary import Vocabulary

UNDATED = "年份未注明"


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
    """One term of a vocabulary with the projects and teams that name it."""

    name: str
    served_by: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A vocabulary of a place, term by term."""

    vocabulary: LinkView
    terms: tuple[TermView, ...]
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
    levels = [level.label for level in Level if any(level.label == known for known, _ in counts)]
    rows = (MatrixRow(level, tuple(str(counts[level, year] or "") for year in columns)) for level in levels)
    return MatrixView(tuple(columns), tuple(rows))


def coverage(catalogue: Catalogue, place_id: str) -> tuple[CoverageView, ...]:
    """Show, for each vocabulary that holds in a place, which of its terms the projects and teams there name."""
    holding = {above.record.id for above in ancestors(catalogue, place_id)}
    inside = set(with_descendants(catalogue, place_id))
    named = list(_named_terms(catalogue, inside))
    found = []
    for entry in catalogue.of("vocabulary"):
        vocabulary = entry.record
        if not isinstance(vocabulary, Vocabulary) or vocabulary.place not in holding:
            continue
        terms = tuple(
            TermView(term.name, tuple(link_to(catalogue, server) for word, server in named if word == term.name))
            for term in vocabulary.terms
        )
        covered = sum(bool(term.served_by) for term in terms)
        if covered:
            found.append(CoverageView(link_to(catalogue, entry), terms, covered))
    return tuple(found)


def _named_terms(catalogue: Catalogue, inside: set[str]) -> Iterable[tuple[str, Entry]]:
    for entry in (*catalogue.of("project"), *catalogue.of("team")):
        record = entry.record
        if not isinstance(record, Project | Team) or record.place not in inside:
            continue
        words = (*record.audience, *record.scenes) if isinstance(record, Project) else record.category
        yield from ((word, entry) for word in words)


def _without_year(cited: CitedHonour) -> str:
    time = edition_time(cited.edition)
    return UNDATED if time == UNDATED else time
