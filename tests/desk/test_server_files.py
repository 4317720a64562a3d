"""What a new city has for a server: nginx answers as it should, and a site is exchanged whole."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from generator.desk.sample_records import city_files

NGINX = shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"]))
PUBLISHES = sys.platform == "linux" and shutil.which("rsync")
NAMED_BY_CONTENT = "pictures/0123456789abcdef-400.webp"
FOREVER = "public, max-age=31536000, immutable"
SITE = {
    "index.html": "<!doctype html>" + "首页" * 400,
    "404.html": "没有这一页",
    "projects/a.html": "甲",
    "assets/showcase.css": "a{}" * 400,
    "data/figures.csv": "\ufeff编号\n1\n",
    "data/showcase.sqlite": "SQLite",
    "manifest.webmanifest": "{}",
    "feed.xml": "<feed/>",
    "places/a/feed.json": "{}",
    "pictures/index.html": "不是图",
    ".showcase": "{}",
    ".well-known/proof.txt": "证明",
    NAMED_BY_CONTENT: "RIFF",
    "volunteers/" + NAMED_BY_CONTENT: "RIFF",
}


class Asked(http.client.HTTPConnection):
    """A connection to a socket in a folder, so that no port is taken."""

    def __init__(self, path: Path) -> None:
        """Take the socket's path."""
        super().__init__("localhost")
        self.path = path

    def connect(self) -> None:
        """Connect to the socket."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(str(self.path))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered."""

    status: int
    headers: Message
    body: bytes


def write_site(folder: Path, **changed: str) -> Path:
    """Write a small site."""
    for name, text in (SITE | changed).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Start nginx with the settings of a new city, and return its socket."""
    if NGINX is None:
        pytest.skip("nginx is not here; on Debian: apt-get install nginx-light")
    folder = tmp_path_factory.mktemp("n")
    site = write_site(folder / "site")
    ours = city_files()["deploy/nginx.conf"]
    for written, here in (("listen 80;", f"listen unix:{folder}/s;"), ("/srv/showcase/current", str(site))):
        assert ours.count(written) == 1
        ours = ours.replace(written, here)
    (folder / "showcase.conf").write_text(ours, encoding="utf-8")
    types = Path("/etc/nginx/mime.types")
    (folder / "mime.types").write_text(types.read_text("utf-8") if types.exists() else "types {}", "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    kept = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{user} pid {folder}/pid; error_log {folder}/log; events {{}} "
        f"http {{ access_log off; {kept} include {folder}/showcase.conf; }}",
        encoding="utf-8",
    )
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr
    subprocess.run(command, check=True)
    yield folder / "s"
    subprocess.run([*command, "-s", "quit"], check=True)


def asked(server: Path, path: str, **headers: str) -> Answer:
    """Ask for a path and return the answer."""
    with closing(Asked(server)) as connection:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


@pytest.mark.parametrize(
    ("path", "status", "kind", "kept"),
    [
        ("/", 200, "text/html; charset=utf-8", "no-cache"),
        ("/projects/a.html", 200, "text/html; charset=utf-8", "no-cache"),
        ("/assets/showcase.css", 200, "text/css; charset=utf-8", "no-cache"),
        ("/data/figures.csv", 200, "text/csv; charset=utf-8", "no-cache"),
        ("/data/showcase.sqlite", 200, "application/vnd.sqlite3", "no-cache"),
        ("/manifest.webmanifest", 200, "application/manifest+json; charset=utf-8", "no-cache"),
        ("/feed.xml", 200, "application/atom+xml; charset=utf-8", "no-cache"),
        ("/places/a/feed.json", 200, "application/feed+json; charset=utf-8", "no-cache"),
        ("/pictures/index.html", 200, "text/html; charset=utf-8", "no-cache"),
        (f"/{NAMED_BY_CONTENT}", 200, "image/webp", FOREVER),
        (f"/volunteers/{NAMED_BY_CONTENT}", 200, "image/webp", FOREVER),
        ("/.well-known/proof.txt", 200, "text/plain; charset=utf-8", "no-cache"),
        ("/pictures/fedcba9876543210-400.webp", 404, "text/html; charset=utf-8", None),
        ("/.showcase", 404, "text/html; charset=utf-8", None),
        ("/projects/.git/config", 404, "text/html; charset=utf-8", None),
    ],
)
def test_headers(server: Path, path: str, status: int, kind: str, kept: str | None) -> None:
    """Each sort of file has its type and its time to be kept; what is not there is kept by nobody."""
    answer = asked(server, path)
    assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
    assert answer.headers["Cache-Control"] == kept
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'self'"
    if status == 404:
        assert answer.body.decode() == SITE["404.html"]


def test_compressed(server: Path) -> None:
    """A page travels compressed, and says that it may travel otherwise."""
    answer = asked(server, "/", Accept_Encoding="gzip")
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(answer.body).decode() == SITE["index.html"]


def test_not_sent_twice(server: Path) -> None:
    """A page that the reader has is not sent again."""
    tag = asked(server, "/projects/a.html").headers["ETag"]
    assert asked(server, "/projects/a.html", If_None_Match=tag).status == 304


def publish(site: Path | str, to: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a new city, which lies in ``folder``."""
    if not PUBLISHES:
        pytest.skip("publishing needs Linux and rsync; on Debian: apt-get install rsync")
    script = folder / "publish.sh"
    script.write_text(city_files()["deploy/publish.sh"], encoding="utf-8")
    told = {"PATH": os.environ["PATH"], "HOME": str(folder), **more}
    asked_for = ["sh", str(script), str(site), to]  # the system's own
    return subprocess.run(asked_for, env=told, capture_output=True, text=True, check=False)


