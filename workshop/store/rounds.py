"""Rounds in memory: open ones, where a token finds its own lines again, and sealed ones, where nobody can.

A round that has been published to readers never changes: the writer changes a `draft` and publishes that.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from workshop.core.place import JSON
from workshop.store import body
from workshop.store.body import Line
from workshop.store.handles import handles
from workshop.store.journal import People, Tally


@dataclass(slots=True)
class OpenRound:
    """A round whose lines still carry handles. Without its `key` sealing has begun and must be finished."""

    asked: bytes
    key: bytes | None
    decisions: bytes | None = None
    lines: dict[bytes, Line] = field(default_factory=dict)
    order: list[bytes] = field(default_factory=list)
    persons: dict[bytes, tuple[bytes, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, asked: bytes, key: bytes | None, decisions: bytes | None, text: bytes) -> "OpenRound":
        """The round as it stands in its row; who sent what is not in there. Raises ValueError."""
        lines = body.read_open(text)
        by_handle = {line.handle: line for line in lines}
        return cls(asked, key, decisions, by_handle, sorted(by_handle))

    def draft(self) -> "OpenRound":
        """A copy that may be changed while this one is being read."""
        return replace(self, lines=self.lines.copy(), order=self.order.copy(), persons=self.persons.copy())

    def put(self, token: bytes, contents: Sequence[bytes] | None) -> bytes:
        """Replace all lines of `token` and give its person handle; None takes them away."""
        assert self.key is not None
        unending = handles(self.key, token)
        person = next(unending)
        # After a restart the round does not know yet which lines are one person's.
        known = self.persons.pop(person, None)
        for handle in self._held(token) if known is None else known:
            self._remove(handle)
        if contents is not None:
            kept = contents or (body.ABSTAINED,)
            self.persons[person] = (person, *islice(unending, len(kept) - 1))
            for handle, content in zip(self.persons[person], kept, strict=True):
                self._add(body.line(handle, handle == person, content))
        return person

    def mine(self, token: bytes) -> tuple[JSON, ...] | None:
        held = self._held(token)
        return self._values(held) if held else None

    def contents(self) -> list[bytes]:
        ordered = [self.lines[handle] for handle in self.order]
        return [line.content for line in ordered if not line.abstained]

    def people(self) -> People:
        groups = {line.handle: self.persons.get(line.handle, (line.handle,)) for line in self._firsts()}
        told = {handle for group in groups.values() for handle in group}
        loose = [handle for handle in self.order if handle not in told]
        known = {person: self._values(group) for person, group in groups.items()}
        return People(known, self._values(loose))

    def tally(self) -> Tally:
        abstained = [line.abstained for line in self._firsts()]
        return Tally(answered=abstained.count(False), abstained=abstained.count(True))

    def text(self) -> bytes:
        return body.join([self.lines[handle].text for handle in self.order])

    def seal(self) -> "SealedRound":
        return SealedRound(self.asked, self.decisions, self.tally(), sorted(self.contents()))

    def _held(self, token: bytes) -> list[bytes]:
        if self.key is None:
            return []
        return list(takewhile(self.lines.__contains__, handles(self.key, token)))

    def _firsts(self) -> list[Line]:
        return [line for line in self.lines.values() if line.first]

    def _values(self, wanted: Sequence[bytes]) -> tuple[JSON, ...]:
        lines = [self.lines[handle] for handle in wanted]
        return tuple(body.decode(line.content) for line in lines if not line.abstained)

    def _add(self, line: Line) -> None:
        self.lines[line.handle] = line
        insort(self.order, line.handle)

    def _remove(self, handle: bytes) -> None:
        del self.lines[handle]
        del self.order[bisect_left(self.order, handle)]


@dataclass(slots=True)
class SealedRound:
    """A round of contents alone, sorted by their bytes, and two numbers."""

    asked: bytes
    decisions: bytes | None
    counted: Tally
    kept: list[bytes]

    key = None

    def draft(self) -> "SealedRound":
        return replace(self)

    def mine(self, token: bytes) -> None:
        return None

    def contents(self) -> list[bytes]:
        return self.kept

    def people(self) -> People:
        return People({}, tuple(body.decode(content) for content in self.kept))

    def tally(self) -> Tally:
        return self.counted

    def text(self) -> bytes:
        return body.join(self.kept)


Round = OpenRound | SealedRound
