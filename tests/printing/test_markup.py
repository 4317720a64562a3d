"""Record text becomes HTML that reads well and cannot script."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.cli import main
from generator.printing.markup import clean_page, opening, to_html, to_plain
from tests.conftest import Project


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("一段。", "<p>一段。</p>"),
        ("一段，\n换行。\n\n二段。", "<p>一段，换行。</p>\n<p>二段。</p>"),
        ("A & B", "<p>A &amp; B</p>"),
        ("**注意：**请看", "<p><strong>注意：</strong>请看</p>\n"),
        ("<b>粗</b>", "<p>&lt;b&gt;粗&lt;/b&gt;</p>\n"),
        ("- 一\n- 二", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n"),
    ],
)
def test_paragraphs_and_marks(text: str, html: str) -> None:
    """Plain text is escaped into paragraphs; emphasis works beside Chinese punctuation."""
    assert str(to_html(text)) == html


def test_plain_beginning() -> None:
    """A card shows the beginning of a text without its marks."""
    assert to_plain("**甲**，\n乙", 20) == "甲，乙"
    assert to_plain("一二三四五", 4) == "一二三…"


class Live(HTMLParser):
    """What a browser would see as mark-up: tags, and attributes with their values."""

    def __init__(self, html: str) -> None:
        """Read HTML."""
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.add(tag)
        self.attributes.update(attrs)


HARMLESS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "code", "blockquote"}


def test_payloads_are_dead(corpora: Path) -> None:
    """No payload of the collections yields a tag of its own, an event handler or a scripting address."""
    payloads = (corpora / "xss" / "payloadbox.txt").read_text(encoding="utf-8", errors="replace").split("\n")
    for name in ("dompurify-expect.jsonl", "html5lib-sanitizer.jsonl"):
        lines = (corpora / "xss" / name).read_text(encoding="utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line]
        payloads.extend(row.get("payload", row.get("input", "")) for row in rows)
    assert len(payloads) > 6000
    for payload in payloads:
        live = Live(str(to_html(payload)))
        assert live.tags <= HARMLESS, payload
        for name, value in live.attributes:
            assert name in {"href", "rel"}, payload
            assert name == "rel" or str(value).startswith(("http://", "https://")), payload


def test_prose_pages_are_sanitised() -> None:
    """A prose page keeps headings and links and loses scripts, handlers and frames."""
    html = '<h2 id="a">题</h2><script>x</script><a href="javascript:x" onclick="y">z</a><iframe src="//h"></iframe>'
    assert clean_page(html) == '<h2 id="a">题</h2><a rel="noopener noreferrer">z</a>'


def test_opening() -> None:
    """A prose page is described by its first paragraph, without mark-up."""
    assert opening("<h1>题</h1>\n<p>甲 &amp; <a href='x'>乙</a>，\n丙。</p><p>丁</p>", 20) == "甲 & 乙，丙。"
    assert opening("<h1>题</h1>", 20) == ""


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", ["还没有公布主办单位和联系方式"]),
        ("contact: 0000-12345", ["<dt>联系方式</dt><dd>0000-12345</dd>"]),
        (
            "corrections: 0000-54321\n      host: 某联合会",
            ["<dd>某联合会</dd>", "<dt>我要纠错</dt><dd>0000-54321</dd>"],
        ),
    ],
)
def test_contact(project: Project, settings: str, said: list[str]) -> None:
    """A prose page ends with how to reach the host, as the settings say it; where they say nothing, it says that."""
    folder = project()
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + f"      {settings}\n", "utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "about.html").read_text("utf-8").partition("<footer")[0]
    assert [words for words in said if words not in page] == []
    assert ("还没有公布" in page) is not bool(settings)
