"""The pages of honours begin with names: the list of all, a series over its editions, and a roll."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.public import public_catalogue
from generator.pages.plan import plan
from generator.recipes.check import check
from generator.records.edition import Edition
from tests.conftest import Project
from tests.sites import pages_made

CITY = """
    honours/series.yml:
        - {id: best, name: 最美志愿者, level: 市级, issuer: [某市文明办]}
        - {id: land, name: 全省优秀志愿服务, level: 省级, approval: 某部〔2024〕1号}
        - {id: twin, name: 全省青年之家, level: 省级, approval: 某部〔2024〕1号}
        - {id: told, name: 只听说过的奖, level: 市级}
        - {id: gone, name: 撤掉的奖, level: 市级}
    honours/best-2023.yml:
        {series: best, year: 2023, source: doc, winners: {最美志愿者: [王伟（东岸队）, 李小明]}}
    honours/best-2024.yml:
        {series: best, year: 2024, status: 正式, source: doc, winners: {最美志愿者: [丁一, 于子]}}
    honours/best-2025.yml:
        {series: best, year: 2025, status: 公示, notice_to: 2025-11-30, source: doc, winners: {最美志愿者: [马文]}}
    honours/land-named.yml:
        name: 全省优秀志愿服务（某报所载）
        series: land
        edition: 未注明
        source: doc
        winners: {优秀社区: [{place: east}]}
    honours/land-counted.yml:
        name: 全省优秀志愿服务（某市所载）
        series: land
        edition: 未注明
        source: doc
        unnamed:
          - {category: 优秀社区, place: city, count: 4个}
          - {category: 优秀组织, place: city, count: 3个}
    honours/twin.yml:
        {series: twin, edition: 未注明, source: doc, winners: {青年之家: [{place: east}]}}
    honours/gone.yml:
        series: gone
        year: 2025
        status: 撤销
        revoked: {date: 2025-03, by: 某市文明办}
        source: doc
        winners:
          奖: [吴某]
        unnamed:
          - {category: 奖, count: 2个}
    content/places/east.yml:
        {name: 东岸社区, level: 社区村, parent: city, source: doc}
