"""What only the facilitator sees: notes, what comes next, and what would be left unfinished by ending now."""

import msgspec

from workshop.core.phrases import Phrase, Words
from workshop.room.agenda import Agenda


class StepLine(msgspec.Struct, frozen=True):
    """A step in a list: its 1-based number, section, kind and the first line of its text.

    `minutes` is what its clocks add up to, `kind_said` its kind in words, `cue` how the room works then.
    """

    step: int
    section_title: str
    kind: str
    text: str
    minutes: float | None = None
    kind_said: Words = ""
    cue: Words = ""


class Unfinished(msgspec.Struct, frozen=True):
    """A round that ending now would leave out of the notes, and why (`still open`, `never shown`)."""

    step: int
    text: str
    why: Phrase


class Queue(msgspec.Struct, frozen=True):
    """How many texts wait for approval: in rounds that are shown by approval, and on the parking lot."""

    waiting: int = 0
    parked: int = 0


class Desk(msgspec.Struct, frozen=True):
    """The facilitator's own view of a run."""

    notes: str
    """The notes to this step; in the lobby those to the first."""
    next_press: Phrase
    """What the next press of → does, in words."""
    following: StepLine | None
    unfinished: tuple[Unfinished, ...]
    steps: tuple[StepLine, ...]
    agenda: Agenda = Agenda()
    queue: Queue = Queue()
    remote: bool = False
    """Whether the phone remote is on, so that whoever has its code leads the room too."""


def encode(desk: Desk) -> bytes:
    """`desk` as JSON."""
    return msgspec.json.encode(desk)


def decode(data: bytes) -> Desk:
    """The desk of JSON that `encode` made. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data, type=Desk)
