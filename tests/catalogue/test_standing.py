"""Standing: a revoked honour honours nobody, and one on public notice says so wherever it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from generator.catalogue.public import public_catalogue
from generator.pages.plan import plan
from generator.recipes.check import check
from tests.conftest import BASE, write_tree

RECIPIENTS = """
    content/people.yml:
        - {id: wang, name: 王小明, consent: 是, source: doc}
    content/teams.yml:
        - {id: band, name: 蓝天队, place: city, source: doc}
    content/stations.yml:
        - {id: post, name: 东站, place: city, source: doc}
    content/brands.yml:
        - {id: sun, name: 阳光, source: doc}
    content/places/east.yml:
        name: 东区
        level: 区县
        parent: city
        source: doc
    projects/a.yml:
        name: 甲项目
        place: city
        source: doc
"""
EDITION = """
    honours/series/{id}.yml:
        name: {name}
        level: {level}
    honours/{id}.yml:
        series: {id}
        year: 2024
        source: doc
        {status}
        winners:
            {category}:
                - person: wang
                - team: band
                - project: a
                - place: east
                - station: post
                - brand: sun
                - 吴{id}（某队）
        unnamed:
            - {{category: {category}, place: city, count: 4个}}
            - {{category: {category}, team: band, count: 3个}}
"""
STATUSES = {
    "granted": ("市评优", "市级", "红花奖", "status: 正式"),
    "annulled": ("省评优", "省级", "蓝花奖", "status: 撤销\n        revoked: {date: 2025-03, by: 某市文明办}"),
    "noticed": (
        "国评优",
        "全国",
        "白花奖",
        "status: 公示\n        notice_from: 2024-12-01\n        notice_to: 2024-12-07",
    ),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return every file of a site whose winners were granted, stripped of, and proposed for an honour each."""
    folder = tmp_path_factory.mktemp("standing")
    for text in (BASE, RECIPIENTS):
        write_tree(folder, text)
    for name, (series, level, category, status) in STATUSES.items():
        write_tree(folder, EDITION.format(id=name, name=series, level=level, category=category, status=status))
    checked = check(folder)
    assert [problem.code for problem in checked.problems if problem.severity == "error"] == []
    planned = plan(public_catalogue(checked.catalogue), checked.settings)
    return {own.path: own.make().decode() for own in planned if Path(own.path).suffix in {".html", ".json", ".js"}}


def words(page: str) -> str:
    """Return the text of a page."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", page)))


def holding(files: Mapping[str, str], text: str) -> set[str]:
    """Return the files in whose text some words stand."""
    return {path for path, made in files.items() if text in words(made)}


def test_revoked_honour_stands_on_its_own_page_alone(files: Mapping[str, str]) -> None:
    """Only the page of the edition, that of its source and its record as data speak of what was revoked."""
    own = {"honours/annulled.html", "documents/doc.html", "data/honours.json", "data/winners.json"}
    assert holding(files, "吴annulled") == own
    assert holding(files, "蓝花奖") == own
    assert holding(files, "吴granted") >= {"honours/granted.html", "assets/search-index.js"}


def test_revoked_edition_says_who_revoked_it_and_when(files: Mapping[str, str]) -> None:
    """The page of the edition and that of its series say who revoked it and when; that of its source that it was."""
    said = "2025年3月由某市文明办撤销"
    assert holding(files, said) == {"honours/annulled.html", "series/annulled.html"}
    assert words(files["honours/annulled.html"]).count(said) > len("1234567")
    assert files["honours/annulled.html"].count("<s>") == len("1234567")
    honours = re.findall(r'获奖</span><span>[^<]* <b class="standing">已撤销', files["documents/doc.html"])
    assert len(honours) == len("1234567")


def test_link_to_an_edition_says_its_standing(files: Mapping[str, str]) -> None:
    """Wherever an edition is named, its name says that it was revoked or is on public notice."""
    for path, made in files.items():
        if path.endswith((".html", ".js")):
            text = words(made).replace("\u200b", "")
            assert not re.search(r"省评优（2024年(?!，已撤销)", text), path
            assert not re.search(r"国评优（2024年(?!，公示中)", text), path


def test_notice_is_said_beside_each_line(files: Mapping[str, str]) -> None:
    """Each list item that names an honour on public notice says until which day it can be objected to."""
    pages = holding(files, "白花奖")
    assert {"people/wang.html", "teams/band.html", "projects/a.html", "places/east.html", "places/city.html"} <= pages
    for path in pages - {"data/honours.json", "assets/search-index.js"}:
        for part in re.split(r"<li|<h[23]", files[path])[1:]:
            if "白花奖" in words("<" + part).split("公示至")[0]:
                assert "公示至2024年12月7日" in words("<" + part), (path, part)


def test_only_honours_in_force_count(files: Mapping[str, str]) -> None:
    """Badges, facets, totals and the home page know only the honour that was granted."""
    for path in ("projects/a.html", "people/wang.html", "teams/band.html", "places/east.html"):
        assert "省级蓝花奖" not in words(files[path]), path
        assert "全国白花奖" not in words(files[path]), path
    assert "市级红花奖 · 2024" in words(files["projects/index.html"])
    assert "一共 7 个" in words(files["honours/index.html"])
    assert "省级蓝花奖" not in files["projects/index.html"] + files["projects/projects-index.js"]
    assert "国评优" not in words(files["index.html"])
    counted = re.findall(r"(\d+) 条获奖", files["documents/doc.html"])
    assert counted == ["7"]


def test_data_say_the_status(files: Mapping[str, str]) -> None:
    """The record of an edition says in the data that it was revoked, by whom and when."""
    row = next(row for row in json.loads(files["data/honours.json"]) if row["series"] == "annulled")
    assert row["status"] == "revoked"
    assert row["revoked"] == {"date": "2025-03", "by": "某市文明办"}


def test_one_line_may_be_revoked(tmp_path: Path) -> None:
    """A line that was revoked alone is struck on its roll and gone elsewhere; the others stand."""
    write_tree(tmp_path, BASE)
    write_tree(tmp_path, RECIPIENTS)
    write_tree(
        tmp_path,
        """
        honours/a.yml:
            series: best
            year: 2024
            source: doc
            winners:
                最美:
                    - {project: a, revoked: {date: 2025-03, by: 某市文明办}}
                    - 吴某（某队）
        """,
    )
    checked = check(tmp_path)
    planned = {own.path: own for own in plan(public_catalogue(checked.catalogue), checked.settings)}
    paths = ("projects/a.html", "honours/a.html", "honours/index.html")
    made = {path: words(planned[path].make().decode()) for path in paths}
    assert "最美" not in made["projects/a.html"]
    assert "2025年3月由某市文明办撤销" in made["honours/a.html"]
    assert "一共 1 个" in made["honours/index.html"]
