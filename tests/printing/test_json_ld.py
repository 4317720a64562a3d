"""What pages say to programs: JSON-LD, and with an address their own place in the web."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from generator.cli import main
from generator.printing.json_ld import json_ld
from generator.printing.page import LinkView, Page
from generator.printing.things import web_site
from generator.recipes.check import check
from tests.conftest import BASE, Project
from tests.sites import pages_made

ROOT = Path(__file__).parents[2]
MOST_BYTES = 700
RECORDS = """
    content/teams/a.yml:
        name: 甲队
        aliases: [甲]
        place: city
        source: doc
    content/activities/a.yml:
        name: 甲活动
        type: 服务行动
        date: 2023-05-01
        owner: a
        source: doc
    content/activities/b.yml:
        name: 乙活动
        type: 服务行动
        source: doc
    content/people/a.yml:
        name: 王伟
        display: 隐去名字
        source: doc
    content/people/b.yml: {name: 李明, consent: 是, source: doc}
    content/people/c.yml: {name: 赵敏, consent: 是, source: doc}
    content/documents/guessed.yml: {name: 另一份来源, type: 新闻报道, date: 2022, date_basis: 推定}
    projects/a.yml: {name: 甲项目, short: 甲, place: city, source: doc}
    honours/best-2024.yml:
        series: best
        year: 2024
        source: doc
        winners:
          团队: [{team: a}]
          单位: [{team: a}]
          个人: [{person: a}, {person: b}]
    honours/best-2025.yml: {series: best, year: 2025, status: 公示, source: doc, winners: {团队公示: [{team: a}]}}
    honours/best-2022.yml: {series: best, year: 2022, status: 撤销, source: doc, winners: {团队: [{team: a}]}}
"""


def things(page: Page) -> list[dict[str, Any]]:
    """Return what a page is said to be about, its trail aside."""
    found = json.loads(str(json_ld(page)) or '{"@graph": []}')["@graph"]
    return [thing for thing in found if thing["@type"] != "BreadcrumbList"]


@pytest.fixture
def made(project: Project) -> dict[str, Page]:
    """Return the pages of a small project by path."""
    return pages_made(check(project(RECORDS)))


def test_trail(made: dict[str, Page]) -> None:
    """A page says the way to it from home, step by step; the home page has none."""
    graph = json.loads(str(json_ld(made["teams/a.html"])))["@graph"]
    assert [(item["position"], item["name"], item.get("item")) for item in graph[0]["itemListElement"]] == [
        (1, "首页", "../index.html"),
        (2, "队伍", "../teams/index.html"),
        (3, "甲队", None),
    ]
    assert [thing["@type"] for thing in json.loads(str(json_ld(made["index.html"])))["@graph"]] == ["WebSite"]


def thing(made: dict[str, Page], path: str) -> dict[str, Any]:
    """Return the one thing that a page is about."""
    (found,) = things(made[path])
    return found


def test_types_that_surely_fit(made: dict[str, Page]) -> None:
    """A team is an organisation, an activity with a date an event, an honour that recurs a series of events."""
    assert thing(made, "teams/a.html") == {
        "@type": "Organization",
        "name": "甲队",
        "alternateName": "甲",
        "award": ["最美（2024年）：团队", "最美（2024年）：单位"],
    }
    assert thing(made, "activities/a.html") == {
        "@type": "Event",
        "name": "甲活动",
        "startDate": "2023-05-01",
        "organizer": {"@type": "Organization", "name": "甲队"},
    }
    assert things(made["activities/b.html"]) == []
    assert thing(made, "series/best.html") == {"@type": "EventSeries", "name": "最美"}
    assert thing(made, "honours/best-2024.html")["superEvent"] == {"@type": "EventSeries", "name": "最美"}
    assert thing(made, "data/index.html")["@type"] == "Dataset"
    assert thing(made, "projects/a.html")["alternateName"] == "甲"


def test_pictures(project: Project) -> None:
    """A record with a cover says where its picture is, and so does the home page that opens with it."""
    pages = pages_made(check(project("projects/a.yml: {name: 甲, source: doc}\nprojects/a.jpg: （一张照片）")))
    image = thing(pages, "projects/a.html")["image"]
    assert image.startswith("../pictures/")
    assert image.endswith("-share.jpg")
    assert thing(pages, "index.html")["image"] == image.removeprefix("../")


def test_persons(made: dict[str, Page]) -> None:
    """A person is told who is shown by full name and holds an honour; nobody else is."""
    assert thing(made, "people/b.html") == {"@type": "Person", "name": "李明", "award": "最美（2024年）：个人"}
    assert things(made["people/a.html"]) == []
    assert things(made["people/c.html"]) == []


def test_what_does_not_hold_is_no_award(made: dict[str, Page]) -> None:
    """An honour on public notice, or one that was revoked, is told of nobody."""
    assert "公示" not in json.dumps(thing(made, "teams/a.html"), ensure_ascii=False)
    assert things(made["honours/best-2022.html"]) == []


def test_an_inferred_date_is_not_told(made: dict[str, Page]) -> None:
    """A source says when it was published only where that is printed in it."""
    assert thing(made, "documents/doc.html")["datePublished"] == "2023"
    assert "datePublished" not in thing(made, "documents/guessed.html")


def test_the_site_can_be_asked_where_its_address_is_known(project: Project) -> None:
    """The home page is the site; whoever knows its address can ask its search."""
    settings = check(project()).settings
    assert web_site(settings, "") == {"@type": "WebSite", "name": "试验站", "inLanguage": "zh-CN"}
    known = json.loads(json.dumps(web_site(settings, "https://example.org/v")))
    assert known["url"] == "https://example.org/v/"
    assert (
        known["potentialAction"]["target"]["urlTemplate"] == "https://example.org/v/search.html?q={search_term_string}"
    )


def test_lists_say_what_they_hold(made: dict[str, Page]) -> None:
    """The list of a kind says how many records it has."""
    assert thing(made, "teams/index.html")["mainEntity"] == {"@type": "ItemList", "numberOfItems": 1}


# Of the types that are used: the properties that schema.org gives them, their own or a parent's (https://schema.org/docs/
# jsonldcontext and the page of each type, version 29).
THING = {"name", "alternateName", "description", "url", "image"}
PLACE = THING | {"address", "telephone", "containedInPlace"}
ORGANISATION = THING | {
    "parentOrganization", "foundingDate", "dissolutionDate", "telephone", "email", "award"
}  # fmt: skip
EVENT = THING | {"startDate", "endDate", "location", "organizer", "superEvent", "subEvent"}
WORK = THING | {"datePublished", "publisher", "inLanguage"}
KNOWN = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "ItemList": {"numberOfItems", "itemListElement"},
    "WebSite": WORK | {"potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "CollectionPage": WORK | {"mainEntity"},
    "CreativeWork": WORK,
    "Dataset": WORK | {"distribution"},
    "DataDownload": {"encodingFormat", "contentUrl"},
    "Person": THING | {"affiliation", "award"},
    "Organization": ORGANISATION,
    "Project": ORGANISATION,
    "Brand": THING | {"award"},
    "Event": EVENT,
    "EventSeries": EVENT,
    "Place": PLACE,
    "AdministrativeArea": PLACE,
}
DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def faults(thing: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org does not know of a thing and of those in it: a type, a property, a date of another form."""
    kind = thing.get("@type", "no type")
    yield from (f"{kind}.{key}" for key in thing if key != "@type" and key not in KNOWN.get(kind, ()))
    for key, value in thing.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from faults(one)
            elif not one or (key.endswith("Date") and not DATE.fullmatch(one)):
                yield f"{kind}.{key}: {one}"


