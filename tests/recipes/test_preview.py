"""The state of a preview: after each change it shows what a build would publish, or what it showed before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.desk.serve.showing import Showing
from generator.recipes import preview as recipes_preview
from generator.recipes.handbook import BuiltHandbook, build_handbook
from generator.recipes.preview import Preview
from tests.conftest import Project, write_tree

SMALL = """
projects/a.yml:
    name: 甲
    place: city
    source: doc
    summary: 帮孩子实现小心愿。
static/robots.txt: User-agent: *
"""
HANDBOOK = """
handbook/mkdocs.yml:
    site_name: 手册
    theme: {name: material, font: false}
handbook/docs/index.md:
    # 手册

    第一版。
"""


def text(showing: Showing, path: str) -> str:
    """Return a file of what is shown, or nothing."""
    artefact = showing.find(path)
    return artefact.make().decode("utf-8").replace("<wbr>", "") if artefact else ""


def codes(showing: Showing) -> list[str]:
    """Return the codes of the problems that are shown."""
    return [problem.code for problem in showing.report.problems]


def move(folder: Path, old: str, new: str) -> None:
    """Move a file or folder of a project."""
    (folder / new).parent.mkdir(parents=True, exist_ok=True)
    (folder / old).rename(folder / new)


# What is changed, which page tells of it, and what that page has then; nothing where it is gone.
CHANGES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "edit": (lambda at: write_tree(at, "projects/a.yml:\n    name: 新名\n"), "projects/a.html", "新名"),
    "add": (lambda at: write_tree(at, "projects/b.yml:\n    name: 乙队的项目\n"), "projects/index.html", "乙队的项目"),
    "delete": (lambda at: (at / "projects/a.yml").unlink(), "projects/a.html", ""),
    "rename": (lambda at: move(at, "projects/a.yml", "projects/c.yml"), "projects/c.html", "甲"),
    "moved folder": (lambda at: move(at, "projects", "elsewhere"), "projects/a.html", ""),
    "moved deeper": (lambda at: move(at, "projects/a.yml", "projects/2024/a.yml"), "projects/a.html", "甲"),
    "settings": (
        lambda at: (at / "mkdocs.yml").write_text(
            (at / "mkdocs.yml").read_text(encoding="utf-8").replace("试验站", "新站名"), encoding="utf-8"
        ),
        "projects/a.html",
        "新站名",
    ),
    "prose": (lambda at: write_tree(at, "content/about.md:\n    # 我们\n\n    新写的话。\n"), "about.html", "新写的话"),
    "new prose": (
        lambda at: write_tree(at, "content/join.md:\n    # 加入\n\n    怎么加入。\n"),
        "join.html",
        "怎么加入",
    ),
    "static": (lambda at: write_tree(at, "static/robots.txt: Disallow: /"), "robots.txt", "Disallow"),
    "new static": (lambda at: write_tree(at, "static/CNAME: a.example"), "CNAME", "a.example"),
    "later folder": (
        lambda at: write_tree(at, "content/stations/s.yml:\n    name: 新阵地\n    place: city\n    source: doc\n"),
        "stations/s.html",
        "新阵地",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changes_are_shown(project: Project, name: str) -> None:
    """What has changed is shown after the next reading, and each file is byte for byte that of a build."""
    change, path, words = CHANGES[name]
    folder = project(SMALL)
    preview = Preview(folder)
    preview.read()
    preview.judge()
    change(folder)
    showing = preview.read()
    assert words in text(showing, path)
    assert bool(showing.find(path)) == bool(words)
    assert not preview.judge().report.errors
    assert main(["-C", str(folder), "build", "--site", str(folder / "out")]) == 0
    built = {own.relative_to(folder / "out").as_posix(): own for own in (folder / "out").rglob("*") if own.is_file()}
    shown = {own: artefact.make() for own in built if (artefact := showing.find(own))}
    assert {own: built[own].read_bytes() for own in shown} == shown
    assert len(shown) >= len(built) - 1  # The list of what a build has written is no page.


def test_wrong_records_keep_the_last_pages(project: Project) -> None:
    """While a record cannot be read its last page stays, beside the problem; mending it shows the new one."""
    folder = project(SMALL)
    preview = Preview(folder)
    preview.read()
    preview.judge()
    write_tree(folder, "projects/a.yml:\n    nmae: 新名\n")
    showing = preview.read()
    assert showing.are_old
    assert "甲" in text(showing, "projects/a.html")
    assert codes(preview.judge()) == ["unknown-key"]
    write_tree(folder, "projects/a.yml:\n    name: 新名\n")
    showing = preview.read()
    assert not showing.are_old
    assert "新名" in text(showing, "projects/a.html")
    assert codes(preview.judge()) == []


LOST = "projects/b.yml:\n    name: 乙\n    place: citty\n"
CIRCLE = "content/places/city.yml:\n    name: 某市\n    parent: city\n    level: 市\n"


@pytest.mark.parametrize("wrong", [LOST, CIRCLE], ids=["a reference that leads nowhere", "a circle"])
def test_what_cannot_be_planned_is_not(project: Project, wrong: str) -> None:
    """Ids that lead nowhere or in a circle are known before anything is planned, and the last pages stay."""
    folder = project(SMALL)
    preview = Preview(folder)
    preview.read()
    write_tree(folder, wrong)
    showing = preview.read()
    assert showing.are_old
    assert showing.report.errors == 1


def test_rules_are_asked_after_the_page(project: Project) -> None:
    """The new words can be shown before the rules have been asked; what they find comes after that."""
    folder = project(SMALL)
    preview = Preview(folder)
    preview.read()
    preview.judge()
    write_tree(folder, "projects/a.yml:\n    name: 甲\n    summary: 请拨打13800138000找小王。\n")
    showing = preview.read()
    assert "找小王" in text(showing, "projects/a.html")
    assert (showing.is_judged, codes(showing)) == (False, [])
    judged = preview.judge()
    assert (judged.is_judged, judged.are_old, codes(judged)) == (True, False, ["mobile-number"])
    assert judged.sound
    assert "找小王" not in text(judged.sound, "projects/a.html")


def test_what_a_plan_shows_is_found(project: Project) -> None:
    """A link of a prose page that leads nowhere is found when all is planned."""
    folder = project(SMALL + "content/join.md:\n    # 加入\n\n    看[这里](projects/nobody.html)。\n")
    preview = Preview(folder)
    preview.read()
    assert codes(preview.judge()) == ["broken-link"]


def test_nothing_to_show_yet(project: Project) -> None:
    """Where the first reading finds errors there is no page, and mending them brings it."""
    folder = project("projects/a.yml:\n    nmae: 甲\n")
    preview = Preview(folder)
    assert preview.read().find("index.html") is None
    write_tree(folder, "projects/a.yml:\n    name: 甲\n")
    assert "甲" in text(preview.read(), "projects/a.html")


def test_lost_configuration(project: Project) -> None:
    """A configuration that goes while a preview runs is a problem, and the pages stay."""
    folder = project(SMALL)
    preview = Preview(folder)
    preview.read()
    (folder / "mkdocs.yml").unlink()
    showing = preview.read()
    assert codes(showing) == ["no-config"]
    assert text(showing, "index.html")


def test_errors_of_ours(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours while reading, or a disk that fails, is a problem beside the last pages."""
    folder = project(SMALL)
    preview = Preview(folder)
    preview.read()
    for error, code in ((ValueError("odd"), "internal-error"), (OSError("no disk"), "disk-failed")):

        def fail(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        monkeypatch.setattr(recipes_preview, "read_project", fail)
        showing = preview.read()
        assert (codes(showing), showing.are_old) == ([code], True)
        assert preview.judge().is_judged
        assert text(showing, "index.html")


def test_errors_of_ours_in_rules(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours in a rule is a problem over the new pages."""
    folder = project(SMALL)
    preview = Preview(folder)
    preview.read()

    def fail(*_: object) -> None:
        raise ValueError("odd")

    monkeypatch.setattr(recipes_preview, "faults_of_plan", fail)
    showing = preview.judge()
    assert (codes(showing), showing.is_judged) == (["internal-error"], True)
    assert text(showing, "index.html")


def test_handbook_is_built_when_asked_for(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The handbook is built for who asks for it, and anew when a page of it has changed."""
    folder = project(SMALL)
    write_tree(folder, HANDBOOK)
    built: list[Path] = []

    def noted(root: Path, *given: object) -> BuiltHandbook:
        built.append(root)
        return build_handbook(root, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(recipes_preview, "build_handbook", noted)
    preview = Preview(folder)
    showing = preview.read()
    assert not preview.judge().report.errors
    assert not built
    assert "第一版" in text(showing, "handbook/index.html")
    assert showing.find("handbook/nothing.html") is None
    preview.read()
    assert "第一版" in text(showing, "handbook/index.html")
    assert len(built) == 1
    write_tree(folder, "handbook/docs/index.md:\n    # 手册\n\n    第二版，长一些。\n")
    assert "第二版" in text(preview.read(), "handbook/index.html")
