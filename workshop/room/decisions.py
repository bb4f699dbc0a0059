"""What the room decided about texts, round by round: kept in the store, the journal knows ids only."""

import msgspec

from workshop.core.moderation import AnyDecision
from workshop.core.place import JSON, Place
from workshop.store.journal import Store

_Decisions = tuple[AnyDecision, ...]


class Decisions:
    """Every round's decisions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of: dict[Place, _Decisions] = {}

    def of(self, place: Place) -> _Decisions:
        """The decisions about a round's texts, in order."""
        if place not in self._of:
            kept = self._store.decisions(place)
            self._of[place] = msgspec.convert(kept or [], _Decisions)
        return self._of[place]

    async def add(self, place: Place, decision: AnyDecision) -> None:
        """Makes a decision durable. Raises StoreError; then nothing was decided."""
        await self._keep(place, (*self.of(place), decision))

    async def take_back(self, place: Place) -> None:
        """Takes a round's newest decision back. Raises StoreError."""
        await self._keep(place, self.of(place)[:-1])

    async def _keep(self, place: Place, decisions: _Decisions) -> None:
        kept: JSON = msgspec.to_builtins(decisions) or None
        await self._store.decide(place, kept)
        self._of[place] = decisions


def named(decision: AnyDecision) -> str:
    """A decision's name in the journal."""
    return str(type(decision).__struct_config__.tag)
