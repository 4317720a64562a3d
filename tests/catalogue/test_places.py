"""Places: a tree, and sums over it only where they mean something."""

from __future__ import annotations

from decimal import Decimal

from generator.catalogue.names import where_is
from generator.catalogue.places import ancestors, children, city_of, records_in, roll_up, with_descendants
from generator.catalogue.winners import honours_inside
from generator.recipes.check import check
from generator.records.project import Project
from generator.records.quantity import Qualifier
from tests import conftest

PARTS = """
    content/places/city.yml:
        name: 某市
        level: 市
        source: doc
        parts_complete: {complete}
    content/places/east.yml:
        name: 东区
        level: 区县
        parent: city
        source: doc
        figures:
    {east}
    content/places/west.yml:
        name: 西区
        level: 区县
        parent: city
        source: doc
        figures:
    {west}
    content/metrics.yml:
        - {{id: volunteers, name: 注册志愿者, unit: 人, measure: 存量}}
        - {{id: hours, name: 时长, unit: 小时, measure: 流量}}
        - {{id: share, name: 占比, unit: "%", measure: 比率}}
"""


def parts(east: str, west: str, complete: str = "是") -> str:
    """Return a city whose two districts, all it has unless said otherwise, state one figure each."""
    return PARTS.format(east=f"          - {{{east}}}", west=f"          - {{{west}}}", complete=complete)


def test_stocks_of_one_year_add_up(project: conftest.Project) -> None:
    """Stocks of one year are summed; 余 in a part makes the sum a least."""
    folder = project(parts("metric: 注册志愿者, value: 20万余人", "metric: 注册志愿者, value: 10万人"))
    [sum_] = roll_up(check(folder).catalogue, "city")
    assert (sum_.number, sum_.qualifier, sum_.span) == (Decimal(300_000), Qualifier.AT_LEAST, "2023年")
    assert len(sum_.parts) == 2


def test_what_is_not_alike_is_not_summed(project: conftest.Project) -> None:
    """Ratios, other years, other scopes, open periods and other units are never summed."""
    apart = [
        ("metric: 占比, value: 20%", "metric: 占比, value: 10%"),
        ("metric: 注册志愿者, value: 2人, as_of: 2020", "metric: 注册志愿者, value: 1人, as_of: 2021"),
        ("metric: 注册志愿者, value: 2人, scope: 城区", "metric: 注册志愿者, value: 1人"),
        ("metric: 注册志愿者, value: 2人次", "metric: 注册志愿者, value: 1人"),
        ("metric: 时长, value: 2小时, period: 近3年", "metric: 时长, value: 1小时, period: 近3年"),
        ("metric: 时长, value: 2小时", "metric: 时长, value: 1小时"),
    ]
    for east, west in apart:
        assert roll_up(check(project(parts(east, west))).catalogue, "city") == ()


def test_only_a_full_list_of_parts_is_summed(project: conftest.Project) -> None:
    """A place is not summed where it does not say that its parts all have a record, or where one of them is silent."""
    line = "metric: 注册志愿者, value: 20万人"
    assert roll_up(check(project(parts(line, line, complete="否"))).catalogue, "city") == ()
    silent = """
    content/places/north.yml:
        name: 北区
        level: 区县
        parent: city
        source: doc
    """
    assert roll_up(check(project(parts(line, line) + silent)).catalogue, "city") == ()


def test_flows_of_one_period_add_up(project: conftest.Project) -> None:
    """Flows are summed within one closed period."""
    line = "metric: 时长, value: 2小时, period: 2020/2021"
    [sum_] = roll_up(check(project(parts(line, line))).catalogue, "city")
    assert (sum_.number, sum_.span) == (Decimal(4), "2020年至2021年")


def test_the_tree(project: conftest.Project) -> None:
    """A place knows what is above, below and inside it."""
    folder = project("""
        content/places/east.yml:
            name: 东区
            level: 区县
            parent: city
        projects/a.yml:
            name: 甲
            place: east
        projects/b.yml:
            name: 乙
    """)
    catalogue = check(folder).catalogue
    assert [entry.record.id for entry in children(catalogue, "city")] == ["east"]
    assert [entry.record.id for entry in ancestors(catalogue, "east")] == ["east", "city"]
    assert with_descendants(catalogue, "city") == ["city", "east"]
    assert [entry.record.id for entry in records_in(catalogue, "city", Project)] == ["a"]


SEVERAL = """
    content/places/east.yml: {name: 东区, level: 区县, parent: city, source: doc}
    content/places/west.yml: {name: 西区, level: 区县, parent: city, source: doc}
    content/places/far.yml: {name: 别市, level: 市, source: doc}
    projects/a.yml: {name: 甲, place: [east, west, far], source: doc}
    honours/best-2023.yml: {series: best, year: 2023, source: doc, winners: {最佳项目: [project: a]}}
"""


def test_what_lies_in_several_places(project: conftest.Project) -> None:
    """A record lies in each of its places, once in what is above two of them, and its city is that of the first."""
    catalogue = check(project(SEVERAL)).catalogue
    entry = catalogue.entries["project", "a"]
    for place in ("city", "east", "west", "far"):
        assert [found.record.id for found in records_in(catalogue, place, Project)] == ["a"], place
        assert len(honours_inside(catalogue, place)) == 1, place
    city = city_of(catalogue, entry)
    assert city
    assert city.record.id == "city"
    assert where_is(catalogue, entry) == "某市 东区、西区、别市"


def test_what_lies_in_several_places_is_part_of_none(project: conftest.Project) -> None:
    """The numerator of a place's ratio is never taken from a record that lies in another place too."""
    folder = project("""
        content/places/east.yml: {name: 东区, level: 区县, parent: city, source: doc}
        content/places/west.yml: {name: 西区, level: 区县, source: doc, figures: [居民: 100人, 占比: 10%]}
        content/metrics.yml:
            - {id: volunteers, name: 注册志愿者, unit: 人, measure: 存量}
            - {id: residents, name: 居民, unit: 人, measure: 存量}
            - {id: share, name: 占比, unit: "%", measure: 比率, numerator: 注册志愿者, denominator: 居民}
        projects/a.yml: {name: 甲, place: [east, west], source: doc, figures: [注册志愿者: 50人]}
    """)
    assert "ratio-mismatch" not in {problem.code for problem in check(folder).problems}
    alone = (folder / "projects" / "a.yml").read_text(encoding="utf-8").replace("[east, west]", "west")
    (folder / "projects" / "a.yml").write_text(alone, encoding="utf-8")
    assert "ratio-mismatch" in {problem.code for problem in check(folder).problems}


def test_links_lead_both_ways(project: conftest.Project) -> None:
    """What names a record is found from that record, with the field that names it."""
    folder = project("""
        projects/a.yml:
            name: 甲
            place: city
            source: doc
            figures:
              - {metric: 注册志愿者, value: 3人, source: doc}
    """)
    catalogue = check(folder).catalogue
    assert [link.at for link in catalogue.citing(("document", "doc"), Project)] == [
        ("source", 0),
        ("figures", 0, "source", 0),
    ]
    assert [link.origin.record.id for link in catalogue.citing(("metric", "volunteers"), Project)] == ["a"]
