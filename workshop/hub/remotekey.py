"""The remote's key: the secret in the address that its QR code holds, kept while the remote is on."""

import hmac
import re
import secrets
from pathlib import Path

from workshop.errors import StoreError
from workshop.language import say
from workshop.room import runfile

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
LENGTH = 26
"""Letters of five bits: 130 bits, which leave the address short enough for a QR code of 29 modules."""

_KEY = re.compile(f"[{LETTERS}]{{{LENGTH}}}")


class RemoteKey:
    """None while the remote is off. The file makes a remote outlast its hub; one revoked stays revoked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._key = _kept(path)
        self._nobodys = _new()

    @property
    def key(self) -> str | None:
        """The secret; None while the remote is off."""
        return self._key

    def make(self) -> str:
        """Switches the remote on; its key, the same where it is on already. Raises StoreError."""
        if self._key is None:
            key = _new()
            try:
                runfile.replace_private(self._path, key.encode())
            except OSError as error:
                raise StoreError(
                    say("The phone remote cannot be switched on: {error}", error=error)
                ) from error
            self._key = key
        return self._key

    def revoke(self) -> None:
        """Switches the remote off: no address that was given away opens anything from now on.

        Raises StoreError where that would not last; it is off all the same until the hub starts again.
        """
        self._key = None
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            message = "The phone remote is off, but a restart of the hub would bring it back: {error}"
            raise StoreError(say(message, error=error)) from error

    def opens(self, said: str) -> bool:
        """Whether `said`, in either case, is the secret. Off is compared like on: nobody has that key."""
        return hmac.compare_digest(said.upper().encode(), (self._key or self._nobodys).encode())


def _new() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def _kept(path: Path) -> str | None:
    try:
        kept = path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None
    return kept if _KEY.fullmatch(kept) else None
