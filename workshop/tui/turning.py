"""Pages that turn by themselves: how long each stands there, and when the next one comes."""

from collections.abc import Callable

from workshop.tui.draw import Frame

LOOKING_UP = 8.0
"""Seconds in which a room looks up, sees that there is another page and finds where to begin."""
LETTERS_A_SECOND = 25.0
"""A quick reader's: what somebody missed comes round again."""
LONGEST = 40.0
"""Seconds after which people would believe that nothing turns any more."""
_BIG_LETTER = 9
"""Cells that a letter of big type inks, or so."""
_INK = frozenset("▀▄▌▐▘▝▖▗▚▞▙▟▛▜█")


def seconds_to_read(frame: Frame) -> float:
    """How long a page stands before the next one comes: the longer, the more is written on it."""
    text = "".join(segment.text for row in frame.rows for segment in row)
    letters = sum(map(str.isalnum, text)) + sum(map(_INK.__contains__, text)) / _BIG_LETTER
    return min(LOOKING_UP + letters / LETTERS_A_SECOND, LONGEST)


class Turning:
    """Whether pages turn by themselves (`on`), and for how long the one that is seen has been there."""

    def __init__(self, steady: Callable[[], float]) -> None:
        self.on = False
        self._steady = steady
        self._seen: int | None = None
        self._due = 0.0

    @property
    def left(self) -> float:
        """Seconds until the next page is due; 0 or less where it is, or where nothing turns."""
        return self._due - self._steady() if self.on and self._seen is not None else 0.0

    def switch(self, *, on: bool) -> None:
        """Pages turn from now on, or no longer."""
        self.on, self._seen = on, None

    def next(self, page: int, pages: int) -> int:
        """The page to show: this one, or the next where it has had its time; the first after the last."""
        if self.on and page == self._seen and self.left <= 0:
            return (page + 1) % pages
        return page

    def show(self, frame: Frame) -> None:
        """A page has been drawn. More answers on the same one give it no more time."""
        if self.on and frame.page != self._seen:
            self._seen, self._due = frame.page, self._steady() + seconds_to_read(frame)
