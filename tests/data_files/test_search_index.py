"""The search index: what is in it, what must not be, and its size."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from pypinyin import Style, pinyin

from benchmarks.city import make
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import published
from generator.catalogue.public import public_catalogue
from generator.data.tables import little_words, standard_characters, syllables, synonyms
from generator.data_files.search_index import PAGES, WINNERS, search_index
from generator.data_files.search_texts import search_texts
from generator.pages.plan import plan
from generator.pages.views.search_page import search_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.page import Page
from generator.printing.urls import record_path
from generator.recipes.check import check
from generator.records.kinds import KINDS
from tests.conftest import Project

ROOT = Path(__file__).parents[2]
MOST_BYTES = 130_000
MOST_BYTES_OF_SOUNDS = 8_000
PEOPLE = """
    content/people.yml:
        - {id: gone, name: 欧阳无踪, aliases: [无影无踪], display: 已撤回, source: doc}
        - {id: hidden, name: 司徒隐名, aliases: [隐名大侠], display: 隐去名字, source: doc}
        - {id: seen, name: 單雄, source: doc}
    honours/series/best.yml:
        name: 最美
        level: 市级
        source: doc
    honours/best-1.yml:
        series: best
        year: 2023
        source: doc
        winners:
          最美志愿者:
            - 王伟（某市某队）
            - person: gone
            - person: seen
"""


def text_of(catalogue: Catalogue, listed: Iterable[Page] = ()) -> str:
    """Return the index as it is published."""
    where = Whereabouts(catalogue)
    return search_index(catalogue, where.winner, where.metric, listed)


def index_of(catalogue: Catalogue, listed: Iterable[Page] = ()) -> dict[str, Any]:
    """Return what the index's script assigns."""
    text = text_of(catalogue, listed).removeprefix("window.SHOWCASE_SEARCH = ").removesuffix(";\n")
    found: dict[str, Any] = json.loads(text)
    return found


def rows_of(index: dict[str, Any]) -> list[tuple[str, str, list[Any]]]:
    """Return kind, address and cells of everything in the index."""
    return [
        (group["label"], f"{group['before']}{cells[0]}{group['after']}", cells)
        for group in index["groups"]
        for cells in group["rows"]
    ]


@pytest.fixture
def small(project: Project) -> Catalogue:
    """Return a public catalogue with persons who are shown, masked, and withdrawn."""
    return public_catalogue(check(project(PEOPLE)).catalogue)


def test_the_same_bytes_twice(own: Catalogue) -> None:
    """The same records give the same index."""
    assert text_of(own) == text_of(public_catalogue(check(ROOT).catalogue))


def test_no_withheld_name(small: Catalogue) -> None:
    """Who withdrew is in no byte of the index, and who is masked is in it masked only."""
    text = text_of(small)
    for name in ("欧阳", "无踪", "无影", "gone", "司徒", "隐名", "大侠"):
        assert name not in text
    assert "司某某某" in text


def test_nothing_private(project: Project) -> None:
    """An internal remark is not in the index."""
    root = project(
        "content/places/other.yml:\n    name: 某区\n    level: 区县\n    source: doc\n    remark: 只给编辑看\n"
    )
    assert "只给编辑看" not in text_of(public_catalogue(check(root).catalogue))


def test_winners_lead_to_their_line(small: Catalogue) -> None:
    """A winner without a page is found by name and leads to the line in the roll; one with a page stands there once."""
    winners = [(address, cells) for kind, address, cells in rows_of(index_of(small)) if kind == WINNERS]
    assert [(address, cells[1], cells[2]) for address, cells in winners] == [
        ("honours/best-1.html#w0-0", "王伟", "最美志愿者 某市某队")
    ]


def test_pages_without_a_record(small: Catalogue) -> None:
    """A page that shows no record is found by its title and by how it begins."""
    page = Page("about.html", "prose", "关于本站", "说明怎么记。")
    found = [
        (address, cells[1], cells[2]) for kind, address, cells in rows_of(index_of(small, [page])) if kind == PAGES
    ]
    assert found == [("about.html", "关于本站", "说明怎么记。")]


def test_tables_of_characters(small: Catalogue) -> None:
    """Traditional characters lead to the simplified, and a character that is read in two ways has both readings."""
    index = index_of(small)
    assert "單" in index["simplified"]["单"]
    assert "单" in index["pinyin"]["dan"]
    assert "单" in index["pinyin"]["shan"]
    assert "衛" not in "".join(index["simplified"].values())


def test_every_address_is_a_page(own: Catalogue) -> None:
    """Each entry leads to a page of the site, and each record that has a page is found."""
    paths = {artefact.path for artefact in plan(own, check(ROOT).settings)}
    found = {address.partition("#")[0] for _, address, _ in rows_of(index_of(own))}
    assert found <= paths
    records = {record_path(*entry.key) for kind in KINDS if kind.name != "metric" for entry in published(own, kind)}
    assert records <= found


def test_lists_for_those_without_script(own: Catalogue) -> None:
    """The search page leads to the list of every kind that has records."""
    assert {item.link.path for item in search_view(own).lists} >= {
        "projects/index.html",
        "honours/index.html",
        "metrics/index.html",
    }


def packed(text: str) -> int:
    """Return how long a text is as it travels."""
    return len(gzip.compress(text.encode()))


