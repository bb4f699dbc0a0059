"""The hub's two web servers on one event loop: phones on the network, the facilitator on loopback."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from workshop.hub.connection import Connection, refusal
from workshop.hub.limits import Limits
from workshop.hub.sockets import BACKLOG

_OTHER_FILES = 200
"""Descriptors for what is no connection: the store, logs, listeners."""


class Server(uvicorn.Server):
    """One uvicorn server that leaves signals to the hub."""

    def __init__(self, app: ASGIApp, sock: socket.socket, limits: Limits, full: str = "") -> None:
        """`full` is what a connection too many is told."""
        told = {"full": refusal("503 Service Unavailable", full)} if full else {}
        connection = type("LimitedConnection", (Connection,), {"limits": limits, **told})
        super().__init__(
            uvicorn.Config(
                app,
                http=connection,
                ws="none",
                loop="asyncio",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                backlog=BACKLOG,
                timeout_keep_alive=limits.keep_alive_seconds,
                timeout_graceful_shutdown=1,
            )
        )
        self._sock = sock
        self._serving: asyncio.Task[None] | None = None

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """The hub has one way to end, whichever server a signal would have reached."""
        yield

    async def begin(self) -> None:
        """Returns once the server accepts."""
        self._serving = asyncio.create_task(self.serve(sockets=[self._sock]))
        while not self.started and not self._serving.done():
            await asyncio.sleep(0)
        if self._serving.done():
            self._serving.result()

    async def finish(self) -> None:
        """Lets what is under way be answered, then ends."""
        self.should_exit = True
        if self._serving is not None:
            await self._serving


def affordable(connections: int) -> int:
    """Asks the system for so many connections; how many of them it grants."""
    try:
        import resource
    except ImportError:  # Windows sets no such limit
        return connections
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + _OTHER_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(ValueError, OSError):
            most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            soft = most
        return max(50, min(connections, soft - _OTHER_FILES))
    return connections
