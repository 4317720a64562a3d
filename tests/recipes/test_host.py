"""MkDocs as the host: whatever it cannot use, warns of or stops at is a problem of ours, by either door."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.cli import main
from tests.conftest import Project

SMALL = """
projects/a.yml:
    {name: 甲, place: city, source: doc}
"""


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("site_name: 站\ndocs_dir: content\ntheme: {name: showcase}\nplugins: []\n", "showcase"),
        ("site_name: 站\ndocs_dir: nowhere\nplugins: [showcase]\n", "mkdocs.yml"),
        (None, "mkdocs.yml"),
    ],
)
def test_wrong_configuration(
    project: Project, config: str | None, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A configuration that cannot work is exit 2 with a way out."""
    folder = project(SMALL)
    (folder / "mkdocs.yml").unlink()
    if config:
        (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 2
    assert words in capsys.readouterr().err


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
