"""The page for missing addresses in a real browser: on a host that serves it at any depth, and from a folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.conftest import BASE, write_tree

PAPER = "rgb(251, 247, 242)"


class Host(SimpleHTTPRequestHandler):
    """A plain server that answers missing addresses below a folder with the folder's own page for them."""

    missing: Path

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - the server's signature
        """Send the page for missing addresses."""
        body = self.missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def hosting(site: Path, workspace: Path, name: str) -> Iterator[str]:
    """Give the address of a host on which a site stands in a folder of some name."""
    (workspace / name).symlink_to(site, target_is_directory=True)

    class Site(Host):
        missing = site / "404.html"

        def __init__(self, *told: Any) -> None:
            super().__init__(*told, directory=str(workspace))

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a host on which the site stands below /zy/."""
    with hosting(site, tmp_path_factory.mktemp("host"), "zy") as address:
        yield address


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site whose makers have written that it stands below /zy/."""
    folder = tmp_path_factory.mktemp("addressed")
    write_tree(folder, BASE)
    config = folder / "mkdocs.yml"
    config.write_text("site_url: https://example.org/zy/\n" + config.read_text("utf-8"), "utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    """Return a page with a memory of its own."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="light")
    yield context.new_page()
    context.close()


def expect_sound(view: Page, root: str) -> None:
    """Wait until the page is styled and scripted; all its links stay below a root, and one leads home."""
    expect(view.locator("h1")).to_have_text("没有找到这一页")
    expect(view.locator("body")).to_have_css("background-color", PAPER)
    expect(view.locator(".looks [aria-pressed=true]")).to_have_count(1)
    links = view.locator("a").evaluate_all("all => all.map(one => one.href)")
    here = view.url + "#content"
    assert [link for link in links if link != here and not link.startswith(root)] == []
    assert here in links
    view.get_by_role("main").get_by_role("link", name="首页").click()
    view.wait_for_url(f"{root}index.html")
    expect(view.locator("body")).to_have_css("background-color", PAPER)


@pytest.mark.parametrize(
    "address",
    [
        "404.html",
        "gone.html",
        "gone/",
        "projects/gone.html",
        "a/b/gone.html?q=1",
        "projects/gone/",
        "a/b/c/d/gone.html",
    ],
)
def test_below_a_folder_of_a_host(host: str, view: Page, address: str) -> None:
    """At any depth below the folder in which the site stands, the page is whole and leads into the site."""
    view.goto(f"{host}/zy/{address}")
    expect_sound(view, f"{host}/zy/")


def test_from_a_folder(site: Path, view: Page) -> None:
    """Opened from a disk, the page is whole and leads into the site."""
    view.goto((site / "404.html").as_uri())
    expect_sound(view, f"{site.as_uri()}/")


def test_an_address_binds_no_copy(addressed: Path, view: Page, tmp_path: Path) -> None:
    """With an address, too, the page is whole on a disk, and on a host where the site stands in another folder."""
    view.goto((addressed / "404.html").as_uri())
    expect_sound(view, f"{addressed.as_uri()}/")
    with hosting(addressed, tmp_path, "elsewhere") as address:
        view.goto(f"{address}/elsewhere/a/b/gone.html")
        expect_sound(view, f"{address}/elsewhere/")


def test_an_address_needs_no_scripts(browser: Browser, addressed: Path, tmp_path: Path) -> None:
    """Where the site stands at its address, the page is whole at any depth without a script."""
    view = browser.new_page(java_script_enabled=False, color_scheme="light")
    with hosting(addressed, tmp_path, "zy") as address:
        view.goto(f"{address}/zy/a/b/gone.html")
        expect(view.locator("body")).to_have_css("background-color", PAPER)
        view.get_by_role("main").get_by_role("link", name="首页").click()
        view.wait_for_url(f"{address}/zy/index.html")
    view.close()


def test_without_scripts(browser: Browser, host: str) -> None:
    """Without a script the page is whole where it stands itself."""
    view = browser.new_page(java_script_enabled=False, color_scheme="light")
    view.goto(f"{host}/zy/404.html")
    expect(view.locator("body")).to_have_css("background-color", PAPER)
    view.get_by_role("main").get_by_role("link", name="首页").click()
    view.wait_for_url(f"{host}/zy/index.html")
    view.close()
