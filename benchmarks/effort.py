"""How much is measured: enough for figures that hold, or next to nothing to see that it works."""

from dataclasses import dataclass

Size = tuple[int, int]
"""Columns and rows of a terminal."""


@dataclass(frozen=True)
class Effort:
    """Every figure is a ratio of two things measured in one run; `runs` gives its median and spread."""

    runs: int = 5
    phones: int = 300
    """People in the room."""
    connections: tuple[int, ...] = (50, 300)
    """Keep-alive connections that answers come in by."""
    answers: int = 25
    """How often each phone sends; more than the hub's limit of 30 at once would be refused."""
    presses: int = 100
    """Times a key is pressed, in a quiet room and in a busy one."""
    each_second: int = 300
    """Answers a second in the busy room."""
    written: int = 600
    """Answers to each kind of step that is drawn."""
    sizes: tuple[Size, ...] = ((80, 24), (120, 36), (200, 50))
    """Terminals that it is drawn on."""
