"""Residents can act: how to take part stands on pages and on one of its own, and whatever can be tapped is tapped."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from generator.cli import main
from generator.pages.plan import plan
from generator.recipes.check import check
from generator.records.project import Project as BrandProject
from generator.records.settings import Settings
from tests.conftest import Project
from tests.sites import broken_links, pages_of

RECORDS = """
    content/teams.yml:
        - id: lamp
          name: 明灯队
          place: city
          source: doc
          怎么参加: 周末有空就行，先打电话
          公开电话: 0532-85912345 转 8
          公开邮箱: office@example.org
          网址: https://www.example.org/lamp/
        - {id: quiet, name: 静队, place: city, source: doc}
    content/stations.yml:
        - {id: hall, name: 大厅, place: city, source: doc, 地址: 湖滨路1号, 开放时间: 每天 9:00—17:00}
    content/platforms.yml:
        - {id: line, name: 一线通, type: 热线, place: city, source: doc, 公开热线: 0532-12345}
        - {id: mini, name: 志愿在线, type: 小程序, place: city, source: doc}
        - {id: silent, name: 无号热线, type: 热线, place: city, source: doc}
    projects/own.yml:
        name: 甲项目
        place: city
        source: doc
        owner: quiet
        take_part: {text: 每年三月报名, phone: 0532-96111, address: 海尔路1号, hours: 周六上午}
    projects/lent.yml:
        name: 乙项目
        place: city
        source: doc
        owner: lamp
    projects/silent.yml:
        name: 丙项目
        place: city
        source: doc
        owner: quiet
    content/activities.yml:
        - {id: day, name: 丁活动, type: 培训, place: city, source: doc, 怎么参加: "https://example.org/day"}
"""


Site = Callable[[str], str]


def folder_of(project: Project, settings: str = "", more: str = "") -> Path:
    """Write the records above with some settings."""
    folder = project(RECORDS + more)
    config = folder / "mkdocs.yml"
    lines = "".join(f"      {line}\n" for line in settings.splitlines())
    config.write_text(config.read_text("utf-8") + lines, "utf-8")
    return folder


def site_of(project: Project, settings: str = "", more: str = "") -> Site:
    """Return what makes a page of those records, without marks of where words may break."""
    made = {artefact.path: artefact for artefact in check(folder_of(project, settings, more)).artefacts}
    return lambda path: made[path].make().decode("utf-8").replace("<wbr>", "")


def band(site: Site, path: str, anchor: str = "part") -> tuple[str, dict[str, str]]:
    """Return the words of a page's band, and where its links lead by what they say."""
    found = re.search(rf'<section class="part" id="{anchor}".*?</section>', site(path), re.DOTALL)
    assert found, path
    pairs = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', found[0])
    links = {unescape(text): unescape(to) for to, text in pairs}
    return re.sub(r"<[^>]*>", "", found[0]), links


def test_a_record_says_how_to_take_part(project: Project) -> None:
    """A page has the words of staff and each way once; the record's own telephone need not be said again."""
    words, links = band(site_of(project), "teams/lamp.html")
    assert "怎么参加" in words
    assert "周末有空就行" in words
    assert links["0532-85912345 转 8"] == "tel:053285912345,8"
    assert links["office@example.org"] == "mailto:office@example.org"
    assert links["example.org/lamp"] == "https://www.example.org/lamp/"
    assert words.count("0532-85912345") == 1


@pytest.mark.parametrize(
    ("path", "said", "to"),
    [
        ("projects/own.html", "0532-96111", "tel:053296111"),
        ("projects/lent.html", "0532-85912345 转 8", "tel:053285912345,8"),
        ("projects/lent.html", "明灯队", "../teams/lamp.html"),
        ("platforms/line.html", "0532-12345", "tel:053212345"),
        ("activities/day.html", "example.org/day", "https://example.org/day"),
        ("places/city.html", "志愿在线", "../platforms/mini.html"),
    ],
)
def test_ways(project: Project, path: str, said: str, to: str) -> None:
    """What has no telephone shows that of who does it; a line may be one address; a city has its platforms."""
    assert band(site_of(project), path)[1][said] == to


