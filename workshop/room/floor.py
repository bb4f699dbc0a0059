"""The floor: what of a round may be shown, so that no text or tally can be pinned on one person.

Below `floor` people nothing is shown. Until a round's close is final, what is shown changes by at least
`floor` people at a time, and so does every row of it; what is left over appears at the close, once.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from workshop.core.fields import OTHER
from workshop.core.gathered import Gathered
from workshop.core.place import JSON
from workshop.store.journal import Answer

Gather = Callable[[], Gathered]
Sent = Sequence[JSON]
NOTHING: Sent = ()


@dataclass
class OpenResults:
    """What of a round that is not yet final is on show. Lives in memory only, and goes when that is sealed.

    `exposed`: the room has seen something of it. After a restart that is no longer known in detail, so people
    who were there `before` never count as having changed: what the room saw of them cannot be compared.
    """

    floor: int
    exposed: bool = False
    before: Collection[bytes] = ()
    hands: Collection[bytes] = ()
    """People whom whoever leads the room sends in; that they come or go tells nothing new of anybody."""
    shown: Gathered | None = None
    here: set[bytes] = field(default_factory=set)
    """Those of `hands` whose answers are there."""
    _now: dict[bytes, Sent] = field(default_factory=dict)
    _then: dict[bytes, Sent] = field(default_factory=dict)
    _thick: set[str] = field(default_factory=set)

    def note(self, answer: Answer) -> None:
        """A person sent, changed, skipped or withdrew something."""
        if answer.person in self.hands:
            (self.here.add if answer.contributions else self.here.discard)(answer.person)
        elif answer.person not in self.before:
            self._now[answer.person] = answer.contributions or NOTHING

    @property
    def missing(self) -> int:
        """People who must have something else than the room saw of them before it may see more."""
        if not self.exposed:
            return 0
        changed = [rows for person in self._now if (rows := self._changed_rows(person))]
        people = Counter(row for rows in changed for row in rows)
        # A row that was too thin to be shown has told nothing that more of it could be compared with.
        comparable = people.keys() if self.shown is None else people.keys() & self._thick
        return max(0, self.floor - len(changed), *(self.floor - people[row] for row in comparable))

    def look(self, gather: Gather) -> Gathered | None:
        """What may be shown now; None while nothing may."""
        return self.shown if self.missing else self.take(gather())

    def take(self, gathered: Gathered) -> Gathered | None:
        """The room sees `gathered`, or nothing any more where too few people are left behind it."""
        self.shown = None if gathered.needed else gathered
        if self.shown or self.exposed:
            self.exposed, self._then = True, dict(self._now)
            size = Counter(map(_row, gathered.contributions))
            self._thick = {row for row, n in size.items() if n >= self.floor}
        return self.shown

    def _changed_rows(self, person: bytes) -> list[str]:
        sent, before = self._now[person], self._then.get(person, NOTHING)
        if sent == before:
            return []
        now, then = _by_row(sent), _by_row(before)
        return [row for row in now.keys() | then.keys() if now.get(row) != then.get(row)]


def _by_row(sent: Sent) -> Mapping[str, Sequence[str]]:
    """What others could see of one person's answer: the contributions of each row, in no order."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for contribution in sent:
        rows[_row(contribution)].append(repr(contribution))
    return {row: sorted(contributions) for row, contributions in rows.items()}


def _row(contribution: JSON) -> str:
    """The field that a contribution stands in; own words stand in that of the list they were added to."""
    name = next(iter(contribution), "") if isinstance(contribution, dict) else ""
    return name.removesuffix(f"-{OTHER}")
