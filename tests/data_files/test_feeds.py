"""Feeds tell what is new by the dates of the records, whole and for each city, in two formats that say the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from posixpath import join, normpath
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.catalogue import build_catalogue
from generator.catalogue.public import public_catalogue
from generator.catalogue.tidings import MOST
from generator.data_files.feeds import feeds, instant
from generator.pages.plan import plan
from generator.publish.artefact import Artefact
from generator.recipes.check import check
from generator.records.dates import PartialDate
from tests.conftest import BASE, Project, write_tree
from tests.sites import printed

ATOM = "{http://www.w3.org/2005/Atom}"
WHOLE, CITY, OTHER = "feed.xml", "places/city/feed.xml", "places/far/feed.xml"
ADDRESS = """
    mkdocs.yml:
        site_name: 试验站
        site_url: https://例子.cn/志愿/
        docs_dir: content
        theme: {name: showcase}
        plugins: [showcase]
"""
NEWS = """
    content/documents.yml:
        - {id: may, name: 五月的报道, type: 新闻报道, date: 2024-05-06, date_basis: 推定}
        - {id: none, name: 没有日期的, type: 新闻报道}
    content/places/far.yml: {name: 远市, level: 市, source: doc}
    content/places/west.yml: {name: 西区, level: 区县, parent: city, source: doc}
    content/people.yml:
        - {id: gone, name: 赵走了, place: city, consent: 是, display: 已撤回, source: doc}
        - {id: masked, name: 钱小明, place: city, consent: 是, display: 隐去名字, source: doc}
    content/teams.yml:
        - {id: far-team, name: 远队, place: far, source: doc}
        - {id: west-team, name: 西队, place: west, source: doc}
    projects/a.yml:
        name: 甲 <b>&"项目"
        place: west
        source: may
        summary: 每周*六*看望老人。
        remark: 内部的话
        figures:
          - 注册志愿者: 245万余人
    projects/b.yml: {name: 乙项目, place: far, source: none}
    honours/one.yml:
        series: best
        year: 2024
        issued: 2024-12
        issuer: 市文明办
        status: 公示
        notice_to: 2024-12-20
        source: doc
        winners:
            最美队伍:
                - team: far-team
                - team: west-team
                - {name: 孙撤销, revoked: {by: 市文明办}}
            最美志愿者:
                - person: gone
                - person: masked
        unnamed:
            - {category: 最美社区, count: 4个}
    honours/two.yml:
        series: best
        year: 2025
        status: 撤销
        source: doc
        winners: {最美志愿者: [李撤回]}