def test_size_of_made_records(tmp_path: Path) -> None:
    """The index of 2,000 made records and what they say are under 130 KB as they travel, together."""
    make(tmp_path, 2000)
    catalogue = public_catalogue(check(tmp_path).catalogue)
    assert len(catalogue.entries) >= 2000
    texts = search_texts(catalogue, Whereabouts(catalogue).part)
    assert packed(text_of(catalogue)) + packed(texts) < MOST_BYTES


def test_size_of_real_records(own: Catalogue) -> None:
    """The names of 2,000 real records, whose words repeat less than made ones, would keep the budget."""
    parts = {name: json.dumps(part, ensure_ascii=False) for name, part in index_of(own).items()}
    rows = packed(parts.pop("groups"))
    assert rows / len(own.entries) * 2000 + sum(map(packed, parts.values())) < MOST_BYTES


def texts_of(catalogue: Catalogue) -> list[tuple[str, str, str, str]]:
    """Return sort, address, title and words of everything that records say."""
    text = search_texts(catalogue, Whereabouts(catalogue).part)
    found = json.loads(text.removeprefix("window.SHOWCASE_TEXTS = ").removesuffix(";\n"))
    return [
        (found["labels"][sort], path + address if address[:1] in {"", "#"} else address, title, words)
        for path, _, _, rows in found["records"]
        for sort, address, title, words in rows
    ]


def test_what_records_say(own: Catalogue) -> None:
    """Practices, policies, figures as printed and counted honours are found where they stand."""
    said = texts_of(own)
    assert {sort for sort, *_ in said} >= {"做法", "文件", "数字", "获奖数量", "目标"}
    assert next(row for row in said if "让座奶奶" in row[3])[1].startswith("places/shinan.html#practices-")
    assert [row[2:] for row in said if "6800" in row[3]] == [("公共服务区域学雷锋志愿服务站点", "6800余个")]
    paths = {artefact.path for artefact in plan(own, check(ROOT).settings)}
    assert {address.partition("#")[0] for _, address, *_ in said} <= paths


def test_statements_of_long_lists(project: Project) -> None:
    """A statement that a record's page leaves to a page of its own is found there, at its anchor."""
    practices = "".join(f"      - 第{at}件：上门看望第{at}位老人\n" for at in range(40))
    root = project(
        f"content/places/other.yml:\n    name: 某区\n    level: 区县\n    source: doc\n    practices:\n{practices}"
    )
    catalogue = public_catalogue(check(root).catalogue)
    address = next(address for _, address, title, _ in texts_of(catalogue) if title == "第39件")
    path, _, anchor = address.partition("#")
    assert path != "places/other.html"
    page = next(artefact for artefact in plan(catalogue, check(root).settings) if artefact.path == path)
    assert f'id="{anchor}"' in page.make().decode("utf-8")


def test_nothing_is_said_of_a_revoked_honour(project: Project) -> None:
    """The deeds and counts of an edition that was revoked, or of a winner who lost it, are not found."""
    root = project(
        """
        honours/best-2.yml:
            series: best
            year: 2023
            source: doc
            winners:
              最美志愿者:
                - {name: 王伟, reason: 修了一百盏路灯}
                - {name: 李四, reason: 说自己修了路灯, revoked: {date: 2024}}
        honours/best-3.yml:
            series: best
            year: 2022
            status: 撤销
            source: doc
            winners:
              最美志愿者:
                - {name: 赵五, reason: 说自己也修了路灯}
            unnamed:
              - {category: 最美社区, count: 4个}
        """
    )
    assert [row[2:] for row in texts_of(public_catalogue(check(root).catalogue))] == [("王伟", "修了一百盏路灯")]


def test_telephones_are_found(project: Project) -> None:
    """A hotline is among the words that find its platform, and is never cut."""
    root = project(
        """
        content/platforms/help.yml:
            name: 帮忙热线
            type: 热线
            hotline: 0532-12345
            source: doc
        """
    )
    rows = rows_of(index_of(public_catalogue(check(root).catalogue)))
    assert [cells[2] for _, address, cells in rows if address == "platforms/help.html"] == ["\n0532-12345"]


def test_words_that_mean_the_same() -> None:
    """A word stands in one group of synonyms once and is no little word; each is written as it is searched."""
    words = [word for group in synonyms() for word in group]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert set(words) & set(little_words()) == set()
    assert [word for word in words if not re.fullmatch(r"[\w]+", word)] == []


def test_the_table_of_sounds() -> None:
    """The script's table says of each character of GB 2312 the syllable that pypinyin thinks commonest."""
    cells = (bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    says = (pinyin(char, style=Style.NORMAL)[0][0] if char else "-" for char in cells)
    runs = ((syllable, len(list(run))) for syllable, run in groupby(says))
    expected = " ".join(f"{syllable}{count if count > 1 else ''}" for syllable, count in runs)
    script = (ROOT / "site_theme" / "assets" / "syllables.js").read_text("utf-8")
    assert script.partition("`")[2].partition("`")[0].split() == expected.split()
    assert packed(script) < MOST_BYTES_OF_SOUNDS


def test_readings_are_those_of_the_dictionary() -> None:
    """The table of syllables says of each of the 8,105 characters what pypinyin says."""
    known = {char: sorted(found) for char, found in syllables().items()}
    says = {char: sorted(pinyin(char, style=Style.NORMAL, heteronym=True)[0]) for char in standard_characters()}
    assert known == says
