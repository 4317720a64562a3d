"""Whatever a build would refuse of prose pages, a check finds, at its file and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.problems import Location
from generator.recipes.check import check
from tests.conftest import ROOT, Project

SMALL = """
projects/a.yml:
    {name: 甲, place: city, source: doc}
"""
SUFFIXES = ("md", "markdown", "mkd", "mdown", "mkdn")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("docs", ["content", "pages/public"])
def test_every_page_that_mkdocs_takes_is_read(project: Project, suffix: str, docs: str) -> None:
    """A page of any ending, in the folder that the configuration names, is checked by rules, size and encoding."""
    folder = project(SMALL)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("docs_dir: content", f"docs_dir: {docs}"), "utf-8")
    pages = folder / docs / "sub"
    pages.mkdir(parents=True)
    (pages / f"a.{suffix}").write_text("# 甲\n\n有事打 13812345678。\n", encoding="utf-8")
    (pages / f"b.{suffix}").write_bytes("# 乙，旧编码的中文".encode("gbk"))
    with (pages / f"c.{suffix}").open("wb") as file:
        file.truncate(3 * 1024 * 1024)
    found = {(one.code, one.location.path) for one in check(folder).problems}
    assert {
        ("mobile-number", f"{docs}/sub/a.{suffix}"),
        ("not-utf8", f"{docs}/sub/b.{suffix}"),
        ("file-too-large", f"{docs}/sub/c.{suffix}"),
    } <= found


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_pages_of_every_ending_are_published(project: Project, suffix: str) -> None:
    """The address of a page ends in ``.html`` in place of its own ending."""
    folder = project(SMALL)
    (folder / "content" / f"more.{suffix}").write_text("# 更多\n", encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    assert (folder / "site" / "more.html").is_file()


@pytest.mark.parametrize("name", ["README.md", "readme.markdown", "places/README.md", ".hidden.md", "._about.md"])
def test_what_is_left_alone(project: Project, name: str) -> None:
    """A README, and a hidden file, is for who looks into the folder: no page and no problem."""
    folder = project(SMALL)
    (folder / "content" / name).write_text("# 说明\n", encoding="utf-8")
    assert check(folder).problems == []
    assert main(["-C", str(folder), "build"]) == 0
    assert (folder / "site" / "index.html").read_text("utf-8").count("说明") == 0


@pytest.mark.parametrize("name", ["index", "404", "search", "stats", "compare", "take-part"])
def test_a_name_that_is_taken(project: Project, name: str) -> None:
    """A page named like one that the site makes itself is one problem, at the page, with the names that are taken."""
    folder = project(SMALL)
    (folder / "content" / f"{name}.md").write_text("# 我的\n", encoding="utf-8")
    [problem] = check(folder).problems
    assert (problem.code, problem.location) == ("name-taken", Location(f"content/{name}.md"))
    assert name in problem.help("zh").replace("、", " ").replace("：", " ").split()
    assert "home page" not in problem.message("zh") + problem.help("zh")


def test_a_page_where_a_list_goes_on(project: Project) -> None:
    """A page at the address of a record's further list is named too."""
    folder = project(SMALL + "content/places/index.md:\n    # 地区\n")
    [problem] = check(folder).problems
    assert (problem.code, problem.location.path) == ("name-taken", "content/places/index.md")


def test_links_and_anchors(project: Project) -> None:
    """Links to pages and anchors are checked without a build, at their lines, each mention on its own."""
    folder = project(
        SMALL
        + """
content/more.md:
    # 更多

    看[甲](projects/A.html)、[某市](places/city.html#content)和[关于](about.md#gone)。

    再看[甲](projects/A.html)、[关于](about.md)和[自己](#here)。
"""
    )
    found = [(one.code, one.location.line, one.location.column) for one in check(folder).problems]
    assert found == [("broken-link", 3, 6), ("broken-anchor", 3, 59), ("broken-link", 5, 7), ("broken-anchor", 5, 44)]