def test_published_whole(tmp_path: Path) -> None:
    """A site arrives with its hidden files; the next one takes its place, and an unchanged file is the same file."""
    site, there = write_site(tmp_path / "site"), tmp_path / "srv"
    assert publish(site, str(there), tmp_path).returncode == 0
    first = (there / "current").resolve()
    assert (first / ".well-known/proof.txt").read_text("utf-8") == "证明"
    write_site(site, **{"index.html": "新的首页"})
    (site / "projects/a.html").unlink()
    assert publish(site, str(there), tmp_path).returncode == 0
    second = (there / "current").resolve()
    assert (second / "index.html").read_text("utf-8") == "新的首页"
    assert not (second / "projects/a.html").exists()
    assert (second / "404.html").samefile(first / "404.html")
    assert (first / "index.html").read_text("utf-8") == SITE["index.html"]
    assert sorted(path.name for path in there.iterdir()) == ["current", "releases"]


# Stands for ssh: notes how it was asked and with which key, and runs the command here.
SSH = """#!/bin/sh
printf '%s\\n' "$*" >>{folder}/asked
for given; do [ "$last" != -i ] || cat "$given" >>{folder}/key; last=$given; done
while [ "$1" != host ] && [ "$1" != web@host ]; do shift; done
shift
exec sh -c "$*"
"""


def test_published_by_ssh(tmp_path: Path) -> None:
    """A machine without a home publishes with the key it is given to the one server it is told, and keeps no key."""
    site, there, tools, kept = (tmp_path / name for name in ("site", "srv", "tools", "kept"))
    tools.mkdir()
    kept.mkdir()
    (tools / "ssh").write_text(SSH.format(folder=tmp_path), encoding="utf-8")
    (tools / "ssh").chmod(0o755)
    given = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(kept), "DEPLOY_KEY": "secret\r"}
    to = f"web@host:{there}"
    assert publish(write_site(site), to, tmp_path, **given).returncode == 2
    assert publish(site, to, tmp_path, **given, DEPLOY_KNOWN_HOSTS="host ssh-ed25519 A").returncode == 0
    assert (there / "current/index.html").read_text("utf-8") == SITE["index.html"]
    lines = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert len(lines) == 3
    assert all("StrictHostKeyChecking=yes" in line and "secret" not in line for line in lines)
    assert (tmp_path / "key").read_text("utf-8") == "secret\n" * 3
    assert not any(kept.iterdir())


def test_a_broken_transfer_changes_nothing(tmp_path: Path) -> None:
    """Where the transfer stops midway, readers see the last site, and the next transfer is as any other."""
    site, there = write_site(tmp_path / "site"), tmp_path / "srv"
    assert publish(site, str(there), tmp_path).returncode == 0
    before = (there / "current").resolve()
    (site / "gone").symlink_to(tmp_path / "nowhere")
    write_site(site, **{"index.html": "新的首页"})
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "rsync").write_text(f'#!/bin/sh\n"{shutil.which("rsync")}" "$@"\nexit 23\n', encoding="utf-8")
    (broken / "rsync").chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{broken}{os.pathsep}{os.environ['PATH']}")
        assert publish(site, str(there), tmp_path).returncode == 23
    assert (there / "current").resolve() == before
    assert publish(site, str(there), tmp_path).returncode == 0
    assert (there / "current/index.html").read_text("utf-8") == "新的首页"


def test_old_sites_go(tmp_path: Path) -> None:
    """The last five sites stay, the one that readers see among them."""
    site, there = write_site(tmp_path / "site"), tmp_path / "srv"
    for day in range(10, 17):
        write_site(there / "releases" / f"202401{day}-000000-1")
    assert publish(site, str(there), tmp_path).returncode == 0
    left = sorted(path.name for path in (there / "releases").iterdir())
    assert left == [f"202401{day}-000000-1" for day in range(13, 17)] + [(there / "current").resolve().name]


@pytest.mark.parametrize("to", ["srv", "web@host:srv", "/srv/$(id)", "/srv/a b", "/srv/../etc", "/", "-oX:/srv", ""])
def test_a_wrong_place_is_refused(tmp_path: Path, to: str) -> None:
    """A folder that a shell could misread, or that is none, is refused before anything is touched."""
    told = publish(write_site(tmp_path / "site"), to, tmp_path)
    assert (told.returncode, told.stdout) == (2, "")
    assert "文件夹" in told.stderr or "服务器" in told.stderr


def test_no_site_is_refused(tmp_path: Path) -> None:
    """A folder without a home page is no site and would take away the one that is there."""
    told = publish(tmp_path / "empty", str(tmp_path / "srv"), tmp_path)
    assert (told.returncode, (tmp_path / "srv").exists()) == (2, False)
    assert "showcase build" in told.stderr
