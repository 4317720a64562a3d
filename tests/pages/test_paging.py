"""Long lists split into pages, and lists that a record's page only begins."""

from __future__ import annotations

from generator.catalogue.citations import figures_of
from generator.pages.urls import page_path, part_path
from generator.pages.views.lines import figure_path, whole_lines
from generator.pages.views.paging import ROOM, Group, PagedView, paged, split
from generator.pages.views.place import place_view
from generator.pages.views.said import said_in, said_path
from generator.pages.views.whole import FITS, whole_cards
from generator.pipeline import check
from tests.conftest import Project


def pages(*groups: tuple[str, int], weight: int = ROOM // 4) -> tuple[PagedView[str], ...]:
    """Return the pages of groups of so many rows."""
    made = [Group(title, title, [f"{title}{at}" for at in range(count)], count) for title, count in groups]
    return paged(made, lambda _: weight, lambda number: page_path("teams/index.html", number))


def test_a_page_is_filled_by_bytes() -> None:
    """Rows stand on a page as long as they have room; one that is larger than a page has its own."""
    assert split([3, 3, 3, 9, 1, 1], lambda row: row, room=6, first=3) == [[3], [3, 3], [9], [1, 1]]
    assert split([], lambda row: row, room=6, first=6) == [[]]


def test_a_group_goes_on_under_its_heading() -> None:
    """A group that does not end on a page goes on on the next, and a link to it leads to where it begins."""
    first, second = pages(("a", 1), ("b", 3))
    assert [(group.title, len(group.rows), group.is_continued) for group in first.groups] == [
        ("a", 1, False),
        ("b", 2, False),
    ]
    assert [(group.title, group.count, group.is_continued) for group in second.groups] == [("b", 3, True)]
    assert [(jump.anchor, jump.path) for jump in second.jumps] == [("a", "teams/index.html"), ("b", "teams/index.html")]
    assert (first.previous, first.next, second.next) == ("", "teams/index-2.html", "")
    assert second.words == "第 2 页，共 2 页"


def test_numbers_leave_out_what_is_far_away() -> None:
    """Of many pages the first, the last and the neighbours are named, with gaps between."""
    many = pages(("a", 40), weight=ROOM)
    assert [link.text for link in many[0].numbers] == ["1", "2", "…", "40"]
    assert [link.text for link in many[19].numbers] == ["1", "…", "19", "20", "21", "…", "40"]


def test_where_further_pages_live() -> None:
    """A list goes on beside itself, a record in a folder of its own, so that it never meets another record."""
    assert page_path("teams/index.html", 1) == part_path("teams/index.html", 1) == "teams/index.html"
    assert page_path("teams/index.html", 2) == "teams/index-2.html"
    assert part_path("documents/a.html", 2) == "documents/a/2.html"


def many(count: int) -> str:
    """Return projects in a district of the city, and so many figures of the city."""
    lines = "".join(
        f"          - {{metric: 注册志愿者, value: {at + 1}人, as_of: {1990 + at}}}\n    " for at in range(30)
    )
    records = "".join(
        f"            - {{id: p{at}, name: 项目{at}, place: east, source: doc}}\n    " for at in range(count)
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


def test_a_place_begins_its_lists(project: Project) -> None:
    """Of many records and figures a place shows the first, and leads to all of them, by the parts of the place."""
    catalogue = check(project(many(30))).catalogue
    city = catalogue.entries["place", "city"]
    view = place_view(catalogue, city)
    [projects] = [begun for begun in view.inside if begun.anchor == "projects"]
    assert (projects.count, projects.more) == (30, "places/city/projects.html")
    assert 0 < len(projects.names or projects.cards) < 30
    whole = whole_cards(catalogue, "某市", projects, "city")
    assert {group.title for page in whole for group in page.list.groups} == {"东区"}
    assert sum(len(group.rows) for page in whole for group in page.list.groups) == 30


def test_a_figure_is_found_where_it_stands(project: Project) -> None:
    """A link to a figure leads to the whole list where the place's page only begins it."""
    catalogue = check(project(many(1))).catalogue
    city = catalogue.entries["place", "city"]
    assert "figures" in place_view(catalogue, city).record.more
    pages = whole_lines(catalogue, city, "figures")
    held = {row.anchor: view.list.path for view in pages for group in view.list.groups for row in group.rows}
    for cited in figures_of(catalogue, city):
        assert figure_path(catalogue, cited) == f"{held[cited.anchor]}#{cited.anchor}"


def test_what_fits_is_shown_whole(project: Project) -> None:
    """Where all has room nothing is cut, and no further pages are made."""
    catalogue = check(project(many(FITS[0].cards))).catalogue
    view = place_view(catalogue, catalogue.entries["place", "east"])
    assert view.record.more == {}
    assert [begun.more for begun in view.inside] == [""]


def test_a_statement_is_found_on_its_page(project: Project) -> None:
    """Each thing that a source says stands on the page that links to it name."""
    catalogue = check(project(many(300))).catalogue
    said = said_in(catalogue, "doc")
    assert len(said) > 2
    for page in said:
        for of in (of for group in page.groups for of in group.rows):
            assert said_path(catalogue, "doc", of.anchor) == page.path
            assert {said_path(catalogue, "doc", line.anchor) for line in of.said} <= {page.path}