def test_a_file_beside_a_page(project: Project) -> None:
    """A file beside the pages that one links to is named at the link, with where to put it; one in static/ is right."""
    folder = project(SMALL + "content/more.md:\n    # 更多\n\n    [表格](img/form.pdf)\n")
    (folder / "content" / "img").mkdir()
    (folder / "content" / "img" / "form.pdf").write_bytes(b"%PDF")
    [problem] = check(folder).problems
    assert (problem.code, problem.location) == ("unpublished-attachment", Location("content/more.md", 3, 6))
    assert "static/img/form.pdf" in problem.help("zh")


def test_a_picture_from_elsewhere(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture on another host is named at its line and left out of the page, whatever way it is written."""
    folder = project(
        SMALL
        + """
content/more.md:
    # 更多

    ![图](https://example.org/a.png)
    <img src="//example.org/b.png"><img src="/\\example.org/c.png"><iframe src="https://example.org/d"></iframe>
"""
    )
    assert main(["-C", str(folder), "build"]) == 0
    err = capsys.readouterr().err
    assert err.count("[foreign-content]") == 4
    assert "content/more.md:3:6: 提醒 [foreign-content]" in err
    assert "example.org" not in (folder / "site" / "more.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["about us #1", "关于 我们", "100%", "a&b", "a%20b"])
def test_awkward_names(project: Project, name: str) -> None:
    """A name with spaces, signs or Chinese is warned of with a plain one; every link to it is encoded and works."""
    folder = project(SMALL)
    (folder / "content" / f"{name}.md").write_text("# 页\n", encoding="utf-8")
    [problem] = check(folder).problems
    assert (problem.code, problem.severity) == ("prose-name", "warning")
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "about.html").read_text("utf-8")
    [address] = [part.split('"')[0] for part in page.split('href="')[1:] if ">页</a>" in part.split("</li>")[0]]
    assert address.isascii()
    assert not set(address) & set(" #&?")
    assert (folder / "site" / f"{name}.html").is_file()


def test_a_plain_name_is_proposed(project: Project) -> None:
    """The proposal is pinyin for Chinese and hyphens for all else."""
    folder = project(SMALL)
    for name in ("关于 我们.md", "About us #1.markdown", "###.md"):
        (folder / "content" / name).write_text("# 页\n", encoding="utf-8")
    helps = [problem.help("en") for problem in check(folder).problems]
    assert [words.split()[3].rstrip(",") for words in helps] == ["page.md", "about-us-1.markdown", "guan-yu-wo-men.md"]


@pytest.mark.parametrize(
    "page",
    ["# A & B <c>\n", "---\ntitle: A & B <c>\n---\n# 题\n", "# A &amp; B &lt;c&gt;\n"],
    ids=["h1", "meta", "html"],
)
def test_a_title_is_escaped_once(project: Project, page: str) -> None:
    """``&`` in a title stands escaped once in the title, the crumbs and the menu, wherever the title comes from."""
    folder = project(SMALL)
    (folder / "content" / "more.md").write_text(page, encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    html = (folder / "site" / "more.html").read_text("utf-8")
    assert html.count("A &amp; B") >= 3
    assert "&amp;amp;" not in html


def test_ids_of_the_frame_are_ours(project: Project) -> None:
    """A page brings no id that the frame around it has."""
    folder = project(SMALL + 'content/more.md:\n    # Content\n\n    ## Contact\n\n    <p id="content">段</p>\n')
    assert main(["-C", str(folder), "build"]) == 0
    html = (folder / "site" / "more.html").read_text("utf-8")
    assert (html.count('id="content"'), html.count('id="contact"')) == (1, 1)


CASES = ROOT.parent / "shared" / "cases" / "public"


@pytest.mark.parametrize(
    ("case", "codes"),
    [
        ("F12-prose-name-hash-space", ["prose-name"]),
        ("F14-title-escaped-twice", []),
        ("F15-check-passes-build-fails", ["name-taken"]),
        ("F17-picture-in-prose", []),
        ("F31-env-tag", []),
    ],
)
def test_reported_by_others(case: str, codes: list[str]) -> None:
    """What users of comparable tools ran into is found by a check."""
    if not CASES.is_dir():
        pytest.skip("the collected cases are not here")
    folder = CASES / case
    assert json.loads((folder / "case.json").read_text("utf-8"))["id"] == case
    assert [problem.code for problem in check(Path(folder / "files")).problems] == codes
