"""The whole build, by both doors, and what must hold when it goes wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.publish.staging import MARK
from tests.conftest import Project

SMALL = """
projects/a.yml:
    name: 甲
    place: city
    source: doc
    summary: 一个项目。
    remark: 不公开的话
"""


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a site with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module of ours or of MkDocs in a project's folder."""
    return subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)


def test_both_doors_give_the_same_bytes(project: Project) -> None:
    """``mkdocs build`` and ``showcase build`` make the same site, and a second build the same again."""
    folder = project(SMALL)
    assert main(["-C", str(folder), "build"]) == 0
    ours = files(folder / "site")
    assert main(["-C", str(folder), "build"]) == 0
    assert files(folder / "site") == ours
    outcome = run(folder, "mkdocs", "build", "--strict")
    assert outcome.returncode == 0, outcome.stderr
    assert files(folder / "site") == ours
    assert {"index.html", "about.html", "projects/a.html", "data/figures.json", "assets/showcase.css", MARK} <= set(
        ours
    )


def test_only_pages_and_data_are_published(project: Project) -> None:
    """Record files, stray files and private fields are in no byte of the site."""
    folder = project(SMALL)
    (folder / "content" / "stray.docx").write_bytes(b"a stray file with a phone number")
    assert main(["-C", str(folder), "build"]) == 0
    site = files(folder / "site")
    assert not [name for name in site if name.endswith((".yml", ".md", ".docx", ".py"))]
    assert not [name for name, data in site.items() if "不公开的话".encode() in data]


@pytest.mark.parametrize("door", [["generator", "build"], ["mkdocs", "build"]], ids=["showcase", "mkdocs"])
def test_a_failed_build_leaves_the_last_site(project: Project, door: list[str]) -> None:
    """With an error in the records nothing is published, by either door, and the report names it."""
    folder = project(SMALL)
    assert main(["-C", str(folder), "build"]) == 0
    before = files(folder / "site")
    project("projects/b.yml:\n    plcae: city\n")
    outcome = run(folder, *door)
    assert outcome.returncode == 1
    assert "projects/b.yml:1:1" in outcome.stderr
    assert files(folder / "site") == before
    assert not (folder / ".site.next").exists()


STRIKE = """
import os, signal, sys
from generator.cli import main
from generator.publish.output import Output
write = Output.write
written = []
def strike(self, path, data):
    write(self, path, data)
    written.append(path)
    if len(written) == 10:
        os.kill(os.getpid(), {signal})
Output.write = strike
sys.exit(main(["build"]))
"""


@pytest.mark.parametrize(
    ("name", "code", "left"), [("SIGKILL", -9, True), ("SIGTERM", 143, False), ("SIGINT", 130, False)]
)
def test_a_stopped_build_leaves_the_last_site(project: Project, name: str, code: int, *, left: bool) -> None:
    """A build that is killed or interrupted half-way leaves the site as it was, and the next build works."""
    folder = project(SMALL)
    assert main(["-C", str(folder), "build"]) == 0
    before = files(folder / "site")
    project("projects/b.yml:\n    name: 乙\n")
    script = STRIKE.format(signal=f"signal.{name}")
    outcome = subprocess.run([sys.executable, "-c", script], cwd=folder, check=False)
    assert outcome.returncode == code
    assert (folder / ".site.next").exists() is left
    assert files(folder / "site") == before
    assert main(["-C", str(folder), "build"]) == 0
    assert "projects/b.html" in files(folder / "site")
    assert not (folder / ".site.next").exists()


def test_broken_links_in_prose_stop_the_build(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A prose page's link to a page that is not there is an error, at its line, in exact letter case."""
    folder = project("content/more.md:\n    # 更多\n\n    看[甲](projects/A.html)和[关于](about.md)。\n" + SMALL)
    assert main(["-C", str(folder), "build"]) == 1
    assert "content/more.md:3:6: 错误 [broken-link]" in capsys.readouterr().err


def test_two_sources_of_one_page(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A prose page that would take a record page's address is named with it."""
    folder = project("content/projects/a.md:\n    # 冲突\n" + SMALL)
    assert main(["-C", str(folder), "build"]) == 1
    err = capsys.readouterr().err
    assert "path-collision" in err
    assert "content/projects/a.md" in err
    assert "projects/a.yml" in err


def test_prose_outside_the_project(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A prose page that is a link to outside is not read."""
    folder = project(SMALL)
    secret = tmp_path_factory.mktemp("outside") / "secret.md"
    secret.write_text("# 秘密\n", encoding="utf-8")
    (folder / "content" / "secret.md").symlink_to(secret)
    assert main(["-C", str(folder), "build"]) == 1
    assert not (folder / "site").exists()


def test_other_folders_are_not_overwritten(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """``--site`` names a folder with other files: nothing is published, exit 2."""
    folder = project(SMALL)
    assert main(["-C", str(folder), "build", "--site", str(folder / "projects")]) == 2
    assert "别的文件" in capsys.readouterr().err
    assert (folder / "projects" / "a.yml").exists()
