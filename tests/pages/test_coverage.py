"""The small tables of honours and of coverage."""

from __future__ import annotations

from generator.catalogue.winners import winners_of
from generator.pages.views.coverage import coverage, honour_matrix
from generator.recipes.check import check
from generator.records.edition import Edition
from tests.conftest import Project

HONOURS = """
    honours/series.yml:
        - {id: city, name: 市里的, level: 市级, source: doc}
        - {id: land, name: 省里的, level: 省级, source: doc}
    honours/city-2023.yml:
        series: city
        year: 2023
        source: doc
        winners:
          最美志愿者: [王伟, 李明]
    honours/city-2024.yml:
        series: city
        year: 2024-05
        source: doc
        winners:
          最美志愿者: [丁一]
    honours/land.yml:
        series: land
        edition: 未注明
        source: doc
        winners:
          最美志愿者: [于子]
"""


def test_honours_by_level_and_year(project: Project) -> None:
    """The highest level stands first, the latest year to the left, what has no year last."""
    catalogue = check(project(HONOURS)).catalogue
    lines = [cited for entry in catalogue.of(Edition) for cited in winners_of(catalogue, entry)]
    matrix = honour_matrix(catalogue, lines)
    assert matrix.columns == ("2024年", "2023年", "年份未注明")
    assert [(row.name, row.cells) for row in matrix.rows] == [("省级", ("", "", "1")), ("市级", ("1", "2", ""))]


def test_coverage_of_a_vocabulary(project: Project) -> None:
    """A term is covered by the projects and teams of the place that name it; a vocabulary nobody names is left out."""
    folder = project("""
        content/vocabularies.yml:
            - {id: five, name: 五为, place: city, source: doc, terms: [为老, 为小]}
            - {id: six, name: 六进, place: city, source: doc, terms: [进社区]}
        projects/a.yml:
            name: 甲
            place: city
            audience: [为小]
    """)
    [found] = coverage(check(folder).catalogue, "city")
    assert (found.vocabulary.text, found.covered) == ("五为", 1)
    assert [(term.name, [link.text for link in term.served_by]) for term in found.terms] == [
        ("为老", []),
        ("为小", ["甲"]),
    ]
