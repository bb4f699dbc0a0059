"""The floor: what of a round may be shown, so that no text or tally can be pinned on one person.

Below `floor` people nothing is shown. Until a round's close is final, what is shown changes by at least
`floor` people at a time; what is left over appears at the close, once.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from workshop.core.gathered import Gathered
from workshop.core.place import JSON
from workshop.store.journal import Answer

Gather = Callable[[], Gathered]
Content = Sequence[int]
NOTHING: Content = []


@dataclass
class OpenResults:
    """What of a round that is not yet final is on show. Lives in memory only, and goes when that is sealed.

    `exposed`: the room has seen something of it. After a restart that is no longer known in detail, so people
    who were there `before` never count as having changed: what the room saw of them cannot be compared.
    """

    floor: int
    exposed: bool = False
    before: Collection[bytes] = ()
    shown: Gathered | None = None
    _now: dict[bytes, Content] = field(default_factory=dict)
    _then: dict[bytes, Content] = field(default_factory=dict)

    def note(self, answer: Answer) -> None:
        """A person sent, changed, skipped or withdrew something."""
        if answer.person not in self.before:
            self._now[answer.person] = _content(answer.contributions or ())

    @property
    def missing(self) -> int:
        """People who must have something else than the room saw of them before it may see more."""
        if not self.exposed:
            return 0
        differ = sum(content != self._then.get(person, NOTHING) for person, content in self._now.items())
        return max(0, self.floor - differ)

    def look(self, gather: Gather) -> Gathered | None:
        """What may be shown now; None while nothing may."""
        return self.shown if self.missing else self.take(gather())

    def take(self, gathered: Gathered) -> Gathered | None:
        """The room sees `gathered`, or nothing any more where too few people are left behind it."""
        self.shown = None if gathered.needed else gathered
        if self.shown or self.exposed:
            self.exposed, self._then = True, dict(self._now)
        return self.shown


def _content(contributions: Sequence[JSON]) -> Content:
    """What others could see of an answer, in hashes: not its order, nor whether an empty one was sent."""
    return sorted(hash(repr(contribution)) for contribution in contributions)
