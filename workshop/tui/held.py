"""A key that is held down, or a clicker that bounces: it must not run through a whole workshop."""

import time
from collections.abc import Callable

QUICKLY = 0.06
"""Seconds: keyboards repeat every 0.03, nobody presses twice as fast as this."""
AT_MOST = 3
"""Presses in such quick succession that still count."""


class HeldKeys:
    """Tells presses from repeats: after a few in quick succession none counts until there is a pause."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._key, self._at, self._row = "", 0.0, 0

    def counts(self, key: str) -> bool:
        """Whether this press of `key` counts."""
        now = self._steady()
        quick = key == self._key and now - self._at < QUICKLY
        self._key, self._at, self._row = key, now, self._row + 1 if quick else 1
        return self._row <= AT_MOST
