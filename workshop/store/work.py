"""What the writer is asked to do: one small record a write, with the future that waits for it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from workshop.core.place import JSON, Place
from workshop.store.journal import Answer
from workshop.store.rounds import Round


@dataclass(slots=True, eq=False)
class Work:
    """The common root."""

    future: asyncio.Future[Any]


@dataclass(slots=True, eq=False)
class Append(Work):
    """Add records to the journal."""

    records: tuple[bytes, ...]


@dataclass(slots=True, eq=False)
class Open(Work):
    """Open a round."""

    place: Place
    asked: bytes


@dataclass(slots=True, eq=False)
class Submit(Work):
    """Replace all that a token has in a round. `contents` are the encoded `contributions`."""

    place: Place
    token: bytes
    contributions: tuple[JSON, ...] | None
    contents: tuple[bytes, ...] | None


@dataclass(slots=True, eq=False)
class Decide(Work):
    """Keep the room's decisions about a round."""

    place: Place
    decisions: bytes | None


@dataclass(slots=True, eq=False)
class Seal(Work):
    """Close a round for good."""

    place: Place


@dataclass(slots=True)
class Outcome:
    """What came of a batch: a result or an error for each work, and what readers shall see from now on."""

    results: list[tuple[Work, Any]] = field(default_factory=list)
    errors: list[tuple[Work, Exception]] = field(default_factory=list)
    rounds: dict[Place, Round] = field(default_factory=dict)
    records: list[bytes] = field(default_factory=list)

    @property
    def answers(self) -> list[Answer]:
        """The answers that became durable, in order."""
        return [result for _, result in self.results if isinstance(result, Answer)]
