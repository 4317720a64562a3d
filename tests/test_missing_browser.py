"""The page for missing addresses in a real browser: on a host that serves it at any depth, and from a folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

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


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a host on which the site stands below /zy/."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "zy").symlink_to(site, target_is_directory=True)

    class Site(Host):
        missing = site / "404.html"

        def __init__(self, *told: Any) -> None:
            super().__init__(*told, directory=str(folder))

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


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
    expect(view.locator(".menu-display [aria-pressed=true]")).to_have_count(2)
    links = view.locator("a").evaluate_all("all => all.map(one => one.href)")
    here = view.url + "#content"
    assert [link for link in links if link != here and not link.startswith(root)] == []
    assert here in links
    view.locator("main a").first.click()
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


def test_without_scripts(browser: Browser, host: str) -> None:
    """Without a script the page is whole where it stands itself."""
    view = browser.new_page(java_script_enabled=False, color_scheme="light")
    view.goto(f"{host}/zy/404.html")
    expect(view.locator("body")).to_have_css("background-color", PAPER)
    view.locator("main a").first.click()
    view.wait_for_url(f"{host}/zy/index.html")
    view.close()