def test_the_vocabulary() -> None:
    """Every type and property on the pages of the project's own records is one of schema.org's."""
    pages = pages_made(check(ROOT)).values()
    found = [fault for page in pages if str(json_ld(page)) for fault in faults_of(page)]
    assert found == []
    assert [*faults({"@type": "Event", "price": 1, "startDate": "五月"})] == ["Event.price", "Event.startDate: 五月"]


def faults_of(page: Page) -> list[str]:
    """Return the faults of all that a page says."""
    return [fault for thing in json.loads(str(json_ld(page)))["@graph"] for fault in faults(thing)]


def test_nothing_ends_the_script() -> None:
    """A name with mark-up stays data inside the script element."""
    name = "</script><script>alert(1)</script>"
    page = Page("a.html", "list", name, "", crumbs=(LinkView("首页", "index.html"),))
    said = json_ld(page)
    assert isinstance(said, Markup)
    assert "<" not in said
    assert json.loads(said)["@graph"][0]["itemListElement"][-1]["name"] == name


def test_it_is_small() -> None:
    """On records with names of common length it costs a page few bytes."""
    found = {
        page.path: len(json_ld(page).encode())
        for page in pages_made(check(ROOT)).values()
        if page.path != "data/index.html" and len(page.title) <= 20
    }
    assert max(found.values()) <= MOST_BYTES


def test_address(project: Project) -> None:
    """With an address pages say their own; the one for missing addresses says none, and is in no sitemap."""
    config = re.search(r"mkdocs\.yml:\n(.*?)\n {4}content/about", BASE, re.DOTALL)
    assert config
    folder = project(f"    mkdocs.yml:\n        site_url: https://example.org/v/\n{config[1]}\n")
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "places" / "city.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/v/places/city.html">' in page
    assert '<meta property="og:url" content="https://example.org/v/places/city.html">' in page
    missing = (folder / "site" / "404.html").read_text("utf-8")
    assert "canonical" not in missing
    assert '<meta name="robots" content="noindex">' in missing
    sitemap = (folder / "site" / "sitemap.xml").read_text("utf-8")
    assert "https://example.org/v/about.html" in sitemap
    assert "404.html" not in sitemap


def test_a_page_whose_name_is_no_plain_address(project: Project) -> None:
    """A prose page may be called anything; wherever a program reads its address, it is percent-encoded."""
    config = re.search(r"mkdocs\.yml:\n(.*?)\n {4}content/about", BASE, re.DOTALL)
    assert config
    folder = project(f"    mkdocs.yml:\n        site_url: https://example.org/志愿&/\n{config[1]}\n")
    (folder / "content" / "a b#关于.md").write_text("# 关于\n", encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    site, encoded = folder / "site", "a%20b%23%E5%85%B3%E4%BA%8E.html"
    page = (site / "a b#关于.html").read_text("utf-8")
    base = "https://example.org/%E5%BF%97%E6%84%BF&amp;"
    assert f'<link rel="canonical" href="{base}/{encoded}">' in page
    assert f'<meta property="og:url" content="{base}/{encoded}">' in page
    assert f"<loc>{base}/{encoded}</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert f'"{encoded}"' in (site / "assets" / "search-index.js").read_text("utf-8")
    crumb = Page("a.html", "list", "甲", "", crumbs=(LinkView("关于", "a b#关于.html"),))
    assert json.loads(json_ld(crumb))["@graph"][0]["itemListElement"][0]["item"] == encoded


def test_no_address(project: Project) -> None:
    """Without an address pages claim none."""
    folder = project()
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "places" / "city.html").read_text("utf-8")
    assert "canonical" not in page
    for of_an_address in ("og:url", "og:image", "twitter:card"):
        assert of_an_address not in page
