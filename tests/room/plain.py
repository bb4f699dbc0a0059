"""A reckoning of its own: what an agenda must say, counted from where the stage stood in every second.

It knows the timeline as it was written and what was pressed when; nothing of it is taken from the room.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

MINUTE = 60
Saved = Mapping[int, float]
"""Seconds that are taken from sections."""


class Part(NamedTuple):
    """A section as it was written: its seconds, the moment of its locked start, the clocks of its steps.

    `optional` and `pauses` say which of these steps may be left out, and which are pauses.
    """

    seconds: int | None
    lock: float | None = None
    clocks: tuple[int, ...] = (0,)
    optional: tuple[int, ...] = ()
    pauses: tuple[int, ...] = ()


class Plain:
    """A workshop that began at `begun`. `track` is the step on the stage in each second since."""

    def __init__(self, parts: list[Part], begun: int) -> None:
        self.parts, self.begun, self.here = parts, begun, 0
        self.track: list[int] = []
        self.spent = [0] * len(parts)
        self.running: dict[int, float] = {}
        """When the clocks end that run."""
        self.stopped: dict[int, float] = {}
        """What is left on those that were stopped."""
        self.visited, self.dropped = {0}, set[int]()
        self._before: list[tuple[list[float | None], list[float], set[int]]] = []
        self.section_of = [number for number, part in enumerate(parts) for _ in part.clocks]
        self.clocks = [float(seconds) for part in parts for seconds in part.clocks]
        self.given = [part.seconds if part.seconds is None else float(part.seconds) for part in parts]

    def stay(self, seconds: int) -> None:
        """Time passes, second by second."""
        for _ in range(seconds):
            self.track.append(self.here)
            self.spent[self.section] += 1

    def go(self, step: int, *, starts: bool = True) -> None:
        """The stage goes to a step (0-based), whose clock starts."""
        self.here = step
        self.visited.add(step)
        if starts and self.clocks[step] and step not in self.running | self.stopped:
            self.running[step] = self.now + self.clocks[step]

    def stop(self) -> None:
        """The clock is stopped."""
        self.stopped[self.here] = self.running.pop(self.here) - self.now

    def start(self) -> None:
        """It goes on."""
        self.running[self.here] = self.now + self.stopped.pop(self.here)

    def add(self, seconds: int) -> None:
        """A clock that runs gets more."""
        self.running[self.here] += seconds

    @property
    def clock(self) -> float:
        """What the step's clock still shows; no less than nothing."""
        if self.here in self.running:
            return max(0.0, self.running[self.here] - self.now)
        return max(0.0, self.stopped.get(self.here, self.clocks[self.here]))

    @property
    def now(self) -> int:
        return self.begun + len(self.track)

    @property
    def section(self) -> int:
        return self.section_of[self.here]

    def newest_lock(self) -> int | None:
        """The last locked section that was reached, or stood in at its time or later."""
        return max((number for number in self._locks() if self._reached(number)), default=None)

    def next_lock(self) -> int | None:
        """The first one after it."""
        newest = self.newest_lock()
        return next((number for number in self._locks() if newest is None or number > newest), None)

    def _locks(self) -> list[int]:
        return [number for number, part in enumerate(self.parts) if part.lock is not None]

    def _reached(self, section: int) -> bool:
        if section <= self.section:
            return True
        late = self.track[max(0, math.ceil(self.parts[section].lock or 0.0) - self.begun) :]
        return any(self.section_of[step] == section for step in late)

    def _holds(self, section: int) -> float | None:
        """A locked start that is still to come."""
        lock = self.next_lock()
        return self.parts[section].lock if lock is not None and section >= lock else None

    def play(self, saved: Saved | None = None) -> list[float]:
        """When each section from the present one on will be arrived at, and last of all the end.

        Waiting for a section's lock is no arrival yet: it stands between an arrival and the next.
        """
        time, arrivals = float(self.now), []
        for section in range(self.section, len(self.parts)):
            arrivals.append(time)
            time = max(time, self._holds(section) or time)
            given = self.given[section]
            less = (saved or {}).get(section, 0.0)
            if given is not None:
                time += max(0.0, given - less - self.spent[section], self._clocks_to_come(section) - less)
        return [*arrivals, time]

    def _clocks_to_come(self, section: int) -> float:
        """Of the present section: it will take no less than these."""
        if section != self.section:
            return 0.0
        steps = [step for step, of in enumerate(self.section_of) if of == section]
        gone = self.visited | self.dropped
        return self.clock + sum(self.clocks[step] for step in steps if step > self.here and step not in gone)

    def starts(self) -> dict[int, float]:
        """When every section ahead will start."""
        arrivals = self.play()
        ahead = range(self.section + 1, len(self.parts))
        return {n: max(arrivals[n - self.section], self._holds(n) or 0.0) for n in ahead}

    def waits(self) -> float:
        """How long the room will stand before the next locked start."""
        lock = self.next_lock()
        return 0.0 if lock is None else self.starts()[lock] - self.play()[lock - self.section]

    def as_written(self) -> list[float]:
        """When each section was to be arrived at, and the end; what has no plan takes what it takes."""
        newest = self.newest_lock()
        base, since = float(self.begun), 0
        if newest is not None:
            base, since = self.parts[newest].lock or 0.0, self._came_to(newest)
        loose = [self.parts[self.section_of[step]].seconds is None for step in self.track[since:]]
        time = base + sum(loose)
        arrivals = [math.nan] * (newest or 0)
        for section in range(newest or 0, len(self.parts)):
            arrivals.append(time)
            time = (self._holds(section) or time) + (self.parts[section].seconds or 0)
        return [*arrivals, time]

    def _came_to(self, section: int) -> int:
        """The second since which the stage was at a section or behind it; no look ahead before its time."""
        there = [self.section_of[step] >= section for step in self.track]
        start: int | None = None
        for second, is_there in enumerate([*there, False]):
            if is_there:
                start = second if start is None else start
            elif start is not None:
                lasts = second == len(there) and self.section >= section
                if lasts or self.begun + second >= (self.parts[section].lock or 0.0):
                    return start
                start = None
        return len(there)

    def missing(self, saved: Saved | None = None) -> float:
        """Seconds behind: at the next locked start, where waiting may make up for it, else at the end."""
        arrivals, written, lock = self.play(saved), self.as_written(), self.next_lock()
        if lock is None:
            return arrivals[-1] - written[-1]
        arrival, locked = arrivals[lock - self.section], self.parts[lock].lock or 0.0
        if arrival > locked:
            return arrival - locked
        return min(0.0, arrival - min(written[lock], locked))

    def offers(self) -> dict[str, Saved]:
        """What would help, by its command: what each of them takes from which section."""
        behind = self.missing()
        if behind < 1.5 * MINUTE:  # from where on it reads “2 min behind”
            return {}
        found = {
            "spread": self._spread(behind),
            "drop": self._drop(behind)[0],
            "borrow": self._borrow(behind),
        }
        return {way: saved for way, saved in found.items() if behind - self.missing(saved) >= MINUTE}

    def take(self, way: str) -> None:
        """Somebody takes an offer."""
        behind, saved = self.missing(), self.offers()[way]
        self._before.append(([*self.given], [*self.clocks], {*self.dropped}))
        if way == "drop":
            self.dropped |= set(self._drop(behind)[1])
        for section, seconds in saved.items():
            given = self.given[section] or 0.0
            if way == "spread":
                left = given - self.spent[section]
                self._scale(section, (left - seconds) / left)
            self.given[section] = given - seconds
        if way == "borrow":
            self.clocks[self._pause() or 0] -= sum(saved.values())

    def undo(self) -> None:
        """They take the newest back."""
        self.given, self.clocks, self.dropped = self._before.pop()

    def _scale(self, section: int, share: float) -> None:
        for step, of in enumerate(self.section_of):
            if of == section:
                self.clocks[step] = round(self.clocks[step] * share)

    def _reach(self) -> range:
        """The sections ahead in which saving time helps."""
        lock = self.next_lock()
        return range(self.section + 1, len(self.parts) if lock is None else lock)

    def _ahead(self, which: str) -> list[int]:
        """Steps of that sort to come, up to the next lock."""
        steps, first = [], 0
        for part in self.parts:
            steps += [first + step for step in getattr(part, which)]
            first += len(part.clocks)
        reach = {self.section, *self._reach()}
        return [
            step
            for step in steps
            if step > self.here and step not in self.visited | self.dropped and self.section_of[step] in reach
        ]

    def _spread(self, behind: float) -> Saved:
        """By halving: the factor by which all are to shrink, down to a minute each, until it is caught up."""
        left = {n: max(0.0, (self.given[n] or 0.0) - self.spent[n]) for n in self._reach()}
        low, high = 0.0, 1.0
        for _ in range(60):
            factor = (low + high) / 2
            kept = {n: max(min(MINUTE, seconds), seconds * factor) for n, seconds in left.items()}
            won = sum(left.values()) - sum(kept.values())
            low, high = (factor, high) if won > behind else (low, factor)
        return {n: left[n] - kept[n] for n in left if left[n] - kept[n] > 1e-6}

    def _drop(self, behind: float) -> tuple[Saved, list[int]]:
        saved: dict[int, float] = {}
        steps: list[int] = []
        for step in self._ahead("optional"):
            won = behind - self.missing(saved)
            if behind - won < MINUTE / 2:
                break
            section = self.section_of[step]
            more = saved | {section: saved.get(section, 0.0) + self.clocks[step]}
            if self.clocks[step] and behind - self.missing(more) > won:
                saved, steps = more, [*steps, step]
        return saved, steps

    def _pause(self) -> int | None:
        return next(iter(self._ahead("pauses")), None)

    def _borrow(self, behind: float) -> Saved:
        pause = self._pause()
        if pause is None:
            return {}
        minutes = min(round(behind / MINUTE), math.floor((self.clocks[pause] - 5 * MINUTE) / MINUTE))
        return {self.section_of[pause]: minutes * MINUTE} if minutes > 0 else {}