"""


@pytest.fixture
def city(project: Project) -> Path:
    """Return the folder of a city whose honours are named, counted, mentioned, proposed and revoked."""
    return project(CITY)


def view(folder: Path, path: str) -> Any:
    """Return the view of a page."""
    return pages_made(check(folder))[path].view


def html(folder: Path, path: str) -> str:
    """Return a page as it is printed."""
    checked = check(folder)
    planned = plan(public_catalogue(checked.catalogue), checked.settings)
    return next(own for own in planned if own.path == path).make().decode()


def test_the_list_begins_with_the_newest_names(city: Path) -> None:
    """The newest dated edition in force opens the list; one on public notice stands among the former ones."""
    shown = view(city, "honours/index.html")
    assert [name.link.text for name in shown.stage.names] == ["丁一", "于子"]
    assert shown.stage.row.time == "2024年"
    assert [link.text for link in shown.stage.former] == ["2025年（公示中）", "2023年"]


def test_a_series_stands_where_its_names_are(city: Path) -> None:
    """Rows have names; what is only counted and what is only mentioned follows; what was revoked counts nowhere."""
    shown = view(city, "honours/index.html")
    assert [[name.link.text for name in row.names] for row in shown.rows] == [["东岸社区"]]
    [counted] = shown.counted
    assert [(count.subject, count.words) for count in counted.counts] == [("某市", "4个优秀社区、3个优秀组织")]
    assert [link.text for link in shown.mentioned] == ["只听说过的奖", "撤掉的奖"]


def test_the_same_winner_is_one_row(city: Path) -> None:
    """Series that honour the same winners at the same time are one row with several titles."""
    [row] = view(city, "honours/index.html").rows
    assert [series.text for series in row.series] == ["全省优秀志愿服务优秀社区", "全省青年之家"]
    assert row.about == "省级 · 来源没有写是哪一年"


def test_an_unknown_year_is_no_headline(city: Path) -> None:
    """No title or heading says that a year is missing; small words below do."""
    for path in ("honours/index.html", "honours/twin.html", "series/land.html"):
        page = html(city, path)
        assert "来源没有写是哪一年" in page
        assert "年份未注明" not in "".join(re.findall(r"<(?:title|h\d)[^>]*>.*?</", page))


def test_a_series_begins_with_its_newest_names(city: Path) -> None:
    """The newest edition stands first with its standing, then the former ones, each with names."""
    shown = view(city, "series/best.html")
    assert (shown.newest.head.time, shown.newest.head.standing) == ("2025年", "公示至2025年11月30日")
    assert [(item.link.text, [name.link.text for name in item.row.names]) for item in shown.former] == [
        ("2024年", ["丁一", "于子"]),
        ("2023年", ["王伟", "李小明"]),
    ]


def test_the_counted_stand_beside_the_named(city: Path) -> None:
    """What another source counts of a category stands beside the names of that category; other categories follow."""
    shown = view(city, "series/land.html")
    assert shown.former == ()
    [category] = shown.newest.roll.categories
    assert category.name == "优秀社区"
    assert [claim.count for claim in category.claims] == ["4个"]
    assert [claim.category for claim in shown.newest.roll.claims] == ["优秀组织"]


def test_a_roll_says_how_it_stands(city: Path) -> None:
    """Status, issuer and what tells an edition from others stand beside the title, not in it."""
    head = view(city, "honours/best-2024.html").head
    assert (head.title, head.time, head.state, head.standing) == ("最美志愿者", "2024年", "final", "正式")
    assert head.rank == ("市级", "授予单位：某市文明办")
    head = view(city, "honours/land-named.html").head
    assert (head.title, head.facts) == ("全省优秀志愿服务", ("某报所载", "来源没有写是哪一年"))
    assert view(city, "honours/gone.html").head.state == "revoked"


def test_editions_of_one_time_are_told_apart(city: Path) -> None:
    """Links to editions of the same time say what parts them."""
    links = view(city, "honours/land-named.html").editions
    assert [link.text for link in links] == ["某市所载", "某报所载"]


def roll(project: Project, lines: str, more: str = "") -> Any:
    """Return the roll of an edition with winners, written one a line."""
    written = "".join(f"            - {line}\n" for line in lines.split())
    head = f"honours/a.yml:\n    series: best\n    year: 2024\n    source: doc\n{more}"
    return view(project(f"{head}    winners:\n        甲类:\n{written}"), "honours/a.html").roll


def test_few_names_are_cut_in_stone(project: Project) -> None:
    """Eight winners stand upright in stone; nine and more in a wall or, where their names are long, in a list."""
    names = "王伟 李明 丁一 于子 马文 方军 孔云 石勇"
    assert roll(project, names).categories[0].form == "stone"
    assert roll(project, f"{names} 卢军").categories[0].form == "wall"
    assert roll(project, " ".join(f"某区第{at}志愿服务队" for at in range(9))).categories[0].form == "list"


def test_names_of_two_are_padded_and_long_ones_have_room(project: Project) -> None:
    """In a wall two characters are drawn apart, and a longer name has the room of two or a row."""
    [category] = roll(
        project, "王伟 李小明 欧阳小红 阿卜杜拉·买买提 古丽·买买提 丁一 于子 马文 方军 孔云 石勇 卢军"
    ).categories
    sizes = [name.size for group in category.groups for name in group.names]
    assert sizes[:5] == ["name-2", "", "", "name-long", "name-long"]


def test_long_rolls_have_jumps(project: Project) -> None:
    """Sixty names by strokes or letter have links to each, with an anchor of their own; fewer have none."""
    many = " ".join(f"{'丁于王石'[at % 4]}{chr(0x4E00 + at)}" for at in range(60))
    [category] = roll(project, many, "    order: 姓氏笔画\n").categories
    assert category.jumps
    assert [group.anchor for group in category.groups] == [f"category-1-{strokes}" for strokes in (2, 3, 4, 5)]
    [category] = roll(project, many[: many.rindex(" ")], "    order: 姓氏笔画\n").categories
    assert not category.jumps


def test_the_data_keep_their_order(project: Project) -> None:
    """Pages go by year and number; the data have the winners as the files have them."""
    checked = check(project(CITY))
    written = [entry.record.id for entry in checked.catalogue.of(Edition)]
    planned = plan(public_catalogue(checked.catalogue), checked.settings)
    rows = next(own for own in planned if own.path == "data/winners.csv").make().decode()
    order = [written.index(line.split(",")[3]) for line in rows.splitlines()[1:]]
    assert len(set(order)) > 2
    assert order == sorted(order)
