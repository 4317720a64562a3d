"""Fields of service: which of them a project belongs to, by the word that its source prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.catalogue.catalogue import Catalogue, table
from generator.records.domain import Domain
from generator.records.parse import Entry
from generator.records.project import Project


@table
def domains_by_word(catalogue: Catalogue) -> Mapping[str, Entry[Domain]]:
    """Return the field that each word counts as; the first one keeps a word."""
    found: dict[str, Entry[Domain]] = {}
    for entry in catalogue.of(Domain):
        for word in words_of(entry.record):
            found.setdefault(word, entry)
    return found


def words_of(domain: Domain) -> tuple[str, ...]:
    """Return the words that count as a field, its own first."""
    return domain.name, *domain.aliases


def domain_of(catalogue: Catalogue, project: Project) -> Entry[Domain] | None:
    """Return the field of a project; None where it has none, or a word that no field counts as its own."""
    return domains_by_word(catalogue).get(project.domain) if project.domain else None


@table
def projects_by_domain(catalogue: Catalogue) -> Mapping[str, Sequence[Entry[Project]]]:
    """Return the projects of each field that has some, in file order."""
    found: defaultdict[str, list[Entry[Project]]] = defaultdict(list)
    for entry in catalogue.of(Project):
        domain = domain_of(catalogue, entry.record)
        if domain:
            found[domain.record.id].append(entry)
    return dict(found)
