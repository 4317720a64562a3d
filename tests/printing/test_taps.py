"""What can be tapped in a text: numbers, mailboxes and addresses become links, and nothing else changes."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator.printing.markup import to_html
from generator.printing.taps import pieces, shown_address, with_taps


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("0532-12345", {"0532-12345": "tel:053212345"}),
        ("12345", {"12345": "tel:12345"}),
        ("写信到 a@example.org，或打 12345", {"a@example.org": "mailto:a@example.org", "12345": "tel:12345"}),
        ("看 https://www.example.org/a?x=1&y=2。", {"example.org/a?x=1&y=2": "https://www.example.org/a?x=1&y=2"}),
        ("https://example.org/0532-85912345", {"example.org/0532-85912345": "https://example.org/0532-85912345"}),
        ("某市志愿服务联合会", {}),
        ("http://[ 坏", {}),
    ],
)
def test_pieces(text: str, links: dict[str, str]) -> None:
    """A line of the footer has a link for each number and address in it; a number in an address is part of it."""
    found = pieces(text)
    assert {piece.text: piece.path for piece in found if piece.path} == links


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("打 0532-85912345。", '<p>打 <a href="tel:053285912345">0532-85912345</a>。</p>'),
        ("[看](https://a.cn/0532-85912345)", '<a href="https://a.cn/0532-85912345" rel="noopener noreferrer">看</a>'),
        ("`拨 12345`", "<code>拨 12345</code>"),
        ('"https://a.cn"<b>', '&#34;<a href="https://a.cn" rel="noopener noreferrer">a.cn</a>&#34;&lt;b&gt;'),
        ("服务 12345 人次。", "<p>服务 12345 人次。</p>"),
    ],
)
def test_texts_of_records(text: str, html: str) -> None:
    """In a record's text the same is a link, save where one stands already, or in code."""
    assert html in str(to_html(text))


@given(st.text("0532-8591拨打热线电话400 1。\"<>&'@a.cnhttps:/", max_size=60))
def test_links_change_no_word(text: str) -> None:
    """Whatever is typed, a reader sees the words that were, save that an address stands without its beginning."""
    linked = str(with_taps(escape(text)))
    written = re.sub(r'<a href="([^"]*)"[^>]*>(.*?)</a>', lambda link: link[1 + (link[1][:4] != "http")], linked)
    assert unescape(written) == text
    assert (
        "".join(piece.path if piece.path[:4] == "http" else piece.text for piece in pieces(f"。{text}")) == f"。{text}"
    )


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.example.org/", "example.org"),
        ("http://example.org/a/", "example.org/a"),
        (f"https://example.org/{'a' * 60}", f"example.org/{'a' * 27}…"),
    ],
)
def test_addresses_as_they_are_printed(address: str, shown: str) -> None:
    """A web address begins with its host on the page, and a long one is cut."""
    assert shown_address(address) == shown