def test_nothing_is_made_up(project: Project) -> None:
    """Where no telephone is known the page says so, and a hotline without a number is on no list."""
    site = site_of(project)
    assert "报名电话还没有公布" in band(site, "projects/silent.html")[0]
    assert "无号热线" not in site("take-part.html")


def test_the_page_of_all_ways(project: Project) -> None:
    """It has what the settings say, then by city hotlines first and all who say how, and not who does not."""
    site = site_of(project, "加入:\n  说明: 先登记\n  地址: 湖滨路1号\n求助: 0532-12345")
    page = site("take-part.html")
    assert band(site, "take-part.html", "join")[0].split()[:2] == ["加入", "先登记"]
    assert band(site, "take-part.html", "help")[1] == {"0532-12345": "tel:053212345"}
    listed = re.findall(r'<h3><a href="[^"]*">([^<]*)</a>', page)
    assert listed == ["一线通", "志愿在线", "明灯队", "大厅", "甲项目", "丁活动"]
    assert 'href="take-part.html"' in site("index.html")
    assert "我要报名" in page.partition("</head>")[0]


@pytest.mark.parametrize(
    ("settings", "verbs"),
    [
        ("", {"纠错": "take-part.html#report"}),
        (
            "加入: 到大厅登记\n求助: 12345",
            {"加入": "take-part.html#join", "求助": "tel:12345", "纠错": "take-part.html#report"},
        ),
        ("求助: 到大厅来", {"求助": "take-part.html#help", "纠错": "take-part.html#report"}),
    ],
)
def test_verbs(project: Project, settings: str, verbs: dict[str, str]) -> None:
    """The home page has a button for joining and for help where staff say how, and one for errors in any case."""
    home = site_of(project, settings)("index.html")
    found = re.search(r'<ul class="verbs">.*?</ul>', home, re.DOTALL)
    assert found
    assert {word: to for to, word in re.findall(r'href="([^"]*)"><b>([^<]*)', found[0])} == verbs


def report(page: str) -> str:
    """Return where the first way to report an error of a page leads."""
    found = re.search(r'<p class="report[^>]*>.*?href="([^"]*)"', page, re.DOTALL)
    assert found
    return unescape(found[1])


def test_a_letter_names_the_page(project: Project) -> None:
    """The letter about an error has the page's name and its address in it."""
    site = site_of(
        project, "我要纠错: 写信到 a@example.org", more="    mkdocs.yml:\n        site_url: https://x.cn/v/\n" + CONFIG
    )
    letter = urlsplit(report(site("projects/own.html")))
    said = parse_qs(letter.query)
    assert letter.path == "a@example.org"
    assert said["subject"] == ["纠错：甲项目"]
    assert "https://x.cn/v/projects/own.html" in said["body"][0]


CONFIG = """        site_name: 站
        docs_dir: content
        theme:
          name: showcase
        plugins:
          - showcase:
              place: city
"""


@pytest.mark.parametrize(
    ("settings", "pages", "to"),
    [
        ("我要纠错: https://x.cn/f?page={page}", "", "https://x.cn/f?page=projects%2Fown.html"),
        ("我要纠错: https://x.cn/f", "", "https://x.cn/f"),
        ("联系方式: 0532-12345", "", "tel:053212345"),
        ("", "    content/corrections.md:\n        # 纠错\n\n        请告诉我们。\n", "../corrections.html"),
        ("", "", "../take-part.html#report"),
    ],
)
def test_reports(project: Project, settings: str, pages: str, to: str) -> None:
    """A form gets the page where staff leave room for it; a telephone is called; else the page that explains it."""
    assert report(site_of(project, settings, pages)("projects/own.html")) == to


