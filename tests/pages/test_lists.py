"""Long lists cut into pages by counts, and lists that a record's page only begins."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import figures_of
from generator.catalogue.source_contents import statements_by_source
from generator.catalogue.winners import winners_of
from generator.pages.lists import limits
from generator.pages.lists.long_lists import anchors_of, roll_pages, source_pages
from generator.pages.lists.paging import Group, paged, split
from generator.pages.lists.record_lists import lists_of, whole_list_path, whole_pages
from generator.pages.plan import plan
from generator.pages.whereabouts import Whereabouts
from generator.printing.listed import ListPage
from generator.printing.urls import page_path, part_path
from generator.recipes.check import check
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.settings import Settings
from tests.conftest import Project


def pages(*groups: tuple[str, int], most: int = 4) -> tuple[ListPage[str], ...]:
    """Return the pages of groups of so many rows, so many rows a page."""
    made = [Group(title, title, [f"{title}{at}" for at in range(count)], count) for title, count in groups]
    return paged(made, most, lambda number: page_path("teams/index.html", number))


def test_a_page_is_filled_by_count() -> None:
    """Rows stand on a page as long as they have room; one that weighs more than a page has its own."""
    assert split([1, 2, 3, 4, 5], 2) == [[1, 2], [3, 4], [5]]
    assert split([3, 3, 9, 1, 1], 6, lambda row: row) == [[3, 3], [9], [1, 1]]
    assert split([], 6) == [[]]


def test_a_group_goes_on_under_its_heading() -> None:
    """A group that does not end on a page goes on on the next, and a link to it leads to where it begins."""
    first, second = pages(("a", 3), ("b", 3))
    assert [(group.title, len(group.rows), group.is_continued) for group in first.groups] == [
        ("a", 3, False),
        ("b", 1, False),
    ]
    assert [(group.title, group.count, group.is_continued) for group in second.groups] == [("b", 3, True)]
    assert [(jump.anchor, jump.path) for jump in second.jumps] == [("a", "teams/index.html"), ("b", "teams/index.html")]
    assert (first.previous, first.next, second.next) == ("", "teams/index-2.html", "")
    assert second.words == "第 2 页，共 2 页"


def test_the_beginning_of_a_page() -> None:
    """A page may be cut to its first rows, still in their groups."""
    begun = pages(("a", 2), ("b", 2))[0].begun(3)
    assert [(group.title, group.rows) for group in begun.groups] == [("a", ("a0", "a1")), ("b", ("b0",))]


def test_numbers_leave_out_what_is_far_away() -> None:
    """Of many pages the first, the last and the neighbours are named, with gaps between."""
    many = pages(("a", 40), most=1)
    assert [link.text for link in many[0].numbers] == ["1", "2", "…", "40"]
    assert [link.text for link in many[19].numbers] == ["1", "…", "19", "20", "21", "…", "40"]


def test_where_further_pages_live() -> None:
    """A list goes on beside itself, a record in a folder of its own, so that it never meets another record."""
    assert page_path("teams/index.html", 1) == part_path("teams/index.html", 1) == "teams/index.html"
    assert page_path("teams/index.html", 2) == "teams/index-2.html"
    assert part_path("documents/a.html", 2) == "documents/a/2.html"


def many(projects: int, figures: int = 1) -> str:
    """Return projects in a district of the city, and so many figures of the city."""
    lines = "".join(
        f"          - {{metric: 注册志愿者, value: {at + 1}人, as_of: {1900 + at}}}\n    " for at in range(figures)
    )
    records = "".join(
        f"            - {{id: p{at}, name: 项目{at}, place: east, source: doc}}\n    " for at in range(projects)
    )
    return f"""
    content/places/city.yml:
        name: 某市
        level: 市
        source: doc
        figures:
    {lines}
    content/places/east.yml:
        {{name: 东区, level: 区县, parent: city, source: doc}}
    content/places/far.yml:
        {{name: 别市, level: 市, source: doc}}
    projects/far.yml:
        {{name: 远, place: far, source: doc}}
    projects/near.yml:
    {records}
    """


def city_of(folder: Path, name: str = "city") -> tuple[Catalogue, Entry[Place]]:
    """Return the catalogue of a project and one of its places."""
    catalogue = check(folder).catalogue
    entry = catalogue.get(Place, name)
    assert entry is not None
    return catalogue, entry


def test_a_place_begins_its_lists(project: Project) -> None:
    """Of many records a place shows the first, and leads to all of them, by the parts of the place."""
    catalogue, city = city_of(project(many(limits.CARDS + 6)))
    projects = lists_of(catalogue, city)["projects"]
    assert (len(projects.begun), len(projects.rows)) == (limits.CARDS, limits.CARDS + 6)
    assert whole_list_path(city, projects) == "places/city/projects.html"
    whole = whole_pages(catalogue, city, "projects")
    assert {group.title for page in whole for group in page.groups} == {"东区"}
    assert [row for page in whole for row in page.rows] == list(projects.rows)


def test_what_fits_is_shown_whole(project: Project) -> None:
    """Where all has room nothing is cut, and no further pages are planned."""
    catalogue, east = city_of(project(many(limits.CARDS)), "east")
    assert not lists_of(catalogue, east)["projects"].is_cut
    assert [one.path for one in plan(catalogue, Settings()) if one.path.startswith("places/east/")] == []


def test_a_list_that_stands_elsewhere_is_not_made_again(project: Project) -> None:
    """Where all records of a kind lie in one place, its page leads to the list of the kind."""
    catalogue, city = city_of(project(many(limits.CARDS + 6).replace("place: far", "place: city")))
    assert whole_list_path(city, lists_of(catalogue, city)["projects"]) == "projects/index.html"
    assert "places/city/projects.html" not in {one.path for one in plan(catalogue, Settings())}


def test_a_figure_is_found_where_it_stands(project: Project) -> None:
    """A link to a figure leads to the whole list where the place's page only begins it."""
    catalogue, city = city_of(project(many(1, figures=limits.FIGURES + 50)))
    where = Whereabouts(catalogue)
    held = {cited.anchor: page.path for page in whole_pages(catalogue, city, "figures") for cited in page.rows}
    assert len(set(held.values())) == 2
    for cited in figures_of(catalogue, city):
        assert where.figure(cited) == f"{held[cited.anchor]}#{cited.anchor}"


