"""Asking the hub for what a screen of the desk shows: when something has changed, one question at a time."""

from collections.abc import Callable

PACE = 0.3
"""Seconds from an answer to the next question: while 300 people answer, the hub has more to do."""
AGAIN = 1.0
"""Seconds until what did not come is asked for again."""

Later = Callable[[float, Callable[[], None]], object]
"""Calls something after so many seconds."""


class Asking:
    """Puts the question for each new version of the snapshot, and what changed meanwhile once, a bit later.

    `put` sends the question; whoever takes the answer calls `came`. `newest` is the version known by then.
    """

    def __init__(self, put: Callable[[], object], later: Later, newest: Callable[[], int]) -> None:
        self._put, self._later, self._newest = put, later, newest
        self._asked: int | None = None
        self._waits = False

    def ask(self, version: int, *, fresh: bool = False) -> None:
        """Asks for things as they are at that version; `fresh`: versions count anew."""
        if fresh:
            self._asked = None
        if not self._waits and version != self._asked:
            self._asked, self._waits = version, True
            self._put()

    def came(self, *, answered: bool) -> None:
        """The answer is there, or the hub gave none."""
        if not answered:
            self._asked = None
        self._later(PACE if answered else AGAIN, self._go_on)

    def _go_on(self) -> None:
        self._waits = False
        self.ask(self._newest())