"""
# What the two formats ask of whoever writes them.
NEEDED = {"version": str, "title": str, "items": list, "language": str, "authors": list}
NEEDED_OF_ITEM = {"id": str, "title": str, "content_text": str, "date_published": str, "tags": list}


def planned(folder: Path) -> dict[str, Artefact]:
    """Return the plan of a sound project by path."""
    checked = check(folder)
    assert not [problem for problem in checked.problems if problem.severity == "error"]
    return {one.path: one for one in plan(public_catalogue(checked.catalogue), checked.settings)}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artefact]:
    """Return the plan of a project that has news of every sort."""
    folder = tmp_path_factory.mktemp("news")
    write_tree(folder, BASE)
    write_tree(folder, NEWS)
    return planned(folder)


def atom(files: dict[str, Artefact], path: str = WHOLE) -> list[dict[str, str]]:
    """Return the entries of a feed in Atom, after a look at what the standard asks of it."""
    feed = ET.fromstring(files[path].make())  # noqa: S314 - our own text
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            [found] = element.findall(f"{ATOM}{name}")
            assert found.text
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+08:00", element.findtext(f"{ATOM}updated") or "")
        assert [link.get("rel") for link in element.iter(f"{ATOM}link")].count("alternate") >= 1
        assert UUID((element.findtext(f"{ATOM}id") or "").removeprefix("urn:uuid:"))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    return [
        {
            **{name: entry.findtext(f"{ATOM}{name}") or "" for name in ("id", "title", "updated", "content")},
            "link": next(link.get("href") or "" for link in entry.iter(f"{ATOM}link")),
        }
        for entry in entries
    ]


def json_feed(files: dict[str, Artefact], path: str = WHOLE) -> dict[str, Any]:
    """Return a feed in JSON, after a look at what the format asks of it."""
    feed: dict[str, Any] = json.loads(files[path.replace(".xml", ".json")].make())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {name: type(feed[name]) for name in NEEDED} == NEEDED
    for item in feed["items"]:
        assert {name: type(item[name]) for name in NEEDED_OF_ITEM} == NEEDED_OF_ITEM
    return feed


def titles(files: dict[str, Artefact], path: str = WHOLE) -> list[str]:
    """Return the titles of the entries of a feed."""
    return [entry["title"] for entry in atom(files, path)]


def test_what_is_new(news: dict[str, Artefact]) -> None:
    """Rolls, projects and figures stand newest first; what has no date and what was revoked is not told."""
    assert titles(news) == ["最美（2024年，公示中）", '甲 <b>&"项目"', '甲 <b>&"项目"：注册志愿者 245万余人']
    assert [entry["updated"][:10] for entry in atom(news)] == ["2024-12-01", "2024-05-06", "2024-05-06"]


def test_words(news: dict[str, Artefact]) -> None:
    """A roll says when, by whom, that it is on public notice and who won; a project and a figure name their source."""
    roll, told, figure = (entry["content"].splitlines() for entry in atom(news))
    assert roll == [
        "2024年12月，市文明办。",
        "公示至2024年12月20日，还不是最后的结果。",
        "最美队伍：远队、西队。",
        "最美志愿者：钱某某。",
        "最美社区：4个，没有列出名字。",
    ]
    assert told == ["某市 西区", "每周*六*看望老人。", "来源：五月的报道，2024年5月6日（按文章推算）。"]
    assert figure == ["注册志愿者 245万余人", "来源：五月的报道，2024年5月6日（按文章推算）。"]


def test_both_formats_say_the_same(news: dict[str, Artefact]) -> None:
    """Each entry in Atom is an item in JSON, which also has the date as exact as it is known."""
    feed = json_feed(news)
    said = [(one["id"], one["title"], one["content_text"], one["date_published"]) for one in feed["items"]]
    assert said == [(one["id"], one["title"], one["content"], one["updated"]) for one in atom(news)]
    assert [one["_showcase"]["date"] for one in feed["items"]] == ["2024-12", "2024-05-06", "2024-05-06"]


@pytest.mark.parametrize("path", [WHOLE, CITY, OTHER])
def test_who_is_hidden_is_in_no_feed(news: dict[str, Artefact], path: str) -> None:
    """Who withdrew, the name behind a mask, whose honour was revoked and what is private are in no byte."""
    text = (news[path].make() + news[path.replace(".xml", ".json")].make()).decode()
    assert "最美" in text
    assert not [word for word in ("赵走了", "钱小明", "孙撤销", "李撤回", "内部的话") if word in text]


def test_feeds_of_cities(news: dict[str, Artefact]) -> None:
    """The feed of a city tells of what lies in it, and of a roll it names those of the city; districts have none."""
    assert titles(news, CITY) == titles(news)
    [roll] = atom(news, OTHER)
    assert roll["content"].splitlines()[2:] == ["最美队伍：远队。"]
    assert json_feed(news, OTHER)["title"] == "试验站 · 远市的新消息"
    assert sorted(path for path in news if path.endswith("feed.xml")) == sorted([WHOLE, CITY, OTHER])


@pytest.mark.parametrize("path", [WHOLE, CITY, OTHER])
def test_relative_links(news: dict[str, Artefact], path: str) -> None:
    """Without the site's address a feed in Atom has relative links to its pages, and one in JSON has none."""
    for entry in atom(news, path):
        page, _, anchor = entry["link"].partition("#")
        assert f'id="{anchor}"' in news[normpath(join(path, "..", page))].make().decode() or not anchor
    feed = json_feed(news, path)
    assert not {"home_page_url", "feed_url"} & feed.keys()
    assert not [item for item in feed["items"] if "url" in item]


def test_links_with_an_address(news: dict[str, Artefact], project: Project) -> None:
    """With the site's address all links begin with it, in plain ASCII, and the ids stay as they were."""
    bare = atom(news)
    project(NEWS)
    files = planned(project(ADDRESS))
    begins = "https://xn--fsqu00a.cn/%E5%BF%97%E6%84%BF/"
    assert [entry["link"] for entry in atom(files)][:2] == [f"{begins}honours/one.html", f"{begins}projects/a.html"]
    assert [entry["id"] for entry in atom(files)] == [entry["id"] for entry in bare]
    feed = json_feed(files, OTHER)
    assert (feed["home_page_url"], feed["feed_url"]) == (f"{begins}places/far.html", f"{begins}places/far/feed.json")
    assert [item["url"] for item in feed["items"]] == [f"{begins}honours/one.html"]


