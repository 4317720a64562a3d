"""MkDocs as the host: whatever it cannot use, warns of or stops at is a problem of ours, by either door."""

from __future__ import annotations

import subprocess
import sys

import pytest
from markdown import Markdown

from generator.cli import main
from generator.recipes.check import check
from tests.conftest import Project

SMALL = """
projects/a.yml:
    {name: 甲, place: city, source: doc}
"""


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("site_name: 站\ndocs_dir: content\ntheme: {name: showcase}\nplugins: []\n", "mkdocs.yml:1:1"),
        ("site_name: 站\ndocs_dir: nowhere\nplugins: [showcase]\n", "mkdocs.yml:2:1"),
        ("site_name: 站\ndocs_dir: content\nplugins: [showcase]\ntheme: {name: gone}\n", "mkdocs.yml:4:1"),
    ],
)
def test_wrong_configuration(project: Project, config: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A configuration that cannot work is a problem at its line, for a check as well as a build."""
    folder = project(SMALL)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert main(["-C", str(folder), "check"]) == 1
    assert f"{words}: 错误 [wrong-config]" in capsys.readouterr().out
    assert main(["-C", str(folder), "build"]) == 1
    assert f"{words}: 错误 [wrong-config]" in capsys.readouterr().err


@pytest.mark.parametrize("config", ["mkdocs.yml", "handbook/mkdocs.yml"])
def test_a_setting_that_mkdocs_does_not_know(project: Project, config: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What MkDocs warns of in a configuration is a warning at its line, said once."""
    folder = project(SMALL + HANDBOOK)
    path = folder / config
    text = path.read_text(encoding="utf-8").replace("strict: true\n", "") + "site_nmae: 站\n"
    path.write_text(text, encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    err = capsys.readouterr().err
    assert err.count("[mkdocs-warning]") == 1
    assert f"{config}:{text.count(chr(10))}:1: 提醒 [mkdocs-warning] MkDocs 提醒：没有“site_nmae”这个设置" in err


def test_no_configuration(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Records can be checked without a configuration; a build without one is exit 2 with a way out."""
    folder = project(SMALL)
    (folder / "mkdocs.yml").unlink()
    main(["-C", str(folder), "check"])
    assert "wrong-config" not in capsys.readouterr().out
    assert main(["-C", str(folder), "build"]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


HANDBOOK = """
handbook/mkdocs.yml:
    site_name: 手册
    docs_dir: docs
    use_directory_urls: false
    strict: true
    theme: {name: material, font: false}
    plugins: []
    validation: {nav: {omitted_files: warn}, links: {not_found: warn}}
    nav: [{首页: index.md}]
handbook/docs/index.md:
    # 手册
"""
SILENT = [
    ("handbook/docs/lost.md:\n    # 没列进目录\n", "handbook/docs/lost.md:1:1", "没有列在目录"),
    ("handbook/docs/index.md:\n    # 手册\n\n    看[这里](gone.md)。\n", "handbook/docs/index.md:3:7", "gone.md"),
    (
        (
            "mkdocs.yml:\n    site_name: 站\n    docs_dir: content\n    strict: true\n    theme: {name: showcase}\n"
            "    plugins: [showcase]\n    nav:\n      - 关于: about.md\n      - 没有: gone.md\n"
        ),
        "mkdocs.yml:8:9",
        "gone.md",
    ),
]


@pytest.mark.parametrize("door", [["generator", "build"], ["mkdocs", "build"]], ids=["showcase", "mkdocs"])
@pytest.mark.parametrize(("change", "place", "words"), SILENT, ids=["not in nav", "broken link", "missing page"])
def test_what_stops_mkdocs_is_a_problem(project: Project, change: str, place: str, words: str, door: list[str]) -> None:
    """What MkDocs stops at is named with place, words and mend, by either door, and nothing is published."""
    folder = project(SMALL + HANDBOOK)
    project(SMALL + HANDBOOK + change)
    outcome = subprocess.run([sys.executable, "-m", *door], cwd=folder, capture_output=True, text=True, check=False)
    assert outcome.returncode == 1
    assert f"{place}: 错误 [mkdocs-stopped]" in outcome.stderr
    assert words in outcome.stderr
    assert "怎么改：" in outcome.stderr
    assert not (folder / "site").exists()


def test_what_mkdocs_warns_of_is_a_warning(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Without ``strict`` a warning of MkDocs is reported as one, and the site is published."""
    folder = project(SMALL + HANDBOOK + SILENT[0][0])
    config = folder / "handbook" / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("strict: true\n", ""), encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    assert "handbook/docs/lost.md:1:1: 提醒 [mkdocs-warning]" in capsys.readouterr().err
    assert (folder / "site" / "handbook" / "lost.html").is_file()


def test_an_extension_that_breaks_is_a_problem(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever an extension of MkDocs raises is a problem with its words, and no traceback."""
    folder = project(SMALL + HANDBOOK)
    config = folder / "mkdocs.yml"
    extension = "markdown_extensions:\n  - toc: {permalink: true, slugify: !!python/name:builtins.len }\n"
    config.write_text(config.read_text(encoding="utf-8") + extension, encoding="utf-8")
    assert main(["-C", str(folder), "build"]) in {1, 2}
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert "mkdocs.yml" in err


def test_a_page_that_cannot_be_read_is_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page at which the reader of Markdown stops is named, with the line and column of what it stopped at."""
    folder = project(SMALL + "content/odd.md:\n    # 题\n\n    看<![>。\n")

    def stop(_: Markdown, text: str) -> str:
        if "<![" in text:
            raise AssertionError("expected name token at '<![>。'")
        return text

    monkeypatch.setattr(Markdown, "convert", stop)
    [problem] = check(folder).problems
    assert (problem.code, str(problem.location.path)) == ("mkdocs-stopped", "content/odd.md")
    assert (problem.location.line, problem.location.column) == (3, 2)
    assert "读不了这一页" in problem.message("zh")
