"""Tickets: how a phone takes its place along to another address of the room. Why: docs/decisions/0006."""

import base64
import binascii
import hashlib
import hmac
import secrets
from typing import NamedTuple

PAD_BYTES = 6144
"""So much of what a person has written, and not sent, fits beside a ticket."""
MOST_SPENT = 50_000
_NONCE, _TOKEN, _SEAL = 16, 43, 16


class Pass(NamedTuple):
    """A phone's `token`, and the `pad` under which its page hides what it takes along."""

    token: bytes
    pad: str


class Tickets:
    """Issues tickets, each good for one journey and for as long as this hub lives.

    The token stands sealed in the ticket itself: nothing of a phone is kept here.
    """

    def __init__(self) -> None:
        self._begin()

    def issue(self, token: bytes) -> tuple[str, str]:
        """A ticket for the phone with this token, and its pad, both in base64."""
        nonce = secrets.token_bytes(_NONCE)
        sealed = nonce + _mixed(token, self._stream(b"token", nonce, _TOKEN))
        return _said(sealed + self._seal(sealed)), self._pad(nonce)

    def redeem(self, ticket: str) -> Pass | None:
        """Whose ticket it is; None for what is none, is of another hub, or was redeemed before."""
        data = _read(ticket)
        sealed, nonce = data[:-_SEAL], data[:_NONCE]
        if len(data) != _NONCE + _TOKEN + _SEAL or not hmac.compare_digest(data[-_SEAL:], self._seal(sealed)):
            return None
        if nonce in self._spent:
            return None
        token = _mixed(sealed[_NONCE:], self._stream(b"token", nonce, _TOKEN))
        found = Pass(token, self._pad(nonce))
        self._spent.add(nonce)
        if len(self._spent) >= MOST_SPENT:  # no room makes so many journeys: all tickets become void
            self._begin()
        return found

    def _begin(self) -> None:
        self._key = secrets.token_bytes(32)
        self._spent: set[bytes] = set()

    def _pad(self, nonce: bytes) -> str:
        return _said(self._stream(b"pad", nonce, PAD_BYTES))

    def _seal(self, sealed: bytes) -> bytes:
        return hmac.digest(self._key, sealed, "sha256")[:_SEAL]

    def _stream(self, purpose: bytes, nonce: bytes, length: int) -> bytes:
        return hashlib.shake_256(self._key + nonce + purpose).digest(length)


def _mixed(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _said(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode()


def _read(ticket: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(ticket)
    except (binascii.Error, ValueError):
        return b""
