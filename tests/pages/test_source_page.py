"""The page of a source: the words printed, whose they are, and where; the original first, the defects last."""

from __future__ import annotations

import re

from generator.recipes.check import check
from tests.conftest import Project
from tests.sites import printed

SAID = """
    content/documents/report.yml:
        name: 一篇报道
        type: 新闻报道
        date: 2023
        date_basis: 推定
        url: https://news.example.org/2023/1.html
        defects: [没有写发布单位。]
    content/places/east.yml:
        name: 东区
        level: 区县
        parent: city
        source: report
        figures:
          - {metric: 注册志愿者, value: 20万余人, where: 第2段}
        practices:
          - {title: 多层激励, text: 设三级激励。}
"""


def page(project: Project) -> str:
    """Return the page of the report above."""
    return printed(check(project(SAID)), "documents/report.html")


def test_the_words_printed_stand_first(project: Project) -> None:
    """A figure is told by its value as printed, then what it counts, then where it stands in the document."""
    line = re.search(r'<li id="place-east-figures-0">(.*?)</li>', page(project))
    assert line
    assert re.findall(r">([^<]+)<", line[1]) == ["20万余人", "注册志愿者", "第2段"]


def test_it_says_whose_the_words_are(project: Project) -> None:
    """Each record is named once, with the way to its page, and its statements follow."""
    text = page(project)
    assert re.search(r'id="place-east">\s*<p><a href="\.\./places/east\.html">东区</a>', text)


def test_the_original_comes_first_the_defects_last(project: Project) -> None:
    """Who wants the original need not read what is wrong with it."""
    text = page(project)
    places = [text.index(words) for words in ("https://news.example.org/2023/1.html", "它说了什么", "没有写发布单位")]
    assert places == sorted(places)
    assert "news.example.org</" in text


def test_residents_read_no_word_of_editors(project: Project) -> None:
    """The date says how it is known in plain words, once."""
    text = page(project)
    assert "2023年（按文章推算）" in text
    assert "日期依据" not in text
