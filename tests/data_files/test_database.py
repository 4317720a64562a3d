"""The database of all records: the same bytes each time, every reference kept, and its questions answered."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.public import public_catalogue
from generator.data_files import database as database_module
from generator.data_files.database import database
from generator.data_files.database_views import QUERIES, VIEWS
from generator.data_files.datasette import datasette_metadata
from generator.data_files.exports import figure_rows, record_rows, winner_rows
from generator.recipes.check import check
from generator.records.kinds import KINDS
from tests.conftest import ROOT, Project

PAGE = ROOT / "site_theme" / "templates" / "pages" / "data.html"
Ask = Callable[..., list[tuple[object, ...]]]
CITY = """
    content/places/east.yml:
        name: 东区
        level: 区县
        parent: city
        source: doc
        figures:
          - {metric: 注册志愿者, value: 近18万人, as_of: 2023, where: 第2段}
    content/domains.yml:
        - {id: elderly, name: 助老, aliases: [敬老], colour: 赭, sign: 寿桃}
    content/teams/red.yml:
        name: 红马甲志愿服务队
        place: east
        source: doc
        remark: 内部的话
    content/people/gone.yml:
        name: 钱退出
        place: east
        display: 已撤回
        source: doc
    content/people/shy.yml:
        name: 李小明
        place: east
        display: 隐去名字
        consent: 是
        source: doc
    projects/dream.yml:
        name: 圆梦行动
        summary: 帮孩子实现小心愿。
        place: [east, city]
        owner: red
        domain: 敬老
        source: doc
        remark: 看过的理由
    honours/series.yml:
        - {id: best, name: 最美, level: 市级, place: city}
    honours/a.yml:
        series: best
        year: 2023
        source: doc
        winners:
          最美志愿者:
            - 陶甲、黄乙（救援队队员）
            - {name: 王伟, revoked: {by: 某办, date: 2025-03}}
            - {person: gone}
            - {person: shy}
          最美项目:
            - {project: dream}
    honours/b.yml:
        series: best
        year: 2024
        source: doc
        winners:
          最美队伍: [{team: red}]
"""


def opened(data: bytes) -> sqlite3.Connection:
    """Open the bytes of a database."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection


@pytest.fixture
def city(project: Project) -> Catalogue:
    """Return the public catalogue of a small city."""
    checked = check(project(CITY))
    assert [problem for problem in checked.problems if problem.severity == "error"] == []
    return public_catalogue(checked.catalogue)


@pytest.fixture
def ask(city: Catalogue) -> Iterator[Ask]:
    """Return a function that asks the database of the small city."""
    with closing(opened(database(city))) as connection:
        yield lambda sql, **words: connection.execute(sql, words).fetchall()


def test_same_records_give_the_same_bytes(own: Catalogue, city: Catalogue) -> None:
    """Made twice, the database is the same to the byte, and names no version of the program that made it."""
    for catalogue in (own, city):
        data = database(catalogue)
        assert data == database(catalogue)
        assert data[96:100] == bytes(4)


def test_every_reference_is_kept(own: Catalogue, city: Catalogue) -> None:
    """SQLite finds the file whole and every foreign key answered; that there are such is asked too."""
    for catalogue in (own, city):
        with closing(opened(database(catalogue))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            connection.execute("UPDATE projects_source SET source = 'nowhere'")
            assert connection.execute("PRAGMA foreign_key_check").fetchall() != []


def test_no_row_is_lost(own: Catalogue) -> None:
    """Each table has a row for each one of its CSV file, and the table of records one for each record."""
    rows = {kind.plural: record_rows(own, kind) for kind in KINDS}
    with closing(opened(database(own))) as connection:
        for name, held in {**rows, "figures": figure_rows(own), "winners": winner_rows(own)}.items():
            assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(held),), name  # noqa: S608
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (len(own.entries),)


def test_honours_of_a_place_by_year(ask: Ask) -> None:
    """A place has the honours of all below it and of its own series, none that was revoked, each once."""
    asked = "SELECT year, name, known_by FROM honours_of_places WHERE place = :place ORDER BY year, winner"
    named = [("2023", "李某某", "record"), ("2023", "圆梦行动", "record"), ("2024", "红马甲志愿服务队", "record")]
    assert ask(asked, place="east") == named
    assert ask(asked, place="city") == [("2023", "陶甲", "series"), ("2023", "黄乙", "series"), *named]


