"""Whole HTTP responses, with the headers that every one of them carries."""

from collections.abc import Iterable

from starlette.responses import Response
from starlette.types import Send

from workshop.hub.visit import Headers

# `same-origin` and not `no-referrer`: under that, browsers send forms with `Origin: null`, as the sandbox of
# a hostile page would. To others it tells just as little.
NOT_KEPT = (b"cache-control", b"no-store")
SECURITY: Headers = [
    NOT_KEPT,
    (b"referrer-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
]
NOTHING_RUNS = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
JSON = b"application/json"
TEXT = b"text/plain; charset=utf-8"


async def reply(
    send: Send, status: int, body: bytes, content_type: bytes, headers: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    """A response that is no page, as bare ASGI messages."""
    whole = [
        (b"content-type", content_type),
        (b"content-length", b"%d" % len(body)),
        NOTHING_RUNS,
        *SECURITY,
        *headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": whole})
    await send({"type": "http.response.body", "body": body})


async def see_other(send: Send, path: bytes, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
    """Sends the browser on to `path` with a GET, as bare ASGI messages."""
    # No more headers than an empty reply needs: uvicorn checks each, and 300 of these may leave at once.
    whole = [(b"location", path), (b"content-length", b"0"), NOT_KEPT, *headers]
    await send({"type": "http.response.start", "status": 303, "headers": whole})
    await send({"type": "http.response.body", "body": b""})


class PageResponse(Response):
    """A page, which may run and look like nothing but what carries its nonce.

    `pictures`: the room has some, which the page shows now or later without being loaded again. `asks` are
    the other addresses of this room, where the page may look for it once this one does not answer.
    """

    media_type = "text/html"

    def __init__(
        self,
        body: str,
        nonce: str,
        status: int = 200,
        headers: Headers | None = None,
        *,
        pictures: bool = False,
        asks: Iterable[str] = (),
    ) -> None:
        super().__init__(body, status)
        self.raw_headers += [
            (b"content-security-policy", _policy(nonce, pictures, asks)),
            *SECURITY,
            *(headers or []),
        ]


def _policy(nonce: str, pictures: bool, asks: Iterable[str]) -> bytes:
    hubs = " ".join(("'self'", *asks))
    images = "'self' data:" if pictures else "data:"
    return (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src {hubs}; "
        f"img-src {images}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ).encode()
