"""Connections that trickle, swell or crowd are ended; those of real phones are not."""

import socket
import time

from tests.hub.conftest import Make
from tests.hub.live_hub import PATIENCE, LiveHub
from workshop.hub import sockets

HEAD = b"GET /K7QX HTTP/1.1\r\nHost: 127.0.0.1\r\n"
POST = (
    b"POST /K7QX/2/1 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 8\r\n\r\n"
)


def connect(hub: LiveHub) -> socket.socket:
    return socket.create_connection(("127.0.0.1", hub.port), timeout=PATIENCE)


def everything(sock: socket.socket) -> bytes:
    """All that comes until the hub ends the connection."""
    found = b""
    try:
        while data := sock.recv(65_536):
            found += data
    except ConnectionResetError:
        pass
    return found


def trickle(sock: socket.socket, data: bytes) -> bytes:
    """A byte now and then, until the hub has had enough; what it said."""
    sock.settimeout(0.05)
    for byte in data * 100:
        try:
            sock.sendall(bytes([byte]))
            if found := sock.recv(1000):
                return found
            return b""
        except TimeoutError:
            continue
        except (BrokenPipeError, ConnectionResetError):
            return b""
    raise AssertionError("the hub never had enough")


def test_a_head_that_trickles_in_is_cut_off(make_hub: Make) -> None:
    hub = make_hub(limits={"head_seconds": 0.4})
    with connect(hub) as sock:
        sock.sendall(HEAD)
        assert trickle(sock, b"X-A: b\r\n").startswith(b"HTTP/1.1 408")


def test_a_body_that_trickles_in_is_cut_off(make_hub: Make) -> None:
    hub = make_hub(limits={"body_seconds": 0.4})
    hub.do("next", "next")
    with connect(hub) as sock:
        sock.sendall(POST.replace(b": 8", b": 8000"))
        assert trickle(sock, b"a").startswith(b"HTTP/1.1 408")
    assert hub.snapshot()["answered"] == 0


def test_a_connection_that_says_nothing_is_let_go(make_hub: Make) -> None:
    hub = make_hub(limits={"head_seconds": 0.2})
    with connect(hub) as sock:
        assert everything(sock).startswith(b"HTTP/1.1 408")


def test_deadlines_are_for_one_request_and_not_for_the_connection(make_hub: Make) -> None:
    hub = make_hub(limits={"head_seconds": 0.5, "body_seconds": 0.5})
    hub.do("next", "next")
    with connect(hub) as sock:
        for _ in range(3):
            sock.sendall(POST + b"text=Hei")
            assert sock.recv(65_536).startswith(b"HTTP/1.1 303")
            time.sleep(0.3)  # together longer than any deadline
        sock.sendall(HEAD + b"\r\n")
        assert sock.recv(65_536).startswith(b"HTTP/1.1 200")


def test_a_head_without_end_is_cut_off(make_hub: Make) -> None:
    hub = make_hub()
    with connect(hub) as sock:
        sock.sendall(HEAD)
        try:
            for _ in range(200):
                sock.sendall(b"X-A: " + b"b" * 1000 + b"\r\n")
        except (BrokenPipeError, ConnectionResetError):
            return
        assert b"431" in everything(sock).partition(b"\r\n")[0]


def test_a_refused_body_is_read_only_so_far(make_hub: Make) -> None:
    hub = make_hub(limits={"drained_bytes": 100_000})
    hub.do("next", "next")
    with connect(hub) as sock:
        sock.sendall(POST.replace(b": 8", b": 80000000"))
        sent = 0
        try:
            while sent < 80_000_000:
                sent += sock.send(b"a" * 65_536)
        except (BrokenPipeError, ConnectionResetError):
            pass
    assert sent < 40_000_000


def test_one_connection_too_many_is_told_so_and_the_others_stay(make_hub: Make) -> None:
    hub = make_hub(limits={"connections": 3})
    kept = [connect(hub) for _ in range(3)]
    try:
        for sock in kept:
            sock.sendall(HEAD + b"\r\n")
            assert sock.recv(100).startswith(b"HTTP/1.1 200")
        with connect(hub) as extra:
            refusal = everything(extra)
        assert refusal.startswith(b"HTTP/1.1 503")
        assert "Rommet er fullt akkurat nå".encode() in refusal
    finally:
        for sock in kept:
            sock.close()


def test_replies_leave_at_once() -> None:
    """asyncio sets TCP_NODELAY only on sockets that say that they speak TCP."""
    with sockets.listen("127.0.0.1", 0) as sock:
        assert sock.proto == socket.IPPROTO_TCP