def test_a_statement_is_found_on_its_page(project: Project) -> None:
    """Each thing that a source says stands on the page that links to it name."""
    catalogue = check(project(many(300))).catalogue
    where, said = Whereabouts(catalogue), source_pages(catalogue, "doc")
    assert len(said) > 2
    anchors = [anchor for page in said for row in page.rows for anchor in anchors_of(row)]
    assert len(set(anchors)) == len(anchors) == sum(1 + len(of.parts) for of in statements_by_source(catalogue)["doc"])
    for page in said:
        for row in page.rows:
            entry, paths = row.record.entry, [at for at, _ in row.record.parts]
            found = {where.statement("doc", entry, at) for at in (paths if row.is_continued else [(), *paths])}
            assert found == {f"{page.path}#{anchor}" for anchor in anchors_of(row)}


def test_a_roll_goes_on_by_thousands(project: Project) -> None:
    """A roll of 1,000 names is one page; a longer one has several, a winner is found on its own, one more is whole."""
    names = "".join(f"            - 王{chr(0x4E00 + at)}\n        " for at in range(limits.NAMES_A_PAGE + 1))
    text = """
    honours/long.yml:
        series: best
        year: 2024
        source: doc
        order: 姓氏笔画
        winners:
          最美志愿者:
        {names}
    """
    catalogue = check(project(text.format(names=names))).catalogue
    entry = catalogue.get(Edition, "long")
    assert entry is not None
    *numbered, whole = roll_pages(catalogue, entry)
    assert [sum(1 for _ in page.rows) for page in (*numbered, whole)] == [1000, 1, 1001]
    assert [page.path for page in (*numbered, whole)] == [
        "honours/long.html",
        "honours/long/2.html",
        "honours/long/all.html",
    ]
    where = Whereabouts(catalogue)
    for page in numbered:
        for line in page.rows:
            assert where.winner(entry, line.cited.anchor) == f"{page.path}#{line.cited.anchor}"
    assert len(winners_of(catalogue, entry)) == 1001


def test_a_roll_of_a_page_stays_one(project: Project) -> None:
    """A roll of up to 1,000 names needs no page beside its own."""
    names = "".join(f"            - 王{chr(0x4E00 + at)}\n        " for at in range(limits.NAMES_A_PAGE))
    text = f"""
    honours/long.yml:
        series: best
        year: 2024
        source: doc
        winners:
          最美志愿者:
        {names}
    """
    catalogue = check(project(text)).catalogue
    entry = catalogue.get(Edition, "long")
    assert entry is not None
    assert [page.path for page in roll_pages(catalogue, entry)] == ["honours/long.html"]
