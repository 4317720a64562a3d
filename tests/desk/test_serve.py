"""The preview over its port: what it answers, to whom, and how it begins and ends."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from watchfiles import Change

from generator.cli import main
from generator.desk.serve import watching
from generator.desk.serve.application import _made
from generator.desk.serve.server import open_port
from generator.desk.serve.showing import Showing
from generator.printing.templates import THEME
from generator.problems import Location, Problem, Refusal
from generator.publish.artefact import Artefact
from generator.recipes.report import report_of
from tests.conftest import BASE, ROOT, Project, write_tree
from tests.previews import PATIENCE, Running, running

SMALL = """
projects/a.yml:
    name: 甲
    place: city
    source: doc
static/ICP.html: <p>域名证明</p>
"""
OWN_PATH = {"mkdocs.yml": ("docs_dir: content", "docs_dir: content\nsite_url: https://a.example/zy/")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project in a folder with a Chinese name and a space."""
    folder = tmp_path_factory.mktemp("serve") / "志愿 之城"
    write_tree(folder, BASE)
    write_tree(folder, SMALL)
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(*OWN_PATH["mkdocs.yml"]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[Running]:
    """Return a preview of it."""
    with running(folder) as preview:
        yield preview


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/", 200, "试验站"),
        ("/index.html", 200, "试验站"),
        ("/projects/", 200, "品牌项目"),
        ("/projects/a.html", 200, "甲"),
        ("/zy/projects/a.html", 200, "甲"),
        ("/about.html", 200, "关于"),
        ("/data/projects.json", 200, "甲"),
        ("/assets/showcase.css", 200, "--size"),
        ("/nobody.html", 404, "没有找到这一页"),
        ("/handbook/nobody.html", 404, "没有找到这一页"),
    ],
)
def test_what_is_asked_for_is_made(preview: Running, path: str, status: int, words: str) -> None:
    """Pages, data and the theme's files are made when asked for, below the site's own path too; others are missing."""
    answer = preview.ask(path)
    assert answer.status == status
    assert words in answer.body.decode("utf-8")


def test_folder_leads_to_its_index(preview: Running) -> None:
    """The address of a folder without its slash leads to the one with it, so that relative links hold."""
    answer = preview.ask("/projects")
    assert (answer.status, answer.headers["location"]) == (307, "/projects/")


def test_only_pages_get_the_panel(preview: Running) -> None:
    """The panel's script and the wider policy stand in pages alone; what a build publishes has neither."""
    page = preview.text("/projects/a.html")
    assert page.count('src="/-showcase/panel.js"') == 1
    assert "connect-src 'self'\"" in page
    for path in ("/ICP.html", "/data/projects.json", "/assets/showcase.css"):
        assert "-showcase" not in preview.text(path)


def test_nothing_that_a_policy_forbids(preview: Running) -> None:
    """What the panel draws has no script, no style and no handler of its own."""
    page = preview.text("/projects/a.html") + preview.panel()["html"]
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=|[^>]*ld\+json)", page)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "192.168.1.2"])
def test_only_this_machine_is_answered(preview: Running, host: str) -> None:
    """Who asks by the name of another host, which may have been led to this machine, gets nothing."""
    for path in ("/", "/projects/a.html", "/-showcase/panel", "/-showcase/events"):
        answer = preview.ask(path, Host=host)
        assert answer.status == 400
        assert "试验站".encode() not in answer.body


