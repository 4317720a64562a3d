"""The report as a page: complete, self-contained, and never broken by what it tells."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Language, Problem
from generator.reporters.contents import Report
from generator.reporters.html import LABELS, render_html
from tests.reporters.conftest import report, saying, wrong

TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "article",
    "h1", "h2", "h3", "p", "ul", "li", "a", "b", "span", "pre", "mark", "dl", "dt", "dd", "div",
}  # fmt: skip
VOID = {"meta"}
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class", "id", "href"}


class Page(HTMLParser):
    """Reads a page strictly: known tags and attributes only, each tag closed in its turn."""

    def __init__(self, text: str) -> None:
        """Read the whole page."""
        super().__init__()
        self.open: list[str] = []
        self.count: dict[str, int] = {}
        self.texts: dict[str, list[str]] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        assert tag in TAGS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        self.count[tag] = self.count.get(tag, 0) + 1
        self.ids.extend(value or "" for name, value in attrs if name == "id")
        self.links.extend(value or "" for name, value in attrs if name == "href")
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        """Close a tag, which must be the last one opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the text of every tag that is open."""
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        """Refuse comments: the page has none."""
        raise AssertionError(data)


def page_of(told: Report) -> Page:
    """Render and read."""
    return Page(render_html(told))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_complete(language: Language) -> None:
    """Every problem is there with its line, its spot, its message and its mend, and every link leads to a place."""
    page = page_of(report(language=language))
    assert page.count["article"] == 11
    assert page.texts["h2"][2:5] == ["mkdocs.yml", "projects/a.yml", "projects/梦圆.yml"]
    assert page.texts["mark"][-2:] == ["p", "２"]
    assert LABELS["mend"][language] in page.texts["article"][0]
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert len(set(page.ids)) == len(page.ids)


def test_rest() -> None:
    """Past twenty of a kind in one file the others are named by their lines."""
    page = page_of(report([wrong("a.yml", line, 1) for line in range(1, 24)]))
    assert page.count["article"] == 20
    assert any("还有 3 处同样的问题，在第 21、22、23 行" in text for text in page.texts["p"])


@pytest.mark.parametrize(
    ("problems", "verdict"),
    [([wrong("a.yml", 1, 1)], "blocked"), ([], "clean")],
)
def test_verdict(problems: list[Problem], verdict: str) -> None:
    """The top says whether the site can be published."""
    assert LABELS[verdict]["zh"] in page_of(report(problems)).texts["header"][0]


def test_explanations() -> None:
    """Each broken rule is explained at the end, with the right way."""
    page = page_of(report())
    assert "写错的栏目不会显示。所以要查。" in page.texts["dd"][0]
    assert "name: 梦圆" in page.texts["dd"][0]
    assert len(page.texts["dd"]) == 2


def test_asks_nothing_of_others() -> None:
    """The page requests nothing and forbids itself to."""
    text = render_html(report())
    assert "://" not in text
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_style_is_not_escaped() -> None:
    """The style's quotes and arrows reach the browser as they are."""
    [style] = page_of(report()).texts["style"]
    assert '"PingFang SC"' in style
    assert "&" not in style


HOSTILE = st.one_of(
    st.text(), st.sampled_from(["<script>alert(1)</script>", "</pre><img src=x onerror=1>", "{{ 1 }}", "-->"])
)


@settings(deadline=None)  # the first example pays for reading the template
@given(HOSTILE, HOSTILE, HOSTILE, st.integers(1, 40))
def test_hostile_words(line: str, words: str, path: str, column: int) -> None:
    """Whatever stands in a record, its file's name or a message, the page has its own tags and no others."""
    problems = [saying(words, path=path or "a", column=column)]
    told = report(problems, line_at=lambda _spot: line, explain=lambda _code, _language: (words, words))
    page = page_of(told)
    assert page.count["article"] == page.count["mark"] == 1
    assert len(page.texts["h3"]) == 1
