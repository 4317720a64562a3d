"""The preview as a web application: a page is made when a browser asks for it, and for browsers of this machine alone.

Other web sites may lead a name of theirs to this machine and ask for pages by it; so who asks must name the machine.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from generator.desk.serve.panel import panel_of, stopped_page
from generator.desk.serve.served_page import OWN, ServedPage, page_with_panel, served
from generator.desk.serve.showing import Board, Find, Showing
from generator.printing.templates import assets
from generator.problems import Problem, error_of_ours
from generator.publish.artefact import Artefact

# 127.0.0.1 and its name; no other machine can ask.
HOSTS = ("127.0.0.1", "localhost")
# So often a browser hears that nothing has changed, and the server that it is still there.
_HEARTBEAT = 15.0
_MOST_KEPT = 64
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}


def application(board: Board, root: Path) -> Starlette:
    """Return the application that serves what hangs on the board."""
    desk = Desk(board, root)
    routes = [
        Route(f"{OWN}events", desk.events),
        Route(f"{OWN}panel", desk.panel),
        Route(f"{OWN}panel.css", partial(_own_file, "panel.css", "text/css")),
        Route(f"{OWN}panel.js", partial(_own_file, "panel.js", "text/javascript")),
        Route("/{path:path}", desk.page),
    ]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)])


class Desk:
    """Answers what browsers ask for, from what hangs on the board."""

    def __init__(self, board: Board, root: Path) -> None:
        """Take the board, and the project's folder, in which an editor finds the files."""
        self._board = board
        self._root = root.resolve()
        self._find: Find | None = None
        self._made: dict[str, ServedPage] = {}

    async def events(self, _: Request) -> StreamingResponse:
        """Tell a browser the number of what is shown, now and whenever it changes."""

        async def lines() -> AsyncIterator[str]:
            async for number in self._board.numbers(_HEARTBEAT):
                yield f"data: {number}\n\n"

        return StreamingResponse(lines(), media_type="text/event-stream", headers=_HEADERS)

    async def panel(self, _: Request) -> JSONResponse:
        """Return the problems as the panel shows them."""
        return JSONResponse(await run_in_threadpool(panel_of, self._board.showing, self._root), headers=_HEADERS)

    async def page(self, request: Request) -> Response:
        """Return a file of the site, made now; one that has been asked for is kept until there is another site."""
        path, showing = request.path_params["path"], self._board.showing
        if showing.find != self._find or len(self._made) >= _MOST_KEPT:
            self._find, self._made = showing.find, {}
        made = self._made
        page = made.get(path)
        if page is None:
            page = made[path] = await run_in_threadpool(_made, showing, path)
        if page.location:
            return RedirectResponse(page.location)
        if page.type.startswith("text/html"):
            self._board.see()
        return Response(page.data, page.status, {**_HEADERS, "ETag": page.mark, "Content-Type": page.type})


def _made(showing: Showing, path: str) -> ServedPage:
    """Make a file of the site; where it cannot be made, as it was when all was sound, or the page that says why."""
    language = showing.report.language
    try:
        artefact = _asked_for(showing, path)
        if artefact:
            return served(artefact, language)
        if _asked_for(showing, f"{path}/"):
            return ServedPage(b"", "", "", location=quote(f"/{path}/"))
        artefact = showing.find("404.html")
        return served(artefact, language, status=404) if artefact else _without_site(showing, path)
    except Exception as error:  # noqa: BLE001 - whatever a page meets, its reader gets words
        return _instead(showing, path, error_of_ours(error, path))


def _asked_for(showing: Showing, path: str) -> Artefact | None:
    """Return the file that an address means: of a folder its index, and below the site's own path what is there."""
    name = f"{path}index.html" if not path or path.endswith("/") else path
    return showing.find(name) or showing.find(name.removeprefix(showing.base.lstrip("/")))


def _instead(showing: Showing, path: str, problem: Problem) -> ServedPage:
    """Return the last sound page in place of one that cannot be made for the errors in the records, or say why."""
    language = showing.report.language
    if showing.report.errors and showing.sound is not None and showing.sound.find != showing.find:
        return _made(showing.sound, path)
    return page_with_panel(stopped_page(showing, problem), language, status=500)


def _without_site(showing: Showing, path: str) -> ServedPage:
    """Return what there is before there is a site: the theme's files, and a page that tells what to mend."""
    for name, read in assets():
        if name == path:
            return served(Artefact(name, "the theme", "asset", read), showing.report.language)
    return page_with_panel(stopped_page(showing, None), showing.report.language, status=503)


async def _own_file(name: str, kind: str, _: Request) -> Response:
    data = files(__package__).joinpath(name).read_bytes()
    return Response(data, media_type=kind, headers=_HEADERS)
