"""The server of the preview: a port of this machine alone, and a clean end."""

from __future__ import annotations

import errno
import socket

import uvicorn
from starlette.applications import Starlette

from generator.desk.serve.application import HOSTS
from generator.desk.serve.showing import Board
from generator.problems import Location, Problem, Refusal

# So many ports are tried, from the one that is wanted on.
_TRIED = 20
# Windows says so where another program keeps a port to itself.
_TAKEN = {errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEACCES", errno.EACCES)}


def open_port(wanted: int) -> socket.socket:
    """Take the wanted port of this machine or, where it is in use, the next that is free.

    :raises Refusal: none of them is.
    """
    for port in range(wanted, min(wanted + _TRIED, 65536)):
        try:
            return socket.create_server((HOSTS[0], port))
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
    raise Refusal(Problem("no-free-port", Location(str(wanted)), details={"port": str(wanted), "count": str(_TRIED)}))


def address_of(opened: socket.socket) -> str:
    """Return the address under which a browser finds the preview."""
    return f"http://{HOSTS[0]}:{opened.getsockname()[1]}/"


class Server(uvicorn.Server):
    """Serves until it is interrupted; then it lets those go who wait for changes, and ends at once."""

    def __init__(self, app: Starlette, board: Board) -> None:
        """Take the application, and the board at which browsers wait."""
        super().__init__(uvicorn.Config(app, log_config=None, log_level="critical", access_log=False, ws="none"))
        self._board = board

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End."""
        self._board.close()
        await super().shutdown(sockets)
