"""Raised hands: answers of people without a phone, sent in by whoever leads the room, and marked as such."""

import asyncio
import hmac
from collections.abc import Sequence

from workshop.core.place import JSON, Place
from workshop.store.journal import Store

Sent = tuple[JSON, ...]


class Hands:
    """Sends such answers as people of their own, who are found again by `key`, the run's own.

    So they can be taken back after a restart too, as long as the round is not closed for good.
    """

    def __init__(self, store: Store, key: bytes) -> None:
        self._store = store
        self._key = key

    def persons(self, place: Place, numbers: range) -> frozenset[bytes]:
        """Who they are in an open round; `numbers` count its raised hands from 0. Raises NotOpen."""
        return frozenset(self._store.person(place, token) for token in self._tokens(place, numbers))

    async def send(self, place: Place, first: int, answers: Sequence[Sent]) -> None:
        """Sends `answers`, a person each, the first as raised hand number `first`. Raises StoreError."""
        tokens = self._tokens(place, range(first, first + len(answers)))
        pairs = zip(tokens, answers, strict=True)
        await asyncio.gather(*(self._store.submit(place, token, sent) for token, sent in pairs))

    def missing(self, place: Place, numbers: range) -> bool:
        """Whether any of these is not there, though the journal has them: the hub died on the way."""
        return any(self._store.mine(place, token) is None for token in self._tokens(place, numbers))

    async def take_back(self, place: Place, numbers: range) -> None:
        """Takes such answers back. Raises StoreError."""
        tokens = self._tokens(place, numbers)
        await asyncio.gather(*(self._store.submit(place, token, None) for token in tokens))

    def _tokens(self, place: Place, numbers: range) -> list[bytes]:
        said = [f"hand {place.step} {place.round} {number}".encode() for number in numbers]
        return [hmac.digest(self._key, one, "sha256").hex().encode() for one in said]
