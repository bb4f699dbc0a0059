"""The sockets that the hub listens on, opened before anything else of a run is made."""

import contextlib
import errno
import socket
import sys
import time

from workshop.errors import HubError
from workshop.language import say

DEFAULT_PORT = 8080
BACKLOG = 2048
RESUME_SECONDS = 5.0
_NEIGHBOURS = 100


def listen(host: str, port: int) -> socket.socket:
    """A socket that already listens on `host` (empty: every address). Raises OSError.

    It listens at once, because two sockets may well be bound to one port before either does.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Of a socket with protocol 0 asyncio sets no TCP_NODELAY, and every reply would wait 44 ms.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":  # where SO_REUSEADDR would let another program take the port away
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.setblocking(False)
        sock.bind((host, port))
        sock.listen(BACKLOG)
    except BaseException:
        sock.close()
        raise
    return sock


def exactly(host: str, port: int, *, seconds: float = 0.0) -> socket.socket:
    """A socket on this port, waiting `seconds` for it. Raises HubError where it stays taken."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return listen(host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() >= deadline:
                raise HubError(_why(error, host, port)) from error
        time.sleep(0.05)


def anywhere(host: str) -> socket.socket:
    """A socket on the default port, or on the next free one. Raises HubError."""
    for port in range(DEFAULT_PORT, DEFAULT_PORT + _NEIGHBOURS):
        with contextlib.suppress(OSError):
            return listen(host, port)
    return exactly(host, 0)


def port_of(sock: socket.socket) -> int:
    """The port that a socket listens on."""
    return int(sock.getsockname()[1])


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return say("Port {port} is taken. Choose another with --port (the QR changes with it).", port=port)
    if error.errno in (errno.EACCES, errno.EPERM):
        return say("Port {port} may not be used here. Choose one above 1023 with --port.", port=port)
    message = "This computer cannot listen on {host}: {error}. Choose another address with --host."
    return say(message, host=host or "*", error=error.strerror)
