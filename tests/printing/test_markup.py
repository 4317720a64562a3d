"""Record text becomes HTML that reads well and cannot script."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from generator.cli import main
from generator.printing.markup import clean_page, lead_apart, opening, to_html, to_plain
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
        ("3. 一\n4. 二", '<ol start="3">\n<li>一</li>\n<li>二</li>\n</ol>\n'),
        ("热线7*24小时，平日5*8小时", "<p>热线7*24小时，平日5*8小时</p>\n"),
        ("全年*不打烊*", "<p>全年*不打烊*</p>\n"),
        ("***甲***", "<p>*<strong>甲</strong>*</p>\n"),
        ("青年_志愿_者，__甲__，**乙**", "<p>青年_志愿_者，__甲__，<strong>乙</strong></p>\n"),
        ("[甲](https://a.cn/b_c_d*e*)", '<p><a href="https://a.cn/b_c_d*e*" rel="noopener noreferrer">甲</a></p>\n'),
        ("见[2023]8号；a<b>c；费用~0元；1.5万_人", "<p>见[2023]8号；a&lt;b&gt;c；费用~0元；1.5万_人</p>\n"),
        ("![甲](https://a.cn/b)", '<p>!<a href="https://a.cn/b" rel="noopener noreferrer">甲</a></p>\n'),
        ("# 一号 [甲]", "<p># 一号 [甲]</p>\n"),
        ("甲*\n---", "<p>甲*\n---</p>\n"),
        ("[甲]: https://a.cn", '<p>[甲]: <a href="https://a.cn" rel="noopener noreferrer">a.cn</a></p>\n'),
        ("**甲** &amp; &#49;", "<p><strong>甲</strong> &amp;amp; &amp;#49;</p>\n"),
    ],
)
def test_paragraphs_and_marks(text: str, html: str) -> None:
    """Plain text is escaped into paragraphs; emphasis works beside Chinese punctuation."""
    assert str(to_html(text)) == html


def test_plain_beginning() -> None:
    """A card shows the beginning of a text without its marks."""
    assert to_plain("**甲**，\n乙", 20) == "甲，乙"
    assert to_plain("__甲__，2**3，7*24小时", 20) == "__甲__，2**3，7*24小时"
    assert to_plain("一二三四五", 4) == "一二三…"


def test_the_first_sentence_stands_apart() -> None:
    """A long text opens with its first sentence, quotation mark and all; a short one, or one with mark-up, is whole."""
    long = "他们说：“我们在！”孩子笑了。" + "后来的事还有很多，一件一件都记在这里，" * 3 + "完。"
    first, rest = lead_apart(long)
    assert (str(first), str(rest)[:6]) == ("<p>他们说：“我们在！”孩子笑了。</p>", "<p>后来的")
    assert lead_apart("一句。两句。") == (to_html("一句。两句。"), "")
    assert lead_apart(f"**甲**。{long}")[1] == ""


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


HARMLESS = {"p", "br", "strong", "ul", "ol", "li", "a", "code", "blockquote"}


def test_payloads_are_dead(payloads: list[str]) -> None:
    """No payload of the collections yields a tag of its own, an event handler or a scripting address."""
    assert len(payloads) > 6000
    for payload in payloads:
        live = Live(str(to_html(payload)))
        assert live.tags <= HARMLESS, payload
        for name, value in live.attributes:
            assert name in {"href", "rel", "start"}, payload
            assert name != "href" or str(value).startswith(("http://", "https://", "tel:", "mailto:")), payload


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
        ("contact: 0000-12345", ['<dt>联系方式</dt><dd><a href="tel:000012345">0000-12345</a></dd>']),
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
