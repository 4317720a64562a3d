"""Configurations pass our own reader before MkDocs sees them, by both doors."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.recipes.check import check
from tests.conftest import Project

SITE = """site_name: 站
docs_dir: content
theme: {name: showcase}
plugins: [showcase]
"""
HANDBOOK = """site_name: 手册
docs_dir: docs
use_directory_urls: false
theme: {name: material, font: false}
plugins: []
"""
REFUSED = [
    ("site_author: !!python/object/apply:os.mkdir [made]", "yaml-tag", 14),
    ("site_author: !!python/name:os.mkdir", "yaml-tag", 14),
    ("INHERIT: ../parent.yml", "config-not-allowed", 1),
    ("hooks: [hook.py]", "config-not-allowed", 1),
    ("extra_javascript: [https://example.org/a.js]", "config-not-allowed", 1),
    ("extra_templates: [a.html]", "config-not-allowed", 1),
    ("extra_css: [//example.org/a.css]", "config-not-allowed", 13),
    ("markdown_extensions: [hook]", "config-not-allowed", 23),
    ("markdown_extensions: [{pymdownx.snippets: {base_path: /}}]", "config-not-allowed", 24),
    ("markdown_extensions: {pymdownx.b64: {}}", "config-not-allowed", 23),
    ("site_author: !ENV [HOME]", "env-tag", 14),
]


@pytest.fixture
def folder(project: Project) -> Path:
    """Return a project with a handbook, and a file beside each configuration that makes a folder when it runs."""
    root = project("handbook/docs/index.md:\n    # 手册\n")
    (root / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (root / "handbook" / "mkdocs.yml").write_text(HANDBOOK, encoding="utf-8")
    for place in (root, root / "handbook"):
        (place / "hook.py").write_text("import os\nos.mkdir('made')\n", encoding="utf-8")
    (root / "parent.yml").write_text("site_author: !!python/object/apply:os.mkdir [made]\n", encoding="utf-8")
    return root


@pytest.mark.parametrize("config", ["mkdocs.yml", "handbook/mkdocs.yml"])
@pytest.mark.parametrize("case", REFUSED, ids=[line for line, _, _ in REFUSED])
def test_what_could_do_harm_is_refused(
    folder: Path, config: str, case: tuple[str, str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What runs code or reads other files is refused at its line by check and build, in either file, and never runs."""
    line, code, column = case
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(str(folder))
    path = folder / config
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    [problem] = check(folder).problems
    number = path.read_text(encoding="utf-8").count("\n")
    assert (problem.code, problem.location.path) == (code, config)
    assert (problem.location.line, problem.location.column) == (number, column)
    assert all(problem.help(language) for language in ("zh", "en"))
    assert main(["-C", str(folder), "build"]) == 1
    assert not list(folder.rglob("made"))


def test_html_in_the_handbooks_configuration(folder: Path) -> None:
    """The theme prints the handbook's configuration as it is, so HTML is refused in its values and in its menu."""
    path = folder / "handbook" / "mkdocs.yml"
    nav = "copyright: <script>alert(1)</script>\nnav:\n  - <img src=x onerror=alert(1)>: index.md\n"
    path.write_text(path.read_text(encoding="utf-8") + nav, encoding="utf-8")
    assert [(problem.code, problem.location.line) for problem in check(folder).problems] == [
        ("config-not-allowed", 6),
        ("config-not-allowed", 8),
    ]


@pytest.mark.parametrize(
    ("value", "variables", "address"),
    [
        ('!ENV [SITE_URL, "https://a.example.org/zy/"]', {}, "https://a.example.org/zy"),
        ('!ENV [SITE_URL, "https://a.example.org/"]', {"SITE_URL": "https://b.example.org/"}, "https://b.example.org"),
        ("!ENV [OTHER_URL, SITE_URL, none]", {"SITE_URL": "https://b.example.org/"}, "https://b.example.org"),
        ("!ENV SITE_URL", {"SITE_URL": "https://b.example.org/"}, "https://b.example.org"),
        ("\n  !ENV\n  - SITE_URL\n  - https://a.example.org/", {}, "https://a.example.org"),
        ("!ENV SITE_URL", {}, ""),
    ],
)
def test_the_address_may_come_from_the_environment(
    folder: Path, value: str, variables: dict[str, str], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``site_url`` may be ``!ENV``: the first variable that is set, or the default, is the address on every page."""
    for name in ("SITE_URL", "OTHER_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    (folder / "mkdocs.yml").write_text(f"{SITE}site_url: {value}\n", encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "about.html").read_text(encoding="utf-8")
    assert (f'<link rel="canonical" href="{address}/about.html">' in page) is bool(address)
    assert (folder / "site" / "sitemap.xml").exists() is bool(address)


def test_a_wrong_address_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a variable says is checked like what is written, at the line that names it."""
    monkeypatch.setenv("SITE_URL", "javascript:alert(1)")
    (folder / "mkdocs.yml").write_text(f"{SITE}site_url: !ENV SITE_URL\n", encoding="utf-8")
    assert [(problem.code, problem.location.line) for problem in check(folder).problems] == [("bad-site-address", 5)]


def test_folders_stay_in_the_project(folder: Path) -> None:
    """Neither pages nor templates come from outside the project."""
    text = SITE.replace("content", "../../elsewhere")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    path = folder / "handbook" / "mkdocs.yml"
    path.write_text(HANDBOOK.replace("font: false", "custom_dir: /etc"), encoding="utf-8")
    assert [(problem.code, problem.location.path) for problem in check(folder).problems] == [
        ("config-not-allowed", "handbook/mkdocs.yml"),
        ("config-not-allowed", "mkdocs.yml"),
    ]
