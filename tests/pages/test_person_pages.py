"""Persons: the page says what honours them, in whose company, and nothing that was taken back or is to be hidden."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from generator.cli import main
from generator.pages.people.person_page import PersonView, name_setting
from generator.recipes.check import check
from tests.conftest import Project
from tests.sites import broken_links, pages_made, pages_of

TREE = """
    content/documents/award.yml:
        name: 表彰决定
        type: 表彰文件
        date: 2024-12
        date_basis: 文中写明
    content/people.yml:
        - {id: mei, name: 孙梅, place: city, source: doc, where: 导语, consent: 是, summary: 一位志愿者。}
        - {id: lan, name: 赵兰, place: city, source: doc, where: 导语, consent: 是}
        - {id: p1, name: 李小红, display: 隐去名字, place: city, source: doc, where: 导语}
        - {id: p2, name: 周撤回, display: 已撤回, source: doc, where: 导语}
        - {id: jin, name: 钱进, source: doc, consent: 是, summary: 曾在本市服务。}
        - {id: min, name: 吴敏, source: doc, consent: 是}
        - id: lian
          name: 孙巧莲
          source: doc
          consent: 是
          sayings:
            - 老人笑一笑，这一趟就没白跑。
            - {text: “图个街坊有人应声：在！”, source: award, where: 附件}
          practices: [每天早上敲独居老人的门。]
    honours/series.yml:
        - {id: best, name: 最美评选, level: 市级}
        - {id: land, name: 全国评选, level: 全国}
        - {id: lost, name: 某某大奖, level: 全国}
    honours/best-2024.yml:
        series: best
        year: 2024
        status: 正式
        source: award
        winners:
          最美志愿者:
            - 甲一
            - 乙二
            - 丙三
            - 丁四
            - person: p1
            - person: lian
            - person: p2
            - 戊五
            - 己六
            - 庚七
          最美队伍: [某某队]
    honours/land-2020.yml:
        series: land
        year: 2020
        status: 正式
        source: award
        winners:
          全国标兵: [person: lian]
    honours/best-2025.yml:
        series: best
        year: 2025
        status: 公示
        notice_from: 2025-11-20
        notice_to: 2025-11-30
        source: award
        winners:
          最美志愿者: [{person: min}, 何小芳]
    honours/lost-2019.yml:
        series: lost
        year: 2019
        revoked: {date: 2020-03, by: 市文明办}
        source: award
        winners:
          终身成就: [{person: jin}, 何小芳]
"""
CONTACT = """
    content/corrections.md:
        # 纠错

        请告诉我们。
    mkdocs.yml:
        site_name: 试验站
        docs_dir: content
        theme:
          name: showcase
        plugins:
          - showcase:
              contact: 0532-85912345
"""


@pytest.fixture
def site(project: Project) -> Path:
    """Return the site of the people above, which can be told of an error."""
    folder = project(TREE + CONTACT)
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


def view(project: Project, name: str) -> PersonView:
    """Return what the page of a person shows."""
    found = pages_made(check(project(TREE)))[f"people/{name}.html"].view
    assert isinstance(found, PersonView)
    return found


def text(site: Path, path: str) -> str:
    """Return what a page says, without its mark-up."""
    main_part = (site / path).read_text("utf-8").partition("<main")[2].partition("</main>")[0]
    return unescape(re.sub(r"<[^>]+>|\s", "", main_part))


def test_the_highest_honour_stands_on_the_stone(project: Project) -> None:
    """The highest honour in force stands above the name, not the latest; all are listed, the latest first."""
    lian = view(project, "lian")
    assert lian.slab.honour == "全国标兵"
    assert [honour.category for honour in lian.honours] == ["最美志愿者", "全国标兵"]


def test_a_revoked_honour_honours_nobody(site: Path) -> None:
    """The page of a person whose honour was revoked says nothing of it, and puts nobody of its roll beside the name."""
    said = text(site, "people/jin.html")
    assert [word for word in ("终身成就", "某某大奖", "何小芳", "撤销") if word in said] == []
    assert "曾在本市服务" in said


def test_public_notice_is_said_wherever_it_stands(site: Path) -> None:
    """What is on public notice was not got yet; its standing is said on the stone, in the list and by the roll."""
    said = text(site, "people/min.html")
    assert said.count("公示至2025年11月30日") == 3
    assert "正在公示的称号" in said
    assert "得到的称号" not in said


def test_a_saying_leads_to_where_it_was_printed(site: Path) -> None:
    """What was said stands in one pair of quotation marks with its own source, which lists it."""
    page = (site / "people/lian.html").read_text("utf-8")
    said = text(site, "people/lian.html")
    assert "出自《一份来源》" in said
    assert "图个街坊有人应声：在！出自《表彰决定》，附件" in said
    assert "“图个" not in said
    assert 'href="../documents/award.html#person-lian-sayings-1"' in page
    assert "说过的话“图个街坊有人应声：在！”" in text(site, "documents/award.html")
    broken = broken_links(site, {path: page for path, page in pages_of(site).items() if path != "404.html"})
    assert [link for link in broken if not link[1].startswith("tel:")] == []


def test_the_nearest_names_of_the_roll_stand_beside(project: Project) -> None:
    """At most six names of the same category, in the roll's order, each at its line; nobody who is hidden."""
    beside = view(project, "lian").companions
    assert beside is not None
    assert [name.text for name in beside.names] == ["乙二", "丙三", "丁四", "戊五", "己六", "庚七"]
    assert beside.names[0].path == "honours/best-2024.html#w0-1"


def test_names_of_one_passage_stand_together(project: Project) -> None:
    """A person whom no roll puts beside others stands with those whom the source names in the same passage."""
    beside = view(project, "mei").companions
    assert beside is not None
    assert [(name.text, name.path) for name in beside.names] == [("赵兰", "people/lan.html")]
    assert beside.roll is None


def test_who_is_hidden_is_in_no_byte(site: Path) -> None:
    """A masked name and one that was withdrawn are in no file; the masked page asks nobody for a story."""
    files = [path for path in site.rglob("*") if path.is_file()]
    names = [name.encode() for name in ("李小红", "周撤回")]
    assert [path.name for path in files if any(name in path.read_bytes() for name in names)] == []
    assert "李某某" in text(site, "people/p1.html")
    assert "讲这个故事" not in text(site, "people/p1.html")


def test_the_missing_story_is_asked_for(site: Path) -> None:
    """A page without deeds asks for them where the site can be told; one that tells some does not ask."""
    assert 'href="../corrections.html">讲这个故事' in (site / "people/mei.html").read_text("utf-8")
    assert "讲这个故事" not in text(site, "people/lian.html")


def test_without_a_contact_nobody_is_asked(project: Project) -> None:
    """A site that names no way to be told does not ask."""
    folder = project(TREE)
    assert main(["-C", str(folder), "build"]) == 0
    assert "讲这个故事" not in text(folder / "site", "people/mei.html")


def test_one_source_is_named_once(site: Path) -> None:
    """Where all was printed in one document, the page names it once, at its end."""
    assert text(site, "people/mei.html").count("《一份来源》") == 1


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("王伟", "upright-4"),
        ("欧阳建国", "upright-4"),
        ("买买提吾拉", "upright-6"),
        ("阿卜杜热西提艾力", "upright-9"),
        ("买买提·吾拉木·阿卜杜热合曼", "columns"),
        ("John Smith", "across"),
    ],
)
def test_how_a_name_is_cut(name: str, setting: str) -> None:
    """A name stands upright in one line of at most nine, a longer one in columns, a Latin one across."""
    assert name_setting(name) == setting
