"""Ids are safe names everywhere; web addresses lead to plain web pages."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.records.addresses import FormerId, Mailbox, SiteAddress, WebAddress, is_slug


@pytest.mark.parametrize("text", ["mengyuan", "a", "sige100-2024", "0-9"])
def test_slugs(text: str) -> None:
    """Lower-case ASCII, digits and single hyphens make an id."""
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "-a", "a-", "a--b", "梦圆", "a.b", "../a", "con", "nul", "lpt1", "index", "a" * 61]
)
def test_no_slugs(text: str) -> None:
    """What would break an address, a file name on Windows, or a list page is no id."""
    assert not is_slug(text)


@pytest.mark.parametrize(
    "text",
    [
     "javascript:alert(1)", "//host/a", "ftp://host/", "http://", "https://a b/", "https://u:p@host/", "https://[",
        "data:text/html,x", 'https://host/"onclick=', "HTTPS", " ",
    ],
)  # fmt: skip
def test_unsafe_addresses(text: str) -> None:
    """Anything but a plain web page is refused."""
    with pytest.raises(ValidationError):
        TypeAdapter(WebAddress).validate_python(text)


@given(st.text(max_size=40))
def test_addresses_never_fail_otherwise(text: str) -> None:
    """Any text is an address or a validation error."""
    with suppress(ValidationError):
        assert TypeAdapter(WebAddress).validate_python(text).startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "text",
    [
        "javascript://a/%0aalert(1)", "https://a/?a=1&b=<x>", "https://a/?", "https://a/#b", "https://a/b c",
        "https://a:b/", "https://a:0/", "example.org", "https://.cn", "https://\u2488.cn.\u3002/",
    ],
)  # fmt: skip
def test_no_address_of_a_site(text: str) -> None:
    """What paths cannot be put behind, or no browser opens, is refused as the site's address."""
    with pytest.raises(ValidationError):
        TypeAdapter(SiteAddress).validate_python(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("www.example.org", "https://www.example.org"), ("example.org/a.html", "https://example.org/a.html"),
        ("http：//www.example.org/", "http://www.example.org/"), ("https//a.cn", "https://a.cn"),
        ("ｗｗｗ.a.cn", "https://www.a.cn"), ("https://", ""), ("javascript:alert(1)", ""), ("青岛志愿服务", ""),
        ("office@example.org", ""), ("www.a.cn（工作日）", ""),
    ],
)  # fmt: skip
def test_a_web_address_that_was_meant(text: str, whole: str) -> None:
    """An address without its beginning, or with full-width signs, is given back whole; anything else is not."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(WebAddress).validate_python(text)
    [fault] = caught.value.errors()
    assert fault["ctx"]["reason"].zh == (f"写成 {whole}" if whole else "")


def test_former_ids() -> None:
    """A former id is written as ids are."""
    assert TypeAdapter(FormerId).validate_python(" meng-yuan ") == "meng-yuan"
    for text in ("projects/a", "a.html", "梦圆", "index", ""):
        with pytest.raises(ValidationError):
            TypeAdapter(FormerId).validate_python(text)


@pytest.mark.parametrize("text", ["", "office", "a@b", "office@example.org?cc=x@y.org", "写信到a@example.org"])
def test_no_mailboxes(text: str) -> None:
    """Anything but one plain mailbox is refused."""
    with pytest.raises(ValidationError):
        TypeAdapter(Mailbox).validate_python(text)