def test_a_renamed_record_is_not_told_again(news: dict[str, Artefact], project: Project) -> None:
    """A record that has a new id is known by its first one, and the feed of a renamed city stays where it was."""
    before = {entry["id"] for entry in atom(news)}
    folder = project(NEWS)
    for path, renamed in (("projects/a.yml", "projects/c.yml"), ("honours/one.yml", "honours/three.yml")):
        text = (folder / path).read_text("utf-8")
        (folder / path).unlink()
        (folder / renamed).write_text(f"formerly: [{Path(path).stem}]\n{text}", encoding="utf-8")
    (folder / "content/places/far.yml").write_text("{name: 远市, level: 市, source: doc, formerly: [yuan]}", "utf-8")
    files = planned(folder)
    assert {entry["id"] for entry in atom(files)} == before
    assert titles(files, "places/yuan/feed.xml") == titles(files, OTHER)


def test_nothing_is_new(project: Project) -> None:
    """A feed without news is whole, and says that it was never changed."""
    files = planned(project())
    assert atom(files) == json_feed(files)["items"] == []
    assert b"<updated>1970-01-01T00:00:00+08:00</updated>" in files[WHOLE].make()


def test_the_newest_of_many(project: Project) -> None:
    """Of many new things a feed tells the newest."""
    numbers = range(MOST + 5)
    records = "".join(
        f"\n    content/documents/d{at}.yml: {{name: 来源{at}, type: 新闻报道, date: {1950 + at}}}"
        f"\n    projects/p{at}.yml: {{name: 项目{at}, source: d{at}}}"
        for at in numbers
    )
    assert titles(planned(project(records))) == [f"项目{at}" for at in reversed(numbers)][:MOST]


def test_figures_of_one_source_are_told_at_once(project: Project) -> None:
    """Many figures that one source gives of a record are one item, which shows the first and counts the rest."""
    metrics = "".join(f"\n        - {{id: m{at}, name: 指标{at}, unit: 个, measure: 存量}}" for at in range(14))
    figures = "".join(f"\n          - {{metric: m{at}, value: {at + 1}个, as_of: 2022}}" for at in range(14))
    place = f"\n        name: 某市\n        level: 市\n        source: doc\n        figures:{figures}"
    [item] = atom(planned(project(f"    content/metrics/more.yml:{metrics}\n    content/places/city.yml:{place}\n")))
    assert (item["title"], item["link"]) == ("某市：14 个数字", "places/city.html#figures-0")
    lines = item["content"].splitlines()
    assert lines[0] == "指标0 1个（到2022年为止）"
    assert lines[12:] == ["还有 2 个。", "来源：一份来源，2023年。"]


@pytest.mark.parametrize(
    ("date", "first"),
    [
        (PartialDate(2024), "2024-01-01T00:00:00+08:00"),
        (PartialDate(2024, 2), "2024-02-01T00:00:00+08:00"),
        (PartialDate(2024, 2, 29), "2024-02-29T00:00:00+08:00"),
        (PartialDate(2022, last=2023), "2022-01-01T00:00:00+08:00"),
    ],
)
def test_first_instant(date: PartialDate, first: str) -> None:
    """A year or a month stands for its first instant in China."""
    assert instant(date) == first


@given(st.text(), st.sampled_from(["", "https://a.cn"]))
def test_any_name_of_a_site(name: str, address: str) -> None:
    """Whatever a site is called, a program reads the feed; what no XML may hold is left out."""
    made = dict(feeds(build_catalogue([]), name, address, str))
    read = ET.fromstring(made[WHOLE]()).findtext(f"{ATOM}title") or ""  # noqa: S314 - our own text
    assert set(read) <= {*name, *" · 新消息", "\n"}
    assert json.loads(made["feed.json"]())["title"] == f"{name} · 新消息"


def test_pages_name_their_feeds(project: Project) -> None:
    """The home page and the pages of cities lead programs to their feeds, other pages to none."""
    checked = check(project(NEWS))

    def named(path: str) -> list[str]:
        return re.findall(r'<link rel="alternate" type="application/[^>]*href="([^"]+)"', printed(checked, path))

    assert named("index.html") == ["feed.xml", "feed.json"]
    assert named("places/far.html") == ["../places/far/feed.xml", "../places/far/feed.json"]
    assert [named(path) for path in ("places/west.html", "projects/a.html", "places/index.html")] == [[], [], []]


def test_data_page_lists_feeds(project: Project) -> None:
    """The page of open data leads to the feed of all and to those of cities."""
    page = printed(check(project(NEWS)), "data/index.html")
    for path in (WHOLE, CITY, OTHER):
        assert f'href="../{path}"' in page
        assert f'href="../{path.replace(".xml", ".json")}"' in page
