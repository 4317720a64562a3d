"""The whole build, by both doors, and what must hold when it goes wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.problems import Refusal
from generator.publish.inventory import MARK
from generator.publish.staging import locked, staged
from generator.recipes import publication
from generator.recipes.build import build
from generator.recipes.build_options import BuildOptions
from generator.recipes.check import BegunCheck
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


def test_mkdocs_serve_names_the_preview(project: Project) -> None:
    """``mkdocs serve`` publishes nothing, and says which command previews a project."""
    folder = project(SMALL)
    outcome = run(folder, "mkdocs", "serve")
    assert outcome.returncode == 1
    assert "showcase serve" in outcome.stderr
    assert not (folder / "site").exists()


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
# What is started in the background ignores this signal.
signal.signal(signal.SIGINT, signal.default_int_handler)
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


def test_static_files_are_published(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """What lies in ``static`` is at the site's root as it is; what takes a page's address is found by a check."""
    folder = project(SMALL)
    proof = folder / "static" / ".well-known" / "proof.txt"
    proof.parent.mkdir(parents=True)
    proof.write_bytes(b"proof\r\n")
    assert main(["-C", str(folder), "build"]) == 0
    assert files(folder / "site")[".well-known/proof.txt"] == b"proof\r\n"
    (folder / "static" / "Index.html").write_text("x", encoding="utf-8")
    assert main(["-C", str(folder), "check"]) == 1
    assert "static/Index.html:1:1: 错误 [name-taken]" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_static_files_are_of_the_project(
    project: Project, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link in ``static`` to a file outside the project, or to nothing, is a problem, and nothing is published."""
    folder = project(SMALL)
    secret = tmp_path_factory.mktemp("outside") / "secret.txt"
    secret.write_text("x", encoding="utf-8")
    (folder / "static").mkdir()
    (folder / "static" / "secret.txt").symlink_to(secret)
    (folder / "static" / "nothing.txt").symlink_to(folder / "nothing")
    assert main(["-C", str(folder), "build"]) == 1
    err = capsys.readouterr().err
    assert "static/secret.txt:1:1: 错误 [outside-project]" in err
    assert "static/nothing.txt:1:1: 错误 [not-a-file]" in err
    assert "网站保持原样" not in err
    assert not (folder / "site").exists()


@pytest.mark.parametrize("door", [["generator", "build"], ["mkdocs", "build"]], ids=["showcase", "mkdocs"])
def test_files_that_no_build_wrote_are_safe(project: Project, door: list[str]) -> None:
    """A file that somebody put into the site stops a build by either door, until it is moved or given up."""
    folder = project(SMALL)
    assert main(["-C", str(folder), "build"]) == 0
    (folder / "site" / "robots.txt").write_text("x", encoding="utf-8")
    before = files(folder / "site")
    outcome = run(folder, *door)
    assert outcome.returncode in {1, 2}
    assert "robots.txt" in outcome.stderr
    assert "static/" in outcome.stderr
    assert files(folder / "site") == before
    assert main(["-C", str(folder), "build", "--discard-foreign"]) == 0
    assert "robots.txt" not in files(folder / "site")


def test_a_second_build_touches_nothing(project: Project) -> None:
    """Who does not hold the lock writes and removes nothing, neither in the site nor in what is being made."""
    folder = project(SMALL)
    site = folder / "site"
    with locked(site), staged(site) as staging:
        (staging / "half.html").write_text("half", encoding="utf-8")
        with pytest.raises(Refusal) as refusal:
            build(folder, BuildOptions(patience=0))
        assert refusal.value.problem.code == "site-busy"
        assert files(staging) == {"half.html": b"half"}
    assert not site.exists()


def test_the_last_to_publish_has_read_last(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another build published between reading and locking, the records are read again."""
    folder = project(SMALL)
    read = publication.BegunCheck
    calls: list[Path] = []

    def overtaken(root: Path, *given: Any) -> BegunCheck:
        checked = read(root, *given)
        calls.append(root)
        if len(calls) == 1:
            project("projects/b.yml:\n    name: 乙\n    source: doc\n")
            assert build(root, BuildOptions()).files
        return checked

    monkeypatch.setattr(publication, "BegunCheck", overtaken)
    assert build(folder, BuildOptions()).files
    assert "projects/b.html" in files(folder / "site")


def test_any_command_puts_a_site_back(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that a stopped build moved aside is back after a check, wherever the configuration puts it."""
    folder = project(SMALL)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "site_dir: public\n", encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    before = files(folder / "public")
    (folder / "public").rename(folder / ".public.last")
    assert main(["-C", str(folder), "check"]) == 0
    assert files(folder / "public") == before
    (folder / "projects" / "b.yml").write_text("plcae: x\n", encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 1
    assert "网站保持原样" in capsys.readouterr().err
