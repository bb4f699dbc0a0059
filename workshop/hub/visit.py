"""What the hub looks at in a request's head, read once: who asks, for which host, and in what form."""

import base64
import binascii
import secrets

from starlette.types import Scope

from workshop.language import AVAILABLE

TOKEN_BYTES = 32
PHONE = "phone"
LANGUAGE = "language"
_COOKIE = "; Path=/; SameSite=Lax; HttpOnly; Max-Age={seconds}"
_DAY = 86_400

Headers = list[tuple[bytes, bytes]]


class Visit:
    """A request's head. `token` is the phone's random number; None on first contact or without cookies."""

    __slots__ = ("authorization", "content_type", "cookies", "host", "length", "origin", "script", "token")

    def __init__(self, scope: Scope) -> None:
        self.host = self.origin = self.content_type = self.authorization = b""
        self.length = 0
        self.script = False
        """Whether the page's script asks (it wants JSON), not the browser itself."""
        self.cookies: dict[str, str] = {}
        for name, value in scope["headers"]:
            if read := _READERS.get(name):
                read(self, value)
        self.token = _token(self.cookies.get(PHONE, ""))

    @property
    def language(self) -> str | None:
        """The language that this phone has chosen."""
        chosen = self.cookies.get(LANGUAGE)
        return chosen if chosen in AVAILABLE else None

    def _read_host(self, value: bytes) -> None:
        self.host = value.lower()

    def _read_origin(self, value: bytes) -> None:
        self.origin = value.lower()

    def _read_authorization(self, value: bytes) -> None:
        self.authorization = value

    def _read_content_type(self, value: bytes) -> None:
        self.content_type = value.partition(b";")[0].strip().lower()

    def _read_length(self, value: bytes) -> None:
        self.length = int(value) if value.isdigit() else 0

    def _read_accept(self, value: bytes) -> None:
        self.script = b"application/json" in value

    def _read_cookie(self, value: bytes) -> None:
        for pair in value.decode("latin-1").split(";"):
            name, _, content = pair.partition("=")
            self.cookies.setdefault(name.strip(), content.strip())


_READERS = {
    b"host": Visit._read_host,
    b"origin": Visit._read_origin,
    b"authorization": Visit._read_authorization,
    b"content-type": Visit._read_content_type,
    b"content-length": Visit._read_length,
    b"accept": Visit._read_accept,
    b"cookie": Visit._read_cookie,
}


def new_token() -> bytes:
    """A number that only the phone will keep."""
    return secrets.token_bytes(TOKEN_BYTES)


def token_cookie(token: bytes) -> tuple[bytes, bytes]:
    """The header that gives a phone its token, for a day."""
    return _set_cookie(PHONE, base64.urlsafe_b64encode(token).rstrip(b"=").decode())


def language_cookie(tag: str) -> tuple[bytes, bytes]:
    """The header that remembers a phone's language, for a day."""
    return _set_cookie(LANGUAGE, tag)


def _set_cookie(name: str, value: str) -> tuple[bytes, bytes]:
    return b"set-cookie", f"{name}={value}{_COOKIE.format(seconds=_DAY)}".encode()


def _token(text: str) -> bytes | None:
    try:
        token = base64.b64decode(f"{text}=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return token if len(token) == TOKEN_BYTES else None
