"""The order of editions: by year, then by the number that their words say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.editions import edition_time, editions_of, every_edition
from generator.catalogue.winners import honours_of, latest_first, winners_of
from generator.pages.views.coverage import honour_matrix
from generator.recipes.check import check
from generator.records.ordinals import ordinal
from tests.conftest import Project
from tests.sites import pages_made

TWELVE = "一二三四五六七八九十"
NUMBERED = [f"第{char}届" for char in (*TWELVE, "十一", "十二")]
DATED = {"best-2023": "2023", "best-2025": "2025", "best-two": "2023—2024", "best-2019": "2019"}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("第一届", 1),
        ("第十届", 10),
        ("第十二届", 12),
        ("第二十届", 20),
        ("第九十九届", 99),
        ("第一百零二届", 102),
        ("第12届", 12),
        ("第１２届", 12),
        ("第 3 批", 3),
        ("12届", 12),
        ("首届", 1),
        ("首批", 1),
        ("第二期", 2),
        ("2024年度第三批", 3),
        ("第三次", 3),
        ("第七屆", 7),
        ("第三五届", 0),
        ("未注明", 0),
        ("", 0),
    ],
)
def test_which_edition_the_words_say(words: str, number: int) -> None:
    """The number of an edition is read as offices write it; words without one have none."""
    assert ordinal(words) == number


def city(project: Project, order: list[str]) -> Path:
    """Return a project with numbered and dated editions, written in an order, each won by one project."""
    when = {f"n{at}": f"edition: {words}" for at, words in enumerate(NUMBERED, 1)}
    when |= {name: f"year: {year}" for name, year in DATED.items()} | {"unknown": "edition: 未注明"}
    won = "{甲: [{project: a}]}"
    files = "".join(
        f"honours/{at:02}-{name}.yml:\n    {{series: best, {when[name]}, source: doc, winners: {won}}}\n"
        for at, name in enumerate(order)
    )
    return project(files + "projects/a.yml:\n    {name: 甲项目, place: city, source: doc}\n")


EXPECTED = ["2025年", "2023—2024年", "2023年", "2019年", *reversed(NUMBERED), "年份未注明"]
WRITTEN = [*DATED, "unknown", *(f"n{at}" for at in (10, 1, 12, 2, 11, 3, 4, 9, 5, 8, 6, 7))]


def test_newest_first_everywhere(project: Project) -> None:
    """第十二届 comes before 第二届, whatever has a year before both, in series, honours of a record and table."""
    catalogue = check(city(project, WRITTEN)).catalogue
    assert [edition_time(entry.record) for entry in editions_of(catalogue, "best")] == EXPECTED
    assert [edition_time(entry.record) for entry in every_edition(catalogue)] == EXPECTED
    lines = latest_first(honours_of(catalogue, ("project", "a")))
    assert [edition_time(line.edition) for line in lines] == EXPECTED
    every = [cited for entry in every_edition(catalogue) for cited in winners_of(catalogue, entry)]
    columns = honour_matrix(catalogue, every).columns
    assert columns == ("2025年", "2023年", "2019年", *reversed(NUMBERED[5:]), "其余")


def test_newest_first_on_pages(project: Project) -> None:
    """The list of honours and the home page begin with the newest year, a series has all editions in order."""
    made = pages_made(check(city(project, WRITTEN)))
    assert made["honours/index.html"].view.stage.row.time == "2025年"
    assert made["index.html"].view.names[0].year == "2025"
    pages = [made[path].view for path in ("series/best.html", "series/best/2.html")]
    former = [item.link.text for page in pages for item in page.former]
    assert [pages[0].newest.head.time, *former] == EXPECTED
    pills = [link.text for link in made["honours/16-n7.html"].view.editions]
    assert pills == [f"第{words}届" for words in ("十", "九", "八", "七", "六", "五", "四")]


@given(st.lists(st.integers(1, 999), unique=True))
def test_every_number_counts(numbers: list[int]) -> None:
    """Editions written with digits follow each other as numbers do, not as text does."""
    assert sorted((f"第{number}届" for number in numbers), key=ordinal) == [f"第{at}届" for at in sorted(numbers)]
