"""The floor: what of a round may be shown, so that no text or tally can be pinned on one person.

Below `floor` people nothing is shown. While a round is open, what is shown changes by at least `floor` people
at a time; what is left over appears when it closes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from workshop.core.gathered import Gathered

Gather = Callable[[], Gathered]


@dataclass
class OpenResults:
    """What of an open round is on show. Lives in memory only: on disk it would tell who came early.

    `stale` after a restart of a round that was shown before: what the room saw then is not known any more,
    so nothing is shown until as many people as the floor have sent something since.
    """

    floor: int
    stale: bool = False
    shown: Gathered | None = None
    changed: set[bytes] = field(default_factory=set)

    def note(self, person: bytes) -> None:
        """`person` sent, changed or withdrew something."""
        self.changed.add(person)

    def look(self, gather: Gather) -> Gathered | None:
        """What may be shown now; None while nothing may."""
        if self._enough():
            fresh = gather()
            if not fresh.needed:
                self.take(fresh)
        return self.shown

    def take(self, gathered: Gathered) -> None:
        """The room sees `gathered`: from here on changes are counted anew."""
        self.shown, self.stale = gathered, False
        self.changed.clear()

    def _enough(self) -> bool:
        first = self.shown is None and not self.stale
        return first or len(self.changed) >= self.floor
