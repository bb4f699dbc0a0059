"""The bare server: what uvicorn, set up as the hub sets it up, does when it only has to say hello."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.types import Receive, Scope, Send

from workshop.hub import sockets
from workshop.hub.limits import LIMITS
from workshop.hub.web import Server

HELLO = b"hello"
_HEAD = {
    "type": "http.response.start",
    "status": 200,
    "headers": [(b"content-type", b"text/plain"), (b"content-length", b"5")],
}


async def hello(_: Scope, __: Receive, send: Send) -> None:
    await send(_HEAD)
    await send({"type": "http.response.body", "body": HELLO})


@contextmanager
def bare_server() -> Iterator[tuple[int, int]]:
    """Port and process of one, which is ended with the block."""
    command = [sys.executable, "-m", "benchmarks.hello"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline()), process.pid
    finally:
        process.kill()
        process.communicate()


async def _serve() -> None:
    sock = sockets.listen("127.0.0.1", 0)
    server = Server(hello, sock, LIMITS)
    await server.begin()
    print(sockets.port_of(sock), flush=True)
    await asyncio.to_thread(sys.stdin.read)  # until whoever started it is gone
    await server.finish()


if __name__ == "__main__":
    asyncio.run(_serve())
