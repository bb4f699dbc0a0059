"""What the hub looks at in a request's head: who asks, for which host, and in what form."""

import re
import secrets

from starlette.types import Scope

from workshop.language import AVAILABLE

_TOKEN = re.compile(rb"(?:^|;)\s*phone=([A-Za-z0-9_-]{43})\s*(?:;|$)")
_LANGUAGE = re.compile(rb"(?:^|;)\s*language=([a-z]{2,3})\s*(?:;|$)")
_RELOADS = re.compile(rb"(?:^|;)\s*reload=1\s*(?:;|$)")
_COOKIE = "{name}={value}; Path=/; SameSite=Lax; HttpOnly; Max-Age=86400"

Headers = list[tuple[bytes, bytes]]


class Visit:
    """A request's head. `token` is the phone's random number; None on first contact or without cookies.

    `elsewhere` says whether another device asks. Of its address nothing else is looked at, and nothing kept.
    """

    __slots__ = ("_head", "elsewhere", "token")

    def __init__(self, scope: Scope) -> None:
        self._head: dict[bytes, bytes] = dict(scope["headers"])
        self.elsewhere = _elsewhere(scope)
        found = _TOKEN.search(self._head.get(b"cookie", b""))
        self.token = found[1] if found else None

    @property
    def host(self) -> bytes:
        """The name and port that were called, in lower case."""
        return self._head.get(b"host", b"").lower()

    @property
    def origin(self) -> bytes:
        """Whose page a form was on; empty where the browser does not say."""
        return self._head.get(b"origin", b"").lower()

    @property
    def script(self) -> bool:
        """Whether the page's script asks (it wants JSON), not the browser itself."""
        return b"application/json" in self._head.get(b"accept", b"")

    @property
    def content_type(self) -> bytes:
        """The kind of the body, without its parameters."""
        return self._head.get(b"content-type", b"").partition(b";")[0].strip().lower()

    @property
    def length(self) -> int:
        """The body's size in bytes as announced; 0 where it is not."""
        announced = self._head.get(b"content-length", b"")
        return int(announced) if announced.isdigit() and len(announced) < 20 else 0

    @property
    def authorization(self) -> bytes:
        """What a program shows to be let in."""
        return self._head.get(b"authorization", b"")

    @property
    def ahead_of_time(self) -> bool:
        """Whether a browser only guesses that somebody will want the page."""
        purpose = self._head.get(b"sec-purpose", self._head.get(b"purpose", b""))
        return purpose.startswith((b"prefetch", b"prerender"))

    @property
    def language(self) -> str | None:
        """The language that this phone has chosen."""
        found = _LANGUAGE.search(self._head.get(b"cookie", b""))
        chosen = found[1].decode() if found else None
        return chosen if chosen in AVAILABLE else None

    @property
    def reloads(self) -> bool:
        """Whether this phone, which runs no script, has asked for pages that load anew by themselves."""
        return bool(_RELOADS.search(self._head.get(b"cookie", b"")))


def _elsewhere(scope: Scope) -> bool:
    """A computer that calls one of its own addresses has that same address itself."""
    asks, called = (str((scope.get(end) or ("",))[0]) for end in ("client", "server"))
    return asks not in ("", called, "::1") and not asks.startswith("127.")


def new_token() -> bytes:
    """256 bits that only the phone will keep, as they stand in its cookie."""
    return secrets.token_urlsafe(32).encode()


def token_cookie(token: bytes) -> tuple[bytes, bytes]:
    """The header that gives a phone its token, for a day."""
    return b"set-cookie", _COOKIE.format(name="phone", value=token.decode()).encode()


def language_cookie(tag: str) -> tuple[bytes, bytes]:
    """The header that remembers a phone's language, for a day."""
    return b"set-cookie", _COOKIE.format(name="language", value=tag).encode()


def reload_cookie(*, on: bool) -> tuple[bytes, bytes]:
    """The header that remembers, for a day, whether pages are to load anew by themselves."""
    return b"set-cookie", _COOKIE.format(name="reload", value=int(on)).encode()