def test_nothing_is_kept_or_guessed(preview: Running) -> None:
    """No answer may be kept by a browser, taken for another type, or used by another site; types are ours."""
    for path, kind in (
        ("/", "text/html"),
        ("/assets/modes.js", "text/javascript"),
        ("/-showcase/panel.js", "text/javascript"),
    ):
        headers = {name.lower(): value for name, value in preview.ask(path).headers.items()}
        assert headers["content-type"] == f"{kind}; charset=utf-8"
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_pages_are_only_read(preview: Running) -> None:
    """Nothing but asking for a page is allowed; a question for the head alone has the mark of the whole page."""
    assert preview.ask("/", "POST").status == 405
    head = preview.ask("/", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["etag"] == preview.ask("/").headers["etag"]
    assert head.headers["etag"].strip('"') in preview.text("/")


def test_a_save_is_followed(preview: Running, folder: Path) -> None:
    """A save is heard of; then the new words stand there, wrong ones in the panel, and the last page until mended."""
    with preview.changes() as numbers:
        next(numbers)
        write_tree(folder, "projects/a.yml:\n    name: 新名\n    place: city\n    source: doc\n")
        while "新名" not in preview.text("/projects/a.html"):
            next(numbers)
        write_tree(folder, "projects/a.yml:\n    name: 错的\n    palce: city\n    source: doc\n")
        while not preview.panel()["errors"]:
            next(numbers)
        panel = preview.panel()
        assert "没有“palce”这个栏目" in panel["html"]
        assert "projects/a.yml:2" in panel["html"]
        assert re.search(
            r"vscode://file/[^\"]*/%E5%BF%97%E6%84%BF%20%E4%B9%8B%E5%9F%8E/projects/a.yml:2:1", panel["html"]
        )
        assert "上一次没有错误的样子" in panel["bar"]
        assert "新名" in preview.text("/projects/a.html")
        write_tree(folder, "projects/a.yml:\n    name: 改好\n    place: city\n    source: doc\n")
        while preview.panel()["errors"] or "改好" not in preview.text("/projects/a.html"):
            next(numbers)


def test_a_folder_made_later_is_followed(preview: Running, folder: Path) -> None:
    """A folder that was not there when the preview began is followed too, and so is the file that is written there."""
    with preview.changes() as numbers:
        next(numbers)
        write_tree(folder, "honours/series/haoren.yml:\n    name: 好人奖\n    level: 市级\n    source: doc\n")
        while "好人奖" not in preview.text("/honours/"):
            next(numbers)


def test_nothing_is_written(project: Project) -> None:
    """A preview writes nothing into the project."""
    folder = project(SMALL)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with running(folder) as preview:
        preview.text("/projects/a.html")
        assert preview.panel()["errors"] == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_before_there_is_a_site(project: Project) -> None:
    """Where the first check finds errors, every address says so in the look of the site, in the language asked for."""
    folder = project("projects/a.yml:\n    nmae: 甲\n")
    with running(folder, "--lang", "en", "serve", "--port", "0") as preview:
        answer = preview.ask("/projects/a.html")
        assert answer.status == 503
        assert b"Mend the errors listed below" in answer.body
        assert preview.ask("/assets/showcase.css").status == 200
        assert "1 error" in preview.panel()["bar"]


def test_two_previews(folder: Path) -> None:
    """A second preview says that the port is in use, takes the next, and both answer."""
    with running(folder) as first:
        port = first.address.rstrip("/").rpartition(":")[2]
        with running(folder, "serve", "--port", port) as second:
            assert f"端口 {port} 有别的程序在用" in second.said[0]
            assert first.ask("/").status == second.ask("/").status == 200


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("ending", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_clean_end(project: Project, ending: signal.Signals, code: int) -> None:
    """Ctrl-C and a request to end are followed at once, browsers or not, with the exit codes of an interruption."""
    with running(project(SMALL)) as preview, preview.changes() as numbers:
        next(numbers)
        preview.process.send_signal(ending)
        assert preview.process.wait(PATIENCE) == code
        assert preview.process.stderr
        assert "Traceback" not in preview.process.stderr.read()


def test_a_system_that_gives_no_watches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no watches left to give, files are looked at again and again instead."""
    asked: list[bool | None] = []

    async def awatch(*_: Path, force_polling: bool | None, **__: object) -> AsyncIterator[set[str]]:
        asked.append(force_polling)
        if not force_polling:
            raise OSError(28, "the limit on watches was reached")
        yield {"projects/a.yml"}

    monkeypatch.setattr(watching, "awatch", awatch)
    saved = asyncio.Event()
    asyncio.run(watching.watch(tmp_path, (), saved, lambda _: False))
    assert asked == [None, True]
    assert saved.is_set()


def test_what_no_reading_sees_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build writes, hidden folders and other programs' files wake nobody; records, settings and theme do."""
    passed: list[bool] = []
    names = (
        "projects/a.yml",
        "mkdocs.yml",
        "honours",
        "site/index.html",
        ".git/index",
        "projects/.a.yml.swp",
        "~$a.xlsx",
    )

    async def awatch(*_: Path, watch_filter: Callable[[Change, str], bool], **__: object) -> AsyncIterator[set[str]]:
        passed.extend(watch_filter(Change.modified, str(tmp_path / name)) for name in names)
        passed.append(watch_filter(Change.modified, str(THEME / "templates" / "base.html")))
        yield set()

    monkeypatch.setattr(watching, "awatch", awatch)
    is_published = (tmp_path / "site").__eq__
    asyncio.run(watching.watch(tmp_path, (THEME,), asyncio.Event(), lambda path: any(map(is_published, path.parents))))
    assert passed[:4] == [True, True, True, False]
    assert passed[4:8] == [False, False, False, True]


def test_no_free_port(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no port is free the command refuses, with a mend."""

    def taken(_: object) -> socket.socket:
        raise OSError(98, "in use")

    monkeypatch.setattr("errno.EADDRINUSE", 98)
    monkeypatch.setattr(socket, "create_server", taken)
    with pytest.raises(Refusal) as refused:
        open_port(8000)
    assert "--port" in refused.value.problem.help("zh")


def test_missing_extra(project: Project) -> None:
    """Without what the preview leans on, the command says what to install, and fails as wrong usage."""
    script = (
        "import sys; sys.modules['watchfiles'] = None\n"
        f"from generator.cli import main; raise SystemExit(main(['-C', {str(project(SMALL))!r}, 'serve']))"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert outcome.returncode == 2
    assert 'pip install "volunteer-showcase[serve]"' in outcome.stderr
    assert "watchfiles" in outcome.stderr


def test_wrong_port(capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is none is wrong usage, said in a few words."""
    for port in ("70000", "-1", "八千"):
        with pytest.raises(SystemExit) as stopped:
            main(["serve", f"--port={port}"])
        assert stopped.value.code == 2
        assert "1 到 65535" in capsys.readouterr().err


def showing(find: dict[str, Artefact], *, wrong: bool = False, sound: Showing | None = None) -> Showing:
    """Return what is shown where these files are."""
    problems = [Problem("no-config", Location("mkdocs.yml"), details={"config": "mkdocs.yml"})] if wrong else []
    return Showing(report_of(problems, root=Path(), records=0), find.get, sound=sound)


def page(words: str | Exception) -> dict[str, Artefact]:
    """Return a site of one page, which says something or fails."""

    def make() -> bytes:
        if isinstance(words, Exception):
            raise words
        return f"<body>{words}</body>".encode()

    return {"a.html": Artefact("a.html", "projects/a.yml", "page", make)}


def test_a_page_that_fails() -> None:
    """An error of ours is a page that names it in plain words, escaped, and no traceback."""
    made = _made(showing(page(ValueError("<b>odd"))), "a.html")
    text = made.data.decode("utf-8")
    assert made.status == 500
    assert "ValueError: &lt;b&gt;odd" in text
    assert "Traceback" not in text
    assert "panel.js" in text


def test_a_page_that_errors_keep_from_being_made() -> None:
    """Where records are wrong, a page that cannot be made for that is shown as it last was."""
    sound = showing(page("好的"))
    made = _made(showing(page(KeyError("x")), wrong=True, sound=sound), "a.html")
    assert (made.status, "好的" in made.data.decode("utf-8")) == (200, True)
    assert _made(showing(page(KeyError("x")), wrong=True), "a.html").status == 500
