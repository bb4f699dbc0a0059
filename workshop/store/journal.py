"""What the room asks of a store: a `Protocol`, and the few shapes that cross it."""

import asyncio
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from workshop.core.place import JSON, Place
from workshop.errors import StoreError


class NotOpen(StoreError):
    """The round was never opened, or is closed for good; nothing was changed."""


class Answer(NamedTuple):
    """All that one person has in one round from now on.

    `person` is the handle of the person's first contribution: it means nothing outside this round and dies
    with the round's key. `contributions` is None once withdrawn and `()` for an abstention.
    """

    place: Place
    person: bytes
    contributions: tuple[JSON, ...] | None


class Tally(NamedTuple):
    """People of a round: those who gave content, and those who sent it in empty."""

    answered: int
    abstained: int


class People(NamedTuple):
    """An open round's contributions by person, as far as this process has learnt who sent what.

    The files hold no such link, so after a restart a person stands in `known` with the first contribution
    alone until they send again; the further ones are `loose`. Both together are all contributions.
    """

    known: dict[bytes, tuple[JSON, ...]]
    loose: tuple[JSON, ...]


class Store(Protocol):
    """A run's journal and answers.

    Used from one event loop's thread. Writes are carried out in the order they were asked for; a future is
    done once its write would survive a power cut, or fails with `StoreError`. Reads show exactly what was
    acknowledged, and raise `NotOpen` for a round that was never opened. To cancel a future takes nothing
    back.
    """

    def events(self) -> list[bytes]:
        """The journal's records in the order they were appended."""

    def append(self, *records: bytes) -> asyncio.Future[None]:
        """Add `records` to the journal: all of them, or none."""

    def places(self) -> list[Place]:
        """Every round that was ever opened, in the session's order."""

    def open(self, place: Place, asked: JSON) -> asyncio.Future[None]:
        """Open a round with its own key. A round that is open stays as it is; a sealed one is an error."""

    def asked(self, place: Place) -> JSON:
        """What was frozen when the round opened."""

    def submit(
        self, place: Place, token: bytes, contributions: Sequence[JSON] | None
    ) -> asyncio.Future[Answer]:
        """Put `contributions` in the place of all that `token` has in this open round.

        None withdraws, an empty sequence abstains. Raises ValueError for what is no JSON, or is null.
        """

    def person(self, place: Place, token: bytes) -> bytes:
        """Who `token` is in an open round: what `Answer.person` will be. Raises NotOpen once it is sealed."""

    def mine(self, place: Place, token: bytes) -> tuple[JSON, ...] | None:
        """What `token` has in the round; None when nothing, and always once the key is gone."""

    def contributions(self, place: Place) -> list[JSON]:
        """The content of a round without abstentions, in an order that tells nothing of when it came."""

    def people(self, place: Place) -> People:
        """The same content by person, as far as it is known; all of it loose once sealed."""

    def tally(self, place: Place) -> Tally:
        """How many people; kept as numbers when the round is sealed."""

    def seal(self, place: Place) -> asyncio.Future[None]:
        """Close a round for good: from here on nobody can tell whose contribution is whose. Idempotent."""

    def sealed(self, place: Place) -> bool:
        """Whether the round is closed for good."""

    def decide(self, place: Place, decisions: JSON) -> asyncio.Future[None]:
        """Keep what the room decided about the round's texts, in the place of what it had decided before.

        None is as if nothing had been decided.
        """

    def decisions(self, place: Place) -> JSON:
        """What the room decided about the round's texts; None when nothing yet."""

    def close(self) -> None:
        """Finish what was asked for and let go of the files. Idempotent."""
