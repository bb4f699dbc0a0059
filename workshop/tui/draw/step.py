"""A step on the stage: what all the parts of its screen have in common."""

from dataclasses import dataclass

from workshop.core.blocks import Block, Blocks, Countdown, Cue, Heading, Note, Tree
from workshop.room.snapshot import Snapshot

from .grid import Grid, Screen
from .join import Code, place_code
from .leads import Stand
from .look import Look
from .note import Turn
from .timer import Timer, timer_at

_APART = (Cue, Countdown, Note)
"""Blocks that have a place of their own on the screen."""


@dataclass(frozen=True)
class Step:
    """A snapshot on a grid in a look, its clock just now, and the QR code's place while one can answer."""

    snapshot: Snapshot
    grid: Grid
    look: Look
    timer: Timer | None
    code: Code | None
    turn: Turn

    @property
    def width(self) -> int:
        """Cells for the step's own words, left of the code."""
        if self.code is None:
            return self.grid.inner
        return self.code.column - self.grid.gap - self.grid.margin

    @property
    def top(self) -> int:
        """The first row for them."""
        return self.grid.top if self.code is None else max(self.code.row, self.grid.top)

    @property
    def stand(self) -> Stand:
        """Where its lead stands. The accent bar is level with the code, or a row below the status."""
        airy = self.grid.screen >= Screen.MEDIUM and self.code is None
        return Stand(self.width, self.grid, self.look, lift=int(airy))

    @property
    def body(self) -> Blocks:
        """The Blocks to compose. A tree goes without a headline that stands in the status row already."""
        blocks = tuple(block for block in self.snapshot.blocks if not isinstance(block, _APART))
        if any(isinstance(block, Tree) for block in blocks):
            return tuple(block for block in blocks if not self._repeats(block))
        return blocks

    @property
    def cue(self) -> str:
        """How the room works just now."""
        return next((self.look.line(b.text) for b in self.snapshot.blocks if isinstance(b, Cue)), "")

    @property
    def countdown(self) -> Countdown | None:
        """The Block that wants the clock drawn large."""
        return next((block for block in self.snapshot.blocks if isinstance(block, Countdown)), None)

    @property
    def asking(self) -> bool:
        """Whether the question stands on the stage, not its results."""
        return self.snapshot.asks and not self.snapshot.showing

    def _repeats(self, block: Block) -> bool:
        title = self.look.line(self.snapshot.section_title or "")
        return isinstance(block, Heading) and self.look.line(block.text) == title and len(title) <= 40


def step_of(snapshot: Snapshot, grid: Grid, look: Look, now: float, turn: Turn) -> Step:
    """The step that `snapshot` shows at `now`."""
    code = place_code(snapshot.join_url, grid) if snapshot.open else None
    timer = timer_at(snapshot.timer, now) if snapshot.timer else None
    return Step(snapshot, grid, look, timer, code, turn)
