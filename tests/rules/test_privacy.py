"""Private numbers stop the build wherever they would be published, and nowhere else."""

from __future__ import annotations

import pytest

from generator.pages.act.contacts import contacts_of
from generator.problems import Problem
from generator.recipes.check import check
from generator.records.team import Team
from tests.conftest import Project

CODES = {"mobile-number", "identity-number", "bank-card", "private-email", "wechat-id"}


def found(problems: list[Problem]) -> list[tuple[str, int, str]]:
    """Return where private numbers were reported, and under which code."""
    return [(p.location.path, p.location.line, p.code) for p in problems if p.code in CODES]


SPOTS = {
    "a summary": ("projects/a.yml:\n    name: 甲\n    summary: 电话138/1234/5678。\n", ("projects/a.yml", 2)),
    "entities": (
        "projects/a.yml:\n    name: 甲\n    short: '**电话**138&nbsp;1234&nbsp;5678'\n",
        ("projects/a.yml", 2),
    ),
    "two lines": (
        "projects/a.yml:\n    name: 甲\n    short: |\n      138\n      12345678\n",
        ("projects/a.yml", 3),
    ),
    "a private field": ("projects/a.yml:\n    name: 甲\n    remark: 电话13812345678\n", ("projects/a.yml", 2)),
    "an address": (
        "content/documents/x.yml:\n    name: 某报\n    type: 新闻报道\n    date: 2023\n    url: https://a.cn/13812345678\n",
        ("content/documents/x.yml", 4),
    ),
    "an id": ("projects/t13812345678.yml:\n    name: 甲\n", ("projects/t13812345678.yml", 1)),
    "prose": ("content/p.md:\n    # 页\n\n    电话138&nbsp;1234&nbsp;5678\n", ("content/p.md", 3)),
    "prose over two lines": ("content/p.md:\n    # 页\n\n    电话138\n    12345678\n", ("content/p.md", 3)),
    "a comment": ("content/p.md:\n    # 页\n\n    <!-- 13812345678 -->\n", ("content/p.md", 3)),
    "front matter": ("content/p.md:\n    ---\n    title: 13812345678\n    ---\n    # 页\n", ("content/p.md", 2)),
    "the name of a page": ("content/13812345678.md:\n    # 页\n", ("content/13812345678.md", 1)),
    "a folder of pages": ("content/138-1234-5678/p.md:\n    # 页\n", ("content/138-1234-5678/p.md", 1)),
    "a menu": ("mkdocs.yml:\n    site_name: 站\n    nav:\n      - 电话13812345678: about.md\n", ("mkdocs.yml", 3)),
    "the site's address": (
        "mkdocs.yml:\n    site_name: 站\n    site_url: http://a.cn/13812345678\n",
        ("mkdocs.yml", 2),
    ),
    "a file as it is": ("static/a.html:\n    <p>\n    138&nbsp;12345678\n", ("static/a.html", 2)),
    "the name of a file as it is": ("static/13812345678.txt:\n    1\n", ("static/13812345678.txt", 1)),
    "a setting of MkDocs": ("mkdocs.yml:\n    site_name: 站\n    copyright: 13812345678\n", ("mkdocs.yml", 2)),
}


@pytest.mark.parametrize("spot", SPOTS)
def test_every_spot_is_looked_at(project: Project, spot: str) -> None:
    """A mobile number is reported once, at its file and line, in every text that could be published."""
    tree, (path, line) = SPOTS[spot]
    assert found(check(project(tree)).problems) == [(path, line, "mobile-number")]


def test_what_is_declared_open_is_open(project: Project) -> None:
    """A hotline may be a mobile number, a public mailbox an e-mail address, the site's contact both."""
    folder = project("""
        content/platforms/a.yml:
            name: 甲
            type: 热线
            hotline: 13812345678
        content/teams.yml:
            - {id: a, name: 甲队, phone: 0532-85912345, mailbox: office@example.org}
            - {id: b, name: 乙队, phone: 13812345678}
            - {id: c, name: 丙队, role: 写信到 office@example.org}
        content/stations/a.yml:
            name: 甲站
            公开邮箱: office@example.org
        content/places/b.yml:
            name: 某区
            level: 区县
            mailbox: office@example.org
        mkdocs.yml:
            site_name: 站
            plugins:
              - showcase:
                  contact: 13812345678 office@example.org
                  corrections: 11010519491231002X
                  host: office@example.org
    """)
    assert found(check(folder).problems) == [
        ("content/teams.yml", 2, "mobile-number"),
        ("content/teams.yml", 3, "private-email"),
        ("mkdocs.yml", 5, "identity-number"),
        ("mkdocs.yml", 6, "private-email"),
    ]


def test_public_numbers_can_be_tapped(project: Project) -> None:
    """A page leads from a telephone to a call, the extension behind a pause, and from a mailbox to a letter."""
    tree = "content/teams.yml:\n    - {id: a, name: 甲队, phone: (0532) 8591-2345 转 8, mailbox: office@example.org}\n"
    catalogue = check(project(tree)).catalogue
    [entry] = catalogue.of(Team)
    links = [piece for way in contacts_of(entry.record) for piece in way.pieces]
    assert [(link.text, link.path) for link in links] == [
        ("(0532) 8591-2345 转 8", "tel:053285912345,8"),
        ("office@example.org", "mailto:office@example.org"),
    ]