def test_every_page_has_a_way_to_report(project: Project) -> None:
    """No page is without one, whatever template prints it, and none leads nowhere."""
    folder = folder_of(project, "联系方式: 0532-12345")
    assert main(["-C", str(folder), "build"]) == 0
    pages = pages_of(folder / "site")
    lacking = [path for path in pages if 'class="report' not in (folder / "site" / path).read_text("utf-8")]
    assert lacking == []
    broken = broken_links(folder / "site", pages)
    assert [link for link in broken if not link[1].startswith(("tel:", "mailto:", "https:"))] == []


PHONES = st.sampled_from(
    ["0532-85912345", "（0532）8591 2345", "400-123-4567", "12345", "010-85912345 转 801", "96111"]
)


@hypothesis(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(PHONES, st.sampled_from(["phone", "take_part", "both"]))
def test_every_telephone_is_a_link(project: Project, phone: str, held: str) -> None:
    """A telephone that a record gives is printed as a link that calls it, wherever it is printed."""
    own = {"phone": f"phone: {phone}", "take_part": f"take_part: {{phone: {phone}}}"}
    fields = ", ".join(own.values()) if held == "both" else own[held]
    checked = check(project(f"content/teams.yml:\n    - {{id: a, name: 甲队, place: city, source: doc, {fields}}}\n"))
    for artefact in plan(checked.catalogue, Settings()):
        if artefact.path in {"teams/a.html", "take-part.html"}:
            text = artefact.make().decode()
            assert phone in text
            # Programs are told it as plain words.
            text = re.sub(r"<script type=\"application/ld\+json\">.*?</script>", "", text, flags=re.DOTALL)
            assert phone not in re.sub(r'<a href="tel:[^"]+">[^<]*</a>', "", text)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("12345", "phone"), ("a@example.org", "mailbox"), ("https://example.org/a", "url"),
        ("到大厅来，或拨 12345", "text"), ("http://[", "text"),
    ],
)  # fmt: skip
def test_a_plain_line_will_do(project: Project, line: str, field: str) -> None:
    """A line is read as what it is: a telephone, a mailbox, an address of the web, or words."""
    checked = check(
        project(f'projects/a.yml:\n    name: 甲\n    place: city\n    source: doc\n    怎么参加: "{line}"\n')
    )
    assert checked.problems == []
    way = checked.catalogue.record(BrandProject, "a").take_part
    assert way
    assert way.model_dump(exclude_none=True) == {field: line}


def test_a_mobile_number_is_nobody_elses(project: Project) -> None:
    """Like any public telephone, that of a way to take part is no mobile number; a unit's mailbox may stand there."""
    way = "{phone: 13812345678, mailbox: a@example.org}"
    tree = f"projects/a.yml:\n    name: 甲\n    place: city\n    source: doc\n    take_part: {way}\n"
    assert [problem.code for problem in check(project(tree)).problems] == ["mobile-number"]


def test_where_a_telephone_belongs(project: Project) -> None:
    """Who types 报名电话 in a project is told that it belongs to the way to take part."""
    tree = "projects/a.yml:\n    name: 甲\n    place: city\n    source: doc\n    报名电话: 12345\n"
    [problem] = check(project(tree)).problems
    assert problem.code == "unknown-key"
    assert "怎么参加" in problem.help("zh")


def test_a_long_list_goes_on(project: Project) -> None:
    """A city with many teams has several pages, each with those that follow, and what the settings say on the first."""
    teams = "".join(
        f"        - {{id: t{at}, name: 第{at}队, place: city, source: doc, phone: 12345}}\n" for at in range(150)
    )
    site = site_of(project, "求助: 12345", f"    content/teams/many.yml:\n{teams}")
    pages = [site(path) for path in ("take-part.html", "take-part-2.html")]
    names = [name for page in pages for name in re.findall(r"<h3><a [^>]*>(第\d+队)", page)]
    assert names == [f"第{at}队" for at in range(150)]
    assert ['id="help"' in page for page in pages] == [True, False]
    assert band(site, "places/city.html")[1]["全部办法"] == "../take-part.html#city"
