"""The sitemap: well-formed whatever the site's address and its pages are called."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.data_files.sitemap import SITEMAP, sitemaps
from generator.printing.urls import site_address
from generator.records.addresses import SiteAddress

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def locations(paths: list[str], setting: str) -> list[str]:
    """Return the addresses that a program reads from the sitemap of a site."""
    address = site_address(TypeAdapter(SiteAddress).validate_python(setting))
    [(path, make)] = sitemaps(paths, address)
    assert path == SITEMAP
    return read(make())


def read(text: str) -> list[str]:
    """Return what a program reads from one file of a sitemap."""
    return [loc.text or "" for loc in ET.fromstring(text).iter(LOC)]  # noqa: S314 - our own text


@pytest.mark.parametrize(
    ("setting", "begins"),
    [
        ("https://example.org/v/", "https://example.org/v/"),
        ("https://example.org/a&b/", "https://example.org/a&b/"),
        ("https://example.org/志愿/", "https://example.org/%E5%BF%97%E6%84%BF/"),
        ("https://example.org/%E5%BF%97", "https://example.org/%E5%BF%97/"),
        ("https://例子.cn:8080/", "https://xn--fsqu00a.cn:8080/"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/"),
    ],
)
def test_addresses_of_sites(setting: str, begins: str) -> None:
    """A site's address is written in plain ASCII, what was escaped stays so, and the paths follow it."""
    assert locations(["about.html"], setting) == [begins + "about.html"]


def test_names_of_prose_pages() -> None:
    """What a file may be called and an address may not is percent-encoded."""
    names = ["关于 我们.html", "a&b<c>.html", 'x"y#z?.html', "100%.html"]
    assert locations(names, "https://example.org") == [
        "https://example.org/100%25.html",
        "https://example.org/a%26b%3Cc%3E.html",
        "https://example.org/x%22y%23z%3F.html",
        "https://example.org/%E5%85%B3%E4%BA%8E%20%E6%88%91%E4%BB%AC.html",
    ]


@given(st.lists(st.text(min_size=1, max_size=20), max_size=4), st.text(max_size=20))
def test_any_sitemap_is_well_formed(paths: list[str], tail: str) -> None:
    """A program reads back each path, below any address that the settings take."""
    with suppress(ValidationError):
        found = locations(paths, f"https://example.org/{tail}")
        assert all(location.isascii() for location in found)
        below = [unquote(location) for location in found]
        assert all(one.endswith(f"/{path}") for one, path in zip(below, sorted(paths), strict=True))


@given(st.text(max_size=30), st.sampled_from(["", "https://", "http://", "https://a/"]))
def test_any_setting_is_an_address_or_refused(text: str, begins: str) -> None:
    """Whatever is typed as the site's address is refused, or is one in plain ASCII of the web."""
    with suppress(ValidationError):
        address = site_address(TypeAdapter(SiteAddress).validate_python(begins + text))
        assert address.isascii()
        assert urlsplit(address).scheme in {"http", "https"}


def test_more_pages_than_a_sitemap_may_list() -> None:
    """Beyond the protocol's bound the sitemap lists others, and those list each page once."""
    paths = [f"{number}.html" for number in range(7)]
    made = dict(sitemaps(paths, "https://a", most=3))
    index = made.pop(SITEMAP)()
    assert "<sitemapindex " in index
    assert read(index) == [f"https://a/{path}" for path in made]
    parts = [read(make()) for make in made.values()]
    assert [len(part) for part in parts] == [3, 3, 1]
    assert [one for part in parts for one in part] == [f"https://a/{path}" for path in paths]
