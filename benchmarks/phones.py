"""What phones say to a hub, byte by byte as a browser does."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from secrets import token_urlsafe
from urllib.parse import quote_plus

_HEAD = (
    "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    "User-Agent: Mozilla/5.0 (Linux; Android 13; Pixel 6) AppleWebKit/537.36 Chrome/120.0 Mobile\r\n"
    "Accept: {accept}\r\nAccept-Language: nb-NO,nb;q=0.9,en;q=0.8\r\nAccept-Encoding: gzip, deflate\r\n"
)

Talk = Generator[bytes, bytes, None]
"""What one connection says: it yields requests and is given their whole responses."""


class Unexpected(Exception):
    """A response that is not what a benchmark counts."""


@dataclass(frozen=True)
class Place:
    """The round that is open in a hub, as phones know it."""

    port: int
    code: str
    step: int
    round: int = 1

    @property
    def path(self) -> str:
        """Where its answers go."""
        return f"/{self.code}/{self.step}/{self.round}"

    def answer(self, token: str, form: str) -> bytes:
        """The POST by which the page's script sends a form."""
        head = _HEAD.format(method="POST", path=self.path, port=self.port, accept="application/json")
        own = f"Origin: http://127.0.0.1:{self.port}\r\nCookie: phone={token}\r\n"
        kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n\r\n"
        return f"{head}{own}{kind}{form}".encode()


def get(port: int, path: str) -> bytes:
    """A phone's GET."""
    return (_HEAD.format(method="GET", path=path, port=port, accept="text/html") + "\r\n").encode()


def written(number: int) -> str:
    """A form with one text in it."""
    return f"text={quote_plus(f'Vi snakker om hverandre, ikke med hverandre ({number}), og alle vet det.')}"


def tokens(count: int) -> list[str]:
    """The random numbers by which so many phones are known."""
    return [token_urlsafe(32) for _ in range(count)]


def asking(requests: Iterator[bytes], receipt: bytes) -> Talk:
    """Sends the next of `requests` whenever the last was answered with `receipt`; many share one iterator."""
    for request in requests:
        response = yield request
        if receipt not in response:
            raise Unexpected(response[:200])


def newcomer(place: Place, form: str) -> Talk:
    """Loads the page for the first time, keeps its cookie, and sends an answer."""
    page = yield get(place.port, f"/{place.code}")
    _, found, rest = page.partition(b"phone=")
    if not found:
        raise Unexpected(page[:200])
    token = rest.partition(b";")[0].decode()
    yield from asking(iter((place.answer(token, form),)), ARRIVED)


ARRIVED = b'{"arrived": true'