def test_figures_with_their_sources(ask: Ask) -> None:
    """A figure comes with its words, its number, whom it is about, and where it was said."""
    asked = 'SELECT subject_name, metric_name, as_printed, value, qualifier, document_name, "where" FROM '
    assert ask(f"{asked} figures_with_sources") == [
        ("东区", "注册志愿者", "近18万人", 180000, "nearly", "一份来源", "第2段")
    ]


def test_projects_with_places_and_domains(ask: Ask) -> None:
    """A project comes with its places in their order, the field that its word counts as, and its page."""
    asked = "SELECT place_names, domain_as_printed, domain_name, owner_names, page FROM projects_with_places"
    assert ask(asked) == [("东区；某市", "敬老", "助老", "红马甲志愿服务队", "projects/dream.html")]


def test_texts_are_found(ask: Ask) -> None:
    """Three characters in a row find a record by its name or its texts; two are found by reading through them."""
    found = "SELECT name FROM search WHERE search MATCH :words"
    assert ask(found, words="小心愿") == ask(found, words="圆梦行动") == [("圆梦行动",)]
    assert ask("SELECT name FROM records WHERE text LIKE '%心愿%'") == [("圆梦行动",)]


def test_an_old_sqlite_leaves_the_search_out(city: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite has no index by three characters, the database is made without one."""
    monkeypatch.setattr(database_module, "finds_text", lambda: False)
    with closing(opened(database(city))) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema WHERE name LIKE 'search%'").fetchall() == []
        assert connection.execute("SELECT count(*) FROM projects_with_places").fetchone() == (1,)


@pytest.mark.parametrize(("printed", "held"), [("99999999999999亿人", 1e22), ("12.5%", 12.5), ("0人", 0)])
def test_any_number_is_held(project: Project, printed: str, held: float) -> None:
    """A number that is larger than whole numbers of SQLite is held as nearly as it can."""
    place = f"{{name: 某市, level: 市, source: doc, figures: [{{注册志愿者: {printed}}}]}}"
    catalogue = check(project(f"content/places/city.yml: {place}")).catalogue
    with closing(opened(database(catalogue))) as connection:
        assert connection.execute("SELECT value FROM figures").fetchall() == [(pytest.approx(held),)]


def test_an_empty_city_has_a_database(tree: Project) -> None:
    """A project without a record has all tables and views, and nothing in them."""
    folder = tree("mkdocs.yml: {site_name: 空, theme: {name: showcase}, plugins: [showcase]}")
    with closing(opened(database(check(folder).catalogue))) as connection:
        for view in VIEWS:
            assert connection.execute(f"SELECT * FROM {view.name}").fetchall() == []  # noqa: S608


def test_nothing_private_is_in_it(city: Catalogue) -> None:
    """What is not public, who withdrew and what a masked name hides are in no byte of the database."""
    data = database(city)
    assert "李某某".encode() in data
    for hidden in ("内部的话", "看过的理由", "钱退出", "gone", "小明"):
        assert hidden.encode() not in data, hidden


def test_every_question_has_an_answer(ask: Ask) -> None:
    """Each query of the metadata file finds something where it is asked with words of the city."""
    words = {"place": "某市", "year": "2023", "metric": "注册志愿者", "source": "一份来源", "words": "心愿"}
    for query in QUERIES:
        assert ask(query.sql, **words), query.name


def test_examples_of_the_page_can_be_asked(ask: Ask) -> None:
    """Each query that the page of open data shows is one that the database takes, and the first has its answer."""
    shown = re.findall("<code>(SELECT .*?)</code>", PAGE.read_text("utf-8"))
    answers = [ask(query) for query in shown]
    assert len(answers) == 3
    assert answers[0] == [("2023", 4), ("2024", 1)]


def test_datasette_is_told_of_what_is_there(ask: Ask) -> None:
    """Each table and view of the metadata file is in the database, with the columns named there."""
    told = json.loads(datasette_metadata("试验站"))
    own = told["databases"]["showcase"]
    assert told["title"] == "试验站"
    assert {view.name for view in VIEWS} <= set(own["tables"])
    for name, table in own["tables"].items():
        columns = {column for (column,) in ask("SELECT name FROM pragma_table_info(:name)", name=name)}
        assert columns, name
        assert set(table.get("columns", ())) <= columns
        assert {table.get("label_column", "id")} <= columns | {"id"}
