"""Ids are safe names everywhere; web addresses lead to plain web pages."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.records.addresses import WebAddress, is_slug


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
