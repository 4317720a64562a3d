"""Nothing that is written into the handbook runs or leads out, whatever file it is in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.recipes.check import check
from tests.conftest import Project

BASE = """
handbook/mkdocs.yml:
    site_name: 手册
    docs_dir: docs
    use_directory_urls: false
    theme: {name: material, font: false, custom_dir: overrides}
    markdown_extensions: [attr_list, admonition, tables, toc, footnotes]
    plugins: []
handbook/overrides/main.html:
    {% extends "base.html" %}
handbook/docs/index.md:
    # 手册
"""


def built(folder: Path, name: str = "index.html") -> str:
    """Build a project and return a page of its handbook."""
    assert main(["-C", str(folder), "build"]) == 0
    return (folder / "site" / "handbook" / name).read_text(encoding="utf-8")


def test_a_page_keeps_its_form_and_loses_what_runs(project: Project) -> None:
    """Admonitions, tables, anchors and code stay; scripts, handlers and scripting addresses do not."""
    page = built(
        project(
            BASE
            + """
handbook/docs/index.md:
    ---
    title: A & B <script>alert(0)</script>
    ---
    # 手册 {#start}

    !!! note "提示"
        内容

    | 年 | 人 |
    |---|---|
    | 2023 | 10 |

    `a < b`[^1]

    [^1]: 注

    <script>alert(1)</script><p onclick="alert(2)">段</p>
    <a href="javascript:alert(3)">链接</a>
"""
        )
    )
    for kept in ('<div class="admonition note">', "<td>2023</td>", 'id="start"', "<code>a &lt; b</code>", 'id="fn:1"'):
        assert kept in page
    assert "<title>A &amp; B &lt;script&gt;alert(0)&lt;/script&gt;" in page
    assert re.findall("<script.*?>", page) == ['<script src="../assets/modes.js">']
    for gone in ("onclick", "javascript:", "alert(1)", "alert(3)"):
        assert gone not in page


def test_a_picture_from_elsewhere(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """What a page would load from another host is named at its line, and left out."""
    folder = project(BASE + "handbook/docs/index.md:\n    # 手册\n\n    ![图](https://example.org/a.png)\n")
    assert "example.org" not in built(folder)
    assert "handbook/docs/index.md:3:6: 提醒 [foreign-content]" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["docs/secret.md", "docs/secret.png", "docs/away/secret.md", "overrides/secret.css"])
def test_links_to_outside(project: Project, tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """A link to a file or folder outside the project is a problem, and nothing of it is published."""
    folder, outside = project(BASE), tmp_path_factory.mktemp("outside")
    (outside / Path(name).name).write_text("# 秘密\n", encoding="utf-8")
    link = folder / "handbook" / name
    if link.parent.name == "away":
        link.parent.symlink_to(outside, target_is_directory=True)
    else:
        link.symlink_to(outside / link.name)
    [problem] = check(folder).problems
    assert problem.code == ("not-a-file" if "away" in name else "outside-project")
    assert f"handbook/{name}".startswith(problem.location.path)
    assert main(["-C", str(folder), "build"]) == 1
    assert not (folder / "site").exists()


@pytest.mark.parametrize("name", ["page.html", "run.js", "form.docx", "page.xhtml"])
def test_files_that_would_run_are_not_published(project: Project, name: str) -> None:
    """Beside its pages the handbook publishes pictures, styles and PDF; any other file is named and left out."""
    folder = project(BASE)
    (folder / "handbook" / "docs" / name).write_text("<script>alert(1)</script>", encoding="utf-8")
    assert [(problem.code, problem.location.path) for problem in check(folder).problems] == [
        ("not-published", f"handbook/docs/{name}")
    ]
    built(folder)
    assert not (folder / "site" / "handbook" / name).exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'),
        ("a.svg", '<svg><image xlink:href="https://example.org/a.png"/></svg>'),
        ("a.css", '@import "//example.org/a.css";'),
        ("a.css", "p { background: url(https://example.org/a.png) }"),
    ],
)
def test_drawings_and_styles_are_looked_at(project: Project, name: str, text: str) -> None:
    """A drawing or a style sheet that runs something, or loads it from another host, stops check and build."""
    folder = project(BASE)
    (folder / "handbook" / "docs" / name).write_text(text, encoding="utf-8")
    assert [(one.code, one.location.path) for one in check(folder).problems] == [("live-page", f"handbook/docs/{name}")]
    assert main(["-C", str(folder), "build"]) == 1


def test_a_template_may_only_print(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A template of the handbook that reaches for Python's own parts stops the build."""
    template = '{% extends "base.html" %}{% block footer %}{{ "".__class__.__mro__[1].__subclasses__() }}{% endblock %}'
    folder = project(BASE)
    (folder / "handbook" / "overrides" / "main.html").write_text(template, encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 1
    assert "access to attribute '__class__'" in capsys.readouterr().err


def test_a_template_loads_nothing_from_elsewhere(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A template of the handbook that would load something from another host, or run it, stops the build."""
    template = '{% extends "base.html" %}{% block footer %}<img src="//example.org/a.png" onerror="x">{% endblock %}'
    folder = project(BASE)
    (folder / "handbook" / "overrides" / "main.html").write_text(template, encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 1
    err = capsys.readouterr().err
    assert "live-page" in err
    assert "//example.org/a.png" in err


def test_private_numbers_in_the_handbook(project: Project) -> None:
    """A number that staff write into the handbook is found; the generator's own examples of wrong ones are not."""
    folder = project(BASE + "handbook/docs/index.md:\n    # 手册\n\n    有事打 13812345678。\n")
    assert [(one.code, one.location.path, one.location.line) for one in check(folder).problems] == [
        ("mobile-number", "handbook/docs/index.md", 3)
    ]
