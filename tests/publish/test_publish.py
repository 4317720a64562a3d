"""Publishing: each path once, and the site whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.problems import Refusal
from generator.publish import exchange
from generator.publish.artefact import Artefact, collisions
from generator.publish.inventory import MARK, Written, foreign_files, is_ours, refuse_foreign, written
from generator.publish.output import Output
from generator.publish.staging import locked, publish, put_right, staged
from generator.recipes.compose import compose
from generator.recipes.maker import Maker
from tests.conftest import ROOT


def build(site: Path, text: str) -> None:
    """Publish a site of one page."""
    with locked(site), staged(site) as staging:
        (staging / "index.html").write_text(text, encoding="utf-8")
        publish(staging, site, {"index.html": written(text.encode())})


def files(folder: Path) -> dict[str, str]:
    """Return every file below a folder with its text, but for the list of them."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def test_publish_replaces_the_whole(tmp_path: Path) -> None:
    """A published site takes the place of the last one, and nothing but the lock is left beside it."""
    site = tmp_path / "site"
    build(site, "one")
    (site / "old.html").write_text("old", encoding="utf-8")
    build(site, "two")
    assert files(site) == {"index.html": "two"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


@pytest.mark.parametrize("leftover", ["folder", "file", "link"])
def test_an_unfinished_build_changes_nothing(tmp_path: Path, leftover: str) -> None:
    """What was staged and not published leaves the site alone, and the next build clears it away, whatever it is."""
    site, staging = tmp_path / "site", tmp_path / ".site.next"
    build(site, "one")
    with staged(site) as folder:
        (folder / "index.html").write_text("half", encoding="utf-8")
    assert not staging.exists()
    if leftover == "folder":
        staging.mkdir()
    elif leftover == "file":
        staging.write_text("x", encoding="utf-8")
    else:
        staging.symlink_to(tmp_path)
    assert files(site) == {"index.html": "one"}
    build(site, "two")
    assert files(site) == {"index.html": "two"}


def test_what_lies_on_the_disk_is_compared(tmp_path: Path) -> None:
    """A file that is missing, foreign, or of another size than was written stops the publishing."""
    site = tmp_path / "site"
    build(site, "one")
    for sizes in ({}, {"index.html": 3}, {"index.html": 2, "gone.html": 1}):
        planned = {path: Written(size, "") for path, size in sizes.items()}
        with staged(site) as staging:
            (staging / "index.html").write_text("xx", encoding="utf-8")
            with pytest.raises(Refusal) as refusal:
                publish(staging, site, planned)
        assert refusal.value.problem.code == "site-disturbed"
    assert files(site) == {"index.html": "one"}


def test_other_peoples_files_are_safe(tmp_path: Path) -> None:
    """A folder that no build has made is never replaced, and nothing is left beside it."""
    site = tmp_path / "thesis"
    site.mkdir()
    (site / "thesis.doc").write_text("years of work", encoding="utf-8")
    with pytest.raises(Refusal) as refusal, locked(site):
        pass
    assert refusal.value.problem.code == "site-not-ours"
    assert files(tmp_path) == {"thesis/thesis.doc": "years of work"}


def test_foreign_files_are_named(tmp_path: Path) -> None:
    """A file that no build has written, or that was changed since, is named; what systems drop is not."""
    site = tmp_path / "site"
    build(site, "one")
    refuse_foreign(site)
    (site / ".well-known").mkdir()
    for name in (".well-known/proof.txt", "CNAME", ".DS_Store"):
        (site / name).write_text("x", encoding="utf-8")
    (site / "index.html").write_text("changed", encoding="utf-8")
    assert foreign_files(site) == [".well-known/proof.txt", "CNAME", "index.html"]
    with pytest.raises(Refusal) as refusal:
        refuse_foreign(site)
    assert refusal.value.problem.details["count"] == "3"


def test_a_site_of_an_earlier_version_may_be_replaced(tmp_path: Path) -> None:
    """A site whose mark holds no list is ours, and nothing in it is foreign."""
    site = tmp_path / "site"
    build(site, "one")
    (site / MARK).write_text("This folder is made by showcase and replaced whole at each build.\n", encoding="utf-8")
    assert is_ours(site)
    assert foreign_files(site) == []


def test_the_list_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    """A site whose list had sizes alone, and another name, is ours, and foreign files in it are named."""
    site = tmp_path / "site"
    build(site, "one")
    (site / MARK).unlink()
    (site / ".showcase").write_text('{"made by": "showcase", "files": {"index.html": 3}}', encoding="utf-8")
    (site / "CNAME").write_text("x", encoding="utf-8")
    assert is_ours(site)
    assert foreign_files(site) == ["CNAME"]


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """A second build of the same site says that it waits, and is refused while the first is under way."""
    site = tmp_path / "site"
    said: list[str] = []
    with (
        locked(site),
        pytest.raises(Refusal) as refusal,
        locked(site, waiting=lambda: said.append("waiting"), patience=0),
    ):
        pass
    assert refusal.value.problem.code == "site-busy"
    assert said == ["waiting"]
    with locked(site, waiting=lambda: said.append("again")):
        pass
    assert said == ["waiting"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_everybody_may_read_a_site(tmp_path: Path) -> None:
    """Files are 644 and folders 755 whatever the builder's own habit is, and the habit stays as it was."""
    before = os.umask(0o077)
    try:
        build(tmp_path / "site", "one")
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(before)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
    for path in (tmp_path / "site").iterdir():
        assert path.stat().st_mode & 0o777 == 0o644


STRIKES = """
import os, signal, sys
from pathlib import Path
from generator.cli import _terminate
from generator.publish import exchange
from generator.publish.inventory import written
from generator.publish.staging import MARK, locked, publish, put_right, staged

name, atomic = sys.argv[1], sys.argv[2] == "at once"
site = Path("site")
seen = 0
strike_at = -1

def count(event, _):
    global seen
    if event.split(".")[0] in {"open", "os", "shutil", "ctypes"}:
        seen += 1
        if seen == strike_at:
            os.kill(os.getpid(), getattr(signal, name))

def build(text):
    with locked(site), staged(site) as staging:
        (staging / "index.html").write_text(text)
        publish(staging, site, {"index.html": written(text.encode())})

def texts():
    found = {path.name: path.read_text() for path in site.iterdir()}
    assert found.pop(MARK)
    return found

if not atomic:
    exchange._swap = lambda: None
signal.signal(signal.SIGTERM, _terminate)
# What is started in the background ignores this signal.
signal.signal(signal.SIGINT, signal.default_int_handler)
build("old")
steps = 0
while True:
    child = os.fork()
    if child == 0:
        strike_at = steps + 1
        sys.addaudithook(count)
        code = 1
        try:
            build("new")
            code = 0
        finally:
            os._exit(code)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
    steps += 1
    if not site.exists():
        assert name == "SIGKILL" and not atomic, steps
        put_right(site)
    assert texts() in ({"index.html": "old"}, {"index.html": "new"}), (steps, texts())
    build("old")
    assert sorted(os.listdir()) == [".site.lock", "site"], (steps, os.listdir())
print(steps)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")
@pytest.mark.parametrize("way", ["at once", "by two renames"])
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_stopped_between_any_two_steps(name: str, way: str, tmp_path: Path) -> None:
    """Stopped before any of its steps a publishing leaves a whole site, or one that is put back by the next command."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    script = [sys.executable, "-c", STRIKES, name, way]
    outcome = subprocess.run(script, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert int(outcome.stdout) > 10


def test_a_stop_between_the_renames_is_mended(tmp_path: Path) -> None:
    """When the last site was moved aside and the new one did not come, the last one is put back."""
    site = tmp_path / "site"
    build(site, "one")
    site.rename(tmp_path / ".site.last")
    with locked(tmp_path / "site"):
        put_right(site)
        assert not site.exists()
    put_right(site)
    assert files(site) == {"index.html": "one"}
    put_right(site)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_failed_rename_puts_the_last_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two renames are needed and the new site cannot take its place, the last one keeps it."""
    site = tmp_path / "site"
    build(site, "one")
    rename = Path.rename

    def stuck(self: Path, target: Path) -> Path:
        if self.name == ".site.next":
            raise PermissionError(target)
        return rename(self, target)

    monkeypatch.setattr(exchange, "_swap", lambda: None)
    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(PermissionError):
        build(site, "two")
    assert files(site) == {"index.html": "one"}


def artefact(path: str, origin: str) -> Artefact:
    """Return an artefact that holds its own origin."""
    return Artefact(path, origin, "page", origin.encode)


def test_two_things_with_one_address() -> None:
    """A path that is planned twice, even in other letter case, is a problem that names both."""
    [problem] = collisions(
        [artefact("a/b.html", "first.yml"), artefact("c.html", "c"), artefact("a/B.html", "second.yml")]
    )
    assert problem.code == "path-collision"
    assert problem.location.path == "second.yml"
    assert problem.details == {"page": "a/B.html", "first": "first.yml", "second": "second.yml"}


def test_all_artefacts_are_written(tmp_path: Path) -> None:
    """Composing makes each artefact once and tells how far it is."""
    done: list[tuple[int, int]] = []
    artefacts = [artefact("a/b.html", "one"), artefact("c.html", "two")]
    made = compose(artefacts, Maker(Output(tmp_path)), lambda *at: done.append(at))
    assert made.files == {"a/b.html": written(b"one"), "c.html": written(b"two")}
    assert files(tmp_path) == {"a/b.html": "one", "c.html": "two"}
    assert done == [(1, 2), (2, 2)]


@pytest.mark.parametrize("path", ["../outside.html", "a/../../outside.html", "a/..", ""])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    """A path that leaves the folder raises, since no record can make one."""
    (tmp_path / "site").mkdir()
    with pytest.raises(ValueError):  # noqa: PT011 - any path that is refused
        Output(tmp_path / "site").write(path, b"x")
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == []


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    """A second write to a path is a mistake of ours, and the first stays."""
    output = Output(tmp_path)
    output.write("a.html", b"one")
    with pytest.raises(FileExistsError):
        output.write("a.html", b"two")
    assert files(tmp_path) == {"a.html": "one"}
