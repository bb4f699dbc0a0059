"""The keys of open rounds, and the handles made with them: how a phone finds its own answer again.

The handle of a person's i-th contribution is HMAC-SHA256(key of the round, token ‖ i). Without the key a
handle is a random number; with the key but without the token nobody sees which handles belong together.
"""

import hmac
import os
import re
import secrets
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from workshop.core.place import Place
from workshop.store.disk import create, flush, flush_folder, overwrite

KEY_BYTES = 32
HANDLE_BYTES = 16
"""Half of the HMAC: among 10,000 handles two alike are expected once in 2^102 rounds."""

_DESTROYED = bytes(KEY_BYTES)
_NAME = re.compile(r"(\d+)\.(\d+)\.key")


def handles(key: bytes, token: bytes) -> Iterator[bytes]:
    """The handles of a token's first, second, third … contribution, without end."""
    # The number has a fixed width, so that no token and number can be read as another token and number.
    return (hmac.digest(key, token + i.to_bytes(4), "sha256")[:HANDLE_BYTES] for i in count())


class Keys:
    """The folder with one file for every open round's key. Every method raises OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> dict[Place, bytes]:
        """The keys that are whole; what a crash left half made or half destroyed is cleared away."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._folder.chmod(0o700)
        keys: dict[Place, bytes] = {}
        for path in sorted(self._folder.iterdir()):
            if match := _NAME.fullmatch(path.name):
                place = Place(int(match[1]), int(match[2]))
                key = path.read_bytes()
                if len(key) == KEY_BYTES and key != _DESTROYED:
                    keys[place] = key
                else:
                    self.destroy(place)
        return keys

    def make(self, place: Place) -> bytes:
        """A new random key, durable before it is given."""
        self.destroy(place)
        key = secrets.token_bytes(KEY_BYTES)
        descriptor = create(self._path(place))
        try:
            os.write(descriptor, key)
            flush(descriptor)
        finally:
            os.close(descriptor)
        flush_folder(self._folder)
        return key

    def destroy(self, place: Place) -> None:
        """Overwrite and delete the round's key, durably; nothing happens where there is none.

        Zeros come first: should only the deletion be lost in a power cut, what comes back is no key.
        """
        path = self._path(place)
        try:
            overwrite(path, _DESTROYED)
        except FileNotFoundError:
            return
        path.unlink()
        flush_folder(self._folder)

    def _path(self, place: Place) -> Path:
        return self._folder / f"{place.step}.{place.round}.key"
